/**
 * The periods as CSV (RFC 4180), figures as the report has them: ratios, not percent; empty where
 * undefined. A text cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
import type { Period, Report } from '../engine/documents.js'
import { spreadsheetText } from './escapes.js'

// biome-ignore format: as one table
const COLUMNS = [
  'label', 'start', 'end', 'partial', 'numerator', 'base', 'rate', 'band', 'toNextBand', 'toLowerBand',
  'opening', 'closing', 'joined', 'left', 'new', 'reactivated', 'converted', 'prospects', 'active',
  'eligible', 'upgraded', 'kept', 'upgradedNew', 'upsold', 'upgradedOrUpsold', 'upsoldNew',
  'upgradedOrUpsoldNew', 'upgradeEvents', 'downgraded', 'churned', 'netRate',
] as const satisfies (keyof Period)[]

type Cell = string | number | boolean | null

export function csvReport({ periods }: Report): string {
  const head = [...COLUMNS, 'intervalLow', 'intervalHigh', 'changePoints']
  const rows = periods.map((period): Cell[] => [
    ...COLUMNS.map((column) => period[column]),
    period.interval?.[0] ?? null,
    period.interval?.[1] ?? null,
    period.change?.points ?? null,
  ])
  return [head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const safe = spreadsheetText(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
