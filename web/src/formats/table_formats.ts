/** The tables of periods and segments as HTML, as Confluence stores it, and as MediaWiki writes it. */
import type { Report } from '../engine/documents.js'
import { htmlText, wikiText, xmlText } from './escapes.js'
import { isFigure, periodTable, segmentTables, type Table } from './period_table.js'

type Escape = (text: string) => string

function markup(report: Report, safe: Escape, align: boolean): string {
  const periods = periodTable(report)
  const { rate, lead } = periods
  const said =
    rate === null ? [] : [`<p><strong>Upgrade rate ${safe(rate)}</strong> ${safe(lead)}</p>`]
  const tables = [periods, ...segmentTables(report)].map((each) => tableMarkup(each, safe, align))
  return `${[...said, ...tables].join('\n')}\n`
}

function tableMarkup({ heads, rows }: Table, safe: Escape, align: boolean): string {
  const right = (column: number) => (align && isFigure(column) ? ' align="right"' : '')
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell, at) => `<${tag}${right(at)}>${safe(cell)}</${tag}>`).join('')
  return [
    '<table>',
    '<tbody>',
    `<tr>${cells('th', heads)}</tr>`,
    ...rows.map((row) => `<tr>${cells('td', row)}</tr>`),
    '</tbody>',
    '</table>',
  ].join('\n')
}

export const htmlReport = (report: Report): string => markup(report, htmlText, true)

/** Its storage format is XHTML; the attribute of alignment is not among those it keeps. */
export const confluenceReport = (report: Report): string => markup(report, xmlText, false)

export function mediawikiReport(report: Report): string {
  const periods = periodTable(report)
  const { rate, lead } = periods
  const said = rate === null ? [] : [`'''Upgrade rate ${wikiText(rate)}''' ${wikiText(lead)}`, '']
  return `${[...said, ...[periods, ...segmentTables(report)].map(wikiTable)].join('\n')}\n`
}

function wikiTable({ heads, rows }: Table): string {
  const right = (column: number) => (isFigure(column) ? 'style="text-align:right" | ' : '')
  const row = (cells: readonly string[]) =>
    ['|-', ...cells.map((cell, at) => `| ${right(at)}${wikiText(cell)}`)].join('\n')
  const head = heads.map((cell) => `! ${wikiText(cell)}`)
  return ['{| class="wikitable"', ...head, ...rows.map(row), '|}'].join('\n')
}
