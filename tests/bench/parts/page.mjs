/** On the built page, opened from disk: file to painted answer, settings, and 200 pasted rows. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from '../browser.mjs'
import { data } from '../data.mjs'
import { dist, here } from '../places.mjs'
import { count, median, megabytes, ms, print } from '../table.mjs'

/** Each is done and undone, so that every repeat starts from the same settings. */
const SETTINGS = [
  ['base: opening to eligible', 'set-base', 'select', [1, 0]],
  ['counted: upgraded to kept', 'set-numerator', 'select', [1, 0]],
  ['period: month to quarter', 'set-period', 'select', ['Quarter', 'Month']],
  ['gap that is closed: 1 day to 14', 'set-bridge', 'select', ['14 days', '1 day']],
  ['order of plans: one step', 'grip-plus', 'key', ['ArrowUp', 'ArrowDown']],
]
const PASTED_ROWS = 200
/** The page prepares its engine while nobody asks; the clock starts after that. */
const WARM_MS = 1500
/** Behind an answer the page draws the rest of its report; a setting is changed when that is done. */
const REST_MS = 1500

/** The page, ready, with the clocks of in_page/settings.js. `workers`: how many may read a file, if told. */
export async function opened(browser, workers) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
  if (workers !== undefined)
    await page.addInitScript((count) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { value: count })
    }, workers)
  page.setDefaultTimeout(120_000)
  await page.addInitScript(readFileSync(join(here, 'in_page/settings.js'), 'utf8'))
  await page.goto(pathToFileURL(join(dist, 'index.html')).href)
  await page.waitForTimeout(WARM_MS)
  return page
}

async function timesOf(page, [, focus, act, values], repeat) {
  const taken = []
  for (let i = 0; i < repeat; i++)
    for (const value of values) {
      await page.waitForTimeout(REST_MS)
      taken.push(
        await page.evaluate((given) => globalThis.changeSetting(given), { focus, act, value }),
      )
    }
  return taken
}

/** On a page of its own, which stays open. */
async function answered(browser, file, workers) {
  const page = await opened(browser, workers)
  await page.locator('input[type=file]').setInputFiles(file.file)
  await page.waitForFunction(() => globalThis.fileAnswered)
  return { page, took: await page.evaluate(() => globalThis.fileAnswered) }
}

/** How many read the file together. The page takes as many as the machine has cores, at most three. */
const WORKERS = [
  ['one worker', 1],
  ['two workers', 2],
]

async function onFile(browser, file, repeat) {
  const lines = WORKERS.map(([title]) => [`file chosen to painted answer, ${title}`, []])
  let page = null
  for (let i = 0; i < repeat; i++)
    for (const [at, [, workers]] of WORKERS.entries()) {
      await page?.close()
      const one = await answered(browser, file, workers)
      page = one.page
      lines[at][1].push(one.took)
    }
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await page.getByText('Time, gaps and certainty').click()
  for (const setting of SETTINGS) lines.push([setting[0], await timesOf(page, setting, repeat)])
  await page.close()
  return lines
}

/** How long from pasting a text until its answer is painted, each time on a new page. */
export async function pasted(browser, text, repeat) {
  const taken = []
  for (let i = 0; i < repeat; i++) {
    const page = await opened(browser)
    taken.push(await page.evaluate((given) => globalThis.pasteText(given), text))
    await page.close()
  }
  return taken
}

async function onPaste(browser, repeat) {
  const { file } = data({ rows: PASTED_ROWS, customers: PASTED_ROWS / 4 })
  const taken = await pasted(browser, readFileSync(file, 'utf8'), repeat)
  return [`${PASTED_ROWS} rows pasted to painted answer`, taken]
}

export async function run({ rows, repeat }) {
  const file = data({ rows })
  const browser = await launch()
  const lines = [
    ...(await onFile(browser, file, repeat)),
    await onPaste(browser, Math.max(3, repeat)),
  ]
  await browser.close()
  print(
    `The page in Chromium, ${count(rows)} rows, ${megabytes(file.bytes)}, table of periods open`,
    ['', 'median', 'fastest', 'slowest', 'times'],
    lines.map(([name, taken]) => [
      name,
      ms(median(taken)),
      ms(Math.min(...taken)),
      ms(Math.max(...taken)),
      taken.length,
    ]),
  )
}
