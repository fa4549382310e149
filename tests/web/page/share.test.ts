/** What is shared, apart from the page: the letters of a link, its fragment, and texts that must not act. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { csvReport } from '../../../web/src/formats/csv_report.js'
import { markdownReport } from '../../../web/src/formats/markdown_report.js'
import { svgReport } from '../../../web/src/formats/svg_report.js'
import {
  confluenceReport,
  htmlReport,
  mediawikiReport,
} from '../../../web/src/formats/table_formats.js'
import { pack, unpack } from '../../../web/src/share/codec.js'
import { readFragment, writeFragment } from '../../../web/src/share/fragment.js'
import { elementCode, iframeCode } from '../../../web/src/share/snippets.js'
import { hostile, hostileReport, visible } from './hostile.js'

test('any text comes back from its letters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
      const letters = await pack(text)
      assert.match(letters, /^[\w-]+$/)
      assert.equal(await unpack(letters), text)
    }),
    { numRuns: 60 },
  )
})

const code = (name: string) => (error: unknown) => (error as { code: string }).code === name

test('damaged letters are refused with words', async () => {
  const letters = await pack('{"aggregates":1}'.repeat(20))
  const damaged = ['', '%', 'a b', `${letters}!`, letters.slice(0, -4), `A${letters}`, 'AAAA']
  for (const each of damaged) await assert.rejects(unpack(each), code('share.damaged'), each)
})

test('a small text that inflates without end is stopped', async () => {
  const bomb = deflateRawSync(Buffer.alloc(64 << 20)).toString('base64url')
  assert.ok(bomb.length < 100_000)
  await assert.rejects(unpack(bomb), code('share.tooLarge'))
})

test('the fragment', () => {
  const whole = { view: 'trend', theme: 'dark', language: 'de', data: 'Ab-_' } as const
  assert.equal(writeFragment(whole), '#view=trend&theme=dark&lang=de&data=Ab-_')
  assert.deepEqual(readFragment(writeFragment(whole)), whole)
  const bare = { view: null, theme: null, language: null, data: 'x' }
  assert.equal(writeFragment(bare), '#data=x')
  assert.deepEqual(readFragment('#view=<script>&theme=pink&lang=xx&data=x'), bare)
  for (const none of ['', '#', '#rows', '#view=kpi', '#guide-tips'])
    assert.equal(readFragment(none), null)
})

const tags = (markup: string) => [...markup.matchAll(/<\/?([^\s>/]+)([^>]*)>/g)]

test('hostile texts stand in HTML, Confluence and SVG as text', () => {
  for (const text of hostile) {
    const given = hostileReport(text)
    for (const [markup, known] of [
      [htmlReport(given), /^(?:p|strong|table|tbody|tr|th|td)$/],
      [confluenceReport(given), /^(?:p|strong|table|tbody|tr|th|td)$/],
      [svgReport(given), /^(?:svg|title|text|polyline|line)$/],
    ] as const) {
      for (const [, name = '', attributes = ''] of tags(markup)) {
        assert.match(name, known, text)
        // What stands between quotes is a value, which no quote of the text can end.
        assert.doesNotMatch(attributes.replace(/"[^"]*"/g, ''), /\bon\w+=|javascript:|href/i, text)
      }
      assert.doesNotMatch(markup, /<!|\u202e|\u2066/, text)
      assert.doesNotMatch(markup.replace(/&#\d+;/g, ''), /&/, text)
    }
    assert.equal(decoded(cellOf(htmlReport(given))), visible(text), text)
  }
})

const cellOf = (markup: string) => markup.match(/<td>([\s\S]*?)<\/td>/)?.[1] ?? ''
const decoded = (text: string) =>
  text.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
test('hostile texts stand in MediaWiki and Markdown as text', () => {
  for (const text of hostile) {
    const given = hostileReport(text)
    const cell = mediawikiReport(given)
      .split('\n')
      .find((line, at, all) => all[at - 1] === '|-' && line.startsWith('| '))
      ?.slice(2)
    assert.ok(cell !== undefined)
    assert.doesNotMatch(cell.replace(/&#\d+;/g, ''), /[&<>[\]{}|'"*#:;=~_@]/, text)
    assert.equal(decoded(cell), visible(text), text)
    // Code, which the parser of consumers.test.ts looks at.
    if (/@|#\d/.test(text)) continue
    const row = markdownReport(given).split('\n').at(-2) ?? ''
    const unescaped = row.replace(/\\./g, '').replace(/&#\d+;/g, '')
    assert.equal(unescaped.split('|').length, 8, text)
    assert.doesNotMatch(unescaped, /[`*_[\]<>&]/, text)
  }
})

test('no cell of the CSV is a formula', () => {
  for (const text of hostile) {
    const csv = csvReport(hostileReport(text))
    assert.doesNotMatch(csv, /(?:^|[,\n]"?)[=+@\t\r](?!\n)/, text)
  }
})

test('the frame is closed to everything but scripts', () => {
  const code = iframeCode('https://example.org/a"b&c/#data=x')
  assert.match(code, /src="https:\/\/example\.org\/a&#34;b&#38;c\/#data=x"/)
  assert.match(code, /sandbox="allow-scripts"/)
})

test('the element has its script beside the page, and letters that act nowhere', () => {
  const code = elementCode(
    'https://example.org/a"b/index.html',
    '#view=kpi&theme=dark&lang=de&data=A-_9',
  )
  assert.equal(
    code,
    `<script src="https://example.org/a&#34;b/upgrade-rate-element.js" defer></script>
<upgrade-rate view="kpi" theme="dark" lang="de" data="A-_9"></upgrade-rate>
`,
  )
  const hostile = elementCode('index.html', '#data="><img src=x onerror=alert(1)>')
  assert.match(hostile, /<script src="upgrade-rate-element\.js" defer>/)
  assert.doesNotMatch(hostile, /<img/)
})
