/**
 * Rows of text as RFC 4180 in UTF-8, in pieces. Rows keep their place: a row that is missing is a
 * blank line, so that the lines of messages are the rows of the sheet (unless a cell holds line
 * ends). Rows are as wide as the widest before them, as spreadsheets save them.
 */
import { checkInflation } from '../inflate.js'

/** The core refuses rows of more columns, and says so; no more are written. */
export const MOST_COLUMNS = 4096
const PIECE_LETTERS = 1 << 18

export class CsvRows {
  #name: string
  #packedBytes: number
  #text = ''
  #letters = 0
  #width = 0
  #rows = 0
  #encoder = new TextEncoder()

  /** `packedBytes`: of the file, for the limit on what is made of it. */
  constructor(name: string, packedBytes: number) {
    this.#name = name
    this.#packedBytes = packedBytes
  }

  /** Rows with a cell that is not blank. */
  filled = 0

  /** Of the row before, from 1 on. */
  get rows(): number {
    return this.#rows
  }

  get full(): boolean {
    return this.#text.length >= PIECE_LETTERS
  }

  /** `cells` ends with one that is not blank. `row`: its number, above those before. */
  add(row: number, cells: readonly string[]): void {
    if (cells.length === 0) return
    this.#width = Math.max(this.#width, cells.length)
    let line = '\r\n'.repeat(row - this.#rows - 1)
    for (let i = 0; i < cells.length; i++) line += (i > 0 ? ',' : '') + quoted(cells[i] ?? '')
    line += `${','.repeat(this.#width - cells.length)}\r\n`
    this.#rows = row
    this.filled++
    this.#text += line
    this.#letters += line.length
    checkInflation(this.#name, this.#letters, this.#packedBytes)
  }

  take(): Uint8Array {
    const bytes = this.#encoder.encode(this.#text)
    this.#text = ''
    return bytes
  }
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
