/**
 * The two documents: settings in, report out. The wire names of the core (core/report), spelled
 * once more for TypeScript; a test holds the two together. Rates, points and slopes are ratios
 * (0.18 is 18 %), instants are ISO 8601 in UTC, and what is undefined is null with a note.
 */
import type { Journeys } from './documents_journeys.js'
import type { PeriodValue } from './documents_money.js'
import type { SegmentTable } from './documents_segments.js'
import type { Mapping, Role, Settings, Shape } from './documents_settings.js'
import type { LaunchEffect, Trend, UnusualMark } from './documents_trend.js'

export type * from './documents_money.js'
export type * from './documents_segments.js'
export type * from './documents_settings.js'
export type * from './documents_trend.js'

export interface Problem {
  code: string
  file: string
  line: number
  column: string
  /** The offending text, cut at 80 characters. */
  text: string
  advice: string
}

export interface Ledger {
  rows: number
  used: number
  duplicate: number
  superseded: number
  ignored: number
  rejected: number
  /** The first 100 of each code; `problemCounts` counts them all. */
  problems: Problem[]
  problemCounts: { [code: string]: number }
}

export interface Note {
  code: string
  severity: 'info' | 'warning'
  params: { [name: string]: string | number | boolean | null | string[] }
}

export interface PlanFound {
  /** The spelling used most; other spellings of the same plan are in `spellings`. */
  plan: string
  spellings: string[]
  role: Role
  tier: number | null
  rows: number
  /** Customers ever on it. */
  customers: number
  /** Median monthly value while on the plan, null without values. */
  typicalValue: number | null
  /** How the role and order were found. */
  order: 'value' | 'words' | 'appearance' | 'settings' | 'table'
}

export interface Change {
  points: number | null
  interval: [number, number] | null
  /** The interval leaves out 0. */
  clear: boolean | null
}

export interface TierCount {
  tier: number
  opening: number
  upgraded: number
  downgraded: number
  churned: number
}

type Count = number | null

/**
 * One period. From totals only opening, upgraded and what follows from them are known; from changes
 * that nobody joins, only the counts of those who changed.
 */
export interface Period {
  start: string | null
  end: string | null
  label: string | null
  partial: boolean
  opening: Count
  closing: Count
  joined: Count
  left: Count
  new: Count
  reactivated: Count
  converted: Count
  prospects: Count
  active: Count
  eligible: Count
  upgraded: Count
  kept: Count
  upgradedNew: Count
  upsold: Count
  upgradedOrUpsold: Count
  upsoldNew: Count
  upgradedOrUpsoldNew: Count
  upgradeEvents: Count
  downgraded: Count
  churned: Count
  netRate: number | null
  byTier: TierCount[]
  /** The chosen numerator and base; the base is a half-integer for "average". */
  numerator: number | null
  base: number | null
  rate: number | null
  interval: [number, number] | null
  band: string | null
  /** The thresholds between the bands as they apply to this period, as ratios. */
  bandLimits: number[]
  /** The band if the scale were for a year, where that differs and the scale is "as shown". */
  bandAnnual: string | null
  bandChances: { [band: string]: number } | null
  toNextBand: number | null
  toLowerBand: number | null
  change: Change | null
  changeYear: Change | null
  /** Average rate per period over the last 3 or 12. */
  pooled3: number | null
  pooled12: number | null
  unusual: UnusualMark[]
  value: PeriodValue
  /** Codes of the notes that say why something in this period is null. */
  why: string[]
}

export interface Report extends Journeys {
  schema: 1
  settings: Settings
  ledger: Ledger
  data: {
    shape: Shape
    customers: number | null
    firstInstant: string | null
    lastInstant: string | null
    plans: PlanFound[]
    /** That of the typical values, null where none is known: the currency of most values. */
    valueCurrency: string | null
    columns: ColumnFound[]
  }
  notes: Note[]
  headline: (Period & { reason: 'last12Months' | 'longestRun' | 'range' | 'only' }) | null
  periods: Period[]
  trend: Trend
  /** As the launches of the settings. */
  launches: LaunchEffect[]
  /** One per column of `segmentBy`, for the headline's window; null without a headline. */
  segments: SegmentTable[] | null
  /** What stands out, the weightiest first. */
  findings: Finding[]
}

/** `code` names a rule of the core's table; rates among the parameters are ratios. */
export interface Finding {
  code: string
  params: Note['params']
}

/** How one column was read, with its first cells, for the preview. */
export interface ColumnFound {
  file: string
  /** "#1", "#2", … when the file has no header. */
  name: string
  part: keyof Omit<Mapping, 'segments'> | 'segment' | null
  kind: 'date' | 'number' | 'text' | 'blank'
  sample: string[]
}

/** A sheet of a workbook. */
export interface SheetFound {
  name: string
  /** Not shown by the spreadsheet unless asked for. */
  hidden: boolean
}

export interface ShapeGuess {
  shape: Shape
  /** From 0 to 1: the mean over the columns that the shape needs. */
  fit: number
}

export interface FileFound {
  name: string
  rows: number
  /** Null where the file could not be read. */
  shape: Shape | null
  /** How well the shape fits that was guessed; absent or null where it was not guessed. */
  guess?: ShapeGuess | null
  /** The best of the other shapes that the columns would do for. */
  runnerUp?: ShapeGuess | null
  /** Of a workbook: its sheets, and the one that was read. */
  sheets?: SheetFound[]
  sheet?: string | null
}

/** What a load found, before any figure. */
export interface Summary {
  files: FileFound[]
  rows: number
  /** That the days of aggregates are of, whatever is asked for. */
  timeZone?: string | null
  columns: ColumnFound[]
}

/** What the core says when it cannot go on. */
export interface CoreError {
  code: string
  where: string
  advice: string
}
