/**
 * The answer in one line, the table of periods and those of segments, as plain text: what every
 * table format writes.
 */
import type { Report } from '../engine/documents.js'
import type { SegmentTable } from '../engine/documents_segments.js'
import { baseName, counted, interval, NONE, numeratorName, periodName, ratio } from './figures.js'

/** As many cells in a row as heads; the second to fourth are figures. */
export interface Table {
  heads: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface PeriodTable extends Table {
  /** Null without a headline. */
  rate: string | null
  /** What follows the rate: band, formula, period. */
  lead: string
}

export const isFigure = (column: number): boolean => column >= 1 && column <= 3

/** Columns that hold names from the data, not figures or our own words; a head may be one too. */
export const isName = (column: number): boolean => column === 0 || column === 5

const HEADS = ['Rate', 'Numerator', 'Base', 'Interval', 'Band']

/** One table for each column that tells segments apart, over the headline. */
export const segmentTables = ({ segments }: Report): Table[] => (segments ?? []).map(segmentTable)

function segmentTable({ column, rows, more }: SegmentTable): Table {
  const rest = more && [
    `${counted(more.values)} more`,
    NONE,
    counted(more.numerator),
    counted(more.base),
    NONE,
    NONE,
  ]
  return {
    heads: [column, ...HEADS],
    rows: [
      ...rows.map((row) => [
        row.value === '' ? '(blank)' : row.value,
        ratio(row.rate),
        counted(row.numerator),
        counted(row.base),
        interval(row.interval),
        row.band ?? (row.small ? 'too few to judge' : NONE),
      ]),
      ...(rest ? [rest] : []),
    ],
  }
}

export function periodTable(report: Report): PeriodTable {
  const { headline } = report
  const formula = headline
    ? `${counted(headline.numerator)} ${numeratorName(report)} / ${counted(headline.base)} ${baseName(report)}, ${periodName(headline)}`
    : ''
  const band = headline?.band ? `${headline.band}: ` : ''
  return {
    rate: headline ? ratio(headline.rate) : null,
    lead: `${band}${formula}`,
    heads: ['Period', ...HEADS],
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
