/**
 * Nothing moves by itself from the load of the page to the whole report: the browser's own layout
 * shifts (as CLS counts them, without those that follow an input) are none, on wide, middle and
 * narrow screens, for data whose answer comes before its report and for data that is read at once.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, drop, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'

/** From 50,000 rows on the answer comes first. */
const large = planHistory(60_000)
const small = planHistory(200)

/** What moved, and how far. @param {import('playwright-core').Page} page */
const watchShifts = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const moved = []
    Object.assign(globalThis, { moved })
    const placeOf = ({ x = 0, y = 0, width = 0, height = 0 }) =>
      [x, y, width, height].map(Math.round).join(' ')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = /** @type {any} */ (entry)
        if (shift.hadRecentInput) continue
        for (const { node, previousRect, currentRect } of shift.sources)
          moved.push(
            `${node?.className ?? node?.nodeName}: ${placeOf(previousRect)} → ${placeOf(currentRect)}`,
          )
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** After the frames in which a shift would be counted. @param {import('playwright-core').Page} page */
async function shifts(page) {
  await page.waitForTimeout(300)
  return page.evaluate(() => /** @type {any} */ (globalThis).moved)
}

for (const width of [1280, 768, 360]) {
  test(`at ${width} pixels nothing moves from load to report`, async () => {
    const { page, end } = await open({ viewport: { width, height: 900 } })
    await watchShifts(page)
    assert.deepEqual(await shifts(page), [], 'opening')
    await drop(page, 'history.csv', large)
    await answered(page)
    await page.locator('.rest[aria-busy=false] .rows').waitFor()
    assert.deepEqual(await shifts(page), [], 'the answer, then the rest')
    await end()
  })

  test(`at ${width} pixels nothing moves where pasted rows are answered`, async () => {
    const { page, end } = await open({ viewport: { width, height: 900 } })
    await watchShifts(page)
    await paste(page, small)
    await answered(page)
    await page.locator('.rest[aria-busy=false] .rows').waitFor()
    assert.deepEqual(await shifts(page), [])
    await end()
  })
}
