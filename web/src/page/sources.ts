/** From what the reader did (dropped, pasted, typed) to sources for the engine. HTML becomes CSV. */
import type { Source } from './engine_port.js'
import { csvOf, isHtml, sameTable, tableRows } from './html_table.js'

const htmlStartBytes = 1024
/** A larger one would be whole in memory, many times over. */
const mostHtmlBytes = 1 << 26

export const fromFiles = (files: readonly File[]): Promise<Source[]> =>
  Promise.all(files.map(fromFile))

async function fromFile(file: File): Promise<Source> {
  const { name } = file
  try {
    const start = await file.slice(0, htmlStartBytes).text()
    const rows = isHtml(start) && file.size <= mostHtmlBytes && tableRows(await file.text())
    return { name, data: rows ? csvOf(rows) : file }
  } catch {
    return { name, data: file } // The engine says what is wrong with it.
  }
}

export const fromText = (name: string, text: string): Source[] => [{ name, data: text }]

/** Digits with any grouping a reader may type: "2,814", "2.814", "2 814", "2'814". Null for anything else. */
export function typedCount(text: string): string | null {
  const digits = text.trim().replace(/(?<=\d)[\s.,'’\u00a0\u202f](?=\d{3}(\D|$))/g, '')
  return /^-?\d+([.,]\d+)?$/.test(digits) ? digits : null
}

/** The two-number form as the table it stands for, once both fields hold a number. */
export function fromTyped(typed: { upgraded: string; total: string }): Source[] | null {
  const upgraded = typedCount(typed.upgraded)
  const total = typedCount(typed.total)
  if (upgraded === null || total === null) return null
  return [{ name: '', data: `total;upgraded\n${total};${upgraded}\n` }]
}

/**
 * Text pasted as cells; null when the clipboard holds only a picture or nothing. Plain text is
 * preferred, as it is not laid out, but where it is not the table that HTML beside it has.
 */
export function pastedText(clipboard: DataTransfer | null): string | null {
  const text = clipboard?.getData('text/plain') || null
  const html = clipboard?.getData('text/html') ?? ''
  const rows = html.length <= mostHtmlBytes && /<table\b/i.test(html) ? tableRows(html) : null
  return rows === null || (text !== null && sameTable(text, rows)) ? text : csvOf(rows)
}
