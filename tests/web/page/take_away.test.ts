/** Tables as text for a spreadsheet and for a wiki; lines of a picture's text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { broken } from '../../../web/src/charts/picture.js'
import { markdown, tabbed } from '../../../web/src/page/table_text.js'

const guards: [cell: string, wanted: string][] = [
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "' =1"],
  ['\r=1', "' =1"],
  ['−2.0', '−2.0'],
  ['a=1', 'a=1'],
  ['18.2%', '18.2%'],
  ['', ''],
]
for (const [cell, wanted] of guards)
  test(`a cell for a spreadsheet: ${JSON.stringify(cell)}`, () => {
    const { text, guarded } = tabbed([['a', cell]])
    assert.equal(text, `a\t${wanted}\n`)
    assert.equal(guarded, wanted.startsWith("'") ? 1 : 0)
  })

test('cells stay cells', () => {
  assert.equal(
    tabbed([
      ['a\tb\nc', 'd'],
      ['1', '2'],
    ]).text,
    'a b c\td\n1\t2\n',
  )
})

test('Markdown: figures to the right, nothing acts as markup', () => {
  const cells = [
    ['Region', 'Rate', 'Change', 'Band'],
    ['A|B', '18.2%', '+2.1', 'low'],
    ['<b>*x*</b>', '–', '−0.4', '[y](z)'],
  ]
  assert.equal(
    markdown(cells).text,
    [
      '| Region | Rate | Change | Band |',
      '| --- | ---: | ---: | --- |',
      '| A\\|B | 18.2% | +2.1 | low |',
      '| &#60;b&#62;\\*x\\*&#60;/b&#62; | – | −0.4 | \\[y\\](z) |',
      '',
    ].join('\n'),
  )
})

const lines: [text: string, width: number, wanted: string[]][] = [
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 13, ['one two three']],
  ['a verylongword b', 4, ['a', 'verylongword', 'b']],
  ['', 4, ['']],
]
for (const [text, width, wanted] of lines)
  test(`broken at ${width}: ${text}`, () =>
    assert.deepEqual(
      broken(text, width, (line) => line.length),
      wanted,
    ))
