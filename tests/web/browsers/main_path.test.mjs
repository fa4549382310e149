/**
 * The main path in every browser there is: bring data in three ways, change every setting, walk by
 * keyboard alone, take the table away; from disk, with no way to the network. Every figure is held
 * against the report of the package in Node. BROWSERS chooses ("firefox,webkit"); a browser that is
 * not installed is skipped by name.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { planHistory } from '../browser/data.mjs'
import { assertSame, reportOf, shown } from '../browser/figures.mjs'
import { drop, eventually } from '../browser/gestures.mjs'
import { linkOf } from '../browser/links.mjs'
import { changes } from './changes.mjs'
import * as chromium from './chromium.mjs'
import * as firefox from './firefox.mjs'
import { paste, pick, showsFocus, tabTo } from './hand.mjs'
import * as webkit from './webkit.mjs'

const address = pathToFileURL(resolve('dist/index.html')).href
const history = planHistory(1500)
const chosen = (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',')

/** @typedef {import('./hand.mjs').Page} Page */

/** The package's report, made once for all browsers. @type {Map<string, ReturnType<typeof reportOf>>} */
const reports = new Map()

/** @param {string} table @param {import('../../../web/src/engine/documents.js').Settings} [settings] */
function wantedOf(table, settings = {}) {
  const key = JSON.stringify([table.length, settings])
  const known = reports.get(key) ?? reportOf(table, settings)
  reports.set(key, known)
  return known
}

/** @param {Page} page */
async function open(page) {
  await page.goto(address)
  await page.evaluate(() => {
    const faults = []
    window.faults = faults
    addEventListener('securitypolicyviolation', (e) => faults.push(`policy: ${e.blockedURI}`))
    addEventListener('error', (e) => faults.push(`error: ${e.message}`))
    addEventListener('unhandledrejection', (e) => faults.push(`rejected: ${e.reason}`))
  })
}

/** Nothing was asked of any network, and nothing went wrong. @param {Page} page */
async function assertQuiet(page) {
  const [faults, asked] = await page.evaluate(() => [
    window.faults,
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !/^(blob|data):/.test(name)),
  ])
  assert.deepEqual([faults, asked], [[], []])
}

/** @param {Page} page */
const answered = (page) =>
  eventually(async () => {
    const there = await page.evaluate(() => document.querySelector('.full .parts a') !== null)
    assert.ok(there, 'the answer stands there')
  }, 15_000)

/** @param {Page} page @param {import('../../../web/src/engine/documents.js').Report} report */
const assertShows = (page, report) => eventually(async () => assertSame(await shown(page), report))

/** The file that comes next. @param {string} folder @param {() => Promise<unknown>} act */
async function download(folder, act) {
  const files = () => readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const known = new Set(files())
  await act()
  return eventually(async () => {
    const name = files().find((one) => !known.has(one))
    assert.ok(name, 'a file came')
    const text = readFileSync(join(folder, name), 'utf8')
    assert.ok(text.endsWith('\n'), 'all of it')
    return text
  })
}

const asTable = '.trend-section .segmented + .segmented button:last-child'

const browsers = Object.entries({ chromium, firefox, webkit })
for (const [name, browser] of browsers.filter(([one]) => chosen.includes(one))) {
  describe(name, { skip: browser.missing ?? false }, () => {
    /** @type {Awaited<ReturnType<typeof browser.launch>>} */
    let running
    /** @type {Page} */
    let page
    before(async () => {
      running = await browser.launch()
      page = /** @type {Page} */ (running.page)
    })
    after(() => running?.close())

    /** @type {[name: string, bring: () => Promise<unknown>][]} */
    const ways = [
      ['pasted', () => paste(page, history)],
      ['dropped', () => drop(page, 'history.csv', history)],
      [
        'chosen by the file button',
        async () => {
          const file = join(running.downloads, 'history.csv')
          if (!existsSync(file)) writeFileSync(file, history)
          await page.setInputFiles('input[type=file]', file)
        },
      ],
    ]
    for (const [way, bring] of ways)
      test(`a plan history, ${way}`, async () => {
        await open(page)
        await bring()
        await answered(page)
        await page.click(asTable)
        await assertShows(page, await wantedOf(history))
        await assertQuiet(page)
      })

    test('every setting, changed once, gives the figures of the package; undo and redo', async () => {
      await open(page)
      await paste(page, history)
      await answered(page)
      await page.click(asTable)
      const detected = await wantedOf(history)
      await page.click('.more summary')
      for (const [what, change, settings] of changes) {
        // A year that starts in April shows only where years are listed.
        const year = what === 'year starts in'
        if (year) await pick(page, 'period', 'Year')
        const wanted = await wantedOf(history, year ? { ...settings, period: 'year' } : settings)
        assert.notDeepEqual(
          wanted.periods.concat(wanted.headline ?? []),
          detected.periods.concat(detected.headline ?? []),
          `${what} changes something`,
        )
        await change(page)
        await assertShows(page, wanted).catch((error) => {
          throw new Error(`${what}: ${error.message}`)
        })
        await page.click('[data-focus=undo]')
        if (year) await page.click('[data-focus=undo]')
        await assertShows(page, detected)
      }
      await page.click('[data-focus=redo]')
      await assertShows(page, await wantedOf(history, changes.at(-1)?.[2]))
      await page.click('[data-focus=reset]')
      await assertShows(page, detected)
      await assertQuiet(page)
    })

    test('a widget in a closed frame, and the element, from a link', async () => {
      const wanted = await wantedOf(history)
      const fragment = linkOf(history)
      const place = pathToFileURL(resolve('dist')).href
      const host = join(running.downloads, 'wiki.html')
      const letters = new URLSearchParams(fragment).get('data')
      writeFileSync(
        host,
        `<!doctype html><meta charset="utf-8"><script>
          heights = []
          addEventListener('message', ({ data }) => heights.push(data.height))
        </script><script src="${place}/upgrade-rate-element.js"></script>
        <iframe src="${place}/index.html#view=kpi&amp;${fragment}" width="600" height="420" sandbox="allow-scripts"></iframe>
        <upgrade-rate view="kpi" data="${letters}"></upgrade-rate>`,
      )
      await page.goto(pathToFileURL(host).href)
      await eventually(async () => {
        const [rate, told, figure] = await page.evaluate(() => {
          const element = document.querySelector('upgrade-rate')
          const said = element.shadowRoot?.querySelector('.figure')
          return [element.report?.headline.rate, Math.max(0, ...window.heights), said?.textContent]
        })
        assert.equal(rate, wanted.headline?.rate)
        assert.ok(figure, 'the element shows the figure')
        // Opening it takes one line; the answer is taller than that.
        assert.ok(told > 250, `the frame is ${told} pixels tall`)
      }, 15_000)
    })

    test('by keyboard alone: a sample, a plan moved and back, a setting, the table taken away, undone', async () => {
      await open(page)
      await tabTo(page, '.sample')
      assert.ok(await showsFocus(page), 'the focus is seen')
      await page.keyboard.press('Enter')
      await answered(page)
      await tabTo(page, '.grip')
      assert.ok(await showsFocus(page), 'the focus is seen')
      const order = () =>
        page.evaluate(() => [...document.querySelectorAll('.plan-name')].map((e) => e.textContent))
      const before = await order()
      await page.keyboard.press('ArrowDown')
      await eventually(async () => assert.notDeepEqual(await order(), before))
      await page.keyboard.press('Control+z')
      await eventually(async () => assert.deepEqual(await order(), before))
      await tabTo(page, '[data-focus=set-period]')
      await page.keyboard.press('ArrowDown')
      await tabTo(page, asTable)
      await page.keyboard.press('Enter')
      await tabTo(page, '[data-download=all]')
      const table = await download(running.downloads, () => page.keyboard.press('Enter'))
      const launches = [{ date: '2024-07-01', name: 'Pro reworked' }]
      await assertShows(page, await wantedOf(table, { launches, period: 'quarter' }))
      await page.keyboard.press('Control+z')
      await assertShows(page, await wantedOf(table, { launches }))
      await assertQuiet(page)
    })
  })
}
