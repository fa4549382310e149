/**
 * Workbooks changed at random, part by part and byte by byte: each is read, or refused with a code,
 * soon and without filling the memory. WORKBOOK_FILES says how many (10000 for a long run), SEED
 * repeats one.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { UpgradeRateError } from '../../../web/src/engine/errors.js'
import { contentText, packed, workbookParts } from './make_workbook.js'

const numRuns = Number(process.env.WORKBOOK_FILES ?? 300)
const seed = Number(process.env.SEED ?? 1)
const MOST_MILLISECONDS = 20_000
const MOST_HEAP_BYTES = 1.2e9

const parts = workbookParts({
  sheets: [
    { name: 'Cover', rows: '<row><c t="str"><v>x</v></c></row>' },
    {
      name: 'Data',
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>${'<row><c s="1"><v>45322.5</v></c><c t="inlineStr"><is><r><t>a</t></r></is></c><c t="b"><v>1</v></c><c><f>A1</f><v>0.30000000000000004</v></c></row>'.repeat(20)}`,
    },
    { name: 'Old', state: 'hidden', rows: '' },
  ],
  strings: '<si><t>date</t></si><si><r><t>pl</t></r><r><t>an_x000D_</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
})
const names = Object.keys(parts)

/** What is put in: pieces of workbooks, and what breaks parsers. */
const snippets = [
  ...[
    '<',
    '>',
    '/>',
    '"',
    "'",
    '&',
    '&#0;',
    '&#x10FFFF;',
    '&#99999999;',
    '&lt;',
    ']]>',
    '<!--',
    '-->',
  ],
  ...[
    '<![CDATA[',
    '<?',
    '?>',
    '<!DOCTYPE a>',
    '</sheetData>',
    '<sheetData>',
    '<row>',
    '</row>',
    '<c>',
  ],
  ...['<c r="XFD1048576"><v>1</v></c>', '<c r="ZZZZZZZ9">', '<row r="1048576">', '<row r="-5">'],
  ...['<row r="1e9">', '<v>', '</v>', '<c t="s"><v>1e9</v></c>', '<c t="s"><v>-1</v></c>'],
  ...[
    '<c s="99999"><v>1e308</v></c>',
    '<c s="1"><v>-99999999999</v></c>',
    '<c s="1"><v>NaN</v></c>',
  ],
  ...['<is><t>', '</is>', '_x0000_', '_xD800_', '\0', '\ufffe', '😀', ' r:id="rId2"', ' r="A1"'],
  ...[
    ' Target="../../../x"',
    ' date1904="1"',
    ' state="hidden"',
    '<si/>',
    '<rPh>',
    '<xf numFmtId="1e99"/>',
  ],
  ...[
    '<numFmt numFmtId="164" formatCode="[[[[hh:yy"/>',
    " xml:space = 'preserve'",
    'x'.repeat(70_000),
  ],
]

interface Change {
  kind: 'insert' | 'delete' | 'repeat' | 'swap' | 'drop' | 'rename'
  part: number
  other: number
  at: number
  length: number
  snippet: string
}

/** Of a length; without a bias towards its ends. */
const share = fc.noBias(fc.nat(999_999)).map((one) => one / 1e6)

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'repeat', 'swap', 'drop', 'rename'),
  part: fc.nat(names.length - 1),
  other: fc.nat(names.length - 1),
  at: share,
  length: fc.oneof(fc.nat(20), fc.nat(2000)),
  snippet: fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: 'binary' })),
})

function changed(
  from: { [name: string]: string },
  { kind, part, other, at, length, snippet }: Change,
) {
  const to = { ...from }
  const name = names[part] as string
  const second = names[other] as string
  const text = to[name] ?? ''
  const start = Math.floor(at * text.length)
  const before = text.slice(0, start)
  const range = text.slice(start, start + length)
  if (kind === 'insert') to[name] = before + snippet + text.slice(start)
  if (kind === 'delete') to[name] = before + text.slice(start + length)
  if (kind === 'repeat') to[name] = before + range.repeat(1 + (length % 500)) + text.slice(start)
  if (kind === 'swap') Object.assign(to, { [name]: to[second] ?? '', [second]: text })
  if (kind === 'drop') delete to[name]
  if (kind === 'rename') {
    delete to[name]
    to[`${name}${snippet.slice(0, 5)}`] = text
  }
  return to
}

/** Bytes of the archive itself: one overwritten at a place, or the end cut off. */
const damage = fc.record({
  at: share,
  /** Most of what matters stands in the last part, which is the directory. */
  fromEnd: fc.boolean(),
  byte: fc.noBias(fc.nat(255)),
  cut: fc.integer({ min: 0, max: 20 }).map((one) => one === 0),
})

const file = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 8, size: 'max' }),
  damages: fc.oneof(fc.constant([]), fc.array(damage, { minLength: 1, maxLength: 8, size: 'max' })),
  level: fc.constantFrom(0 as const, 6 as const),
  sheet: fc.constantFrom(null, null, null, 'Data', 'Data', 'Old', 'None'),
})

type Made = typeof file extends fc.Arbitrary<infer T> ? T : never

function bytesOf({ changes, damages, level }: Made) {
  let bytes = packed(changes.reduce(changed, parts), level)
  for (const { at, fromEnd, byte, cut } of damages) {
    const place = Math.floor(at * Math.min(bytes.length, fromEnd ? 700 : bytes.length))
    const target = fromEnd ? bytes.length - 1 - place : place
    if (cut) bytes = bytes.slice(0, target)
    else bytes[target] = byte
  }
  return bytes
}

const codes = ['input.damaged', 'input.tooLarge', 'input.sheetMissing']

test(`${numRuns} changed workbooks are read or refused`, async () => {
  const outcomes: { [what: string]: number } = {}
  await fc.assert(
    fc.asyncProperty(file, async (made) => {
      const start = performance.now()
      let outcome = 'read'
      try {
        await contentText(bytesOf(made), made.sheet)
      } catch (error) {
        assert.ok(error instanceof UpgradeRateError, String((error as Error)?.stack ?? error))
        assert.ok(codes.includes(error.code) && error.where === 'book.xlsx', error.code)
        assert.notEqual(error.advice, '')
        outcome = error.code
      }
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      const milliseconds = performance.now() - start
      assert.ok(milliseconds < MOST_MILLISECONDS, `${milliseconds} ms`)
      const { heapUsed } = process.memoryUsage()
      assert.ok(heapUsed < MOST_HEAP_BYTES, `${heapUsed} bytes`)
    }),
    {
      numRuns,
      seed,
      endOnFailure: numRuns > 1000,
      interruptAfterTimeLimit: 600_000 * Math.ceil(numRuns / 1000),
    },
  )
  for (const outcome of ['read', 'input.damaged'])
    assert.ok((outcomes[outcome] ?? 0) > numRuns / 20, JSON.stringify(outcomes))
})
