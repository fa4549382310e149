/** What a cell of a workbook becomes. Expected texts are what spreadsheets show, in ISO form. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  lines,
  MAIN,
  oneSheet,
  packed,
  RELATIONS,
  workbook,
  workbookParts,
} from './make_workbook.js'

const strings = [
  '<si><t>plain</t></si>',
  '<si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></si>',
  '<si><t xml:space="preserve"> a,b "c"\nd </t></si>',
  '<si><t>line_x000D_end _x005F_x000D_ &amp; &#228;&#x1F600;</t></si>',
  '<si/>',
].join('')

/** Styles 0 to 9: General, d/m/y, date and time, time, ISO by code, [h]:mm, number, red, month, text in quotes. */
const styles = `<numFmts count="6"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
<numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;days&quot;"/><numFmt numFmtId="167" formatCode="[Red]0;[Yellow]-0"/><numFmt numFmtId="168" formatCode="[$-407]mmm\\ yyyy;@"/><numFmt numFmtId="169" formatCode="0\\h\\m &quot;dd&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="10"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/></cellXfs>`

const cells: [what: string, cell: string, expected: string][] = [
  ['shared string', '<c r="A1" t="s"><v>0</v></c>', 'plain'],
  ['rich text, without the phonetic hint', '<c r="A1" t="s"><v>1</v></c>', 'rich text'],
  ['commas, quotes and line ends', '<c r="A1" t="s"><v>2</v></c>', '" a,b ""c""\nd "'],
  ['escapes and entities', '<c r="A1" t="s"><v>3</v></c>', '"line\rend _x000D_ & ä\u{1F600}"'],
  ['a shared string that is not there', '<c r="A1" t="s"><v>99</v></c>', ''],
  ['inline string', '<c r="A1" t="inlineStr"><is><t>in</t></is></c>', 'in'],
  [
    'inline rich text',
    '<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
    'inline',
  ],
  ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c>', '<a> & b'],
  ['comment within', '<c r="A1"><!-- <v>1</v> --><v>2</v></c>', '2'],
  ['formula with text', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>ax</v></c>', 'ax'],
  ['formula by its cached value', '<c r="A1"><f>SUM(B1:B9)</f><v>42</v></c>', '42'],
  ['formula never computed', '<c r="A1"><f>SUM(B1:B9)</f></c>', ''],
  ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
  ['false', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
  ['error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', ''],
  ['ISO date cell', '<c r="A1" t="d"><v>2024-01-31T10:00:00Z</v></c>', '2024-01-31T10:00:00'],
  ['ISO day cell', '<c r="A1" t="d"><v>2024-01-31T00:00:00.000Z</v></c>', '2024-01-31'],
  ['ISO time cell', '<c r="A1" t="d"><v>10:30:00</v></c>', '10:30:00'],
  ['whole number', '<c r="A1"><v>12</v></c>', '12'],
  ['float noise of 0.1 + 0.2', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
  ['float noise below', '<c r="A1"><v>19.989999999999998</v></c>', '19.99'],
  ['exponent', '<c r="A1"><v>1.5E-3</v></c>', '0.0015'],
  ['small exponent', '<c r="A1"><v>1.25E-9</v></c>', '0.00000000125'],
  ['large exponent', '<c r="A1"><v>-1.5E+22</v></c>', '-15000000000000000000000'],
  ['long key as number', '<c r="A1"><v>1234567890123456789</v></c>', '1234567890123456789'],
  [
    'long key as text',
    '<c r="A1" t="str"><v>00012345678901234567890</v></c>',
    '00012345678901234567890',
  ],
  ['date by a known format', '<c r="A1" s="1"><v>45322</v></c>', '2024-01-31'],
  ['date with time', '<c r="A1" s="2"><v>45322.416666666664</v></c>', '2024-01-31T10:00:00'],
  ['date with time by a date format', '<c r="A1" s="1"><v>45322.75</v></c>', '2024-01-31T18:00:00'],
  ['almost midnight', '<c r="A1" s="2"><v>45321.999999999996</v></c>', '2024-01-31'],
  ['time of day', '<c r="A1" s="3"><v>0.4375</v></c>', '10:30:00'],
  ['an instant shown as a time', '<c r="A1" s="3"><v>45322.4375</v></c>', '2024-01-31T10:30:00'],
  ['date by a custom format', '<c r="A1" s="4"><v>45351</v></c>', '2024-02-29'],
  ['duration', '<c r="A1" s="5"><v>1.5</v></c>', '1.5'],
  ['number with the word days', '<c r="A1" s="6"><v>45322</v></c>', '45322'],
  ['number in red', '<c r="A1" s="7"><v>45322</v></c>', '45322'],
  ['month by a custom format', '<c r="A1" s="8"><v>45292</v></c>', '2024-01-01'],
  ['escaped letters of a format', '<c r="A1" s="9"><v>45322</v></c>', '45322'],
  ['first day', '<c r="A1" s="1"><v>1</v></c>', '1900-01-01'],
  ['before the day that never was', '<c r="A1" s="1"><v>59</v></c>', '1900-02-28'],
  ['the day that never was', '<c r="A1" s="1"><v>60</v></c>', '1900-02-29'],
  ['after it', '<c r="A1" s="1"><v>61</v></c>', '1900-03-01'],
  ['zero as a date', '<c r="A1" s="1"><v>0</v></c>', '1900-01-00'],
  ['last day', '<c r="A1" s="1"><v>2958465</v></c>', '9999-12-31'],
  ['no such day', '<c r="A1" s="1"><v>2958466</v></c>', '2958466'],
  ['negative day', '<c r="A1" s="1"><v>-1</v></c>', '-1'],
  ['single quotes, blanks and line ends in a tag', "<c\n r = 'A1'\tt='str' ><v >x</v ></c>", 'x'],
  ['a > in an attribute', '<c r="A1" cm=">" t="str"><v>x</v></c>', 'x'],
  ['unknown entity', '<c r="A1" t="str"><v>&nbsp;x</v></c>', '&nbsp;x'],
]

// A cell beside each, so that blank ones make a row too.
test('every kind of cell', async () => {
  const rows = cells.map(
    ([, cell], i) =>
      `<row r="${i + 1}">${cell.replace(/A1/, `A${i + 1}`)}<c r="B${i + 1}"><v>7</v></c></row>`,
  )
  const text = await lines(oneSheet(rows.join(''), { strings, styles }))
  const expected = cells.map(([, , expected]) => `${expected},7`)
  assert.deepEqual(text.join('\r\n'), expected.join('\r\n'))
})

test('each kind of cell cut at every letter is read alike', async () => {
  const rows = cells.map(([, cell]) => `<row>${cell.replace(/ r="A1"/, '')}</row>`).join('')
  const whole = await lines(oneSheet(rows, { strings, styles }))
  const { XmlScanner } = await import('../../../web/src/engine/workbook/xml.js')
  const { SheetReader } = await import('../../../web/src/engine/workbook/sheet.js')
  const { CsvRows } = await import('../../../web/src/engine/workbook/csv_rows.js')
  const read = (step: number) => {
    const csv = new CsvRows('a', 1e6)
    const context = { name: 'a', strings: ['plain', 'rich text'], styles: [], base: 1900 as const }
    const scanner = new XmlScanner(new SheetReader(context, csv))
    const xml = `<?xml version="1.0"?><sheetData>${rows}</sheetData>`
    for (let at = 0; at < xml.length; at += step) {
      scanner.push(xml.slice(at, at + step))
      scanner.run()
    }
    return new TextDecoder().decode(csv.take())
  }
  assert.ok(whole.length > 40)
  const once = read(1e9)
  for (const step of [1, 2, 3, 7, 50]) assert.equal(read(step), once, `${step} letters at a time`)
})

test('dates count from 1904 where the workbook says so', async () => {
  const rows =
    '<row><c s="1"><v>0</v></c><c s="1"><v>43860</v></c><c s="2"><v>43860.5</v></c></row>'
  for (const said of ['date1904="1"', 'date1904="true"'])
    assert.deepEqual(await lines(oneSheet(rows, { styles, properties: said })), [
      '1904-01-01,2024-01-31,2024-01-31T12:00:00',
    ])
  assert.deepEqual(await lines(oneSheet(rows, { styles, properties: 'date1904="0"' })), [
    '1900-01-00,2020-01-30,2020-01-30T12:00:00',
  ])
})

const v = (value: number, address = '') => `<c${address && ` r="${address}"`}><v>${value}</v></c>`

test('gaps are blank, and cells without an address follow the one before', async () => {
  const rows = `<row r="2">${v(1, 'B2')}${v(2)}${v(3, 'E2')}</row><row>${v(4)}</row><row r="6"/><row r="7"><c r="G7" s="1"/>${v(5, 'A7')}</row>`
  assert.deepEqual(await lines(oneSheet(rows)), ['', ',1,2,,3', '4,,,,', '', '', '', '5,,,,'])
})

test('two cells far apart do not swell', async () => {
  const rows = `<row r="1">${v(1, 'A1')}</row><row r="1048576">${v(2, 'XFD1048576')}</row>`
  const text = await lines(oneSheet(rows))
  assert.equal(text.length, 1_048_576)
  assert.equal(text.at(-1)?.length, 4096 + 1, 'one column more than the core reads, which says so')
})

test('merged cells have their value in the first', async () => {
  const parts = workbookParts({
    sheets: [{ rows: `<row>${v(1)}<c/></row><row>${v(2)}${v(3)}</row>` }],
  })
  const sheet = 'xl/worksheets/sheet1.xml'
  parts[sheet] = (parts[sheet] as string).replace(
    '</sheetData>',
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><extLst><ext><x14:c r="A9"><v>9</v></x14:c></ext></extLst>',
  )
  assert.deepEqual(await lines(packed(parts)), ['1', '2,3'])
})

test('strict namespaces, prefixes, absolute targets and other names of parts', async () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<p:Relationships xmlns:p="x"><p:Relationship Target="/book/main.xml" Type="${strict}/officeDocument" Id="a"/></p:Relationships>`,
    'book/main.xml': `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="${strict}"><x:sheets><x:sheet name="A" sheetId="1" rel:id="s"/></x:sheets></x:workbook>`,
    'book/_rels/main.xml.rels': `<Relationships><Relationship Id="s" Type="${strict}/worksheet" Target="../Cells/One.xml"/><Relationship Id="t" Type="${strict}/sharedStrings" Target="/Texts.XML"/></Relationships>`,
    'Cells/one.xml':
      '<x:worksheet><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    'texts.xml': '<x:sst><x:si><x:t>found</x:t></x:si></x:sst>',
  }
  assert.deepEqual(await lines(packed(parts)), ['found'])
})

test('UTF-16 parts', async () => {
  const parts: { [name: string]: string | Uint8Array } = workbookParts({ sheets: [{ rows: '' }] })
  const xml = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData><row><c t="str"><v>ä</v></c></row></sheetData></worksheet>`
  parts['xl/worksheets/sheet1.xml'] = Buffer.from(`\ufeff${xml}`, 'utf16le')
  assert.deepEqual(await lines(packed(parts)), ['ä'])
})

test('a cell over 1 MiB is cut where the core refuses it anyway', async () => {
  const long = 'x'.repeat(3 << 20)
  const text = await lines(oneSheet(`<row><c t="str"><v>${long}</v></c></row>`))
  assert.equal(text[0]?.length, (1 << 20) + 1)
})

test('a sheet with many rows comes in pieces', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `<row>${v(i)}${v(i * 2)}</row>`).join('')
  const text = await lines(workbook({ sheets: [{ rows }] }))
  assert.equal(text.length, 60_000)
  assert.equal(text[59_999], '59999,119998')
})
