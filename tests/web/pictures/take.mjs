/**
 * Pictures of the page in every state, to look at and to compare: `node tests/web/pictures/take.mjs`
 * after web/build. They go to build/pictures; `--approve` also makes them the approved ones, here
 * in tests/web/pictures/approved with the versions of browser and fonts they were made by. Names
 * after the options choose ("long rtl"). Less than a minute; no part of ./tests/run.
 *
 * A picture that differs from the approved one is written beside it as .diff.png. It ends with
 * status 1 only where browser and fonts are those of the approval: elsewhere letters differ of
 * themselves, and the differences are only reported.
 *
 * Today is fixed, nothing moves, and parts that are far down are drawn as well. A picture has no
 * more than a screen or two: an upper part of the page, or one part of it.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pixelmatch from 'pixelmatch'
import { chromium } from 'playwright-core'
import { PNG } from 'pngjs'
import { indexed } from './indexed_png.mjs'
import { pictures } from './pictures.mjs'
import { states } from './states.mjs'

const out = resolve('build/pictures')
const approved = resolve('tests/web/pictures/approved')
const record = join(approved, 'made_by.json')
const address = pathToFileURL(resolve('dist/index.html')).href
/** Of all pixels, how many may differ: what two runs on one machine never reached. */
const mostDiffering = 0.0002

const words = process.argv.slice(2)
const approve = words.includes('--approve')
const chosen = words.filter((word) => !word.startsWith('--'))

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-lcd-text'],
})

/** What the letters of a picture hang on. */
function madeBy() {
  const fonts = ['sans-serif', 'system-ui', 'monospace', 'sans-serif:lang=ar', 'sans-serif:lang=he']
  const versions = fonts.map((font) => {
    const found = execFileSync('fc-match', ['-f', '%{fullname} %{fontversion}', font])
    return `${font}: ${found}`
  })
  return { browser: browser.version(), fonts: versions }
}

/** @param {import('./pictures.mjs').Picture} picture */
async function take({ state, of = null, print = false, height = 900, width = 1280, ...options }) {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  })
  page.setDefaultTimeout(15_000)
  await page.clock.setFixedTime(new Date('2026-01-31T12:00:00Z'))
  await page.goto(address)
  await states[state]?.(page)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '.rest > section { content-visibility: visible !important } .parts { position: static !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
  await page.mouse.move(0, 0)
  if (print) await page.emulateMedia({ media: 'print' })
  await page.waitForTimeout(200)
  const part = of ? page.locator(of).first() : page
  const bytes = await part.screenshot({ animations: 'disabled' })
  await page.close()
  return indexed(PNG.sync.read(bytes))
}

/** How many pixels of a hundred differ; null without an approved picture. @param {string} name @param {Buffer} bytes */
function compare(name, bytes) {
  const file = join(approved, `${name}.png`)
  if (!existsSync(file)) return null
  const [one, other] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(bytes)]
  const { width, height } = one
  if (other.width !== width || other.height !== height) return 1
  const diff = new PNG({ width, height })
  const differing = pixelmatch(one.data, other.data, diff.data, width, height, { threshold: 0.1 })
  const share = differing / (width * height)
  if (share > mostDiffering) writeFileSync(join(out, `${name}.diff.png`), PNG.sync.write(diff))
  return share
}

try {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  mkdirSync(approved, { recursive: true })
  const now = JSON.stringify(madeBy(), null, 2)
  const same = existsSync(record) && readFileSync(record, 'utf8').trim() === now
  let differing = 0
  let sum = 0
  for (const [name, picture] of Object.entries(pictures)) {
    if (chosen.length > 0 && !chosen.some((word) => name.includes(word))) continue
    const bytes = await take(picture)
    sum += bytes.length
    writeFileSync(join(out, `${name}.png`), bytes)
    const share = compare(name, bytes)
    if (share === null || share > mostDiffering) {
      differing++
      const what = share === null ? 'not approved yet' : `${(share * 100).toFixed(2)}% differ`
      console.log(`${name}: ${what}`)
    }
    if (approve) writeFileSync(join(approved, `${name}.png`), bytes)
  }
  if (approve) writeFileSync(record, `${now}\n`)
  console.log(`${differing} pictures differ; ${Math.round(sum / 1024)} KB in build/pictures`)
  if (!same) console.log('Browser or fonts are not those of the approval: reported only.')
  process.exitCode = same && differing > 0 && !approve ? 1 : 0
} finally {
  await browser.close()
}
