/** A table in gzip, in several streams, and in a workbook, in the page: read under its own policy. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { answered, choose, eventually, open } from './browser.mjs'
import { planHistory } from './data.mjs'
import { assertSame, reportOf, shown } from './figures.mjs'

const history = planHistory(3000)
const other = planHistory(500, 11)

/** @param {string} csv */
const cells = (csv) =>
  csv
    .trim()
    .split('\n')
    .map(
      (line) =>
        `<row>${line
          .split(',')
          .map((cell) =>
            /^\d+$/.test(cell) ? `<c><v>${cell}</v></c>` : `<c t="str"><v>${cell}</v></c>`,
          )
          .join('')}</row>`,
    )
    .join('')

/** @param {{ [sheet: string]: string }} sheets names and their rows as CSV */
function workbook(sheets) {
  const names = Object.keys(sheets)
  const related = (/** @type {string} */ type, /** @type {string} */ target, id = 'a') =>
    `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`
  const parts = Object.fromEntries(
    names.map((name, i) => [
      `xl/sheet${i}.xml`,
      `<worksheet><sheetData>${cells(sheets[name] ?? '')}</sheetData></worksheet>`,
    ]),
  )
  parts['[Content_Types].xml'] = '<Types/>'
  parts['_rels/.rels'] =
    `<Relationships>${related('officeDocument', 'xl/workbook.xml')}</Relationships>`
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${names.map((_, i) => related('worksheet', `sheet${i}.xml`, `s${i}`)).join('')}</Relationships>`
  parts['xl/workbook.xml'] =
    `<workbook><sheets>${names.map((name, i) => `<sheet name="${name.replace('&', '&amp;')}" r:id="s${i}"/>`).join('')}</sheets></workbook>`
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  )
}

/** @param {string} name @param {Uint8Array} bytes */
const given = (name, bytes) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

/** @param {import('playwright-core').Page} page @param {string} csv */
async function assertReads(page, csv) {
  await answered(page)
  const report = await reportOf(csv)
  const table = page.getByRole('button', { name: 'Table', exact: true })
  if ((await table.getAttribute('aria-pressed')) !== 'true') await table.click()
  await eventually(async () => assertSame(await shown(page), report))
}

const half = history.indexOf('\n', history.length / 2) + 1
const forms = {
  'one stream': gzipSync(history),
  'two streams': Buffer.concat([gzipSync(history.slice(0, half)), gzipSync(history.slice(half))]),
}

for (const [what, bytes] of Object.entries(forms))
  test(`a table in gzip, ${what}, reads as the table`, async () => {
    const { page, end } = await open()
    await choose(page, given('history.csv.gz', bytes))
    await assertReads(page, history)
    await end()
  })

test('a workbook reads as its sheet, and another sheet can be chosen', async () => {
  const { page, end } = await open()
  const bytes = workbook({ Cover: 'Export of today', Plans: history, 'Old & more': other })
  await choose(page, given('book.xlsx', bytes))
  await answered(page)
  await page.getByText('Sheet Plans').waitFor()
  await assertReads(page, history)
  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByLabel(/^Sheet/)
  assert.equal(await menu.inputValue(), 'Plans')
  await menu.selectOption('Old & more')
  await page.getByText('Sheet Old & more').waitFor()
  await assertReads(page, other)
  await menu.selectOption('Cover')
  await page.getByRole('alert').waitFor()
  await menu.selectOption('Plans')
  await assertReads(page, history)
  await end()
})

test('what is cut off, or made to swell, is refused in plain words', async () => {
  const { page, end } = await open()
  const cut = forms['one stream'].subarray(0, 3000)
  await choose(page, given('history.csv.gz', cut))
  await page.getByRole('alert').getByText('damaged or was cut off').first().waitFor()
  const swelling = Buffer.concat([Buffer.from(history), Buffer.alloc(100 << 20, '\n')])
  await choose(page, given('bomb.gz', gzipSync(swelling)))
  await page.getByRole('alert').getByText('too much').first().waitFor()
  const book = workbook({ Plans: history })
  await choose(page, given('book.xlsx', book.subarray(0, book.length - 30)))
  await page.getByRole('alert').getByText('damaged or was cut off').first().waitFor()
  await choose(page, given('book.xlsx', book))
  await assertReads(page, history)
  await end()
})
