/** Accessibility by axe-core's rules, in each state of the page; 320 and 280 pixels hold it too. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { states } from '../pictures/states.mjs'
import { answered, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'

const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** @param {import('playwright-core').Page} page */
async function violations(page) {
  // As a script of the tool's own: the page's policy would not let it in.
  const result = await page.evaluate(
    `(() => { const module = undefined, exports = undefined; ${rules}; return window.axe.run(document, { resultTypes: ['violations'] }) })()`,
  )
  return result.violations.map(
    (/** @type {any} */ found) =>
      `${found.id}: ${found.nodes.map((/** @type {any} */ node) => node.target.join(' '))}`,
  )
}

/** @param {import('playwright-core').Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The guide without data, all of it open. @param {import('playwright-core').Page} page */
const empty = (page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details'))
      one.open = one.closest('.guide') !== null
  })

/** @param {import('playwright-core').Page} page */
async function answer(page) {
  await paste(page, planHistory(1500))
  await answered(page)
  const said = page.locator('.full .say')
  const before = await said.textContent()
  // Settings of a file in force, a period pinned beside another, a stretch drawn.
  await page.locator('[data-focus="load-settings"]').setInputFiles({
    name: 'settings.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schema":1,"dataUntil":"2025-06-01"}'),
  })
  await page.locator('.settings-file + .notes').waitFor()
  // A chart that is drawn anew for these settings forgets what was picked before.
  await eventually(async () => assert.notEqual(await said.textContent(), before))
  await answered(page)
  await page.locator('.trend-section [role=slider]').focus()
  for (const key of ['p', 'ArrowLeft', 'Shift+ArrowLeft']) await page.keyboard.press(key)
  await page.locator('.compared').waitFor()
  await page.locator('[data-focus=columns]').click()
  for (const more of await page.locator('.more summary').all()) await more.click()
  await page.locator('.guide summary').first().waitFor()
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('.guide details, .twin'))
      one.setAttribute('open', '')
  })
}

/**
 * Each state in light at 1280 pixels and in dark at 320; the first three in German as well, whose
 * words are longer.
 * @type {[name: string, bring: (page: import('playwright-core').Page) => Promise<void>, locale?: string][]}
 */
const all = [
  ['empty', empty],
  ['answer', answer],
  ['error', states.error],
  ['empty, German', empty, 'de-DE'],
  ['answer, German', answer, 'de-DE'],
  ['error, German', states.error, 'de-DE'],
  ...['loading', 'typed', 'table', 'little', 'huge', 'long', 'rtl', 'one', 'many', 'segments'].map(
    (name) => [name, states[name]],
  ),
]
for (const [name, bring, locale = 'en-US'] of all)
  test(`${name}: no violation in light and dark, nothing wider than 1280, 320 or 280 pixels`, async () => {
    const { page, end } = await open({ reducedMotion: 'reduce', locale })
    await bring(page)
    for (const width of [1280, 320, 280]) {
      await page.emulateMedia({ colorScheme: width === 1280 ? 'light' : 'dark' })
      await page.setViewportSize({ width, height: 800 })
      await page.waitForTimeout(150)
      assert.equal(await overflow(page), 0, `${width} pixels`)
      if (width !== 280) assert.deepEqual(await violations(page), [], `${width} pixels`)
    }
    await end()
  })
