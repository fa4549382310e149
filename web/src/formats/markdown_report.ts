/** The tables for a wiki: GitHub's kind of Markdown, with the answer above them. */
import type { Report } from '../engine/documents.js'
import { markdownText as verbatim } from './escapes.js'
import { baseName, counted, numeratorName, periodName, ratio } from './figures.js'
import { isFigure, isName, periodTable, segmentTables, type Table } from './period_table.js'

export function markdownReport(report: Report): string {
  const { headline } = report
  const lines: string[] = []
  if (headline !== null) {
    const band = headline.band === null ? '' : `, ${verbatim(headline.band, false)}`
    const formula = `${counted(headline.numerator)} ${numeratorName(report)} / ${counted(headline.base)} ${baseName(report)}`
    lines.push(
      `**Upgrade rate ${ratio(headline.rate)}${band}**: ${formula}, ${verbatim(periodName(headline), false)}`,
      '',
    )
  }
  const tables = [periodTable(report), ...segmentTables(report)]
  return `${[...lines, tables.map(tableLines).join('\n\n')].join('\n')}\n`
}

function tableLines({ heads, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const named = (cells: readonly string[]) =>
    line(cells.map((cell, at) => (isName(at) ? verbatim(cell) : cell)))
  const align = line(heads.map((_, at) => (isFigure(at) ? '---:' : '---')))
  return [named(heads), align, ...rows.map(named)].join('\n')
}
