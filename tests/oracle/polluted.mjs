/**
 * One table in several hundred polluted files, and what each should be read as.
 *
 * After the published description of Pollock (Vitagliano, Hameed, Jiang, Reisener, Wu, Naumann:
 * "Pollock: A Data Loading Benchmark", PVLDB 16, 2023): a clean file, and versions of it with one
 * pollution each, of the file, of its table or of one row. Its files and weights are not part of
 * that description and are not here, so scores are comparable in kind only.
 */

/**
 * @typedef {{ delimiter: string, quote: string, escape: string, end: string }} Style
 * @typedef {{ kind: string, name: string, bytes: Buffer, table: string[][] }} Polluted
 */

/** @type {Style} */
const rfc = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' }

export const header = [
  'DATE',
  'TIME',
  'Qty',
  'PRODUCTID',
  'Price',
  'ProductType',
  'Description',
  'Comments',
]
const types = ['Frames', 'Boards', 'Lamps, small', 'Cables']
const descriptions = [
  'Plain oak',
  'Cut to size, unpainted',
  'Said to be "the best"',
  'First line\nsecond line',
  'Größe 5 – bleu, €',
]
/** @type {string[][]} */
export const rows = Array.from({ length: 60 }, (_, i) => [
  `2018-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
  `${String(8 + (i % 10)).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}`,
  String((i * 3) % 17),
  `P${1000 + i}`,
  `${10 + i}.${String((i * 13) % 100).padStart(2, '0')}`,
  types[i % types.length] ?? '',
  descriptions[i % descriptions.length] ?? '',
  i % 4 === 0 ? '' : `note ${i}`,
])

/** @param {string} cell @param {Style} style */
function written(cell, { delimiter, quote, escape: escapeSign }) {
  const special = [delimiter, quote, '\r', '\n'].some((sign) => sign !== '' && cell.includes(sign))
  if (quote === '' || !special) return cell
  const inner =
    escapeSign === quote
      ? cell.replaceAll(quote, quote + quote)
      : cell.replaceAll(quote, escapeSign + quote)
  return quote + inner + quote
}

/** @param {readonly string[]} row @param {Style} style */
const line = (row, style) => row.map((cell) => written(cell, style)).join(style.delimiter)

const table = [header, ...rows]

/** @param {Partial<Style>} [changes] @param {string[][]} [of] */
function text(changes = {}, of = table) {
  const style = { ...rfc, ...changes }
  return of.map((row) => line(row, style) + style.end).join('')
}

/** Every quote and line end taken out, for styles that cannot write them. @param {string[][]} of */
const withoutQuotes = (of) => of.map((row) => row.map((cell) => cell.replaceAll(/["\n,]/g, ' ')))

const lines = table.map((row) => line(row, rfc))
/** The file with other text in the place of some lines. @param {Map<number, string>} changed */
const replaced = (changed) => lines.map((one, i) => `${changed.get(i) ?? one}\r\n`).join('')
const spread = [1, 2, 3, 4, 5, 11, 24, 37, 59, 60]

/** @type {Polluted[]} */
export const files = []
/** @param {string} kind @param {string} name @param {string | Buffer} bytes @param {string[][]} [wanted] */
function add(kind, name, bytes, wanted = table) {
  files.push({ kind, name, bytes: Buffer.from(bytes), table: wanted })
}

add('clean', 'as it is', text())

add('end of file', 'no line end at the end', text().slice(0, -2))
add('end of file', 'two line ends at the end', `${text()}\r\n`)
add('end of file', 'ten line ends at the end', text() + '\r\n'.repeat(10))

for (const delimiter of [';', '\t', '|', '^', '~', ':', '#', '!', ' ', '\u0001', '\u001f'])
  add('delimiter', JSON.stringify(delimiter), text({ delimiter }))
add('quote', "'", text({ quote: "'", escape: "'" }))
add(
  'quote',
  'all cells quoted',
  table
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join(''),
)
add(
  'quote',
  'none',
  text({ quote: '', delimiter: ';' }, withoutQuotes(table)),
  withoutQuotes(table),
)
add('escape', 'backslash', text({ escape: '\\' }))
add(
  'escape',
  'backslash, single quotes',
  text(
    { quote: "'", escape: '\\' },
    table.map((row) => row.map((cell) => cell.replaceAll('"', "'"))),
  ),
  table.map((row) => row.map((cell) => cell.replaceAll('"', "'"))),
)
for (const end of ['\n', '\r', '\r\n']) add('line end', JSON.stringify(end), text({ end }))
for (const [name, ends] of /** @type {[string, string[]][]} */ ([
  ['LF and CRLF', ['\n', '\r\n']],
  ['LF, CR and CRLF', ['\n', '\r', '\r\n']],
]))
  add('line end', `mixed ${name}`, lines.map((one, i) => one + ends[i % ends.length]).join(''))
for (const i of spread)
  add(
    'line end',
    `another one behind line ${i}`,
    lines.map((one, k) => one + (k === i ? '\n' : '\r\n')).join(''),
  )

const plainEnd = /** @type {[string, (text: string) => Buffer][]} */ ([
  ['UTF-8 with a mark', (all) => Buffer.from(`\ufeff${all}`)],
  ['UTF-16 LE with a mark', (all) => Buffer.from(`\ufeff${all}`, 'utf16le')],
  ['UTF-16 BE with a mark', (all) => Buffer.from(`\ufeff${all}`, 'utf16le').swap16()],
  ['UTF-16 LE', (all) => Buffer.from(all, 'utf16le')],
  ['UTF-16 BE', (all) => Buffer.from(all, 'utf16le').swap16()],
  [
    'Windows-1252',
    (all) => Buffer.from(all.replaceAll('–', '\x96').replaceAll('€', '\x80'), 'latin1'),
  ],
])
for (const [name, encode] of plainEnd) add('encoding', name, encode(text()))

add('header', 'none', text({}, rows), rows)
for (const more of [1, 2]) {
  const above = Array.from({ length: more }, (_, k) => header.map((_, i) => `Group ${k}.${i >> 1}`))
  add('header', `${more + 1} rows`, text({}, [...above, ...table]), [...above, ...table])
}
add(
  'header',
  'a second row with units',
  text({}, [header, ['day', 'h', 'pieces', 'id', 'EUR', 'word', 'words', 'words'], ...rows]),
  [header, ['day', 'h', 'pieces', 'id', 'EUR', 'word', 'words', 'words'], ...rows],
)
add('rows', 'header only', text({}, [header]), [header])
add('rows', 'one', text({}, table.slice(0, 2)), table.slice(0, 2))
add('rows', 'two', text({}, table.slice(0, 3)), table.slice(0, 3))

for (const count of [1, 2, 5, 10]) {
  const prose = Array.from({ length: count }, (_, i) => `Sales of shop no. ${i}\r\n`).join('')
  add('preamble', `${count} lines`, prose + text())
  add('preamble', `${count} lines and a blank one`, `${prose}\r\n${text()}`)
  add(
    'preamble',
    `${count} lines padded with delimiters`,
    prose.replaceAll('\r\n', `${','.repeat(7)}\r\n`) + text(),
  )
  add('comment', `${count} lines above`, prose.replaceAll(/^/gm, '# ').replace(/# $/, '') + text())
}
for (const i of spread) {
  add('blank line', `above line ${i}`, replaced(new Map([[i, `\r\n${lines[i]}`]])))
  add('comment', `above line ${i}`, replaced(new Map([[i, `# checked by hand\r\n${lines[i]}`]])))
}
add('blank line', 'above every line', lines.map((one) => `\r\n${one}\r\n`).join(''))

/** Row i with another content, and the table with another row there. @param {string} kind @param {string} name @param {number} i @param {string} changed @param {string[]} row */
const addRow = (kind, name, i, changed, row) =>
  add(
    kind,
    `${name}, line ${i}`,
    replaced(new Map([[i, changed]])),
    table.map((one, k) => (k === i ? row : one)),
  )

for (const i of spread) {
  const row = table[i] ?? []
  for (const c of [1, 4, 7]) {
    const shorter = row.filter((_, k) => k !== c)
    addRow('fewer cells', `without cell ${c}`, i, line(shorter, rfc), shorter)
    const longer = [...row.slice(0, c), '', ...row.slice(c)]
    addRow('more cells', `a delimiter more at ${c}`, i, line(longer, rfc), longer)
  }
  addRow('fewer cells', 'the first one alone', i, row[0] ?? '', row.slice(0, 1))
  addRow('more cells', 'three delimiters more', i, `${line(row, rfc)},,,`, [...row, '', '', ''])
  for (const c of [0, 3, 5]) {
    const cell = row[c] ?? ''
    /** @param {string} raw */
    const raw = (raw) => row.map((one, k) => (k === c ? raw : written(one, rfc))).join(',')
    const same = [...row]
    if (!cell.includes(',')) {
      addRow('quotes', `quoted without need, cell ${c}`, i, raw(`"${cell}"`), same)
      addRow(
        'quotes',
        `one in an unquoted cell, cell ${c}`,
        i,
        raw(`${cell.slice(0, 2)}"${cell.slice(2)}`),
        row.map((one, k) => (k === c ? `${cell.slice(0, 2)}"${cell.slice(2)}` : one)),
      )
      addRow(
        'quotes',
        `missing at the beginning, cell ${c}`,
        i,
        raw(`${cell}"`),
        row.map((one, k) => (k === c ? `${cell}"` : one)),
      )
      addRow(
        'quotes',
        `not doubled inside quotes, cell ${c}`,
        i,
        raw(`"${cell.slice(0, 2)}"${cell.slice(2)}"`),
        row.map((one, k) => (k === c ? `${cell.slice(0, 2)}"${cell.slice(2)}` : one)),
      )
      addRow(
        'quotes',
        `not closed, cell ${c}`,
        i,
        raw(`"${cell}`),
        row.map((one, k) => (k === c ? `"${cell}` : one)),
      )
    }
  }
}
