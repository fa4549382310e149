/** The settings document, as web/docs/settings.md describes it. Missing keys keep their defaults. */

import type { Filter } from './documents_segments.js'

export type Shape =
  | 'totals'
  | 'planHistory'
  | 'subscriptions'
  | 'changes'
  | 'movements'
  | 'snapshots'
  | 'matrix'
  | 'flags'
  | 'planTable'
  | 'customerTable'
  | 'aggregates'
export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year'
export type Numerator = 'upgraded' | 'kept' | 'upsold' | 'upgradedOrUpsold' | 'upgradeEvents'
export type Base = 'opening' | 'eligible' | 'average' | 'active' | 'closing'
export type Role = 'tier' | 'addOn' | 'prospect' | 'none'
/** What a subscription's status says of its row. */
export type StatusRole = 'plan' | 'prospect' | 'ended' | 'ignored'
export type BandWindow = 'as shown' | 'month' | 'quarter' | 'year'

/**
 * Which column plays which part: a header name, "#3" for the third column, or null for none. In a
 * matrix `plan` or `value` is the first of the columns that are called by their periods; so is `period`
 * in totals with a `measure`.
 */
export interface Mapping {
  customer?: string | null
  date?: string | null
  plan?: string | null
  value?: string | null
  quantity?: string | null
  period?: string | null
  total?: string | null
  upgraded?: string | null
  start?: string | null
  end?: string | null
  status?: string | null
  subscription?: string | null
  flag?: string | null
  /** With an interval the value is a price: per interval, times quantity. */
  interval?: string | null
  currency?: string | null
  /** Of changes and movements: the plan that was left. */
  fromPlan?: string | null
  toPlan?: string | null
  /** The kind of a movement. */
  type?: string | null
  valueBefore?: string | null
  valueAfter?: string | null
  /** Of a table: what other files call the plan or the customer. */
  key?: string | null
  tier?: string | null
  /** Of aggregates: which part of the report a row is of, and whom or what it counts in it. */
  part?: string | null
  name?: string | null
  other?: string | null
  /** Of totals with one column per period, and of aggregates: what a row counts. */
  measure?: string | null
  /** Of movements that are deals: only those that are won count. */
  stage?: string | null
  segments?: string[]
}

/** How one file is read. All of it is detected where it is missing. */
export interface FileSettings {
  name?: string
  shape?: Shape | null
  /** Of a workbook, by name. Left out: the first visible sheet with two rows. */
  sheet?: string | null
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null
  delimiter?: string | null
  /** "" for no quoting. */
  quote?: string | null
  header?: boolean | null
  /** Lines above the header that are no data. */
  skipRows?: number | null
  mapping?: Mapping | null
  dateFormat?: string | null
  decimal?: '.' | ',' | null
  valueUnit?: 'major' | 'minor' | null
}

/** `tier` is set for role "tier" only; 1 is the lowest. */
export interface PlanSetting {
  plan: string
  role: Role
  tier?: number
}

/** `from`: at or over, `above`: strictly over, both in percent. Exactly one of them. */
export interface BandSetting {
  name: string
  from?: number
  above?: number
}

/** What is paid from then on; the signed difference; its size, where the kind tells the sign. */
export type MovementValues = 'level' | 'delta' | 'sizes'

export interface Settings {
  schema?: 1
  files?: FileSettings[]
  plans?: PlanSetting[] | null
  /** Of subscriptions. Known words are guessed, others count as the plan. */
  statuses?: { status: string; as: StatusRole }[]
  prospectsAreCustomers?: boolean
  bridgeDays?: number
  /** Of movements: what the value says. Null: told from the rows, or in the report nobody can tell. */
  movementValues?: MovementValues | null
  period?: PeriodUnit
  range?: { start: string; end: string } | null
  fiscalStartMonth?: number
  timeZone?: string
  dataUntil?: string | null
  today?: string | null
  base?: Base
  numerator?: Numerator
  level?: number
  bands?: BandSetting[]
  bandWindow?: BandWindow
  /** Days on which something changed that may have moved the rate. */
  launches?: { date: string; name: string }[]
  /** Columns to tell customers apart by. Missing or null: those of `mapping.segments`. */
  segmentBy?: string[] | null
  /** Which customers are counted, for each period anew. */
  filters?: Filter[]
  /** Units of the reporting currency for one unit of the key; both or none. */
  currencyRates?: { [currency: string]: number } | null
  reportingCurrency?: string | null
}
