/** Figures as text: decimals that never contradict a verdict, signs, spans, missing values. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Format, rateDecimals } from '../../../web/src/text/format.js'

const en = new Format('en-US')
const de = new Format('de-DE')

const rates: [name: string, ratio: number, limits: number[], en: string][] = [
  ['two figures and one decimal', 0.18195, [15, 25], '18.2%'],
  ['below ten percent two decimals', 0.0316, [], '3.16%'],
  ['zero is zero', 0, [15], '0%'],
  ['exactly on a limit', 0.15, [0.15, 0.25], '15.0%'],
  ['just under a limit is not rounded onto it', 0.14999, [0.15], '14.999%'],
  ['just over a strict limit is not rounded onto it', 0.250004, [0.15, 0.25], '25.0004%'],
  ['rounding away from the limit is fine', 0.1496, [], '15.0%'],
  ['over a hundred', 1.45, [15, 25], '145.0%'],
]
for (const [name, ratio, limits, text] of rates)
  test(`rate: ${name}`, () => assert.equal(en.rate(ratio, limits), text))

const limits: [ratio: number, en: string][] = [
  [0, '0%'],
  [0.15, '15%'],
  [0.07, '7%'],
  [0.125, '12.5%'],
  [0.0134517, '1.35%'],
  [0.2222222, '22.2%'],
]
for (const [ratio, text] of limits) test(`limit ${text}`, () => assert.equal(en.limit(ratio), text))

test('a rate that is missing is a dash, never 0', () => assert.equal(en.rate(null), '–'))
test('decimals are bounded', () => assert.equal(rateDecimals(0.15 - 1e-12, [0.15]), 1))
test('German writes a comma', () => assert.equal(de.rate(0.18195), '18,2\u00a0%'))
test('intervals share decimals', () => {
  assert.equal(en.interval([0.0896, 0.1203]), '9.0 – 12.0%')
  assert.equal(en.interval([0.00961, 0.0203]), '0.96 – 2.03%')
})
test('chances are never certain', () => {
  assert.equal(en.chance(1), '> 99.9%')
  assert.equal(en.chance(0), '< 0.1%')
  assert.equal(en.chance(0.973), '97%')
  assert.equal(en.chance(0.995), '99.5%')
})
test('points carry a sign, a true minus, and share decimals when asked', () => {
  assert.equal(en.signedPoints(0.021), '+2.1')
  assert.equal(en.signedPoints(-0.0052), '−0.52')
  assert.equal(en.signedPoints(0.004, 0.039), '+0.4')
  assert.equal(en.signedPoints(0), '0.0')
  assert.equal(en.points(0.00998), '1.0')
})

const calendar = { unit: 'month', timeZone: 'UTC', fiscalStartMonth: 1 } as const
const spans: [
  name: string,
  start: string,
  end: string,
  label: string | null,
  calendar: Parameters<Format['period']>[1],
  en: string,
][] = [
  ['month', '2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z', '2024-03', calendar, 'Mar 2024'],
  [
    'month whose start is midnight in Berlin',
    '2024-02-29T23:00:00Z',
    '2024-03-31T22:00:00Z',
    '2024-03',
    { ...calendar, timeZone: 'Europe/Berlin' },
    'Mar 2024',
  ],
  [
    'quarter',
    '2024-04-01T00:00:00Z',
    '2024-07-01T00:00:00Z',
    '2024-Q2',
    { ...calendar, unit: 'quarter' },
    'Q2 2024',
  ],
  [
    'year',
    '2024-01-01T00:00:00Z',
    '2025-01-01T00:00:00Z',
    '2024',
    { ...calendar, unit: 'year' },
    '2024',
  ],
  [
    'fiscal year',
    '2024-04-01T00:00:00Z',
    '2025-04-01T00:00:00Z',
    'FY2024',
    { ...calendar, unit: 'year', fiscalStartMonth: 4 },
    'Apr 2024 – Mar 2025',
  ],
]
for (const [name, start, end, label, cal, text] of spans) {
  test(`period: ${name}`, () =>
    assert.equal(en.period({ start, end, label }, cal).replace(/[\u2009\u00a0]/g, ' '), text))
}
test('a period without instants goes by its label', () =>
  assert.equal(en.period({ start: null, end: null, label: 'all' }, calendar), 'all'))
