/**
 * The rows that are not used, in the real page: downloaded as they came, of each file, in both
 * languages; and the value of movements, which the reader says where the rows do not.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { reportOf } from './figures.mjs'

const folder = (/** @type {string} */ name) =>
  readdirSync(`tests/data/${name}`)
    .filter((file) => file.startsWith('input'))
    .sort()
    .map((file) => `tests/data/${name}/${file}`)

/** What a button downloads, and by which name. @param {import('playwright-core').Page} page @param {import('playwright-core').Locator} button */
async function downloaded(page, button) {
  const coming = page.waitForEvent('download')
  await button.click()
  const download = await coming
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

/** Of each file two buttons. @param {import('playwright-core').Page} page */
const buttons = (page) => page.locator('[data-download=setAside]')

for (const [locale, name] of /** @type {const} */ ([
  ['en-US', 'input.csv not used.csv'],
  ['de-DE', 'input.csv nicht verwendet.csv'],
])) {
  test(`${locale}: rows that are not used, each behind its line and the reason`, async () => {
    const { page, end } = await open({ locale })
    await page.locator('input[type=file]').setInputFiles(folder('rejected-rows'))
    await answered(page)
    const given = readFileSync('tests/data/rejected-rows/input.csv', 'utf8').split('\n')
    const found = await downloaded(page, buttons(page))
    assert.equal(found.name, name)
    const [header, ...rows] = found.text.trimEnd().split('\r\n')
    assert.equal(header, `line,reason,${given[0]}`)
    const { ledger } = await reportOf(given.join('\n'))
    assert.equal(rows.length, ledger.rows - ledger.used)
    assert.ok(rows.length >= 4)
    for (const row of rows) {
      const [, line = '', code = '', cells] = row.match(/^(\d+),([a-zA-Z.]+),(.*)$/) ?? []
      assert.equal(cells, given[Number(line) - 1])
      assert.ok(code in ledger.problemCounts, code)
    }
    await end()
  })
}

test('several files have a button each', async () => {
  const { page, end } = await open()
  await page.locator('input[type=file]').setInputFiles(folder('customer-table'))
  await answered(page)
  assert.equal(await buttons(page).count(), 2)
  const crm = await downloaded(page, buttons(page).nth(1))
  assert.match(crm.text, /^line,reason,/)
  assert.match(crm.text, /lookup\.superseded|lookup\.unmatched/)
  await end()
})

test('a table whose rows are all used has nothing to download but itself', async () => {
  const { page, end } = await open()
  await paste(page, readFileSync('tests/data/all-detected/input.csv', 'utf8'))
  await answered(page)
  assert.equal(await buttons(page).count(), 0)
  assert.equal(await page.locator('[data-download=all]').count(), 1)
  await end()
})

test('the reader says what the value of movements is, and takes it back', async () => {
  const { page, end } = await open()
  const [path = ''] = folder('movements-value-unclear')
  const text = readFileSync(path, 'utf8')
  await paste(page, text)
  await answered(page)
  const menu = page.locator('[data-focus="set-movement-values"]')
  assert.equal(await page.locator('.part.money-in').count(), 0)
  await menu.selectOption({ label: 'the difference, with its sign' })
  const { headline } = await reportOf(text, { movementValues: 'delta' })
  assert.equal(headline?.value[''] !== undefined, true)
  await eventually(async () => assert.equal(await page.locator('.part.money-in').count(), 1))
  await page.locator('[data-focus="undo"]').click()
  await eventually(async () => assert.equal(await page.locator('.part.money-in').count(), 0))
  await end()
})
