/**
 * Which values a segment column has. A report under a filter lists only what the filter lets in, so
 * the values of former reports on the same data are kept, and those that the filter itself names.
 */
import type { Report } from '../engine/documents.js'
import type { State } from './state.js'

export function withValuesOf(report: Report, seen: State['seenValues']): State['seenValues'] {
  const found: [column: string, values: string[]][] = [
    ...(report.segments ?? []).map((table): [string, string[]] => [
      table.column,
      table.rows.map(({ value }) => value),
    ]),
    ...(report.settings.filters ?? []).flatMap((filter): [string, string[]][] =>
      'column' in filter ? [[filter.column, filter.in]] : [],
    ),
  ]
  const all: { [column: string]: readonly string[] } = { ...seen }
  for (const [column, values] of found)
    all[column] = [...new Set([...(all[column] ?? []), ...values])]
  return all
}
