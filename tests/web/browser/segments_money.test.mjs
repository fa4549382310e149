/**
 * Segments, mix, filters and money in the real page, in English and in German, on the tables of the
 * case folders: what is chosen there and what stands there is what the package reports for the same
 * table and choices.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { reportOf } from './figures.mjs'
import { steps } from './money_figures.mjs'

/** @param {string} folder */
const table = (folder) => readFileSync(`tests/data/${folder}/input.csv`, 'utf8')

const languages = { 'en-US': 'Only customers with', 'de-DE': 'Nur Kunden mit' }

/** Rows of the first table of a part. @param {import('playwright-core').Page} page @param {string} part */
const rows = (page, part) =>
  page.evaluate(
    (asked) =>
      [...(document.querySelector(`${asked} table`)?.querySelectorAll('tbody tr') ?? [])].map(
        (row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
      ),
    part,
  )

/** A page in one language with a case folder's table. @param {string} locale @param {string} folder */
async function brought(locale, folder) {
  const { page, end } = await open({ locale })
  await paste(page, table(folder))
  await answered(page)
  return { page, end }
}

for (const [locale, only] of Object.entries(languages)) {
  const count = (/** @type {number} */ n) => n.toLocaleString(locale)

  test(`${locale}: segments by a column that is chosen, and their mix`, async () => {
    const { page, end } = await brought(locale, 'segments-and-filters')
    await page.locator('[data-focus="split-region"]').click()
    const report = await reportOf(table('segments-and-filters'), { segmentBy: ['region'] })
    const [found] = report.segments ?? []
    assert.ok(found && found.rows.length > 1)
    await eventually(async () => {
      const shown = await rows(page, '.part.segments')
      assert.deepEqual(
        shown.map(([, base, counted]) => [base, counted]),
        found.rows.map((row) => [count(row.base), count(row.numerator)]),
      )
      assert.deepEqual(
        shown.map(([value]) => value).filter((value) => !value?.startsWith('(')),
        found.rows.map(({ value }) => value).filter((value) => value !== ''),
      )
    })
    assert.ok((await page.locator('.part.segments .told').textContent())?.trim())
    if (found.mix) {
      const mixed = await rows(page, '.part.mix')
      assert.equal(mixed.length >= found.mix.rows.length, true, 'every segment has its part')
    }
    await end()
  })

  test(`${locale}: a condition on customers, said above the answer and taken back`, async () => {
    const { page, end } = await brought(locale, 'segments-and-filters')
    const csv = table('segments-and-filters')
    const formula = page.locator('.answer .formula')
    const all = await formula.textContent()
    await page.locator('[data-focus="split-region"]').click()
    await page
      .locator('.groups', { has: page.locator('[data-focus^="filter-"]') })
      .evaluate((groups) => groups.setAttribute('open', ''))
    await page.locator('[data-focus="filter-region-EMEA"]').check()
    const filters = [{ column: 'region', in: ['EMEA'] }]
    const { headline } = await reportOf(csv, { segmentBy: ['region'], filters })
    await eventually(async () => {
      const said = (await formula.textContent()) ?? ''
      assert.ok(said.includes(count(headline?.base ?? -1)), `${said}: ${headline?.base}`)
      assert.match((await page.locator('.conditions').textContent()) ?? '', /region: EMEA/)
    })
    assert.equal(await page.locator('.conditions').getAttribute('aria-label'), only)
    await page.locator('[data-focus="unfilter-region"]').click()
    await eventually(async () => assert.equal(await formula.textContent(), all))
    await end()
  })

  test(`${locale}: money for each currency, its bridge from start to end`, async () => {
    const { page, end } = await brought(locale, 'prices-and-currencies')
    const { headline } = await reportOf(table('prices-and-currencies'))
    const currencies = Object.keys(headline?.value ?? {})
    assert.ok(currencies.length > 1)
    const parts = page.locator('.part.money-in')
    await eventually(async () => assert.equal(await parts.count(), currencies.length))
    for (const [i, currency] of currencies.entries()) {
      const money = headline?.value?.[currency]
      assert.ok(money)
      const bridge = await parts
        .nth(i)
        .evaluate((part) =>
          [...(part.querySelector('table')?.querySelectorAll('tbody tr') ?? [])].map((row) =>
            [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
          ),
        )
      const moved = steps.filter((step) => money[step] !== 0)
      assert.equal(bridge.length, moved.length + 2, `${currency}: opening, ${moved}, closing`)
    }
    await end()
  })
}
