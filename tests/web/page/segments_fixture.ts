/** Tables of segments and mixes for developing and testing the page: the right form, plausible figures. Never shipped. */
import type {
  LaunchSegments,
  Mix,
  SegmentRow,
  SegmentTable,
} from '../../../web/src/engine/documents_segments.js'
import { wilson } from './fixtures.js'

/** A row of `k` out of `n` against the rate of all, with limits of three standard errors. */
export function segmentRow(
  value: string,
  k: number,
  n: number,
  centre: number,
  more: Partial<SegmentRow> = {},
): SegmentRow {
  const rate = n > 0 ? k / n : null
  const reach = 3 * Math.sqrt((centre * (1 - centre)) / Math.max(1, n))
  const limits: [number, number] = [Math.max(0, centre - reach), Math.min(1, centre + reach)]
  const small = n < 30
  const band =
    rate == null ? null : rate > 0.25 ? 'exceptional' : rate >= 0.15 ? 'healthy' : 'concerning'
  return {
    value,
    opening: n,
    upgraded: k,
    downgraded: Math.round(n * 0.02),
    churned: Math.round(n * 0.04),
    numerator: k,
    base: n,
    rate,
    interval: n > 0 ? wilson(k, n) : null,
    small,
    band: small ? null : band,
    bandChances: null,
    shareOfNumerator: null,
    shareOfBase: null,
    limits: n > 0 ? limits : null,
    beyond:
      small || rate == null ? null : rate > limits[1] ? 'above' : rate < limits[0] ? 'below' : null,
    ...more,
  }
}

/** Rows of [value, numerator, base]; what they have in common is worked out from them. */
export function segmentTable(
  column: string,
  rows: readonly [value: string, k: number, n: number][],
  more: Partial<SegmentTable> = {},
): SegmentTable {
  const [k, n] = [1, 2].map((at) => rows.reduce((sum, row) => sum + (row[at] as number), 0)) as [
    number,
    number,
  ]
  const centre = n > 0 ? k / n : 0
  const made = rows.map(([value, own, base]) =>
    segmentRow(value, own, base, centre, {
      shareOfNumerator: k > 0 ? own / k : null,
      shareOfBase: n > 0 ? base / n : null,
    }),
  )
  return {
    column,
    rows: made.sort((a, b) => b.base - a.base),
    more: null,
    funnel: { centre, sigmaZ: 1 },
    mix: null,
    ...more,
  }
}

export const regions: readonly [string, number, number][] = [
  ['EMEA', 248, 1120],
  ['AMER', 172, 980],
  ['APAC', 61, 520],
  ['LATAM', 27, 160],
  ['', 3, 22],
  ['Antarctica', 1, 12],
]

export const mix: Mix = {
  before: { start: '2023-11-01T00:00:00Z', end: '2024-11-01T00:00:00Z' },
  points: -0.021,
  mix: -0.0162,
  rate: -0.0048,
  againstAll: false,
  rows: [
    {
      value: 'EMEA',
      shareBefore: 0.46,
      shareAfter: 0.398,
      rateBefore: 0.23,
      rateAfter: 0.221,
      mix: -0.014,
      rate: -0.0039,
    },
    {
      value: 'AMER',
      shareBefore: 0.3,
      shareAfter: 0.348,
      rateBefore: 0.172,
      rateAfter: 0.1755,
      mix: 0.0083,
      rate: 0.0011,
    },
    {
      value: 'APAC',
      shareBefore: 0.2,
      shareAfter: 0.185,
      rateBefore: 0.128,
      rateAfter: 0.117,
      mix: -0.0018,
      rate: -0.0021,
    },
    {
      value: '',
      shareBefore: 0.04,
      shareAfter: 0,
      rateBefore: 0.1,
      rateAfter: null,
      mix: -0.0087,
      rate: 0.0001,
    },
  ],
  more: null,
}

export const launchSegments: LaunchSegments[] = [
  {
    column: 'region',
    rows: [
      {
        value: 'EMEA',
        numeratorBefore: 20,
        baseBefore: 1040,
        numeratorAfter: 48,
        baseAfter: 1100,
        points: 0.0244,
        interval: [0.0105, 0.0389],
        clear: true,
      },
      {
        value: 'AMER',
        numeratorBefore: 16,
        baseBefore: 930,
        numeratorAfter: 19,
        baseAfter: 990,
        points: 0.002,
        interval: [-0.011, 0.0149],
        clear: false,
      },
      {
        value: '',
        numeratorBefore: 0,
        baseBefore: 0,
        numeratorAfter: 1,
        baseAfter: 22,
        points: null,
        interval: null,
        clear: null,
      },
    ],
  },
]
