/**
 * A table of the page as text: for a spreadsheet (cells apart by tabs) or for a wiki (Markdown).
 * A cell that a spreadsheet would run as a formula begins with an apostrophe, and they are counted,
 * so that the page can say so. In Markdown nothing of a cell acts as markup.
 */
import { markdownText, spreadsheetText } from '../formats/escapes.js'

export interface TableText {
  text: string
  /** How many cells got an apostrophe. */
  guarded: number
}

export type Cells = readonly (readonly string[])[]

/** One line, without what is only there to look at. */
function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const mute of copy.querySelectorAll('[aria-hidden=true], svg')) mute.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}

export const cellsOf = (table: Element): Cells =>
  [...table.querySelectorAll('tr')].map((row) => [...row.children].map(textOf))

export function tabbed(cells: Cells): TableText {
  let guarded = 0
  const safe = (cell: string) => {
    const text = spreadsheetText(cell)
    if (text !== cell) guarded++
    return text
  }
  const line = (row: readonly string[]) =>
    row.map((cell) => safe(cell).replace(/[\t\r\n]/g, ' ')).join('\t')
  return { text: `${cells.map(line).join('\n')}\n`, guarded }
}

/** Figures keep their points; what would become a link of itself is escaped altogether. */
const verbatim = (cell: string): string =>
  /@|#\d|www\.|:\/\//i.test(cell)
    ? markdownText(cell)
    : cell
        .replace(/[\r\n]+/g, ' ')
        .replace(/[\\`*_[\]|~!#]/g, '\\$&')
        .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Columns that hold only figures stand to the right. */
export function markdown([head = [], ...rows]: Cells): TableText {
  const isFigure = (cell: string) => cell === '' || /^[\p{P}\p{S}]*(\d|$)/u.test(cell)
  const sides = head.map((_, i) =>
    i > 0 && rows.every((row) => isFigure(row[i] ?? '')) ? '---:' : '---',
  )
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  const lines = [head.map(verbatim), sides, ...rows.map((row) => row.map(verbatim))]
  return { text: `${lines.map(line).join('\n')}\n`, guarded: 0 }
}
