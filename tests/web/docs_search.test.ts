/** Searching the documentation: which sections are found, in which order, and what is shown of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { find, type Section } from '../../web/src/docs/find.js'

const section = (page: string, heading: string, text: string): Section => ({
  page,
  heading,
  href: `${page}.html#${heading}`,
  text,
})
const sections = [
  section('Settings', 'Time', 'The fiscal year begins in a month. dataUntil ends the data.'),
  section('Settings', 'Fiscal start', 'A number from 1 to 12.'),
  section(
    'Inputs',
    'Rows set aside',
    'row.superseded stands before row.duplicate; the year is right.',
  ),
  section('Fiscal matters', 'Naïve counts', 'A café serves nobody.'),
]

const cases: [query: string, headings: string[]][] = [
  // A heading before a page's title, that before the text.
  ['fiscal', ['Fiscal start', 'Naïve counts', 'Time']],
  ['fiscal year', ['Time']],
  ['year', ['Time', 'Rows set aside']],
  ['SUPERSEDED', ['Rows set aside']],
  ['row.sup', ['Rows set aside']],
  ['until', ['Time']],
  ['naive cafe', ['Naïve counts']],
  ['nothing here', []],
  ['  ', []],
]
for (const [query, headings] of cases)
  test(`search: ${query}`, () =>
    assert.deepEqual(
      find(sections, query).map((found) => found.section.heading),
      headings,
    ))

test('hits are told apart, long texts are cut at words', () => {
  const [found] = find(sections, 'cafe')
  assert.deepEqual(found?.excerpt, [
    ['A ', false],
    ['café', true],
    [' serves nobody.', false],
  ])
  const long = section('P', 'H', `${'word '.repeat(60)}needle ${'word '.repeat(60)}`)
  const pieces = find([long], 'needle')[0]?.excerpt ?? []
  assert.deepEqual(pieces[0], ['… ', false])
  assert.deepEqual(pieces.at(-1), [' …', false])
  assert.ok(pieces.some(([text, hit]) => hit && text === 'needle'))
  assert.match(pieces[1]?.[0] ?? '', /^word /)
})

test('the excerpt is where the words stand together', () => {
  const apart = section('P', 'H', `year one. ${'word '.repeat(80)}the fiscal year begins`)
  const pieces = find([apart], 'fiscal year')[0]?.excerpt ?? []
  assert.deepEqual(
    pieces.filter(([, hit]) => hit).map(([text]) => text),
    ['fiscal', 'year'],
  )
})
