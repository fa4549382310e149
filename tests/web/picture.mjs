/**
 * Takes the picture of the README: web/docs/picture.png, the answer to the plan-history sample, in
 * light and in dark side by side. Run after web/build: `node tests/web/picture.mjs`.
 *
 * Method: Chromium (the variable CHROMIUM names another) opens dist/index.html from disk, once per
 * theme; a third page sets both pictures beside each other and is photographed in turn. The sample
 * is seeded and today is fixed, so the figures stay the same; letters are those of the machine's
 * fonts.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

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

try {
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
