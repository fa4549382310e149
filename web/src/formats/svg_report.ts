/**
 * The answer as a small picture: the rate, what it is made of, and its course over the periods.
 * Plain shapes and text without script, style sheet or anything from elsewhere, so that it also
 * stands as an `<img>`. Colours read on white and on black.
 */
import type { Report } from '../engine/documents.js'
import { xmlText } from './escapes.js'
import { periodTable } from './period_table.js'

/** In units, which are pixels where it stands as a picture. */
export const svgSize = { width: 600, height: 220 } as const
const { width, height } = svgSize
const plot = { left: 24, right: 576, top: 110, bottom: 190 }

/** Points of the rates that there are; a gap ends a line. */
function course(report: Report): string[] {
  const rates = report.periods.map(({ rate }) => rate)
  const known = rates.filter((rate) => rate !== null)
  if (known.length < 2) return []
  const top = Math.max(...known) || 1
  const step = (plot.right - plot.left) / Math.max(rates.length - 1, 1)
  const lines: string[] = []
  let line: string[] = []
  const end = () => {
    if (line.length > 0) lines.push(line.join(' '))
    line = []
  }
  rates.forEach((rate, at) => {
    if (rate === null) {
      end()
      return
    }
    const x = plot.left + at * step
    const y = plot.bottom - (rate / top) * (plot.bottom - plot.top)
    line.push(`${x.toFixed(1)},${y.toFixed(1)}`)
  })
  end()
  return lines
}

export function svgReport(report: Report): string {
  const { rate, lead, rows } = periodTable(report)
  const said = xmlText(`Upgrade rate ${rate ?? '-'}. ${lead}`)
  const first = rows[0]?.[0] ?? ''
  const last = rows.at(-1)?.[0] ?? ''
  const text = (x: number, y: number, size: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="${size}"${more}>${xmlText(words)}</text>`
  const parts = [
    text(plot.left, 56, 40, rate ?? '-', ' font-weight="600"'),
    text(plot.left, 84, 14, lead),
    ...course(report).map(
      (points) => `<polyline points="${points}" fill="none" stroke="#2f6fb0" stroke-width="2"/>`,
    ),
    `<line x1="${plot.left}" y1="${plot.bottom}" x2="${plot.right}" y2="${plot.bottom}" stroke="#808080"/>`,
    text(plot.left, 208, 12, first),
    text(plot.right, 208, 12, last, ' text-anchor="end"'),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${said}" font-family="system-ui, sans-serif" fill="#707070">
<title>${said}</title>
${parts.join('\n')}
</svg>
`
}
