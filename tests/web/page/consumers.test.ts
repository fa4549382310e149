/**
 * Tables and pictures as their readers read them: Markdown by GitHub's own parser with its filter of
 * tags, MediaWiki by a parser that also lints, Confluence and SVG by a validating XML parser. Texts
 * of the data that act somewhere come back as they were typed, and nothing else is there.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import Parser from 'wikiparser-node'
import { markdownReport } from '../../../web/src/formats/markdown_report.js'
import { svgReport } from '../../../web/src/formats/svg_report.js'
import { confluenceReport, mediawikiReport } from '../../../web/src/formats/table_formats.js'
import { hostile, hostileReport, visible } from './hostile.js'

const named: { [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"' }
const decoded = (text: string) =>
  text.replace(/&(?:#(\d+)|(lt|gt|amp|quot));/g, (_, number, name) =>
    number ? String.fromCodePoint(Number(number)) : (named[name] ?? ''),
  )

/** Blanks at the ends of a cell are nobody's. Once as periods, once as segments. */
const labels = hostile.map((text) => visible(text).trim())
const wanted = [...labels, ...labels]

test('Markdown, read as GitHub reads it', () => {
  const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist']
  const args = ['--unsafe', ...extensions.flatMap((name) => ['--extension', name])]
  for (const text of hostile) {
    const input = markdownReport(hostileReport(text, hostile))
    const html = execFileSync('cmark-gfm', args, { input, maxBuffer: 1 << 26 }).toString()
    const tags = new Set([...html.matchAll(/<\/?([a-z]\w*)/gi)].map(([, name]) => name))
    assert.deepEqual([...tags].sort(), [
      'code',
      'p',
      'strong',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
    ])
    assert.doesNotMatch(html, /<[^>]* (?!align=)\w+=/)
    const cells = [...html.matchAll(/<tr>\s*<td>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      decoded(cell.replace(/^<code>(.*)<\/code>$/, '$1')),
    )
    assert.deepEqual(cells, wanted)
  }
})

test('MediaWiki, by a parser that lints', () => {
  Parser.config = 'default'
  const page = Parser.parse(mediawikiReport(hostileReport(hostile[0] ?? '', hostile)))
  assert.deepEqual(page.lint(), [])
  const kinds = new Set(page.querySelectorAll('*').map(({ type }) => type))
  const known = [
    'table-attr-dirty',
    'attr-key',
    'attr-value',
    'quote',
    'table',
    'table-attr',
    'table-attrs',
  ]
  const cellsOf = ['table-inter', 'table-syntax', 'td', 'td-inner', 'tr', 'html-entity']
  assert.deepEqual(
    [...kinds].filter((kind) => ![...known, ...cellsOf].includes(kind)),
    [],
  )
  for (const blank of page.querySelectorAll('table-attr-dirty'))
    assert.equal(blank.toString().trim(), '')
  const rows = page.querySelectorAll('tr')
  const cells = rows.map(
    (row) =>
      row
        .querySelector('td')
        ?.toString()
        .replace(/^\n\| /, '') ?? '',
  )
  assert.deepEqual(
    cells.map(decoded).map((cell) => cell.trim()),
    wanted,
  )
})

/** @throws what the parser says of a document that is not well formed. */
const xmllint = (input: string, ...args: string[]) =>
  execFileSync('xmllint', ['--nonet', '--huge', ...args, '-'], {
    input,
    maxBuffer: 1 << 26,
  }).toString()

test('Confluence and SVG are well-formed XML that says what was typed', () => {
  const given = hostileReport(hostile[0] ?? '', hostile)
  const spaces = 'xmlns:ac="urn:ac" xmlns:ri="urn:ri"'
  const stored = `<root ${spaces}>${confluenceReport(given)}</root>`
  const count = (path: string) => xmllint(stored, '--xpath', path).trim()
  assert.equal(count('count(//tr)'), String(2 * (hostile.length + 1)))
  assert.equal(
    count(
      'count(//*[not(contains(" root p strong table tbody tr th td ", concat(" ", name(), " ")))])',
    ),
    '0',
  )
  assert.equal(count('count(//@*)'), '0')
  for (const [at, text] of hostile.entries())
    assert.equal(count(`string(//tr[${at + 2}]/td[1])`), wanted[at], text)
  for (const text of hostile) {
    const picture = svgReport(hostileReport(text))
    const found = xmllint(picture, '--xpath', 'string(//*[local-name()="title"])')
    assert.ok(found.includes(visible(text).trim()), text)
    assert.equal(
      xmllint(
        picture,
        '--xpath',
        'count(//@*[starts-with(name(), "on") or name() = "href"])',
      ).trim(),
      '0',
    )
  }
})
