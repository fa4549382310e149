/**
 * How long a widget takes: from the navigation of its frame to the answer on the screen, in Chromium,
 * with nothing cached; and how long its link is. `node tests/web/widget_time.mjs` after web/build, on
 * a quiet machine; no part of ./tests/run.
 *
 * Method: a page with the frame as the share panel writes it, opened twenty times in contexts of
 * their own. In the frame, the clock is its own, which starts with its navigation; it is read in the
 * task after the frame of animation that follows the figure's arrival.
 */
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { createEngine } from '../../dist/package/upgrade-rate.js'
import { host } from './browser/links.mjs'

/** 36 months, 12 segments, 5,000 customers, drawn by a seeded generator (Lehmer's). */
function table() {
  let state = 7
  const below = (/** @type {number} */ n) => {
    state = (state * 48271) % 2147483647
    return state % n
  }
  const day = (/** @type {number} */ at) =>
    `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(below(27) + 1).padStart(2, '0')}`
  const rows = ['customer,date,plan,region']
  for (let c = 0; c < 5000; c++) {
    const region = `Region ${below(12)}`
    const first = below(36)
    rows.push(`c${c},${day(first)},Basic,${region}`)
    if (first < 35 && below(4) === 0)
      rows.push(`c${c},${day(first + 1 + below(35 - first))},Pro,${region}`)
  }
  return rows.join('\n')
}

const settings = { segmentBy: ['region'] }
const engine = await createEngine()
await engine.load([{ name: 'history.csv', data: table() }], settings)
/** @param {string[]} [parts] all without it */
async function lettersOf(parts) {
  const document = await engine.aggregates(parts ? { parts } : {}, settings)
  return deflateRawSync(document).toString('base64url')
}
const whole = await lettersOf()
const fragment = `data=${whole}`
const segments = await lettersOf(['periods', 'segments'])
console.log(`36 months, 12 segments: ${segments.length} letters; all parts: ${whole.length}`)
engine.dispose()

const page = readFileSync('dist/index.html')
const server = await host((path) =>
  path === '/wiki'
    ? {
        body: `<!doctype html><iframe src="/page#view=kpi&amp;${fragment}" width="600" height="420" sandbox="allow-scripts"></iframe>`,
      }
    : { body: page },
)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const times = []
for (let run = 0; run < 20; run++) {
  const context = await browser.newContext()
  const tab = await context.newPage()
  await tab.addInitScript(() => {
    if (self === top) return
    const seen = new MutationObserver(() => {
      if (!document.querySelector('.answer .figure')) return
      seen.disconnect()
      requestAnimationFrame(() =>
        setTimeout(() => {
          document.documentElement.dataset.painted = String(performance.now())
        }),
      )
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await tab.goto(`${server.origin}/wiki`)
  const root = tab.frameLocator('iframe').locator('html[data-painted]')
  times.push(Number(await root.getAttribute('data-painted')))
  await context.close()
}
times.sort((a, b) => a - b)
const at = (/** @type {number} */ share) => Math.round(times[Math.floor(share * times.length)] ?? 0)
console.log(
  `navigation to painted answer: median ${at(0.5)} ms, fastest ${at(0)} ms, 18th of 20 ${at(0.85)} ms`,
)
await browser.close()
await server.close()
