/**
 * What the core finds and what the page makes of it: the parameters of every finding, the form of its
 * sentence, and the way from a finding of the report to both. The core's table of rules
 * (core/kpi/findings.h) has the same codes; a test holds the two together.
 */
import type { Finding } from '../engine/documents.js'
import { readable } from './codes.js'
import type { Format } from './format.js'
import type { Text } from './language.js'

interface Band {
  band: string
  rate: number
  toNextBand?: number
  nextBand?: string
}
interface Change {
  with: 'year' | 'period'
  rate: number
  before: number
  points: number
}
interface Launch {
  launch: string
  /** Of the window before it and of the one after it. */
  days: number
  before: number
  countedBefore: number
  baseBefore: number
  after: number
  countedAfter: number
  baseAfter: number
  low: number
  high: number
}

export interface FindingParams {
  'base.few': { base: number; low: number; high: number }
  'coverage.low': { opening: number; active: number }
  'retention.below': { currency: string; retention: number }
  'churn.aboveUpgrades': { churned: number; upgraded: number; opening: number }
  'upgrades.notKept': { kept: number; upgraded: number }
  'stickiness.low': { held: number; upgrades: number }
  /** Churns per customer and 30 days. */
  'churn.afterUpgrade': { ofUpgraded: number; ofOthers: number }
  'downgrades.many': { downgraded: number; upgraded: number }
  'band.low': Band
  'change.fell': Change
  'launch.backfired': Launch
  'trend.falling': { periods: number; slope: number }
  'band.high': Band
  'change.rose': Change
  'launch.worked': Launch
  'trend.rising': { periods: number; slope: number }
  'band.unsure': { band: string; chance: number }
  'base.topTier': { onTop: number; opening: number }
  'mix.explains': { column: string; points: number; mix: number }
  'segment.most': {
    column: string
    segment: string
    upgradedFrom: number
    upgraded: number
    rate: number
    rateOfRest: number
  }
  'upgrades.oneTier': { tier: number; upgradedFrom: number; upgraded: number }
  'launch.unclear': Launch
  'upgrades.fromNew': { upgradedNew: number; upgraded: number }
  'upsells.aboveUpgrades': { upsold: number; upgraded: number }
  'price.aboveUpgrades': { currency: string; priceRises: number; upgradeValue: number }
  'band.middle': Band
  'time.firstUpgrade': { days: number; customers: number }
  'period.unusual': { period: string; rate: number; centre: number; above: boolean }
  'segment.small': { column: string; segment: string; base: number; rate: number; best: boolean }
  'period.unfinished': { period: string }
}

export type FindingCode = keyof FindingParams

/** The names that stand behind parameters, as the page writes them. */
export interface Names {
  f: Format
  band: (name: string) => string
  tier: (tier: number) => string
  /** A value of a column; a blank one by a word. */
  segment: (value: string) => string
  period: (label: string) => string
  /** A rate, never rounded onto a band limit. */
  rate: (ratio: number) => string
}

export interface FindingText<P> {
  title: string
  says: (p: P, names: Names) => string
}
export type FindingTable = { readonly [C in FindingCode]: FindingText<FindingParams[C]> }

export const isKnown = (code: string, { t }: Text): code is FindingCode =>
  Object.hasOwn(t.findings, code)

export function findingTitle({ code }: Finding, text: Text): string {
  return isKnown(code, text) ? text.t.findings[code].title : readable(code)
}

/** A finding that the table does not know is still named, with its figures. */
export function findingText({ code, params }: Finding, names: Names, text: Text): string {
  if (isKnown(code, text)) {
    // The core writes exactly these parameters with this code.
    const { says } = text.t.findings[code] as FindingText<unknown>
    return says(params, names)
  }
  const rest = Object.entries(params).map(([name, value]) => `${readable(name)} ${value}`)
  return [readable(code), ...rest].join(', ')
}
