/**
 * How long a widget takes: from the navigation of its frame to the answer on the screen, in Chromium,
 * with nothing cached; and how long its link is. `node tests/web/widget_time.mjs [DIST]` after
 * web/build, on a quiet machine; no part of ./tests/run.
 *
 * Method: a page with the frame as the share panel writes it, opened twenty times on sites of their
 * own. In the frame, the clock is its own, which starts with its navigation; it is read in the task
 * after the frame of animation that follows the figure's arrival. No debugger is attached, which
 * would halt the worker until it is asked to go on: the clock is a script in the page, named by its
 * policy, and tells the page around it.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { createEngine } from '../../dist/package/upgrade-rate.js'

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

/** Runs in the frame, before anything of the page. */
function clock() {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('.answer .figure')) return
    seen.disconnect()
    requestAnimationFrame(() =>
      setTimeout(() => parent.postMessage({ ms: performance.now() }, '*')),
    )
  })
  seen.observe(document, { childList: true, subtree: true })
}

const script = `(${clock})()`
const hash = createHash('sha256').update(script).digest('base64')
const page = readFileSync(join(process.argv[2] ?? 'dist', 'index.html'), 'utf8')
  .replace('script-src ', `script-src 'sha256-${hash}' `)
  .replace('<title>', `<script>${script}</script><title>`)
const runs = 21
/** @type {number[]} */
const times = []
/** @type {(nothing: null) => void} */
let resolve = () => {}
const promise = new Promise((done) => {
  resolve = done
})
/** Each run is on a site of its own, so that the browser uses no process and no script again. */
const addressOf = (/** @type {number} */ run) => `http://run${run}.localhost:${port}/wiki`
const host = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (pathname === '/page') return void response.end(page)
  if (pathname === '/told') times.push(Number(searchParams.get('ms')))
  if (times.length === runs) resolve(null)
  if (pathname === '/told' && times.length < runs)
    return void response.writeHead(302, { location: addressOf(times.length) }).end()
  response.end(`<!doctype html><script>onmessage = ({ data }) => data.ms && setTimeout(() => { location = '/told?ms=' + data.ms }, 300)</script>
<iframe src="/page#view=kpi&amp;${fragment}" width="600" height="420" sandbox="allow-scripts"></iframe>`)
})
await new Promise((done) => host.listen(0, () => done(null)))
const { port } = /** @type {import('node:net').AddressInfo} */ (host.address())
const profile = mkdtempSync(join(tmpdir(), 'widget-'))
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run']
const browser = spawn(
  process.env.CHROMIUM ?? '/usr/bin/chromium',
  [...flags, `--user-data-dir=${profile}`, addressOf(0)],
  { stdio: 'ignore', detached: true },
)
await promise
process.kill(-(browser.pid ?? 0))
host.close()
host.closeAllConnections()
// The first has the browser's own start beside it.
const [, ...counted] = times
counted.sort((a, b) => a - b)
const at = (/** @type {number} */ share) =>
  Math.round(counted[Math.floor(share * counted.length)] ?? 0)
console.log(
  `navigation to painted answer: median ${at(0.5)} ms, fastest ${at(0)} ms, 18th of 20 ${at(0.85)} ms`,
)
