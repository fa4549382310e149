/** Both tables are whole: the same keys, no word left in the other language, every code a sentence. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { SQL_DIALECTS } from '../../../web/src/engine/sql_request.js'
import { errorText, noteText, readable } from '../../../web/src/text/codes.js'
import { detectLanguage, localeFor, textFor } from '../../../web/src/text/language.js'

const en = textFor('en', 'en')
const de = textFor('de', 'de')

// What the core's sources raise, so that a new code without words fails here.
const sources = readdirSync('core', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cpp'))
  .map((name) => readFileSync(join('core', name), 'utf8'))
  .join('\n')
const raised = (pattern: RegExp) => [
  ...new Set([...sources.matchAll(pattern)].map((match) => match[1] ?? '')),
]
const notes = [
  ...raised(/\bnotes\.(?:info|warn)\(\s*"([\w.]+)"/g),
  ...raised(/\bwhy\.push_back\(\s*"([\w.]+)"/g),
]
const problems = raised(/^ {4}\{"([a-z]\w*\.\w+)",/gm)
// And what the page's own reading of gzip and workbooks raises.
const engine = readdirSync('web/src/engine', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('web/src/engine', name), 'utf8'))
  .join('\n')
const errors = [
  ...[...engine.matchAll(/\bcode: '(input\.\w+)'/g)].map((match) => match[1] as string),
  ...raised(/(?:\bError|\berror =|\brefuse\()\s*\(?\{\s*"([\w.]+)"/g),
  ...raised(/\bfail\(\s*"(\w+\.[\w.]+)"/g),
].filter((code) => !code.startsWith('host.'))

test('the sources were read', () => {
  assert.ok(notes.length > 15 && notes.includes('dataUntil.assumed'))
  assert.ok(problems.length > 15 && problems.includes('row.superseded'))
  assert.ok(errors.length > 10 && errors.includes('setting.unknownKey'))
  assert.ok(errors.includes('input.damaged'))
})

/** Every leaf of a table with its path; functions count as leaves. */
function leaves(table: object, path = ''): [string, unknown][] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, value] as [string, unknown]],
  )
}

/** Words that are rightly the same in both languages. */
const shared = new Set([
  ...SQL_DIALECTS.map((name) => `warehouse.dialects.${name}`),
  'title',
  'share.pageFile',
  'themes.system',
  'trend.band',
  'settings.bandName',
  'segments.value',
  'answer.flow',
  'language',
  'guide.heads.definition.title',
])

test('the tables have the same keys', () => {
  assert.deepEqual(
    leaves(de.t)
      .map(([path]) => path)
      .sort(),
    leaves(en.t)
      .map(([path]) => path)
      .sort(),
  )
})

test('no text is empty, none is left in English', () => {
  const english = new Map(leaves(en.t))
  for (const [path, value] of leaves(de.t)) {
    if (typeof value !== 'string') continue
    assert.notEqual(value.trim(), '', path)
    if (!shared.has(path)) assert.notEqual(value, english.get(path), path)
  }
})

test('every note, problem and error has a sentence in both languages', () => {
  const params = {
    method: 'words',
    spellings: ['Pro', 'pro'],
    dataUntil: '2025-11-12T00:00:00Z',
    format: 'D/M/Y',
    example: '03/04/2024',
    file: 'a.csv',
    rows: 2,
    base: 'eligible',
    numerator: 'kept',
    unit: 'month',
    window: 'year',
    band: 'exceptional',
    encoding: 'utf-16le',
    part: 'customer',
    other: 'id',
    code: 'input.empty',
    advice: 'It is empty.',
    has: 2,
    needs: 3,
    launches: ['New Pro', 'Bundle'],
    columns: ['region'],
    count: 2,
  }
  for (const { t } of [en, de]) {
    for (const code of notes)
      assert.match(t.notes[code]?.(params, 'UTC') ?? '', /^[A-ZÄÖÜ0-9a„].+\.$/u, code)
    for (const code of problems) assert.ok(t.problems[code]?.what && t.problems[code]?.advice, code)
    for (const code of errors)
      assert.ok(t.errors[code]?.what.endsWith('.') && t.errors[code]?.advice.endsWith('.'), code)
  }
})

test('notes say their parameters', () => {
  assert.equal(
    en.t.notes.blankPlan?.({ rows: 1 }, 'UTC'),
    '1 row has a blank plan, read as “not a customer”.',
  )
  assert.equal(
    en.t.notes.blankPlan?.({ rows: 1200 }, 'UTC'),
    '1,200 rows have a blank plan, read as “not a customer”.',
  )
  assert.equal(
    de.t.notes.blankPlan?.({ rows: 1200 }, 'UTC'),
    '1.200 Zeilen haben keinen Tarif, gelesen als „kein Kunde“.',
  )
  assert.equal(
    en.t.notes['plans.merged']?.({ spellings: ['Pro', 'pro', 'PRO'] }, 'UTC'),
    'These spellings are read as one plan: Pro, pro, and PRO.',
  )
  // Midnight in Berlin after 11 November is 23:00 UTC of that day.
  const until = { dataUntil: '2025-11-11T23:00:00Z' }
  assert.equal(
    en.t.notes['dataUntil.assumed']?.(until, 'Europe/Berlin'),
    'The data is taken to be complete up to and including Nov 11, 2025.',
  )
})

test('a code unknown to the table is still shown', () => {
  assert.equal(readable('band.tooWide'), 'band: too wide')
  assert.equal(
    noteText(
      { code: 'some.newThing', severity: 'info', params: { howMany: 3, names: ['a', 'b'] } },
      en,
      'UTC',
    ),
    'some: new thing, how many 3, names a, b',
  )
  assert.deepEqual(errorText({ code: 'input.new', where: '', advice: 'Do this.' }, de), {
    what: 'input: new',
    advice: 'Do this.',
    detail: null,
  })
})

test('the core knows the case: its advice goes first in English, beside the German one else', () => {
  const error = {
    code: 'input.empty',
    where: 'a.csv',
    advice: 'a.csv holds 0 bytes; export again.',
  }
  assert.equal(errorText(error, en).advice, 'a.csv holds 0 bytes; export again.')
  assert.equal(errorText(error, de).detail, 'a.csv holds 0 bytes; export again.')
})

test('language and locale of the reader', () => {
  assert.equal(detectLanguage(['fr-FR', 'de-AT', 'en']), 'de')
  assert.equal(detectLanguage(['fr']), 'en')
  assert.equal(localeFor('en', ['de-DE', 'en-GB']), 'en-GB')
  assert.equal(localeFor('de', ['en-US']), 'de')
})
