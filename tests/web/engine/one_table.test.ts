/**
 * One table brought in every form gives one report, by the built WebAssembly module. The forms are
 * made here, each from the same rows.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import createCore from '../../../wasm/module.js'
import type { FileFound, Settings, Summary } from '../../../web/src/engine/documents.js'
import { InProcessEngine } from '../../../web/src/package/engine.js'
import { type SheetParts, workbook } from './make_workbook.js'

const wasm = 'build/wasm/upgrade_rate_wasm.wasm'
const skip = existsSync(wasm) ? false : 'the WebAssembly module is not built'
const today: Settings = { today: '2025-01-01' }

const engine = () => new InProcessEngine(() => createCore({ wasmBinary: readFileSync(wasm) }))
const day = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)

/** Names with every sign that a delimiter could be taken from. */
const rows = Array.from({ length: 400 }, (_, i) => ({
  customer: `Ann; Bob | Co, "${i % 120}" \\`,
  serial: 44_927 + ((i * 37) % 700),
  plan: ['basic', 'pro', 'team'][Math.floor(i / 120) % 3] as string,
  value: 10 * (1 + (Math.floor(i / 120) % 3)) + 0.1 + 0.2,
}))

const csv = `customer,date,plan,value\r\n${rows
  .map(
    ({ customer, serial, plan, value }) =>
      `"${customer.replaceAll('"', '""')}",${day(serial)},${plan},${value.toFixed(1)}\r\n`,
  )
  .join('')}`

const objects = rows.map(
  ({ customer, serial, plan, value }) =>
    `${JSON.stringify({ customer, date: day(serial), plan }).slice(0, -1)},"value":${value.toFixed(1)}}`,
)
const list = `{"object":"list","data":[${objects.join(',\n')}]}`

const text = (value: string) =>
  `<c t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</t></is></c>`
const table: SheetParts = {
  name: 'Plans',
  rows: `<row>${['customer', 'date', 'plan', 'value'].map(text).join('')}</row>${rows
    .map(
      ({ customer, serial, plan, value }) =>
        `<row>${text(customer)}<c s="1"><v>${serial}</v></c>${text(plan)}<c><v>${value}</v></c></row>`,
    )
    .join('')}`,
}
const totals: SheetParts = {
  name: 'Totals',
  state: 'hidden',
  rows: `<row>${['period', 'total', 'upgraded'].map(text).join('')}</row><row>${text('2024-Q1')}<c><v>400</v></c><c><v>72</v></c></row>`,
}
const cover: SheetParts = { name: 'Cover', rows: `<row>${text('Exported by hand')}</row>` }
const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
const book = workbook({ sheets: [cover, table, totals], styles })

test('CSV, JSON and a workbook, packed or not, give the same report', {
  skip,
}, async () => {
  const reports: string[] = []
  for (const data of [
    csv,
    gzipSync(csv),
    list,
    gzipSync(objects.join('\n')),
    book,
    gzipSync(book),
  ]) {
    const core = engine()
    await core.load([{ name: 'plans', data }], today)
    const report = await core.report()
    const [file] = report.settings.files ?? []
    assert.equal(file?.sheet, reports.length < 4 ? null : 'Plans')
    assert.deepEqual([file?.delimiter, file?.quote, file?.encoding], [',', '"', 'utf-8'])
    assert.equal(report.ledger.used, 400)
    const files = [{ ...file, sheet: null }]
    reports.push(JSON.stringify({ ...report, settings: { ...report.settings, files } }))
    core.dispose()
  }
  for (const report of reports) assert.equal(report, reports[0])
})

const withoutGuesses = ({ guess, runnerUp, ...file }: FileFound) => file

test('the sheets are told, and another one can be chosen', { skip }, async () => {
  const core = engine()
  const sheets = [
    { name: 'Cover', hidden: false },
    { name: 'Plans', hidden: false },
    { name: 'Totals', hidden: true },
  ]
  const summary = await core.load([{ name: 'book.xlsx', data: book }], today)
  assert.deepEqual(summary.files.map(withoutGuesses), [
    { name: 'book.xlsx', rows: 400, shape: 'planHistory', sheets, sheet: 'Plans' },
  ])
  const first = await core.report()
  assert.equal(await core.table(), csv)
  const other = await core.report({ ...today, files: [{ name: 'book.xlsx', sheet: 'Totals' }] })
  assert.deepEqual([other.headline?.numerator, other.headline?.base], [72, 400])
  assert.equal(other.settings.files?.[0]?.sheet, 'Totals')
  assert.deepEqual(await core.report(first.settings), first, 'back by the report’s own settings')
  assert.deepEqual(await core.report(today), first, 'and by none')
  core.dispose()
})

test('a sheet that cannot be used, or is not there, tells which there are', { skip }, async () => {
  const core = engine()
  const found = (sheet: string | null) => (error: { found: Summary }) => {
    assert.equal(error.found.files[0]?.sheets?.length, 3)
    assert.equal(error.found.files[0]?.sheet, sheet)
    return true
  }
  const files = (sheet: string) => ({ ...today, files: [{ sheet }] })
  await assert.rejects(core.load([{ name: 'a', data: book }], files('Cover')), found('Cover'))
  await assert.rejects(core.report(files('Sheet1')), found(null))
  assert.equal((await core.report(files('Plans'))).ledger.used, 400)
  core.dispose()
})

test('a table that is no workbook has no sheet, whatever is asked for', { skip }, async () => {
  const core = engine()
  const settings: Settings = { ...today, files: [{ sheet: 'Plans' }] }
  const summary = await core.load([{ name: 'a', data: csv }], settings)
  assert.deepEqual(summary.files.map(withoutGuesses), [
    { name: 'a', rows: 400, shape: 'planHistory' },
  ])
  assert.equal((await core.report()).settings.files?.[0]?.sheet, null)
  core.dispose()
})

test('progress counts the bytes of the file', { skip }, async () => {
  for (const data of [gzipSync(csv), book]) {
    const core = engine()
    const told: number[][] = []
    await core.load([{ name: 'a', data }], today, {
      onProgress: ({ bytes, totalBytes }) => told.push([bytes, totalBytes]),
    })
    const [bytes = 0, total] = told.at(-1) ?? []
    assert.equal(bytes, total)
    assert.ok(bytes > 500 && bytes <= data.length, `${bytes} of ${data.length}`)
    core.dispose()
  }
})
