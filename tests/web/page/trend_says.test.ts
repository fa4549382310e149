/**
 * The sentences under the trend, in both languages, for each direction and each figure that can be
 * absent; the places of launches and of periods to come. Written here by hand.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launchRows } from '../../../web/src/charts/trend_layers.js'
import type { Report } from '../../../web/src/engine/documents.js'
import { initial } from '../../../web/src/page/state.js'
import { update } from '../../../web/src/page/update.js'
import { layersOf } from '../../../web/src/view/trend_layers.js'
import { besideAnswer, trendSentences } from '../../../web/src/view/trend_says.js'
import { noTrend } from '../no_trend.js'
import { headline, periods, report } from './fixtures.js'
import { viewOf } from './view_of.js'

const months = periods({ unit: 'month', count: 14, rate: () => 0.1, base: () => 1000 })

const withTrend = (trend: Partial<Report['trend']>, more: Partial<Report> = {}) =>
  report({}, months, headline(10, 500), { trend: { ...noTrend, ...trend }, ...more })

const direction = {
  z: 3,
  p: 0.001,
  dispersion: 1,
  pAdjusted: 0.0131,
  slopePointsPerPeriod: 0.0041,
  periods: 13,
  first: '2023-02',
  last: '2024-02',
}

interface Case {
  name: string
  trend: Partial<Report['trend']>
  en: string
  de: string
}

const leads: Case[] = [
  {
    name: 'rising',
    trend: { ...direction, direction: 'rising' },
    en: 'Rising by 0.41 points a month over the last 13 months, Feb 2023 – Feb 2024 (p = 0.013).',
    de: 'Steigt um 0,41 Punkte je Monat über die letzten 13 Monate, Feb. 2023 – Feb. 2024 (p = 0,013).',
  },
  {
    name: 'falling, steeply',
    trend: {
      ...direction,
      direction: 'falling',
      slopePointsPerPeriod: -0.0123,
      pAdjusted: 0.00004,
    },
    en: 'Falling by 1.2 points a month over the last 13 months, Feb 2023 – Feb 2024 (p < 0.001).',
    de: 'Fällt um 1,2 Punkte je Monat über die letzten 13 Monate, Feb. 2023 – Feb. 2024 (p < 0,001).',
  },
  {
    name: 'flat',
    trend: { ...direction, direction: 'flat', slopePointsPerPeriod: -0.0005, pAdjusted: 0.43 },
    en: 'Flat: over the last 13 months, Feb 2023 – Feb 2024, the slope of −0.05 points a month lies within noise (p = 0.43).',
    de: 'Gleichbleibend: Über die letzten 13 Monate, Feb. 2023 – Feb. 2024, liegt die Steigung von −0,05 Punkten je Monat im Rauschen (p = 0,43).',
  },
]

for (const { name, trend, en, de } of leads)
  test(`direction: ${name}`, () => {
    const shown = withTrend(trend)
    assert.equal(trendSentences(viewOf(shown), shown).lead, en)
    assert.equal(trendSentences(viewOf(shown, 'de'), shown).lead, de)
  })

test('what is absent says what it needs', () => {
  const codes = ['trend.tooFew', 'chart.tooFew', 'forecast.tooFew']
  const notes = codes.map((code, i) => ({
    code,
    severity: 'info' as const,
    params: { has: i, needs: [3, 8, 12][i] ?? 0 },
  }))
  const shown = withTrend({ why: codes }, { notes })
  assert.deepEqual(trendSentences(viewOf(shown), shown), {
    lead: 'A direction needs 3 finished periods with customers in the base; there are 0.',
    rest: [
      'Unusual periods are marked from 8 finished periods with customers in the base on; there is 1.',
      'A forecast needs 12 finished periods with customers in the base; there are 2.',
    ],
  })
  const none = withTrend({ why: ['base.notShare'] }, { notes: [] })
  assert.deepEqual(trendSentences(viewOf(none), none), { lead: null, rest: [] })
})

const chart = { centre: 0.1, sigmaZ: 1, limits: months.map(() => null) }

test('the spread, unusual months and runs, the latest first', () => {
  const list = months.map((month, i) => ({
    ...month,
    rate: i < 8 ? 0.12 : i === 9 ? 0.2 : 0.09,
    unusual: i < 8 ? ['run' as const] : i === 9 ? ['beyondLimits' as const] : [],
  }))
  const trend = { ...noTrend, ...direction, direction: 'rising' as const, dispersion: 2.96, chart }
  const shown = report({}, list, headline(10, 500), { trend })
  assert.deepEqual(trendSentences(viewOf(shown), shown).rest, [
    'Periods vary 3.0 times as much as chance alone would make them; this is allowed for.',
    'Unusual: Oct 2023 (above its limits) and 8 in a row above the average (Jan 2023 – Aug 2023).',
  ])
  assert.equal(
    trendSentences(viewOf(shown, 'de'), shown).rest[1],
    'Auffällig: Okt. 2023 (über den Grenzen) und 8 in Folge über dem Mittel (Jan. 2023 – Aug. 2023).',
  )
  const quiet = withTrend({ chart })
  assert.deepEqual(trendSentences(viewOf(quiet), quiet).rest, [
    'No month stands out from the others.',
  ])
})

test('of many unusual months the latest four are named', () => {
  const list = months.map((month) => ({ ...month, unusual: ['beyondLimits' as const], rate: 0.05 }))
  const shown = report({}, list, headline(10, 500), { trend: { ...noTrend, chart } })
  assert.match(
    trendSentences(viewOf(shown), shown).rest[0] ?? '',
    /^Unusual: Feb 2024 .*, Nov 2023 \(below its limits\), and 10 earlier\.$/,
  )
})

const next = (shown: 'model' | 'sameAsLast', rate: number, interval: [number, number] | null) => ({
  shown,
  sameAsLast: 0.104,
  modelError: 0.0101,
  sameAsLastError: 0.0104,
  periods: [
    {
      start: '2024-03-01T00:00:00Z',
      end: '2024-04-01T00:00:00Z',
      label: '2024-03',
      rate,
      interval,
      model: null,
    },
  ],
})

test('the forecast: the fitted trend, the same as last, and errors that differ as written', () => {
  const model = withTrend({ forecast: next('model', 0.1055, [0.0744, 0.1373]) })
  assert.equal(
    trendSentences(viewOf(model), model).rest[0],
    'Forecast for Mar 2024: 10.6% (7.4 – 13.7%). Tested on these periods, it was off by 1.01 points on average, “same as last” by 1.04.',
  )
  const forecast = {
    ...next('sameAsLast', 0.104, null),
    modelError: 0.0418,
    sameAsLastError: 0.011,
  }
  const naive = withTrend({ forecast, why: ['forecast.notBetter'] })
  assert.equal(
    trendSentences(viewOf(naive), naive).rest[0],
    'Forecast: the same as last, 10.4%. Tested on these periods, a fitted trend was off by 4.2 points on average, “same as last” by 1.1, so the trend is not shown.',
  )
})

const launch = {
  date: '2023-06-16',
  name: 'New Pro',
  days: 90,
  before: {
    start: '2023-03-18T00:00:00Z',
    end: '2023-06-16T00:00:00Z',
    numerator: 20,
    base: 1000,
    rate: 0.02,
    interval: null,
  },
  after: {
    start: '2023-06-16T00:00:00Z',
    end: '2023-09-14T00:00:00Z',
    numerator: 31,
    base: 1000,
    rate: 0.031,
    interval: null,
  },
  change: { points: 0.011, interval: [-0.001, 0.023] as [number, number], clear: false },
  segments: [],
  why: [],
}

test('a launch before and after; why there is none', () => {
  const shown = withTrend({}, { launches: [launch], notes: [] })
  const [en] = trendSentences(viewOf(shown), shown).rest
  assert.equal(
    en,
    'New Pro, Jun 16, 2023: 2.00% in the 90 days before, 3.10% in the 90 days from then on: +1.1 points, within noise: −0.1 to +2.3.',
  )
  const [de] = trendSentences(viewOf(shown, 'de'), shown).rest
  assert.equal(
    de?.replaceAll('\u00a0', ' '),
    'New Pro, 16. Juni 2023: 2,00 % in den 90 Tagen davor, 3,10 % in den 90 Tagen ab dann: +1,1 Punkte, im Rauschen: −0,1 bis +2,3.',
  )
  const none = { ...launch, days: null, before: null, after: null, change: null }
  const notes = [
    { code: 'launch.tooShort', severity: 'info' as const, params: { launches: ['New Pro'] } },
  ]
  const short = withTrend({}, { launches: [none], notes })
  assert.deepEqual(trendSentences(viewOf(short), short).rest, [
    'No before and after for New Pro: there is not a full day of data on both sides.',
  ])
})

// June has 30 days, so the start of the 16th is half of it: the point of June itself.
test('a launch stands where its day lies in its period; a day before the data nowhere', () => {
  const at = (date: string) => {
    const undated = { ...launch, date, before: null, after: null, change: null }
    const shown = withTrend({}, { launches: [undated] })
    return layersOf(viewOf(shown), shown).layers.launches.map((each) => each.at)
  }
  assert.deepEqual(at('2023-06-16'), [5])
  assert.deepEqual(at('2023-06-01'), [4.5])
  assert.deepEqual(at('2023-01-01'), [-0.5])
  assert.deepEqual(at('2022-12-31'), [])
  assert.deepEqual(at('2024-03-01'), [])
})

test('periods to come stand behind the last; one that has begun in its own place', () => {
  const forecast = next('model', 0.1, [0.08, 0.12])
  const shown = withTrend({ forecast })
  const complete = layersOf(viewOf(shown), shown)
  assert.deepEqual(
    [complete.after.length, complete.layers.ahead.map((each) => each.index)],
    [1, [14]],
  )
  const started = months.map((month, i) =>
    i === 13 ? { ...month, start: '2024-03-01T00:00:00Z', partial: true } : month,
  )
  const running = report({}, started, headline(10, 500), { trend: { ...noTrend, forecast } })
  const begun = layersOf(viewOf(running), running)
  assert.deepEqual([begun.after.length, begun.layers.ahead.map((each) => each.index)], [0, [13]])
})

test('layers are switched one by one', () => {
  const first = initial('en', 'en')
  assert.deepEqual(first.layers, ['pooled12', 'forecast'])
  const limits = update(first, { type: 'layer', layer: 'limits', on: true })
  assert.deepEqual(limits.layers, ['pooled12', 'forecast', 'limits'])
  assert.deepEqual(update(limits, { type: 'layer', layer: 'pooled12', on: false }).layers, [
    'forecast',
    'limits',
  ])
})

test('names of launches that would overlap take another row; at the right edge they end at their line', () => {
  const named = (at: number, name: string) => ({ at, name })
  const rows = launchRows(
    [named(0, 'New Pro'), named(1, 'Bundle'), named(30, 'Late one')],
    (at) => at * 10,
    320,
  )
  assert.deepEqual(
    rows.map(({ row, end }) => [row, end]),
    [
      [0, false],
      [1, false],
      [0, true],
    ],
  )
  assert.equal(launchRows([named(0, 'x'.repeat(40))], (at) => at, 900)[0]?.name.length, 24)
})

const clear = (points: number, isClear: boolean) => ({
  points,
  interval: [points - 0.01, points + 0.01] as [number, number],
  clear: isClear,
})
const agreeing: [
  name: string,
  direction: 'rising' | 'flat',
  change: boolean | null,
  wanted: RegExp | null,
][] = [
  ['rising, and clear', 'rising', true, null],
  [
    'rising, within noise',
    'rising',
    false,
    /finds no clear change; the trend looks at 13 months at once/,
  ],
  ['flat, within noise', 'flat', false, null],
  ['flat, but clear', 'flat', true, /from month to month there is no steady direction/],
  ['rising, nothing to compare with', 'rising', null, null],
]
for (const [name, way, isClear, wanted] of agreeing)
  test(`answer and trend: ${name}`, () => {
    const changeYear = isClear === null ? null : clear(0.02, isClear)
    const shown = report(
      {},
      months,
      { ...headline(10, 500), change: null, changeYear },
      {
        trend: { ...noTrend, ...direction, direction: way },
      },
    )
    const both = trendSentences(viewOf(shown), shown).rest.filter((each) => each.startsWith('Both'))
    assert.equal(both.length, wanted ? 1 : 0)
    if (wanted) assert.match(both[0] ?? '', wanted)
    const german = trendSentences(viewOf(shown, 'de'), shown).rest
    assert.equal(german.filter((each) => each.startsWith('Beides')).length, both.length)
    // Of a period that was picked the answer says nothing of the headline's change.
    const picked = trendSentences(viewOf(shown, 'en', { picked: 3 }), shown).rest
    assert.ok(!picked.some((each) => each.startsWith('Both')))
  })

test('the rate above is told apart from those of the periods, unless it is one of them', () => {
  const whole = report({}, months, headline(10, 500))
  const { start, end } = months[3] ?? {}
  const one = report({}, months, { ...headline(10, 500), start: start ?? null, end: end ?? null })
  assert.match(
    besideAnswer(viewOf(whole), whole) ?? '',
    /^Here each month stands on its own\. The 2\.00% above takes .+ as one stretch/,
  )
  assert.match(besideAnswer(viewOf(whole, 'de'), whole) ?? '', /^Hier steht jeder Monat für sich\./)
  assert.equal(besideAnswer(viewOf(one), one), null)
  assert.equal(besideAnswer(viewOf(whole, 'en', { picked: 1 }), whole), null)
})
