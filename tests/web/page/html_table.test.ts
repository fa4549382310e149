/** Tables in HTML, as far as that needs no document: spans, texts, and which clipboard text is taken. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare, csvOf, gridOf, isHtml, sameTable } from '../../../web/src/page/html_table.js'

const cell = (text: string, colSpan = 1, rowSpan = 1) => ({ textContent: text, colSpan, rowSpan })
type Cell = ReturnType<typeof cell>

const grids: [name: string, rows: Cell[][], wanted: string[][]][] = [
  ['plain', [[cell('a'), cell('b')], [cell('1')]], [['a', 'b'], ['1']]],
  ['over two columns', [[cell('a', 2), cell('b')]], [['a', '', 'b']]],
  [
    'over two rows',
    [[cell('a', 1, 2), cell('b')], [cell('c')], [cell('d'), cell('e')]],
    [
      ['a', 'b'],
      ['', 'c'],
      ['d', 'e'],
    ],
  ],
  [
    'over two rows and columns, and at the end of a row',
    [[cell('x'), cell('a', 2, 2), cell('b', 1, 3)], [cell('c')], [cell('d')]],
    [['x', 'a', '', 'b'], ['c', '', '', ''], ['d']],
  ],
  [
    'white space as shown',
    [[cell(' \n  Acme\u00a0 GmbH \t'), cell('a \u0001 b')]],
    [['Acme GmbH', 'a\nb']],
  ],
]
for (const [name, rows, wanted] of grids)
  test(`cells ${name}`, () => {
    const made = gridOf({ rows: rows.map((cells) => ({ cells })) })
    assert.deepEqual(
      made.map((row, i) => row.slice(0, wanted[i]?.length)),
      wanted,
    )
    assert.ok(made.every((row, i) => row.slice(wanted[i]?.length).every((text) => text === '')))
  })

test('a span of a million columns and rows stays small', () => {
  const rows = [{ cells: [cell('a', 1_000_000, 1_000_000)] }, { cells: [cell('b')] }]
  const made = gridOf({ rows })
  assert.ok(made.every((row) => row.length <= 5001))
})

const bared: [html: string, wanted: string][] = [
  ['<td style="color: red" colspan=2>a &lt; b</td>', '<td colspan=2>a &lt; b</td>'],
  ["<TD x='a>b' ROWSPAN = '3'>1</TD>", "<TD ROWSPAN = '3'>1</TD>"],
  ['<img src=x onerror="run()">', '<img>'],
  ['a<style>td { b: c > d }</style><script>if (1 < 2) run()</script >e', 'ae'],
  ['1 < 2<br/>3', '1 < 2<br>3'],
]
for (const [html, wanted] of bared)
  test(`without attributes: ${html}`, () => assert.equal(bare(html), wanted))

test('CSV of rows', () => {
  assert.equal(
    csvOf([
      ['a,b', 'c"d'],
      ['e\nf', ''],
    ]),
    '"a,b","c""d"\r\n"e\nf",\r\n',
  )
})

const same: [name: string, text: string, rows: string[][], wanted: boolean][] = [
  [
    'the same rows',
    'a\tb\r\n1\t2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    true,
  ],
  [
    'a line end inside a cell',
    'a\tb\n"1\nx"\t2',
    [
      ['a', 'b'],
      ['1\nx', '2'],
    ],
    true,
  ],
  [
    'cells without tabs, as some pages copy',
    'a b\n1 2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    false,
  ],
  [
    'one cell to a line',
    'a\nb\n1\n2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    false,
  ],
  [
    'fewer rows',
    'a\tb',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    false,
  ],
  [
    'blank rows do not count',
    'a\tb\n\n1\t2',
    [
      ['a', 'b'],
      ['', ''],
      ['1', '2'],
    ],
    true,
  ],
]
for (const [name, text, rows, wanted] of same)
  test(`plain text beside HTML: ${name}`, () => assert.equal(sameTable(text, rows), wanted))

const starts: [start: string, wanted: boolean][] = [
  ['<!DOCTYPE html>\n<html>', true],
  ['\ufeff <HTML xmlns:o="urn">', true],
  ['<!-- saved --><table border=1>', true],
  ['<meta charset="utf-8"><b>', true],
  ['<?xml version="1.0"?><Workbook>', false],
  ['<tables>\n', false],
  ['customer,plan\n<table>,1', false],
]
for (const [start, wanted] of starts)
  test(`HTML or not: ${JSON.stringify(start)}`, () => assert.equal(isHtml(start), wanted))
