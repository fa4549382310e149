/** What the periods of a report say together, and before and after its launches. Ratios, as elsewhere. */

import type { LaunchSegments } from './documents_segments.js'

type Ends = [number, number]

/** Outside its control limits; one of eight or more in a row on one side of the centre. */
export type UnusualMark = 'beyondLimits' | 'run'

export interface TrendChart {
  centre: number
  /** Above 1: more variation from period to period than chance alone gives. */
  sigmaZ: number
  /** One for each period of the report; null for those that take no part. */
  limits: (Ends | null)[]
}

export interface ForecastPeriod {
  start: string
  end: string
  label: string
  /** Of the forecast that is shown; the last rate has no interval. */
  rate: number
  interval: Ends | null
  /** The fitted trend, shown or not; null where none can be fitted. */
  model: { rate: number; interval: Ends } | null
}

export interface Forecast {
  shown: 'model' | 'sameAsLast'
  sameAsLast: number
  /** Mean absolute errors one period ahead, in the backtest. */
  modelError: number
  sameAsLastError: number
  periods: ForecastPeriod[]
}

export interface Trend {
  direction: 'rising' | 'falling' | 'flat' | null
  z: number | null
  p: number | null
  dispersion: number | null
  /** Allows for the dispersion, and decides. */
  pAdjusted: number | null
  slopePointsPerPeriod: number | null
  /** How many periods tell the direction; labels of the first and the last. */
  periods: number
  first: string | null
  last: string | null
  chart: TrendChart | null
  forecast: Forecast | null
  /** Codes of the notes that say why something here is null, or not shown. */
  why: string[]
}

export interface LaunchWindow {
  start: string
  end: string
  numerator: number
  base: number
  rate: number | null
  interval: Ends | null
}

export interface LaunchEffect {
  date: string
  name: string
  /** Length of each window. */
  days: number | null
  before: LaunchWindow | null
  after: LaunchWindow | null
  change: { points: number; interval: Ends; clear: boolean } | null
  /** The same within each segment, one entry per column of `segmentBy`. */
  segments: LaunchSegments[]
  why: string[]
}
