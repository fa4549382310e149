/**
 * The cells of one sheet as rows of text. Dates are written as ISO 8601, booleans as TRUE and FALSE,
 * errors as blanks, formulas as the value they had when the file was saved; hidden rows and columns
 * are read, merged cells have their value in the first. Cells and rows without an address follow
 * the one before.
 * Source: ECMA-376 part 1, 18.3.1 (4 cell, 73 row, 80 sheet data) and 18.18.11 (cell types).
 */
import { tooLarge } from '../inflate.js'
import { type CsvRows, MOST_COLUMNS } from './csv_rows.js'
import { type DateBase, dateText, numberText, type Shows } from './serial.js'
import { MOST_CELL_LETTERS, TextItem, withoutEscapes } from './texts.js'
import { attribute, type XmlHandler } from './xml.js'

const MOST_ROWS = 1_048_576

/** What cells refer to. */
export interface SheetContext {
  name: string
  strings: readonly string[]
  styles: readonly Shows[]
  base: DateBase
}

export class SheetReader implements XmlHandler {
  /** The sheet's data came to its end. */
  ended = false
  #context: SheetContext
  #into: CsvRows
  #row = 0
  #inRow = false
  #cells: string[] = []
  #within = false
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #collects = false
  #inline = new TextItem()
  #isInline = false

  constructor(context: SheetContext, into: CsvRows) {
    this.#context = context
    this.#into = into
  }

  full(): boolean {
    return this.#into.full
  }

  open(name: string, attributes: string): void {
    if (name === 'c' && this.#inRow) this.#openCell(attributes)
    else if (name === 'v') this.#collects = this.#inRow
    else if (name === 'row' && this.#within) this.#openRow(attributes)
    else if (name === 'sheetData') this.#within = true
    else if (name === 'is') this.#isInline = true
    else if (this.#isInline) this.#inline.open(name)
  }

  close(name: string): void {
    if (name === 'v') this.#collects = false
    else if (name === 'c' && this.#inRow) this.#closeCell()
    else if (name === 'row' && this.#inRow) this.#closeRow()
    else if (name === 'is') this.#isInline = false
    else if (this.#isInline) this.#inline.close(name)
    else if (name === 'sheetData') {
      this.#within = this.#inRow = false
      this.ended = true
    }
  }

  text(text: string): void {
    if (this.#isInline) this.#inline.text(text)
    else if (this.#collects && this.#value.length < MOST_CELL_LETTERS)
      this.#value = (this.#value + text).slice(0, MOST_CELL_LETTERS)
  }

  #openRow(attributes: string): void {
    const row = Number(attribute(attributes, 'r') ?? 0)
    this.#row = Number.isInteger(row) && row > this.#row ? row : this.#row + 1
    this.#inRow = true
    this.#cells = []
    this.#column = -1
    if (this.#row > MOST_ROWS)
      throw tooLarge(
        this.#context.name,
        `A sheet has ${MOST_ROWS} rows at most; this one has more.`,
      )
  }

  #openCell(attributes: string): void {
    this.#column = columnOf(attribute(attributes, 'r')) ?? this.#column + 1
    this.#type = attribute(attributes, 't') ?? 'n'
    this.#style = Number(attribute(attributes, 's') ?? 0)
    this.#value = ''
    this.#isInline = this.#collects = false
    this.#inline.begin()
  }

  #closeCell(): void {
    this.#isInline = this.#collects = false
    const text = this.#cellText()
    if (text === '') return
    const column = Math.min(this.#column, MOST_COLUMNS)
    while (this.#cells.length < column) this.#cells.push('')
    this.#cells[column] = text
  }

  #closeRow(): void {
    this.#into.add(this.#row, this.#cells)
    this.#inRow = false
  }

  #cellText(): string {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(value)] ?? ''
      case 'inlineStr':
        return this.#inline.value
      case 'str':
        return withoutEscapes(value)
      case 'b':
        return value === '' ? '' : /^\s*(?:0|false)\s*$/.test(value) ? 'FALSE' : 'TRUE'
      case 'e':
        return ''
      case 'd':
        return isoText(value.trim())
      default:
        return this.#numberText(value.trim())
    }
  }

  #numberText(value: string): string {
    const shows = this.#context.styles[this.#style] ?? 'number'
    const date =
      shows === 'number' || value === '' ? null : dateText(Number(value), this.#context.base, shows)
    return date ?? numberText(value)
  }
}

/** Spreadsheets know no zones: what programs write as UTC is the day and time that is shown. */
function isoText(value: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/.exec(value) ?? []
  if (day === undefined) return value
  return time === '00:00:00' ? day : `${day}T${time}`
}

/** "AB12" → 27; null without letters. */
function columnOf(address: string | null): number | null {
  let column = 0
  for (let i = 0; address !== null && i < 4; i++) {
    const letter = (address.charCodeAt(i) | 32) - 96
    if (!(letter >= 1 && letter <= 26)) break
    column = column * 26 + letter
  }
  return column === 0 ? null : column - 1
}
