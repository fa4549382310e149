/**
 * Statements of every kind that the product writes, for tests that read them without running them:
 * one per choice of the settings that adds or changes a step, and those of random plan histories
 * (../oracle/generate.mjs), which mix the choices.
 */
import { dataSet } from '../oracle/generate.mjs'

export const dialects = ['clickhouse', 'duckdb', 'postgres', 'spark', 'bigquery', 'snowflake']

const plans = [
  { plan: 'Trial', role: 'prospect' },
  { plan: 'Basic', role: 'tier', tier: 1 },
  { plan: "Plus's \\ more", role: 'tier', tier: 2 },
  { plan: 'Pro – größer', role: 'tier', tier: 3 },
  { plan: 'Cancelled', role: 'none' },
]
const addOns = [...plans, { plan: 'Support', role: 'addOn' }, { plan: 'Storage', role: 'addOn' }]
const plain = { customer: 'customer id', date: 'changed_at', plan: 'plan' }
const money = {
  ...plain,
  value: 'mrr',
  quantity: 'seats',
  interval: 'billed',
  currency: 'currency',
}
const rates = { reportingCurrency: 'EUR', currencyRates: { USD: 0.92, JPY: 0.006123, '': 1 } }
const filters = [
  { column: 'order', in: ['EMEA', "it's", 'back\\slash'] },
  { plan: true, in: ['Basic', "Plus's \\ more"] },
]

const of = (mapping, more = {}) => ({
  schema: 1,
  files: [{ shape: 'planHistory', mapping }],
  plans,
  ...more,
})

const as = (shape, mapping) => ({ schema: 1, files: [{ shape, mapping }], plans })

/** By name: [settings, what is asked beside dialect and table]. */
const chosen = {
  plain: [of(plain)],
  'with an order': [of(plain), { orderBy: 'row number' }],
  'one query': [of({ ...money, segments: ['region'] }, rates), { oneQuery: true }],
  'a model of dbt': [of(plain), { dbt: true, from: 'analytics.plan_changes' }],
  'until a day': [of(plain, { dataUntil: '2024-07-01', bridgeDays: 0 })],
  'looked at on a day': [of(plain, { today: '2024-07-01' })],
  'header in UTC': [of({ ...plain, date: 'changed at UTC' }, { timeZone: 'America/New_York' })],
  'a range': [of(plain, { range: { start: '2024-01-01', end: '2024-04-01' } })],
  'no tier but one': [of(plain, { plans: [{ plan: 'Basic', role: 'tier', tier: 1 }] })],
  'prospects as customers': [of(plain, { prospectsAreCustomers: true })],
  values: [of({ ...plain, value: 'mrr' })],
  quantities: [of({ ...plain, quantity: 'seats' })],
  'values and quantities': [of({ ...plain, value: 'mrr', quantity: 'seats' })],
  intervals: [of({ ...plain, value: 'mrr', interval: 'billed' })],
  currencies: [of({ ...plain, value: 'mrr', currency: 'currency' })],
  rates: [of({ ...plain, value: 'mrr', currency: 'currency' }, rates)],
  'all money': [of(money, rates)],
  'add-ons': [of(plain, { plans: addOns })],
  'add-ons with all money': [of(money, { ...rates, plans: addOns })],
  weeks: [of(plain, { period: 'week' })],
  quarters: [of(plain, { period: 'quarter' })],
  years: [of(plain, { period: 'year' })],
  'fiscal years': [of(plain, { period: 'year', fiscalStartMonth: 4 })],
  'fiscal quarters': [of(plain, { period: 'quarter', fiscalStartMonth: 2 })],
  'a clock that changes': [of(plain, { timeZone: 'Europe/Berlin', bridgeDays: 14 })],
  'a clock that stands': [of(plain, { timeZone: 'Etc/GMT-9' })],
  segments: [of({ ...plain, segments: ['order', 'Größe `x` "y"'] })],
  'segment chosen': [of({ ...plain, segments: ['order'] }, { segmentBy: ['region'] })],
  filters: [of({ ...plain, segments: ['region'] }, { filters })],
  changes: [as('changes', { customer: 'id', date: 'day', fromPlan: 'from', toPlan: 'to' })],
  'changes with money': [
    as('changes', {
      customer: 'id',
      date: 'day',
      fromPlan: 'from',
      toPlan: 'to',
      valueBefore: 'old',
      valueAfter: 'new',
      quantity: 'seats',
      interval: 'billed',
      currency: 'currency',
    }),
  ],
  snapshots: [as('snapshots', { customer: 'id', period: 'month', plan: 'plan', value: 'mrr' })],
  subscriptions: [
    as('subscriptions', { customer: 'id', start: 'from', end: 'to', plan: 'plan', value: 'mrr' }),
  ],
  'everything at once': [
    of(
      { ...money, segments: ['region', 'select'] },
      { ...rates, plans: addOns, timeZone: 'America/Sao_Paulo', filters, period: 'week' },
    ),
    { orderBy: 'order' },
  ],
}

/** [name, statement] of every choice, then of `count` random plan histories from `first` on. */
export async function statements(core, dialect, count = 12, first = 1) {
  const drawn = Array.from({ length: count }, (_, i) => [
    `random ${first + i}`,
    [dataSet(first + i).settings],
  ])
  const all = []
  for (const [name, [settings, request = {}]] of [...Object.entries(chosen), ...drawn]) {
    all.push([
      name,
      await core.sql(settings, { dialect, from: 'analytics."plan changes"', ...request }),
    ])
  }
  return all
}

/** What dbt makes of a model: the pieces of Jinja that the product writes. */
export const rendered = (sql) =>
  sql
    .replace(/^\{\{ config\([^)]*\) \}\}\n/, '')
    .replaceAll(/\{\{ source\('(\w+)', '(\w+)'\) \}\}/g, '$1.$2')
    .replaceAll(/\{\{ ref\('(\w+)'\) \}\}/g, '$1')
    .replaceAll("{{ '{' }}", '{')
