/** The form of a warehouse: where it begins, what is still missing, and the settings it stands for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CoreError, Settings } from '../../../web/src/engine/documents.js'
import type { SqlRequest } from '../../../web/src/engine/sql_request.js'
import { makeEffects } from '../../../web/src/page/effects.js'
import { begin } from '../../../web/src/page/history.js'
import { initial, type State } from '../../../web/src/page/state.js'
import { type Action, update } from '../../../web/src/page/update.js'
import {
  missing,
  requestOf,
  type Warehouse,
  warehouseOf,
  warehouseSettings,
} from '../../../web/src/page/warehouse.js'
import { headline, periods, report } from './fixtures.js'

const months = periods({ unit: 'month', count: 3, rate: () => 0.1, base: () => 1000 })
const empty = initial('en', 'en')

/** A sample of the table stands on the page, and these settings were chosen on it. */
const sampled = (found: Settings, chosen: Settings = {}): State => ({
  ...empty,
  report: { ...report({}, months, headline(5, 50)), settings: { ...found, ...chosen } },
  settings: begin(chosen),
})

const found: Settings = {
  files: [
    {
      name: 'sample.csv',
      shape: 'planHistory',
      delimiter: ',',
      mapping: { customer: 'acct', plan: 'tier', date: 'from', value: null, segments: ['region'] },
    },
  ],
  plans: [
    { plan: 'Pro yearly', role: 'tier', tier: 2 },
    { plan: 'Basic', role: 'tier', tier: 1 },
    { plan: 'Pro', role: 'tier', tier: 2 },
    { plan: 'Trial', role: 'prospect' },
    { plan: 'gone', role: 'none' },
    { plan: 'Seats', role: 'addOn' },
  ],
  period: 'quarter',
  timeZone: 'Europe/Berlin',
  dataUntil: '2024-05-01T00:00:00Z',
  today: '2024-05-02',
  launches: [{ date: '2024-03-01', name: 'x' }],
  filters: [],
}

test('a form begins with what was found in a sample', () => {
  const form = warehouseOf(sampled(found))
  assert.equal(form.shape, 'planHistory')
  assert.deepEqual(form.columns, { customer: 'acct', plan: 'tier', date: 'from' })
  assert.equal(form.segments, 'region')
  assert.deepEqual(form.plans, {
    tiers: 'Basic\nPro yearly, Pro',
    prospects: 'Trial',
    addOns: 'Seats',
    none: 'gone',
  })
  assert.deepEqual(missing(form), ['from'])
})

test('one query is asked of ClickHouse only, whose rule is a script', () => {
  const form: Warehouse = { ...warehouseOf(sampled(found)), from: ' a.b ', oneQuery: true }
  assert.deepEqual(requestOf(form), { dialect: 'clickhouse', from: 'a.b', oneQuery: true })
  assert.deepEqual(requestOf({ ...form, oneQuery: false }), { dialect: 'clickhouse', from: 'a.b' })
  const spark = requestOf({ ...form, dialect: 'spark', orderBy: 'no' })
  assert.deepEqual(spark, { dialect: 'spark', from: 'a.b', orderBy: 'no' })
})

test('without a sample everything needed is missing, and is named', () => {
  const form = warehouseOf(empty)
  assert.equal(form.shape, 'planHistory')
  assert.deepEqual(missing(form), ['from', 'customer', 'date', 'plan', 'tiers'])
})

test('a row that is something else needs other columns, and maps only its own', () => {
  const changes: Warehouse = {
    ...warehouseOf(sampled(found)),
    from: 'a.b',
    shape: 'changes',
    columns: { customer: 'acct', plan: 'tier', date: 'at', toPlan: 'new', valueAfter: 'mrr' },
    segments: '',
  }
  assert.deepEqual(missing(changes), ['fromPlan'])
  const complete = { ...changes, columns: { ...changes.columns, fromPlan: 'old' } }
  assert.deepEqual(warehouseSettings(complete, empty).files, [
    {
      shape: 'changes',
      mapping: {
        customer: 'acct',
        date: 'at',
        fromPlan: 'old',
        toPlan: 'new',
        valueAfter: 'mrr',
        segments: [],
      },
    },
  ])
  assert.deepEqual(missing({ ...changes, shape: 'snapshots' }), ['period'])
  assert.deepEqual(missing({ ...changes, shape: 'subscriptions' }), ['start'])
})

test('the settings of a form: its columns and plans, and what was chosen on the page', () => {
  const state = sampled(found, { base: 'active' })
  const form: Warehouse = { ...warehouseOf(state), from: 'a.b', segments: ' region , "odd, ' }
  assert.deepEqual(warehouseSettings(form, state), {
    files: [
      {
        shape: 'planHistory',
        mapping: { customer: 'acct', date: 'from', plan: 'tier', segments: ['region', '"odd'] },
      },
    ],
    plans: [
      { plan: 'Basic', role: 'tier', tier: 1 },
      { plan: 'Pro yearly', role: 'tier', tier: 2 },
      { plan: 'Pro', role: 'tier', tier: 2 },
      { plan: 'Trial', role: 'prospect' },
      { plan: 'Seats', role: 'addOn' },
      { plan: 'gone', role: 'none' },
    ],
    segmentBy: ['region', '"odd'],
    period: 'quarter',
    timeZone: 'Europe/Berlin',
    base: 'active',
    dataUntil: null,
    today: null,
  })
})

test('an end of the data that was chosen holds, and so does a range', () => {
  const chosen: Settings = {
    dataUntil: '2024-01-01',
    range: { start: '2023-01-01', end: '2024-01-01' },
  }
  const made = warehouseSettings(warehouseOf(sampled(found)), sampled(found, chosen))
  assert.equal(made.dataUntil, '2024-01-01')
  assert.deepEqual(made.range, chosen.range)
})

test('a plan that stands in two lines is said to the core as it was typed', () => {
  const form = warehouseOf(empty)
  const typed = { ...form, plans: { ...form.plans, tiers: 'Basic,\n\n , Pro' } }
  assert.deepEqual(warehouseSettings(typed, empty).plans, [
    { plan: 'Basic', role: 'tier', tier: 1 },
    { plan: 'Pro', role: 'tier', tier: 2 },
  ])
})

/** The page's state after the forms were filled in one after the other; the engine answers late. */
async function after(forms: Warehouse[], answer: (request: SqlRequest) => string | CoreError) {
  let state = empty
  const send = (action: Action) => {
    state = update(state, action)
  }
  const port = {
    sql: async (_: Settings, request: SqlRequest) => {
      await new Promise((done) => setTimeout(done, request.from === 'slow' ? 20 : 1))
      const said = answer(request)
      if (typeof said === 'string') return said
      throw Object.assign(new Error(said.code), said)
    },
  }
  const effects = makeEffects(port as never, () => state, send)
  for (const form of forms) effects.warehouse(form)
  await new Promise((done) => setTimeout(done, 40))
  return state
}

const complete = (from: string): Warehouse => ({ ...warehouseOf(sampled(found)), from })

test('the newest form wins, whichever answer comes last', async () => {
  const state = await after([complete('slow'), complete('quick')], ({ from }) => `SELECT ${from}`)
  assert.deepEqual(state.warehouseSql, { sql: 'SELECT quick' })
})

test('what the core refuses is said beside the form; report and data stay', async () => {
  const error = { code: 'sql.from', where: 'a;b', advice: 'Name one table.' }
  const state = await after([complete('a;b')], () => error)
  assert.deepEqual(state.warehouseSql, { refused: error })
  assert.equal(state.error, null)
})

test('a form with something missing asks nobody', async () => {
  const state = await after([complete('')], () => assert.fail('asked'))
  assert.equal(state.warehouseSql, null)
})
