/** The answer in one line and the table of periods, as plain text: what every table format writes. */
import type { Report } from '../engine/documents.js'
import { baseName, counted, interval, NONE, numeratorName, periodName, ratio } from './figures.js'

export interface PeriodTable {
  /** Null without a headline. */
  rate: string | null
  /** What follows the rate: band, formula, period. */
  lead: string
  heads: readonly string[]
  /** As many cells as heads; the second to fourth are figures. */
  rows: readonly (readonly string[])[]
}

export const isFigure = (column: number): boolean => column >= 1 && column <= 3

/** Cells that hold names from the data, not figures or our own words. */
export const isName = (column: number): boolean => column === 0 || column === 5

export function periodTable(report: Report): PeriodTable {
  const { headline } = report
  const formula = headline
    ? `${counted(headline.numerator)} ${numeratorName(report)} / ${counted(headline.base)} ${baseName(report)}, ${periodName(headline)}`
    : ''
  const band = headline?.band ? `${headline.band}: ` : ''
  return {
    rate: headline ? ratio(headline.rate) : null,
    lead: `${band}${formula}`,
    heads: ['Period', 'Rate', 'Numerator', 'Base', 'Interval', 'Band'],
    rows: report.periods.map((period) => [
      periodName(period),
      ratio(period.rate),
      counted(period.numerator),
      counted(period.base),
      interval(period.interval),
      period.band ?? NONE,
    ]),
  }
}
