/**
 * The case folders once more, each table in other dresses: delimiters, quotes, line ends, encodings,
 * a workbook, JSON, columns the other way round or by other names, two files. Figures, counts of rows and findings stay the same to
 * the letter; only what says how the file was written may differ.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import createCore from '../../../wasm/module.js'
import type { Report, Settings } from '../../../web/src/engine/documents.js'
import { InProcessEngine } from '../../../web/src/package/engine.js'
import { workbook } from './make_workbook.js'

const wasm = 'build/wasm/upgrade_rate_wasm.wasm'
const skip = existsSync(wasm) ? false : 'the WebAssembly module is not built'
const folder = 'tests/data'

type Table = string[][]

/** RFC 4180 with commas; null where the file is anything else, or not as wide in every row. */
function tableOf(text: string): Table | null {
  if (/["\t;\r\ufffd]/.test(text)) return null
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const width = rows[0]?.length ?? 0
  const whole = rows.length > 2 && width > 1 && rows.every((row) => row.length === width)
  const named = new Set(rows[0]).size === width && !rows[0]?.some((name) => /^\s*$/.test(name))
  return whole && named ? rows : null
}

const lines = (table: Table, mark: string, end: string, cell = (text: string) => text) =>
  table.map((row) => row.map(cell).join(mark) + end).join('')
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const utf16 = (text: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const inSheet = (text: string) =>
  text === ''
    ? '<c/>'
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const asObjects = ([header = [], ...rows]: Table) =>
  rows.map(
    (row) =>
      `{${row.map((text, i) => `${JSON.stringify(header[i])}:${JSON.stringify(text)}`).join(',')}}`,
  )

const dresses: { [name: string]: (table: Table) => string | Uint8Array } = {
  semicolons: (table) => lines(table, ';', '\n'),
  'tabs, CRLF and a mark of UTF-8': (table) => `\ufeff${lines(table, '\t', '\r\n')}`,
  'pipes, lone CR': (table) => lines(table, '|', '\r'),
  quotes: (table) => lines(table, ',', '\r\n', quoted),
  'UTF-16': (table) => utf16(lines(table, ',', '\n')),
  workbook: (table) =>
    workbook({
      sheets: [{ rows: table.map((row) => `<row>${row.map(inSheet).join('')}</row>`).join('') }],
    }),
  JSON: (table) => `[${asObjects(table).join(',\n')}]`,
  'a line of JSON a row': (table) => asObjects(table).join('\n'),
  'columns the other way round': (table) =>
    lines(
      table.map((row) => row.toReversed()),
      ',',
      '\n',
    ),
}

/** What else a column may be called. */
const otherNames: { [part: string]: string } = {
  customer: 'Kundennr.',
  date: 'Wechseldatum',
  plan: 'Tarif',
  value: 'Betrag',
  quantity: 'Lizenzen',
  start: 'Vertragsbeginn',
  end: 'Vertragsende',
  status: 'Vertragsstatus',
  subscription: 'Vertrags-Nr',
  interval: 'Zahlungsrhythmus',
  currency: 'Währung',
  fromPlan: 'Tarif vorher',
  toPlan: 'Tarif nachher',
  type: 'Bewegungsart',
  valueBefore: 'Wert vorher',
  valueAfter: 'Wert nachher',
}

/** Null where a name says more than which part the column plays. */
function renamed([header = [], ...rows]: Table, { data, notes }: Report): Table | null {
  const known = notes.some(({ code }) => code === 'system.known' || code === 'tiers.unknown')
  if (known || header.some((name) => /cancel|change|delta|cents|movement$/i.test(name))) return null
  const partOf = new Map(data.columns.map(({ name, part }) => [name, part ?? '']))
  return [header.map((name) => otherNames[partOf.get(name) ?? ''] ?? name), ...rows]
}

/** The rows in two files. Null where half of them does not show how they are read. */
function halves([header = [], ...rows]: Table, { data, notes }: Report): Table[] | null {
  const shapes = ['planHistory', 'subscriptions', 'changes', 'movements', 'flags', 'totals']
  const whole = notes.some(({ code }) => code === 'fileReversed')
  if (whole || rows.length < 4 || !shapes.includes(data.shape)) return null
  const half = rows.length >> 1
  return [
    [header, ...rows.slice(0, half)],
    [header, ...rows.slice(half)],
  ]
}

/** What must not differ. */
function figures(report: Report): string {
  const { settings, data, ledger, notes, ...rest } = report
  const { columns, ...found } = data
  const { problems, ...counts } = ledger
  return JSON.stringify({ found, counts, ...rest })
}

interface Case {
  name: string
  table: Table
  settings: Settings
}

function cases(): Case[] {
  return readdirSync(folder).flatMap((name): Case[] => {
    const input = `${folder}/${name}/input.csv`
    if (!existsSync(input) || !existsSync(`${folder}/${name}/expected.json`)) return []
    const settings = JSON.parse(readFileSync(`${folder}/${name}/settings.json`, 'utf8')) as Settings
    const table = tableOf(readFileSync(input, 'utf8'))
    // How this very file is written, where the settings say so, is not how its dresses are.
    return table && !settings.files ? [{ name, table, settings }] : []
  })
}

async function reportOf(
  engine: InProcessEngine,
  data: string | Uint8Array | string[],
  settings: Settings,
) {
  const files = Array.isArray(data) ? data : [data]
  await engine.load(
    files.map((data, i) => ({ name: `input ${i}`, data })),
    settings,
  )
  return engine.report(settings)
}

const all = skip ? [] : cases()
test('there are case folders to dress', { skip }, () => {
  assert.ok(all.length >= 20, `${all.length}`)
})

for (const { name, table, settings } of all)
  test(`${name}, however it is written`, async () => {
    const engine = new InProcessEngine(() => createCore({ wasmBinary: readFileSync(wasm) }))
    const plain = await reportOf(engine, lines(table, ',', '\n'), settings)
    // The columns of a matrix are in order; and a line with totals begins with that word.
    const ordered = plain.data.shape === 'matrix' || 'row.totalsLine' in plain.ledger.problemCounts
    for (const [dress, made] of Object.entries(dresses)) {
      if (ordered && dress === 'columns the other way round') continue
      const report = await reportOf(engine, made(table), settings)
      assert.equal(figures(report), figures(plain), dress)
    }
    const byOtherNames = renamed(table, plain)
    if (byOtherNames) {
      const report = await reportOf(engine, lines(byOtherNames, ',', '\n'), settings)
      assert.equal(figures(report), figures(plain), 'other names')
    }
    const files = halves(table, plain)?.map((half) => lines(half, ',', '\n'))
    if (files) {
      const report = await reportOf(engine, files, settings)
      // Half of the dates may be read either way; then the page says what it assumed.
      const assumed = report.notes.some(({ code }) => code === 'dates.assumed')
      if (!assumed) assert.equal(figures(report), figures(plain), 'two files')
    }
    engine.dispose()
  })

test('a column in the table, or in a table of customers beside it', { skip }, async () => {
  const history = readFileSync(`${folder}/worked-example/input.csv`, 'utf8')
  const [header = [], ...rows] = tableOf(history) ?? []
  const place = header.indexOf('customer')
  const regionOf = (name: string) => ['EMEA', 'APAC', 'AMER'][name.charCodeAt(name.length - 1) % 3]
  const beside = [...new Set(rows.map((row) => row[place] ?? ''))]
  const inside = [[...header, 'region'], ...rows.map((row) => [...row, regionOf(row[place] ?? '')])]
  const engine = new InProcessEngine(() => createCore({ wasmBinary: readFileSync(wasm) }))
  for (const more of [{}, { filters: [{ column: 'region', in: ['EMEA', 'APAC'] }] }]) {
    const settings = { today: '2026-01-31', segmentBy: ['region'], ...more } as Settings
    const together = await reportOf(engine, lines(inside as Table, ',', '\n'), settings)
    const apart = await reportOf(
      engine,
      [history, `customer,region\n${beside.map((name) => `${name},${regionOf(name)}\n`).join('')}`],
      settings,
    )
    assert.ok((together.segments?.[0]?.rows.length ?? 0) > 1)
    const { found, headline, periods, segments } = JSON.parse(figures(together))
    const other = JSON.parse(figures(apart))
    assert.deepEqual(other, { ...other, found, headline, periods, segments })
  }
  engine.dispose()
})
