/**
 * The whole way round: a sample of a table on the page, the SQL that follows from it, run in DuckDB over
 * the whole table, and what it prints pasted: then the page says what it says of the rows themselves.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asCsv, duckdb } from '../../warehouse/engines.mjs'
import { answered, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { assertSame, reportOf, shown } from './figures.mjs'

const table = planHistory(4000)
const [header = '', ...lines] = table.trim().split('\n')
const cells = lines.map((line) => line.split(','))

/** @param {string} sql the table that it prints, as a warehouse exports it */
async function printed(sql) {
  const engine = await duckdb()
  try {
    await engine.load('plan changes', header.split(','), cells)
    const rows = /** @type {(string | null)[][]} */ (await engine.run(sql))
    return asCsv(['part,start,end,name,other,currency,measure,value'.split(','), ...rows])
  } finally {
    await engine.close()
  }
}

test('a sample, the SQL, its table: the answer is that of the rows', async () => {
  const { page, end } = await open()
  // Enough rows that every plan is there; they come in the order of customers.
  await paste(page, [header, ...lines.slice(0, 300)].join('\n'))
  await answered(page)
  await page.locator('[data-focus="warehouse"]').click()
  const form = page.locator('.warehouse')
  await form.getByText('Still to be named: Table or view').waitFor()
  await page.locator('[data-focus="warehouse-dialect"]').selectOption('duckdb')
  const from = page.locator('[data-focus="warehouse-from"]')
  await from.fill('"plan changes"')
  await from.press('Enter')
  const area = form.locator('.snippet textarea')
  await area.waitFor()
  const csv = await printed(await area.inputValue())
  const tiers = await page.locator('[data-focus="warehouse-tiers"]').inputValue()
  const names = tiers.split('\n')
  await paste(page, csv)
  await eventually(async () =>
    assert.match((await page.locator('.masthead').textContent()) ?? '', /Pasted table/),
  )
  await answered(page)
  const plans = [
    ...names.map((plan, i) => ({ plan, role: 'tier', tier: i + 1 })),
    { plan: 'trial', role: 'prospect' },
    { plan: 'cancelled', role: 'none' },
  ]
  const report = await reportOf(table, { plans })
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await eventually(async () => assertSame(await shown(page), report, 'en-US'))
  await end()
})
