/**
 * The part of the report that tells groups of customers apart: tables by segment, and whether a
 * change came from the segments' rates or from their sizes. Ratios, as elsewhere.
 */

type Ends = [number, number]

/** One value of a column. The value "" is a blank cell. */
export interface SegmentRow {
  value: string
  opening: number
  upgraded: number
  /** Null for totals, as is `churned`. */
  downgraded: number | null
  churned: number | null
  /** By the chosen numerator and base; those of all rows, with `more`, sum to the headline's. */
  numerator: number
  base: number
  rate: number | null
  interval: Ends | null
  /** Fewer than 30 in the base: listed, but neither band nor `beyond` is given. */
  small: boolean
  band: string | null
  bandChances: { [band: string]: number } | null
  shareOfNumerator: number | null
  shareOfBase: number | null
  /** What chance alone gives at this base, around the rate of all; null where the rate is no share. */
  limits: Ends | null
  beyond: 'above' | 'below' | null
}

export interface MixRow {
  value: string
  shareBefore: number
  shareAfter: number
  /** Null without a base in that window. */
  rateBefore: number | null
  rateAfter: number | null
  mix: number
  rate: number
}

/** The headline window against the one before it: points = mix + rate. */
export interface Mix {
  before: { start: string; end: string }
  points: number
  mix: number
  rate: number
  /** The total moved one way, and every segment the other way. */
  againstAll: boolean
  /** The segments of the table, in its order, then those that were only there before. */
  rows: MixRow[]
  /** What the values beyond the 400 listed add. */
  more: { values: number; mix: number; rate: number } | null
}

export interface SegmentTable {
  column: string
  /** By base, the largest first; at most 400. */
  rows: SegmentRow[]
  /** The values that are not listed. */
  more: { values: number; base: number; numerator: number } | null
  /** Centre of the limits, and how much they are widened beyond chance; null where there are none. */
  funnel: { centre: number; sigmaZ: number } | null
  mix: Mix | null
}

/** A launch within one segment; null where a window has no base, or the rate is no share. */
export interface LaunchSegmentRow {
  value: string
  numeratorBefore: number
  baseBefore: number
  numeratorAfter: number
  baseAfter: number
  points: number | null
  interval: Ends | null
  clear: boolean | null
}

/** At most 400 rows, by the base after the launch, the largest first. */
export interface LaunchSegments {
  column: string
  rows: LaunchSegmentRow[]
}

/** A condition on customers; several filters all hold, and of the values of one any will do. */
export type Filter = { column: string; in: string[] } | { plan: true; in: string[] }
