/** One table as CSV, packed CSV and workbook, read by the package in a worker in Chromium. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { answer, document, launch, renderersOf, serve, wasmBytes } from '../browser.mjs'
import { dist, here, work } from '../places.mjs'
import { forget, nowKb, peakKb } from '../process_memory.mjs'
import { count, median, megabytes, ms, print } from '../table.mjs'

const ROWS = 100_000
const HEADER = ['customer', 'date', 'plan', 'value', 'quantity', 'region', 'email', 'note']
const PLANS = ['basic', 'team', 'pro', 'enterprise']
const REGIONS = ['EMEA', 'Americas', 'APAC']

/** Texts are shared, as spreadsheets save them: half of them of their own, half repeated. */
function rows() {
  return Array.from({ length: ROWS }, (_, i) => {
    const customer = (i * 7919) % 30_000
    const serial = 44_562 + ((i * 37) % 1000)
    const date = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
    const plan = PLANS[(i >> 13) % 4]
    const texts = [
      `C${customer}`,
      plan,
      REGIONS[customer % 3],
      `c${customer}@example.com`,
      `note ${i}`,
    ]
    return { texts, serial, date, value: (customer % 97) + 0.9, quantity: 1 + (i % 20) }
  })
}

const csv = (all) =>
  `${HEADER.join(',')}\n${all
    .map(({ texts: [customer, plan, region, email, note], date, value, quantity }) =>
      [customer, date, plan, value, quantity, region, email, note].join(','),
    )
    .join('\n')}\n`

function workbook(all) {
  const places = new Map()
  const text = (value) => {
    if (!places.has(value)) places.set(value, places.size)
    return `t="s"><v>${places.get(value)}</v></c>`
  }
  const row = (cells, at) =>
    `<row r="${at}" spans="1:8">${cells.map((cell, i) => `<c r="${'ABCDEFGH'[i]}${at}" ${cell}`).join('')}</row>`
  const number = (value) => `><v>${value}</v></c>`
  const body = all.map(
    ({ texts: [customer, plan, region, email, note], serial, value, quantity }, i) =>
      row(
        [
          text(customer),
          `s="1"${number(serial)}`,
          text(plan),
          number(value),
          number(quantity),
          text(region),
          text(email),
          text(note),
        ],
        i + 2,
      ),
  )
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const related = (id, type, target) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${related('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Plans" sheetId="1" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${related('a', 'worksheet', 'worksheets/sheet1.xml')}${related('b', 'styles', 'styles.xml')}${related('c', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row(HEADER.map(text), 1)}${body.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${[...places.keys()].map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  )
}

function files() {
  mkdirSync(work, { recursive: true })
  const all = rows()
  const text = csv(all)
  const forms = { CSV: text, 'CSV in gzip': gzipSync(text), workbook: workbook(all) }
  return Object.entries(forms).map(([form, content], at) => {
    const path = join(work, `forms-${at}`)
    writeFileSync(path, content)
    return { form, path, bytes: content.length }
  })
}

/** Each in a new browser; what the worker has to compile was compiled for a small table before. */
async function once(origin, path) {
  const browser = await launch()
  const page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => globalThis.started === true)
  const small = join(work, 'forms-small')
  writeFileSync(small, csv(rows().slice(0, 2000)))
  const given = { settings: [{ today: '2026-01-01' }] }
  await answer(page, small, given)
  const ids = await renderersOf(browser)
  const before = Object.fromEntries(ids.map((id) => [id, nowKb(id)]))
  for (const id of ids) forget(id)
  const { loadMs, reports } = await answer(page, path, given)
  const above = Math.max(...ids.map((id) => peakKb(id) - before[id])) * 1024
  const result = { loadMs, above, wasm: await wasmBytes(page), used: reports[0].ledger.used }
  await browser.close()
  return result
}

export async function run({ repeat }) {
  const server = await serve(
    { '/in_page/': join(here, 'in_page/'), '/package/': join(dist, 'package/') },
    { '/': document('/in_page/engine.js') },
  )
  const lines = []
  for (const { form, path, bytes } of files()) {
    const taken = []
    for (let i = 0; i < repeat; i++) taken.push(await once(server.origin, path))
    const of = (key) => median(taken.map((one) => one[key]))
    lines.push([
      form,
      megabytes(bytes),
      ms(of('loadMs')),
      megabytes(of('above')),
      megabytes(of('wasm')),
      count(of('used')),
    ])
  }
  server.close()
  print(
    `One table in Chromium, ${count(ROWS)} rows of ${HEADER.length} cells`,
    ['', 'file', 'read', 'memory above ready', 'of it and before, WebAssembly', 'rows used'],
    lines,
  )
}
