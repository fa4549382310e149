/**
 * The part of the report that follows customers over time. Shares are ratios, values are in the
 * currency of the data, and what is undefined is null with its reason in `why`.
 */

/** Lower and upper limit. */
type Limits = [number, number] | null

export interface Cohort {
  label: string
  start: string
  end: string
  customers: number
  /** By age from 0 on: how many had upgraded by the end of that period. */
  upgraded: number[]
  /** The same as a share of `customers`. */
  shares: number[]
  /** How many of the ages, from the first, are fully observed. */
  complete: number
}

export interface Cohorts {
  unit: 'month' | 'quarter'
  /** Oldest first; cohorts of nobody are left out. */
  rows: Cohort[]
  unknownStart: number
  why: string[]
}

/** The incidence after so many days. */
export interface UpgradedByDay {
  days: number
  /** Still waiting just before that day. */
  watched: number
  share: number | null
  interval: Limits
}

export interface TimeToUpgrade {
  /** upgraded + churned + censored */
  customers: number
  upgraded: number
  churned: number
  censored: number
  newOnTopTier: number
  unknownStart: number
  lastDay: number | null
  median: { days: number | null; low: number | null; high: number | null }
  /** At 30, 90, 180 and 365 days. */
  atDays: UpgradedByDay[]
  curve: (UpgradedByDay & { share: number; churnShare: number })[]
  why: string[]
}

/** All moves from one plan to another in the headline period. */
export interface Path {
  kind: 'upgrade' | 'downgrade' | 'switch'
  from: string
  to: string
  customers: number
  events: number
  /** Those with a value before and after; `value` is the sum over them, null in several currencies. */
  valuedEvents: number
  value: number | null
}

/** So many days after the last upgrade in the period. */
export interface Stay {
  days: number
  observed: number
  stayed: number | null
  share: number | null
  interval: Limits
}

export interface ChurnRate {
  churns: number
  customerDays: number
  per30Days: number | null
}

export interface Stickiness {
  upgraded: number
  stays: Stay[]
  churnAfterUpgrade: ChurnRate
  churnOfOthers: ChurnRate
  why: string[]
}

/** These four are null for totals; paths and the headline's stickiness also without a headline. */
export interface Journeys {
  cohorts: Cohorts | null
  timeToUpgrade: TimeToUpgrade | null
  paths: Path[] | null
  /** `periods` has one entry for each of the report's periods. */
  stickiness: { headline: Stickiness | null; periods: Stickiness[] } | null
}

/** Whether a note says why something in the journeys is null, and nothing about the rest. */
export const aboutJourneys = (code: string): boolean =>
  /^(?:journeys|cohorts|timeToUpgrade|paths|stickiness)\./.test(code)
