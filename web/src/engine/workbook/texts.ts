/**
 * A text item as workbooks write them (`si` among the shared strings, `is` in a cell): plain, or in
 * runs of rich text, which are put together. Phonetic hints are left out.
 * Source: ECMA-376 part 1, 18.4.8 and 22.9.2.19 (`_x000D_` for what XML cannot hold).
 */
import { tooLarge } from '../inflate.js'
import { readXml, type Workbook } from './part_xml.js'
import type { XmlHandler } from './xml.js'
import type { Part } from './zip.js'

/** The core refuses cells over 1 MiB, and says so; no more than that is gathered. */
export const MOST_CELL_LETTERS = (1 << 20) + 1

export class TextItem {
  #text = ''
  #collects = false
  #phonetic = false

  begin(): void {
    this.#text = ''
    this.#collects = this.#phonetic = false
  }

  open(name: string): void {
    if (name === 't') this.#collects = !this.#phonetic
    else if (name === 'rPh') this.#phonetic = true
  }

  close(name: string): void {
    if (name === 't') this.#collects = false
    else if (name === 'rPh') this.#phonetic = false
  }

  text(text: string): void {
    if (!this.#collects || this.#text.length >= MOST_CELL_LETTERS) return
    this.#text = (this.#text + text).slice(0, MOST_CELL_LETTERS)
  }

  get value(): string {
    return withoutEscapes(this.#text)
  }
}

export const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** They must all be in memory: any cell may name any of them. */
const MOST_SHARED_LETTERS = 1 << 28
const MOST_SHARED = 1 << 25

/** Fills `into`; yields the bytes read. */
export async function* readSharedStrings(
  workbook: Workbook,
  part: Part,
  into: string[],
  signal?: AbortSignal,
): AsyncGenerator<number> {
  const item = new TextItem()
  let letters = 0
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') item.begin()
      else item.open(name)
    },
    close(name) {
      item.close(name)
      if (name !== 'si') return
      const { value } = item
      into.push(value)
      letters += value.length
      if (letters > MOST_SHARED_LETTERS || into.length > MOST_SHARED)
        throw tooLarge(
          workbook.name,
          'It holds too much text for a workbook; save the sheet as CSV.',
        )
    },
    text: (text) => item.text(text),
  }
  yield* readXml(workbook, part, handler, signal)
}
