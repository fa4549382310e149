/**
 * Whether the page stays smooth: `node tests/web/smooth.mjs [ROWS]` after web/build. For four acts
 * (opening the page, dropping a file of 100,000 rows until its whole report stands, dragging a plan
 * over the ladder, letting it go) it prints the longest task of the main thread and what moved by itself.
 *
 * Method: Chromium's own trace. Beside the time by the clock a task has the time that the processor
 * spent on it; on a machine with other work only that one says something about the page. Shifts come
 * from the page's layout-shift entries, without those that follow an input (as CLS is defined).
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { planHistory } from './browser/data.mjs'

const rows = Number(process.argv[2] ?? 100_000)
const longMilliseconds = 50

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
await page.addInitScript(() => {
  window.moved = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!(/** @type {any} */ (entry).hadRecentInput))
        window.moved += /** @type {any} */ (entry).value
  }).observe({ type: 'layout-shift', buffered: true })
})

/** Milliseconds of the main thread's tasks: by the processor and by the clock. @param {any[]} events */
function tasks(events) {
  const mains = events
    .filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`)
  return events
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .filter(({ pid, tid }) => mains.includes(`${pid} ${tid}`))
    .map(({ tdur = 0, dur = 0 }) => ({ processor: tdur / 1000, clock: dur / 1000 }))
}

/** @param {string} name @param {() => Promise<unknown>} act */
async function traced(name, act) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const found = tasks(traceEvents)
  const most = (/** @type {'processor' | 'clock'} */ by) =>
    Math.round(Math.max(0, ...found.map((task) => task[by])))
  const long = found.filter(({ processor }) => processor > longMilliseconds).length
  const moved = await page.evaluate(() => {
    const sum = window.moved
    window.moved = 0
    return sum
  })
  console.log(
    `${name}: longest task ${most('processor')} ms of processor, ${most('clock')} ms by the clock; ${long} over ${longMilliseconds}; moved ${moved.toFixed(4)}`,
  )
}

try {
  await traced('opening', async () => {
    await page.goto(pathToFileURL(resolve('dist/index.html')).href)
    await page.waitForTimeout(1000)
  })
  await page.evaluate((text) => {
    window.file = new File([text], 'history.csv')
  }, planHistory(rows))
  await traced('drop to report', async () => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(window.file)
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        )
    })
    await page.locator('.rest[aria-busy=false] .rows').waitFor()
    await page.waitForTimeout(1000)
  })
  const grip = await page.locator('.grip').first().boundingBox()
  const [x, y] = [(grip?.x ?? 0) + 5, (grip?.y ?? 0) + 8]
  await traced('dragging a plan', async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let i = 0; i < 40; i++) {
      await page.mouse.move(x, y + 4 * i)
      await page.waitForTimeout(16)
    }
  })
  await traced('letting it go', async () => {
    await page.mouse.up()
    await page.waitForTimeout(2000)
  })
} finally {
  await browser.close()
}
