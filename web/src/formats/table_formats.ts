/** The table of periods as HTML, as Confluence stores it, and as MediaWiki writes it. */
import type { Report } from '../engine/documents.js'
import { htmlText, wikiText, xmlText } from './escapes.js'
import { isFigure, type PeriodTable, periodTable } from './period_table.js'

type Escape = (text: string) => string

function markup({ rate, lead, heads, rows }: PeriodTable, safe: Escape, align: boolean): string {
  const lines =
    rate === null ? [] : [`<p><strong>Upgrade rate ${safe(rate)}</strong> ${safe(lead)}</p>`]
  const right = (column: number) => (align && isFigure(column) ? ' align="right"' : '')
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell, at) => `<${tag}${right(at)}>${safe(cell)}</${tag}>`).join('')
  lines.push(
    '<table>',
    '<tbody>',
    `<tr>${cells('th', heads)}</tr>`,
    ...rows.map((row) => `<tr>${cells('td', row)}</tr>`),
    '</tbody>',
    '</table>',
  )
  return `${lines.join('\n')}\n`
}

export const htmlReport = (report: Report): string => markup(periodTable(report), htmlText, true)

/** Its storage format is XHTML; the attribute of alignment is not among those it keeps. */
export const confluenceReport = (report: Report): string =>
  markup(periodTable(report), xmlText, false)

export function mediawikiReport(report: Report): string {
  const { rate, lead, heads, rows } = periodTable(report)
  const lines = rate === null ? [] : [`'''Upgrade rate ${wikiText(rate)}''' ${wikiText(lead)}`, '']
  const right = (column: number) => (isFigure(column) ? 'style="text-align:right" | ' : '')
  lines.push('{| class="wikitable"')
  for (const head of heads) lines.push(`! ${wikiText(head)}`)
  for (const row of rows) {
    lines.push('|-', ...row.map((cell, at) => `| ${right(at)}${wikiText(cell)}`))
  }
  lines.push('|}')
  return `${lines.join('\n')}\n`
}
