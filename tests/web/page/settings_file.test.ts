/** What counts as a settings file, how it is laid on data, and when leaving would lose something. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Settings } from '../../../web/src/engine/documents.js'
import { apart, placedOn, settingsOf } from '../../../web/src/page/settings_file.js'
import { initial, type State, wouldLose } from '../../../web/src/page/state.js'
import { type Action, update } from '../../../web/src/page/update.js'

const documents: [name: string, document: unknown, wanted: unknown][] = [
  ['settings', { schema: 1, base: 'active' }, { schema: 1, base: 'active' }],
  ['nothing but the version', { schema: 1 }, { schema: 1 }],
  [
    'one key that is misspelt',
    { schema: 1, base: 'active', nope: 1 },
    { schema: 1, base: 'active', nope: 1 },
  ],
  ['a report', { schema: 1, settings: { base: 'active' }, periods: [] }, { base: 'active' }],
  ['no version', { base: 'active' }, null],
  ['another document with a schema', { schema: 'x', rows: [{ id: 1 }] }, null],
  ['rows', [{ schema: 1, base: 'active' }], null],
  ['nothing', null, null],
  ['text', 'schema', null],
]
for (const [name, document, wanted] of documents)
  test(`is it settings: ${name}`, () => assert.deepEqual(settingsOf(document), wanted))

test('settings are told from data by their content, not by their name', async () => {
  const given = [
    new File(['{"schema":1,"base":"active"}'], 'plans.json'),
    new File(['[{"customer":"a"}]'], 'settings.json'),
    new File(['\ufeff {"schema":1,"level":0.9}'], 'later'),
    new File(['{"schema":1,'], 'cut.json'),
  ]
  const { found, data } = await apart(given)
  assert.deepEqual(found, { name: 'later', settings: { schema: 1, level: 0.9 } })
  assert.deepEqual(
    data.map(({ name }) => name),
    ['settings.json', 'cut.json'],
  )
})

const named = (...names: (string | undefined)[]): Settings => ({
  files: names.map((name) => ({ header: true, ...(name === undefined ? {} : { name }) })),
})
const laid: [name: string, settings: Settings, names: string[], wanted: (string | undefined)[]][] =
  [
    ['the same file', named('a.csv'), ['a.csv'], ['a.csv']],
    ['the next export', named('jan.csv'), ['feb.csv'], ['feb.csv']],
    ['two in another order', named('a', 'b'), ['b', 'a'], ['a', 'b']],
    ['one of two by another name', named('jan', 'plans'), ['feb', 'plans'], ['feb', 'plans']],
    ['without names', named(undefined), ['a'], [undefined]],
    ['fewer files', named('a', 'b'), ['c'], ['a', 'b']],
  ]
for (const [name, settings, names, wanted] of laid)
  test(`laid on files: ${name}`, () =>
    assert.deepEqual(
      placedOn(settings, names).files?.map((file) => file.name),
      wanted,
    ))

const settings: Settings = { schema: 1, base: 'active' }
const file = { name: 's.json', settings }
const brought = (origin: 'files' | 'sample' | 'typed'): Action => ({
  type: 'brought',
  sources: [{ name: 'a.csv', data: '' }],
  origin,
})
const after = (...actions: Action[]): State => actions.reduce(update, initial('en', 'en'))

test('settings wait for data, are one step, and give way to what was detected', () => {
  const waiting = after({ type: 'settingsFile', file })
  assert.deepEqual([waiting.settings.now, waiting.settingsFile], [{}, file])
  const used = update(waiting, brought('files'))
  assert.deepEqual([used.settings.now, used.settingsFile?.name], [settings, 's.json'])
  assert.deepEqual(update(used, { type: 'undo' }).settings.now, {})
  assert.deepEqual(update(waiting, brought('sample')).settings.now, {})
  assert.equal(update(waiting, { type: 'unsettled' }).settingsFile, null)
})

test('settings on data take the place of what was chosen, until undone', () => {
  const state = after(
    brought('files'),
    { type: 'chose', settings: { period: 'year' } },
    { type: 'settingsFile', file },
  )
  assert.deepEqual(state.settings.now, settings)
  assert.deepEqual(update(state, { type: 'undo' }).settings.now, { period: 'year' })
  // New data begins anew.
  assert.deepEqual(update(state, brought('files')).settings.now, {})
})

const losses: [name: string, actions: Action[], wanted: boolean][] = [
  ['nothing', [], false],
  ['files', [brought('files')], true],
  ['a sample', [brought('sample')], false],
  ['two numbers in their form', [brought('typed')], false],
  ['two numbers opened as a page', [brought('typed'), { type: 'opened' }], true],
  ['files, put away', [brought('files'), { type: 'cleared' }], false],
]
for (const [name, actions, wanted] of losses)
  test(`leaving asks: ${name}`, () => assert.equal(wouldLose(after(...actions)), wanted))
