/** Figures as text: medians, and tables that are Markdown as they stand. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The median of one figure over answers that have it, else null. */
export function medianOf(answers, get) {
  const values = answers.map(get).filter((value) => Number.isFinite(value))
  return values.length === 0 ? null : median(values)
}

export const count = (value) => (value === null ? '–' : Math.round(value).toLocaleString('en-US'))
export const ms = (value) =>
  value === null ? '–' : `${value < 9.95 ? value.toFixed(1) : count(value)} ms`
export const times = (value) => (value === null ? '–' : `${value.toFixed(2)}×`)
export const megabytes = (bytes) => (bytes === null ? '–' : `${(bytes / 1e6).toFixed(1)} MB`)

export function print(title, head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '–')))
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at].length), 3))
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [first, ...body] = cells
  console.log(`\n${title}\n\n${[line(first), rule, ...body.map(line)].join('\n')}`)
}
