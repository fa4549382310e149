/**
 * Takes the pictures of the README: web/docs/picture.png, the answer to the plan-history sample, in
 * light and in dark side by side; web/docs/widget.png, the widget in a static page like a wiki's, once
 * as a frame and once as the element. Run after web/build: `node tests/web/picture.mjs`.
 *
 * Method: Chromium (the variable CHROMIUM names another) opens dist/index.html from disk, once per
 * theme; a third page sets both pictures beside each other and is photographed in turn. The sample
 * is seeded and today is fixed, so the figures stay the same; letters are those of the machine's
 * fonts.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { PNG } from 'pngjs'
import { indexed } from './pictures/indexed_png.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const address = pathToFileURL(join(root, 'dist/index.html')).href
const file = join(root, 'web/docs/picture.png')
const mostBytes = 300_000
const width = 1280
const height = 920

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
})

/** @param {'light' | 'dark'} colorScheme */
async function answer(colorScheme) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'en-GB' })
  await page.clock.setFixedTime(new Date('2026-01-31T12:00:00Z'))
  await page.goto(address)
  await page.getByRole('button', { name: /plan history/i }).click()
  await page.locator('main.full').waitFor()
  await page.waitForTimeout(1000)
  const bytes = await page.screenshot({ animations: 'disabled' })
  await page.close()
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** A page of a wiki with two widgets, made of the sample's own snippets. */
async function wiki() {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en-GB' })
  await page.clock.setFixedTime(new Date('2026-01-31T12:00:00Z'))
  await page.goto(address)
  await page.getByRole('button', { name: /plan history/i }).click()
  await page.locator('[data-focus="share"]').click()
  const of = async (/** @type {string} */ view, /** @type {string} */ format) => {
    await page.locator('[data-focus="share-view"]').selectOption(view)
    await page.locator(`[data-format=${format}] textarea`).waitFor({ state: 'attached' })
    return page.locator(`[data-format=${format}] textarea`).inputValue()
  }
  const place = pathToFileURL(join(root, 'dist/')).href
  const frame = (await of('kpi', 'iframe'))
    .replace('src="', `src="${place}`)
    .replace('"420"', '"560"')
  const element = (await of('trend', 'element')).replace('src="', `src="${place}`)
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><style>
    body { margin: 0; font: 16px/1.5 serif; display: grid; grid-template-columns: 170px 1fr; color: #222 }
    nav { background: #eee; padding: 24px; font-family: sans-serif; font-size: 14px }
    nav p { margin: 0 0 8px } main { padding: 8px 32px } h1 { border-bottom: 1px solid #aaa; font-weight: 400; margin: 8px 0 }
    .two { display: grid; grid-template-columns: 420px 1fr; gap: 24px } upgrade-rate { border: 1px solid #ddd }
    </style><nav><p><b>Team wiki</b></p><p>Home</p><p>Pricing</p><p>Upgrade rate</p><p>Meetings</p></nav>
    <main><h1>Upgrade rate</h1><p>How many customers move to a higher plan. Refreshed every night; the frame on the left, the element on the right.</p>
    <div class="two"><div>${frame}</div><div>${element}</div></div></main>`
  mkdirSync(join(root, 'build'), { recursive: true })
  const made = join(root, 'build/wiki.html')
  writeFileSync(made, body)
  await page.setViewportSize({ width: 1280, height: 800 })
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(pathToFileURL(made).href)
  await page.frameLocator('iframe').locator('.answer .figure').waitFor()
  await page.locator('upgrade-rate .trend-section').waitFor()
  await page.waitForTimeout(1000)
  const bytes = indexed(PNG.sync.read(await page.screenshot({ animations: 'disabled' })))
  writeFileSync(join(root, 'web/docs/widget.png'), bytes)
  console.log(`web/docs/widget.png: ${bytes.length} bytes`)
}

try {
  await wiki()
  const pictures = [await answer('light'), await answer('dark')]
  const page = await browser.newPage({ viewport: { width, height } })
  // The left half of the light page beside the right half of the dark one.
  await page.setContent(`<style>
    body { margin: 0 }
    div { position: absolute; inset: 0 0 auto; height: ${height}px }
    div + div { clip-path: polygon(62% 0, 100% 0, 100% 100%, 38% 100%) }
    </style>${pictures.map((url) => `<div style="background:url(${url})"></div>`).join('')}`)
  const bytes = await page.screenshot()
  if (bytes.length > mostBytes)
    throw new Error(`${bytes.length} bytes; at most ${mostBytes} are wanted.`)
  writeFileSync(file, bytes)
  console.log(`web/docs/picture.png: ${width} × ${height}, ${bytes.length} bytes`)
} finally {
  await browser.close()
}
