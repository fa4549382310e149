/** The table of periods for a wiki: GitHub's kind of Markdown, with the answer above it. */
import type { Report } from '../engine/documents.js'
import { markdownText as verbatim } from './escapes.js'
import { baseName, counted, numeratorName, periodName, ratio } from './figures.js'
import { isFigure, isName, periodTable } from './period_table.js'

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
  const { heads, rows } = periodTable(report)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  lines.push(line(heads), line(heads.map((_, at) => (isFigure(at) ? '---:' : '---'))))
  for (const row of rows)
    lines.push(line(row.map((cell, at) => (isName(at) ? verbatim(cell) : cell))))
  return `${lines.join('\n')}\n`
}
