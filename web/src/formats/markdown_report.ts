/** The table of periods for a wiki: GitHub's kind of Markdown, with the answer above it. */
import type { Report } from '../engine/documents.js'
import { markdownText as verbatim } from './escapes.js'
import { baseName, counted, interval, NONE, numeratorName, periodName, ratio } from './figures.js'

export function markdownReport(report: Report): string {
  const { headline } = report
  const lines: string[] = []
  if (headline !== null) {
    const band = headline.band === null ? '' : `, ${verbatim(headline.band)}`
    const formula = `${counted(headline.numerator)} ${numeratorName(report)} / ${counted(headline.base)} ${baseName(report)}`
    lines.push(
      `**Upgrade rate ${ratio(headline.rate)}${band}**: ${formula}, ${verbatim(periodName(headline))}`,
      '',
    )
  }
  lines.push(
    '| Period | Rate | Numerator | Base | Interval | Band |',
    '| --- | ---: | ---: | ---: | --- | --- |',
  )
  for (const period of report.periods) {
    const cells = [
      verbatim(periodName(period)),
      ratio(period.rate),
      counted(period.numerator),
      counted(period.base),
      interval(period.interval),
      verbatim(period.band ?? NONE),
    ]
    lines.push(`| ${cells.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}
