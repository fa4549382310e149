/**
 * Reading the trend in the real page: a period is pinned and compared with others, a stretch becomes
 * the range of the answer by keys, by mouse and by a button, and the way back. Figures are those of
 * the core's report.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { isWritten, reportOf } from './figures.mjs'
import { count } from './words.mjs'

const history = planHistory(1500)

test('a period is pinned and compared; a stretch becomes the range, and back', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  const { periods, headline } = await reportOf(history)
  const slider = page.locator('.trend-section [role=slider]')
  const compared = page.locator('.compared')
  /** @param {string} keys */
  const press = async (keys) => {
    for (const key of keys.split(' ')) await page.keyboard.press(key)
  }
  const value = async () => (await slider.getAttribute('aria-valuetext')) ?? ''
  /** The period read out, once it stays the same: the chart is drawn a moment later. */
  const at = async () => {
    for (let before = -1; ; ) {
      const now = Number(await slider.getAttribute('aria-valuenow')) - 1
      if (now === before) return now
      before = now
      await page.waitForTimeout(250)
    }
  }
  /** @param {string} query @param {number} wanted */
  const drawn = (query, wanted) =>
    eventually(async () => assert.equal(await page.locator(query).count(), wanted, query))
  const told = async () => (await compared.textContent()) ?? ''
  const counts = (/** @type {number} */ i) =>
    `${count(periods[i]?.numerator ?? null)} upgraded ÷ ${count(periods[i]?.base ?? null)} customers at start`
  const points = (/** @type {string} */ text) => text.match(/against it: (\S+) points/)?.[1] ?? ''

  await slider.focus()
  await press('Home ArrowRight ArrowRight p')
  assert.equal(await at(), 2)
  assert.equal(await compared.count(), 0)
  await drawn('.pin-head', 1)
  await press('ArrowRight')
  await compared.waitFor()
  assert.ok((await told()).includes(counts(2)), await told())
  await eventually(async () =>
    isWritten(points(await told()), (periods[3]?.change?.points ?? 9) * 100, 'neighbours'),
  )
  await press('ArrowRight')
  await eventually(async () => assert.match(await told(), /no difference in the report/))
  await press('PageDown PageUp ArrowRight ArrowRight')
  assert.equal(await at(), 14)
  assert.ok(periods[14]?.changeYear?.points != null)
  await eventually(async () =>
    isWritten(points(await told()), (periods[14]?.changeYear?.points ?? 9) * 100, 'a year apart'),
  )
  const spoken = await value()
  for (const part of [counts(14), 'against', counts(2)]) assert.ok(spoken.includes(part), spoken)

  /** The answer is of these periods, both included. @param {number} from @param {number} to */
  const answersFor = async (from, to) => {
    const day = (/** @type {string | null | undefined} */ instant) => instant?.slice(0, 10) ?? ''
    const range = { start: day(periods[from]?.start), end: day(periods[to]?.end) }
    const report = await reportOf(history, { range })
    assert.notEqual(report.headline?.base, headline?.base)
    const wanted = `${count(report.headline?.numerator ?? null)} upgraded ÷ ${count(report.headline?.base ?? null)}`
    await eventually(async () =>
      assert.ok((await page.locator('.formula').textContent())?.includes(wanted), wanted),
    )
    await page.locator('.range-note').waitFor()
    await drawn('.stretch', 1)
  }
  const back = async () => {
    await page.locator('[data-focus="range-back"]').click()
    await page.locator('.range-note').waitFor({ state: 'detached' })
    await drawn('.stretch', 0)
  }
  await page.locator('[data-focus="pair-range"]').click()
  await answersFor(2, 14)
  await back()

  await slider.focus()
  await press('Home Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight')
  await eventually(async () => assert.match(await value(), /press Enter/))
  await press('Escape')
  await drawn('.stretch', 0)
  await press('Shift+ArrowRight Shift+ArrowRight Enter')
  await answersFor(3, 5)
  await back()

  const box = await slider.boundingBox()
  assert.ok(box)
  const y = box.y + box.height / 2
  const [left, right] = [box.x + box.width * 0.7, box.x + box.width * 0.4]
  await page.mouse.move(left, y)
  const last = await at()
  await page.mouse.down()
  await page.mouse.move((left + right) / 2, y)
  await page.mouse.move(right, y)
  const first = await at()
  assert.ok(first < last)
  await page.mouse.up()
  await answersFor(first, last)
  await page.locator('[data-focus="undo"]').click()
  await page.locator('.range-note').waitFor({ state: 'detached' })
  // A click is no stretch.
  await page.mouse.click(left, y)
  await drawn('.stretch', 0)
  await end()
})
