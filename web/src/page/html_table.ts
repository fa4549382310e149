/**
 * The table in HTML (pasted from a spreadsheet or a wiki, or an export that is called .xls) as CSV.
 * The browser's own parser makes a document of its own from it, in which nothing runs and nothing is
 * loaded; only the text of its cells is taken. Of several tables it is the one with the most rows.
 * Left out: rows that styles hide, and values that stand in attributes.
 */

/** What is needed of a table element, so that tests need no document. */
export interface TableLike {
  rows: Iterable<{ cells: Iterable<CellLike> }>
}
interface CellLike {
  textContent: string | null
  colSpan: number
  rowSpan: number
}

interface Policy {
  createHTML(html: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): Policy
}

const lineBreak = '\u0001'
/** Far beyond what is read of a row, so that spans cannot fill the memory. */
const mostColumns = 5000
const mostRows = 100_000

/** Whether a file that begins so is HTML, whatever its name. */
export const isHtml = (start: string): boolean =>
  /^\ufeff?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|table)\b/i.test(start)

let policy: Policy | undefined

/** The page's policy asks for a name where text becomes a document. This one is never shown. */
function inertDocument(html: string): Document {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  policy ??= factory?.createPolicy('upgrade-rate-table', { createHTML: (text) => text })
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
}

/** Without scripts, styles and all attributes but spans: the policy would block and report them. */
export const bare = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi, (_, name, attributes) => {
      const spans = attributes.match(/\b(?:col|row)span\s*=\s*["']?\d+["']?/gi) ?? []
      return `<${[name, ...spans].join(' ')}>`
    })

/** The largest table as rows of text; null without one. */
export function tableRows(html: string): string[][] | null {
  const made = inertDocument(bare(html))
  for (const element of made.querySelectorAll('br')) element.replaceWith(lineBreak)
  const tables = [...made.querySelectorAll('table')]
  const largest = tables.reduce<HTMLTableElement | null>(
    (best, table) => (best === null || table.rows.length > best.rows.length ? table : best),
    null,
  )
  return largest && gridOf(largest)
}

/** A cell over several columns or rows has its text in the first, and blanks in the others. */
export function gridOf({ rows }: TableLike): string[][] {
  const grid: string[][] = []
  /** By column: how many more rows a cell from above covers. */
  let covered: number[] = []
  for (const { cells } of rows) {
    const row: string[] = []
    const below: number[] = []
    const skipCovered = () => {
      for (let left = covered[row.length] ?? 0; left > 0; left = covered[row.length] ?? 0) {
        below[row.length] = left - 1
        row.push('')
      }
    }
    for (const cell of cells) {
      skipCovered()
      for (let i = 0; i < Math.max(1, cell.colSpan) && row.length < mostColumns; i++) {
        below[row.length] = Math.min(mostRows, Math.max(1, cell.rowSpan)) - 1
        row.push(i === 0 ? cellText(cell.textContent ?? '') : '')
      }
    }
    skipCovered()
    covered = below
    grid.push(row)
  }
  return grid
}

/** White space as it is shown: runs are one space. */
const cellText = (text: string) =>
  text
    .replace(/[ \t\r\n\f\u00a0]+/g, ' ')
    .replace(new RegExp(` ?${lineBreak} ?`, 'g'), '\n')
    .trim()

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

/** Whether text with tabs holds the same table: as many filled rows, and the first as wide. */
export function sameTable(text: string, rows: readonly (readonly string[])[]): boolean {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '')
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const width = filled[0]?.length ?? 0
  return lines.length >= filled.length && (lines[0] ?? '').split('\t').length === width
}
