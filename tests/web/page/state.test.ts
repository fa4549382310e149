/** The reducers: undo and redo, what new data forgets, the ladder's moves, a column's meaning, typed numbers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ColumnFound, PlanSetting, Settings } from '../../../web/src/engine/documents.js'
import { otherDayMonth, partsFor, setPart, withChosen } from '../../../web/src/page/column_parts.js'
import { ladderOf, plansOf, put, step } from '../../../web/src/page/plan_ladder.js'
import { fromTyped, typedCount } from '../../../web/src/page/sources.js'
import { answered, effective, initial, type State } from '../../../web/src/page/state.js'
import { type Action, update } from '../../../web/src/page/update.js'
import { choose } from '../../../web/src/view/context.js'
import { columns, headline, periods, report, summary } from './fixtures.js'
import { viewOf } from './view_of.js'

const after = (actions: Action[], from: State = initial('en', 'en')) => actions.reduce(update, from)
const month: Action = { type: 'chose', settings: { period: 'month' } }
const year: Action = { type: 'chose', settings: { period: 'year' } }
const list = periods({ unit: 'month', count: 6, rate: () => 0.02, base: () => 500 })
const monthly: Action = { type: 'reported', report: report({}, list, headline(10, 500)) }
const unread = { code: 'input.shapeUnknown', where: '', advice: '' }
const brought: Action = { type: 'brought', sources: [{ name: 'a.csv', data: '' }], origin: 'files' }

test('a sample comes with its settings, other data with none', () => {
  const launches = [{ date: '2024-07-01', name: 'Pro reworked' }]
  const sample: Action = { ...brought, origin: 'sample', settings: { launches } }
  assert.deepEqual(after([sample]).settings, { past: [], now: { launches }, future: [] })
  assert.deepEqual(after([sample, brought]).settings.now, {})
})

test('undo goes back, redo forth, a new choice cuts the future', () => {
  const both = after([month, year])
  assert.deepEqual(update(both, { type: 'undo' }).settings.now, { period: 'month' })
  assert.deepEqual(
    after([{ type: 'undo' }, { type: 'undo' }, { type: 'undo' }], both).settings.now,
    {},
  )
  assert.deepEqual(
    after([{ type: 'undo' }, { type: 'redo' }, { type: 'redo' }], both).settings.now,
    { period: 'year' },
  )
  const cut = after([{ type: 'undo' }, { type: 'chose', settings: { level: 0.9 } }], both)
  assert.deepEqual(cut.settings.future, [])
})
test('the same choice twice is one step; a reset can be undone', () => {
  assert.equal(after([year, year]).settings.past.length, 1)
  assert.deepEqual(after([year, { type: 'reset' }]).settings.now, {})
  assert.deepEqual(after([year, { type: 'reset' }, { type: 'undo' }]).settings.now, {
    period: 'year',
  })
})
test('new data forgets the choices and the answer for the old', () => {
  const state = after([brought, monthly, year, { type: 'picked', index: 3 }, brought])
  assert.deepEqual(state.settings.now, {})
  assert.equal(state.report, null)
  assert.equal(state.picked, null)
})
test('typing on keeps the answer on show until the next one', () => {
  const typed: Action = { type: 'brought', sources: [{ name: '', data: '' }], origin: 'typed' }
  const state = after([typed, monthly, typed])
  assert.notEqual(state.report, null)
  assert.equal(answered(state), false)
  assert.equal(answered(update(state, { type: 'opened' })), true)
})
test('a picked period stays while the list stays, and goes with it', () => {
  const picked = after([brought, monthly, { type: 'picked', index: 3 }])
  assert.equal(update(picked, monthly).picked, 3)
  const yearly: Action = {
    type: 'reported',
    report: report({ period: 'year' }, list, headline(10, 500)),
  }
  assert.equal(update(picked, yearly).picked, null)
})
test('a cancelled first load goes back to the start', () => {
  const state = after([
    brought,
    { type: 'progress', progress: { bytes: 1, totalBytes: 2, rows: 0 } },
    { type: 'cancelled' },
  ])
  assert.equal(state.sources, null)
  assert.equal(state.reading, null)
})
test('an error keeps what was brought', () => {
  const state = after([brought, { type: 'failed', error: unread, found: null }])
  assert.equal(state.sources?.[0]?.name, 'a.csv')
  assert.equal(state.previewOpen, false)
})
test('a reading that failed lays its columns open; one that works closes them', () => {
  const state = after([brought, { type: 'failed', error: unread, found: summary }])
  assert.equal(state.previewOpen, true)
  assert.deepEqual(state.summary, summary)
  assert.equal(update(state, monthly).previewOpen, false)
})
test('closing an error without an answer begins anew; with one it stays', () => {
  const failed: Action = { type: 'failed', error: unread, found: null }
  assert.equal(after([brought, failed, { type: 'dismissed' }]).sources, null)
  const state = after([brought, monthly, failed, { type: 'dismissed' }])
  assert.notEqual(state.report, null)
  assert.equal(state.error, null)
})
test('settings on show: those in force with the newest choice on top', () => {
  const state = after([brought, monthly, year])
  assert.equal(effective(state).period, 'year')
  assert.equal(effective(state).level, 0.95)
})

const plans: PlanSetting[] = [
  { plan: 'A', role: 'tier', tier: 1 },
  { plan: 'B', role: 'tier', tier: 2 },
  { plan: 'B2', role: 'tier', tier: 2 },
  { plan: 'C', role: 'tier', tier: 3 },
  { plan: 'T', role: 'prospect' },
]
const moves: [name: string, next: PlanSetting[], rungs: string[][]][] = [
  ['up past a rung', step(plans, 'A', 'up', false), [['C'], ['A'], ['B', 'B2']]],
  ['up out of a shared rung', step(plans, 'B2', 'up', false), [['C'], ['B2'], ['B'], ['A']]],
  ['up onto the neighbour', step(plans, 'A', 'up', true), [['C'], ['B', 'B2', 'A']]],
  ['up at the top stays', step(plans, 'C', 'up', false), [['C'], ['B', 'B2'], ['A']]],
  ['down at the bottom stays', step(plans, 'A', 'down', true), [['C'], ['B', 'B2'], ['A']]],
  ['down past a rung', step(plans, 'C', 'down', false), [['B', 'B2'], ['C'], ['A']]],
  [
    'a prospect moves up to the lowest rung',
    step(plans, 'T', 'up', false),
    [['C'], ['B', 'B2'], ['A'], ['T']],
  ],
  [
    'dropped over the top',
    put(plans, 'A', { where: 'over', rung: 0 }),
    [['A'], ['C'], ['B', 'B2']],
  ],
  [
    'dropped onto its own rung',
    put(plans, 'B', { where: 'onto', rung: 1 }),
    [['C'], ['B2', 'B'], ['A']],
  ],
  ['made an add-on', put(plans, 'C', { where: 'role', role: 'addOn' }), [['B', 'B2'], ['A']]],
]
for (const [name, next, rungs] of moves) {
  test(`ladder: ${name}`, () => {
    assert.deepEqual(ladderOf(next).rungs, rungs)
    assert.equal(next.length, plans.length)
    const tiers = next.flatMap((p) => (p.role === 'tier' ? [p.tier] : []))
    assert.deepEqual(
      [...new Set(tiers)].sort(),
      rungs.map((_, i) => i + 1),
    )
  })
}
test('ladder: there and back is the same', () => assert.deepEqual(plansOf(ladderOf(plans)), plans))
test('ladder: a prospect first tier where there is none', () =>
  assert.deepEqual(step([{ plan: 'T', role: 'prospect' }], 'T', 'up', false), [
    { plan: 'T', role: 'tier', tier: 1 },
  ]))

test('a column takes a part from the one that had it', () => {
  const names = ['subscriptions.csv']
  const { files } = setPart({}, names, columns, columns[5] as ColumnFound, 'plan')
  assert.equal(files?.[0]?.mapping?.plan, 'account manager of the customer')
  assert.equal(files?.[0]?.mapping?.customer, 'customer_id')
  assert.deepEqual(files?.[0]?.mapping?.segments, ['region'])
})
test('chosen segments follow the parts of their columns', () => {
  const names = ['subscriptions.csv']
  const chosen: Settings = {
    segmentBy: ['region'],
    filters: [
      { column: 'region', in: ['EMEA'] },
      { plan: true, in: ['Pro'] },
    ],
  }
  const set = (column: number, part: 'segment' | 'none', settings = chosen) =>
    setPart(settings, names, columns, columns[column] as ColumnFound, part)
  assert.deepEqual(set(5, 'segment').segmentBy, ['region', 'account manager of the customer'])
  assert.deepEqual(set(5, 'segment').filters, chosen.filters)
  assert.deepEqual(set(4, 'none').segmentBy, [])
  assert.deepEqual(set(4, 'none').filters, [{ plan: true, in: ['Pro'] }])
  assert.equal('segmentBy' in set(5, 'segment', {}), false)
})
test('the first column of periods stands for all of a matrix', () => {
  const found = (name: string, part: ColumnFound['part']): ColumnFound => ({
    file: 'matrix.csv',
    name,
    part,
    kind: 'number',
    sample: [],
  })
  const matrix = [
    found('customer', 'customer'),
    found('2024-01', 'value'),
    found('2024-02', 'value'),
    found('region', null),
  ]
  const set = (column: number, part: 'plan' | 'segment' | 'none') =>
    setPart({}, ['matrix.csv'], matrix, matrix[column] as ColumnFound, part).files?.[0]?.mapping
  assert.deepEqual(set(3, 'segment'), {
    customer: 'customer',
    value: '2024-01',
    segments: ['region'],
  })
  assert.deepEqual(set(1, 'plan'), {
    customer: 'customer',
    plan: '2024-01',
    value: null,
    segments: [],
  })
  assert.equal(set(1, 'none')?.value, '2024-02')
  const parts = withChosen(matrix, { mapping: { customer: 'customer', value: '2024-01' } })
  assert.deepEqual(
    parts.map(({ part }) => part),
    ['customer', 'value', 'value', null],
  )
})
test('a column that is no longer used says so', () => {
  const { files } = setPart({}, ['subscriptions.csv'], columns, columns[3] as ColumnFound, 'none')
  assert.equal(files?.[0]?.mapping?.value, null)
})
test('what was chosen for a column outlives a reading that failed', () => {
  const names = ['subscriptions.csv']
  const unknown = columns.map((column) => ({ ...column, part: null }))
  const first = setPart({}, names, unknown, unknown[0] as ColumnFound, 'customer')
  const laid = withChosen(unknown, first.files?.[0] ?? {})
  const second = setPart(first, names, laid, laid[2] as ColumnFound, 'plan')
  assert.deepEqual(second.files?.[0]?.mapping, {
    customer: 'customer_id',
    plan: 'plan',
    segments: [],
  })
  const third = withChosen(columns, { mapping: { customer: 'plan', segments: [] } })
  assert.deepEqual(
    third.map(({ part }) => part),
    [null, 'date', 'customer', 'value', null, null],
  )
})
test('while the shape is open every part is offered once', () => {
  const parts = partsFor(null)
  assert.equal(new Set(parts).size, parts.length)
  assert.ok(parts.includes('plan') && parts.includes('total') && parts.at(-1) === 'none')
})
test('day and month change places', () => assert.equal(otherDayMonth('D/M/Y'), 'M/D/Y'))

const typed: [text: string, count: string | null][] = [
  ['2814', '2814'],
  ['2,814', '2814'],
  ['2.814', '2814'],
  ['2 814', '2814'],
  ["1'002'814", '1002814'],
  ['28,5', '28,5'],
  ['-3', '-3'],
  ['', null],
  ['many', null],
  ['1,2,3', null],
]
for (const [text, count] of typed)
  test(`typed "${text}"`, () => assert.equal(typedCount(text), count))
test('two numbers are a table of one row', () =>
  assert.equal(
    fromTyped({ upgraded: '512', total: '2,814' })?.[0]?.data,
    'total;upgraded\n2814;512\n',
  ))
test('one number is none', () => assert.equal(fromTyped({ upgraded: '512', total: '' }), null))

test('a second choice before the page is drawn anew keeps the first', () => {
  let state = initial('en', 'en')
  const drawn = { ...viewOf(report({}, [], null)), now: () => state }
  const view = {
    ...drawn,
    send: (action: Action) => {
      state = update(state, action)
    },
  }
  choose(view, { period: 'year' })
  choose(view, { base: 'active' })
  assert.deepEqual(state.settings.now, { period: 'year', base: 'active' })
  assert.equal(state.settings.past.length, 2)
})

test('new data keeps the former, with what was chosen for it, to go back to', () => {
  const sources = [{ name: 'a.csv', data: 'x' }]
  let state = update(initial('en', 'en'), { type: 'brought', sources, origin: 'files' })
  state = update(state, monthly)
  state = update(state, { type: 'chose', settings: { base: 'active' } })
  const chosen = state.settings
  state = update(state, { type: 'cleared' })
  assert.equal(state.sources, null)
  assert.equal(state.report, null)
  const back = update(state, { type: 'goneBack' })
  assert.equal(back.sources, sources)
  assert.equal(back.settings, chosen)
  assert.equal(back.origin, 'files')
  assert.equal(back.former, null)
  // What could not be read is nothing to go back to.
  const wrong = { name: 'b.csv', data: '?' }
  state = update(state, { type: 'brought', sources: [wrong], origin: 'files' })
  state = update(state, { type: 'cleared' })
  assert.equal(state.former?.sources, sources)
})
