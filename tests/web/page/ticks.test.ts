/** Which labels the axes get, at several widths and lengths of data. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rateTicks, rateTop, timeTicks } from '../../../web/src/charts/ticks.js'
import { periodAt, plotOf } from '../../../web/src/charts/trend_chart.js'
import { Format } from '../../../web/src/text/format.js'
import { periods } from './fixtures.js'

const f = new Format('en-US')
const monthly = (count: number) =>
  periods({ unit: 'month', count, rate: () => 0.02, base: () => 1000 })
const calendar = { unit: 'month', timeZone: 'UTC', fiscalStartMonth: 1 } as const
const labels = (
  list: ReturnType<typeof monthly>,
  spacing: number,
  cal: Parameters<typeof timeTicks>[1] = calendar,
) => timeTicks(list, cal, spacing, f).map((t) => t.label)

test('months by the month where there is room', () =>
  assert.deepEqual(labels(monthly(3), 300), ['Jan 2023', 'Feb', 'Mar']))
test('months by the quarter', () =>
  assert.deepEqual(labels(monthly(13), 24), ['Jan 2023', 'Apr', 'Jul', 'Oct', 'Jan 2024']))
test('months by the half-year', () =>
  assert.deepEqual(labels(monthly(24), 12), ['Jan 2023', 'Jul', 'Jan 2024', 'Jul']))
test('months by the year', () => assert.deepEqual(labels(monthly(36), 6), ['2023', '2024', '2025']))
test('one period is named', () => assert.deepEqual(labels(monthly(1), 600), ['Jan 2023']))
test('four hundred weeks: a label a year, none closer than 48 pixels', () => {
  const weeks = periods({ unit: 'week', count: 400, rate: () => 0.004, base: () => 900 })
  const ticks = timeTicks(weeks, { ...calendar, unit: 'week' }, 1.9, f)
  assert.deepEqual(
    ticks.map((t) => t.label),
    ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'],
  )
  for (let i = 1; i < ticks.length; i++)
    assert.ok(((ticks[i]?.index ?? 0) - (ticks[i - 1]?.index ?? 0)) * 1.9 >= 48)
})
test('fiscal years begin where they begin', () =>
  assert.deepEqual(labels(monthly(24), 12, { ...calendar, fiscalStartMonth: 4 }), [
    'Apr 2023',
    'Oct',
    'Apr 2024',
    'Oct',
  ]))
test('quarters', () => {
  const quarters = periods({ unit: 'quarter', count: 5, rate: () => 0.04, base: () => 900 })
  assert.deepEqual(labels(quarters, 100, { ...calendar, unit: 'quarter' }), [
    'Q1 2023',
    'Q2',
    'Q3',
    'Q4',
    'Q1 2024',
  ])
})
test('periods without instants: first and last by their labels', () => {
  const undated = monthly(3).map((p, i) => ({ ...p, start: null, end: null, label: `P${i + 1}` }))
  assert.deepEqual(labels(undated, 200), ['P1', 'P3'])
})

test('the rate axis starts at zero with round steps', () => {
  assert.deepEqual(
    rateTicks(0.024, 260, f).map((t) => t.label),
    ['0%', '0.5%', '1.0%', '1.5%', '2.0%'],
  )
  assert.deepEqual(
    rateTicks(1.5, 260, f).map((t) => t.label),
    ['0%', '50%', '100%', '150%'],
  )
})
test('the top holds every rate; a tiny base does not press the line flat', () => {
  const list = periods({
    unit: 'month',
    count: 3,
    rate: (i) => [0.02, 0.05, 0.02][i] ?? null,
    base: (i) => [1000, 20, 1000][i] ?? 0,
  })
  const top = rateTop(list)
  assert.ok(top > 0.05 && top < 0.11, `${top}`)
})
test('nothing but zeros, and nothing at all, still have an axis', () => {
  assert.ok(rateTop(periods({ unit: 'month', count: 3, rate: () => 0, base: () => 100 })) > 0)
  assert.ok(rateTop(periods({ unit: 'month', count: 3, rate: () => null, base: () => 0 })) > 0)
})
test('pointing finds the nearest period and stays inside', () => {
  const frame = { periods: monthly(11), width: 600 }
  const plot = plotOf(frame)
  assert.equal(periodAt(frame, plot.x(4) + plot.spacing * 0.4), 4)
  assert.equal(periodAt(frame, -50), 0)
  assert.equal(periodAt(frame, 9999), 10)
  assert.equal(periodAt({ periods: monthly(1), width: 600 }, 9), 0)
})
