/**
 * What the plain sentence under the rate says, picked out of one period of the report, before any
 * language: which parts there are, and how each compares. Nothing is computed; a missing figure
 * leaves its part out.
 */
import type { BandSetting, Base, Change, Numerator, Period } from '../engine/documents.js'

export interface SentenceFacts {
  numerator: Numerator
  base: Base
  counted: number | null
  of: number | null
  rate: string
  band: string | null
  /** The chance of that band, where it is too small to pass over. */
  unsure: number | null
  /** The bands are the published 15 and 25 percent. */
  publishedScale: boolean
  /** The period by name ("March 2024"), or null when the data names none. */
  period: string | null
  lastTwelveMonths: boolean
  partial: boolean
  comparison: { with: 'year' | 'period'; points: number; clear: boolean } | null
  kept: { kept: number; upgraded: number } | null
  /** Who is counted, each condition in words; empty: everybody. */
  only: readonly string[]
}

export function isPublishedScale(bands: readonly BandSetting[]): boolean {
  const [low, mid, high] = bands
  return bands.length === 3 && low?.from === 0 && mid?.from === 15 && high?.above === 25
}

/** Under this chance, four in five, a verdict is given with how likely it is. */
const SURE = 0.8

/** The chance of the period's band, where the verdict may well be wrong. */
export function unsureOf({
  band,
  bandChances,
}: Pick<Period, 'band' | 'bandChances'>): number | null {
  const chance = band === null ? undefined : bandChances?.[band]
  return chance === undefined || chance >= SURE ? null : chance
}

function compare(period: Period): SentenceFacts['comparison'] {
  const usable = (change: Change | null) => change?.points != null && change.clear != null
  const [which, change] = usable(period.changeYear)
    ? (['year', period.changeYear] as const)
    : (['period', period.change] as const)
  if (!usable(change)) return null
  return { with: which, points: change?.points as number, clear: change?.clear as boolean }
}

export interface SentenceFrame {
  numerator: Numerator
  base: Base
  bands: readonly BandSetting[]
  /** The rate as the page writes it. */
  rate: string
  periodName: string | null
  lastTwelveMonths: boolean
  bandName: string | null
  only: readonly string[]
}

export function sentenceFacts(period: Period, frame: SentenceFrame): SentenceFacts {
  const { upgraded, kept } = period
  const tellsKept =
    frame.numerator === 'upgraded' &&
    !period.partial &&
    upgraded != null &&
    upgraded > 0 &&
    kept != null
  return {
    numerator: frame.numerator,
    base: frame.base,
    counted: period.numerator,
    of: period.base,
    rate: frame.rate,
    band: period.partial ? null : frame.bandName,
    unsure: unsureOf(period),
    publishedScale: isPublishedScale(frame.bands),
    period: frame.periodName,
    lastTwelveMonths: frame.lastTwelveMonths,
    partial: period.partial,
    comparison: period.rate == null || period.partial ? null : compare(period),
    only: frame.only,
    kept: tellsKept ? { kept, upgraded } : null,
  }
}
