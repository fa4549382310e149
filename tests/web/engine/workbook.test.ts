/** Which sheet is read, and what is no workbook, or a broken one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { openContent } from '../../../web/src/engine/content.js'
import {
  contentText,
  lines,
  oneSheet,
  packed,
  sourceOf,
  workbook,
  workbookParts,
} from './make_workbook.js'

const row = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`
const table = row('customer', 'plan') + row('a', 'pro')
const damaged = { name: 'UpgradeRateError', code: 'input.damaged', where: 'book.xlsx' }
const tooLarge = { name: 'UpgradeRateError', code: 'input.tooLarge', where: 'book.xlsx' }

const open = (bytes: Uint8Array, sheet: string | null = null) => openContent(sourceOf(bytes), sheet)

test('the first visible sheet with two rows is read, and all are told', async () => {
  const bytes = workbook({
    sheets: [
      { name: 'Secret', state: 'veryHidden', rows: table },
      { name: 'Cover', rows: `${row('Export')}<row r="9"><c s="3"/></row>` },
      { name: 'A &amp; B', rows: table },
      { name: 'Old', state: 'hidden', rows: table },
      { name: 'More', rows: table },
    ],
  })
  const content = await open(bytes)
  assert.equal(content.sheet, 'A & B')
  assert.deepEqual(content.sheets, [
    { name: 'Secret', hidden: true },
    { name: 'Cover', hidden: false },
    { name: 'A & B', hidden: false },
    { name: 'Old', hidden: true },
    { name: 'More', hidden: false },
  ])
  assert.deepEqual(await lines(bytes), ['customer,plan', 'a,pro'])
  assert.deepEqual(await lines(bytes, 'Cover'), ['Export'])
  assert.equal((await open(bytes, 'Secret')).sheet, 'Secret')
})

test('where no sheet has two rows, the first visible one is read', async () => {
  const sheets = [
    { name: 'H', state: 'hidden', rows: '' },
    { name: 'One', rows: row('x') },
    { name: 'Two', rows: '' },
  ]
  assert.equal((await open(workbook({ sheets }))).sheet, 'One')
  const allHidden = sheets.map((sheet) => ({ ...sheet, state: 'hidden' }))
  assert.equal((await open(workbook({ sheets: allHidden }))).sheet, 'H')
})

test('a sheet that is not there is refused with the names of those that are', async () => {
  const bytes = workbook({
    sheets: [
      { name: 'One', rows: table },
      { name: 'Two', rows: table },
    ],
  })
  await assert.rejects(
    open(bytes, 'Three'),
    (error: { code: string; advice: string; found: object }) => {
      assert.equal(error.code, 'input.sheetMissing')
      assert.match(error.advice, /"Three".*"One", "Two"/)
      const sheets = [
        { name: 'One', hidden: false },
        { name: 'Two', hidden: false },
      ]
      const files = [{ name: 'book.xlsx', rows: 0, shape: null, sheets, sheet: null }]
      assert.deepEqual(error.found, { files, rows: 0, columns: [] })
      return true
    },
  )
})

test('chart sheets are no sheets', async () => {
  const parts = workbookParts({
    sheets: [
      { name: 'Chart', rows: table },
      { name: 'Data', rows: table },
    ],
  })
  const rels = 'xl/_rels/workbook.xml.rels'
  parts[rels] = (parts[rels] as string).replace('/worksheet"', '/chartsheet"')
  assert.deepEqual((await open(packed(parts))).sheets, [{ name: 'Data', hidden: false }])
})

test('what is no workbook goes to the core as it is', async () => {
  const bytes: [string, Uint8Array][] = [
    ['a zip archive', zipSync({ 'a.csv': strToU8('a,b\n') })],
    [
      'a binary workbook',
      packed({
        ...workbookParts({ sheets: [] }),
        'xl/workbook.xml': '',
        '_rels/.rels':
          '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        'xl/workbook.bin': 'x',
      }),
    ],
    [
      'a text document',
      packed({
        '_rels/.rels':
          '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<document/>',
      }),
    ],
    ['an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['nearly a zip', Buffer.from('PK\x03')],
    ['nothing', new Uint8Array(0)],
  ]
  for (const [what, file] of bytes) {
    const content = await open(file)
    assert.equal(content.sheets, null, what)
    const parts: Uint8Array[] = []
    for await (const piece of content.pieces()) parts.push(piece.bytes)
    assert.deepEqual(Buffer.concat(parts), Buffer.from(file), what)
  }
})

test('cut off anywhere, it is an error that says so', async () => {
  const bytes = oneSheet(table)
  for (let keep = 4; keep < bytes.length; keep += 7)
    await assert.rejects(contentText(bytes.subarray(0, keep)), damaged, `${keep} bytes kept`)
})

test('a changed byte in the sheet is found by its checksum', async () => {
  const bytes = oneSheet(table.repeat(500))
  const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 100
  const broken = Uint8Array.from(bytes)
  broken[at] = (broken[at] as number) ^ 0x10
  await assert.rejects(contentText(broken), damaged)
})

test('stored parts, zip64 sizes and a comment', async () => {
  const parts = Object.entries(workbookParts({ sheets: [{ rows: table }] }))
  const stored = zipSync(Object.fromEntries(parts.map(([name, part]) => [name, strToU8(part)])), {
    level: 0,
  })
  assert.deepEqual(await lines(stored), ['customer,plan', 'a,pro'])
  assert.deepEqual(await lines(asZip64(stored)), ['customer,plan', 'a,pro'])
  const commented = Buffer.concat([stored, Buffer.alloc(1000, 'c')])
  commented.writeUInt16LE(1000, stored.length - 2)
  assert.deepEqual(await lines(commented), ['customer,plan', 'a,pro'])
})

/** The same archive with every size and place in the zip64 fields of the directory. */
function asZip64(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes)
  const end = zip.length - 22
  const start = zip.readUInt32LE(end + 16)
  const out: Buffer[] = []
  for (let at = start; at < end; ) {
    const name = zip.readUInt16LE(at + 28)
    const extra = zip.readUInt16LE(at + 30)
    const record = Buffer.from(zip.subarray(at, at + 46 + name))
    const field = Buffer.alloc(4 + 24)
    field.writeUInt16LE(1, 0)
    field.writeUInt16LE(24, 2)
    field.writeBigUInt64LE(BigInt(record.readUInt32LE(24)), 4)
    field.writeBigUInt64LE(BigInt(record.readUInt32LE(20)), 12)
    field.writeBigUInt64LE(BigInt(record.readUInt32LE(42)), 20)
    for (const place of [20, 24, 42]) record.writeUInt32LE(0xffffffff, place)
    const unknown = Buffer.from([0x99, 0x99, 2, 0, 1, 2])
    record.writeUInt16LE(unknown.length + field.length, 30)
    out.push(record, unknown, field)
    at += 46 + name + extra
  }
  const directory = Buffer.concat(out)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(BigInt(directory.length), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8)
  const last = Buffer.from(zip.subarray(end))
  last.writeUInt32LE(0xffffffff, 12)
  last.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([zip.subarray(0, start), directory, record, locator, last])
}

test('what is made to exhaust the reader is refused', async () => {
  const big = 'x'.repeat(32_000)
  const bombs: [string, Uint8Array][] = [
    ['a sheet of blanks', oneSheet(`<row>${' '.repeat(70 << 20)}</row>`, {}, 1)],
    [
      'one long text in many cells',
      oneSheet(row('a').repeat(2) + '<row><c t="s"><v>0</v></c></row>'.repeat(10_000), {
        strings: `<si><t>${big}</t></si>`,
      }),
    ],
    ['more rows than a sheet has', oneSheet(`${row('a')}<row r="1048577"><c><v>1</v></c></row>`)],
  ]
  for (const [what, bytes] of bombs) await assert.rejects(contentText(bytes), tooLarge, what)
})

test('a document type, which could swell, is refused', async () => {
  const parts = workbookParts({ sheets: [{ rows: table }] })
  const sheet = 'xl/worksheets/sheet1.xml'
  parts[sheet] = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${parts[sheet]}`
  await assert.rejects(contentText(packed(parts)), damaged)
})

test('a sheet that ends in the middle is refused', async () => {
  const parts = workbookParts({ sheets: [{ rows: table }] })
  const sheet = 'xl/worksheets/sheet1.xml'
  parts[sheet] = (parts[sheet] as string).slice(0, -40)
  await assert.rejects(contentText(packed(parts)), damaged)
})

test('bytes of the file are counted, and a signal stops between pieces', async () => {
  const content = await open(
    oneSheet(row('a', 'b').repeat(100_000), { strings: '<si><t>x</t></si>' }),
  )
  let read = 0
  for await (const piece of content.pieces()) read += piece.read
  // A wrapper of 18 bytes is put around each of the two parts.
  assert.ok(Math.abs(read - content.bytes) <= 36, `${read} of ${content.bytes}`)
  const abort = new AbortController()
  const stopped = async () => {
    for await (const _ of content.pieces(abort.signal)) abort.abort()
  }
  await assert.rejects(stopped(), { code: 'engine.cancelled' })
})
