/**
 * A workbook (.xlsx, .xlsm): its sheets by name, and the cells of one of them as CSV, in pieces. Only
 * the texts that its cells share are in memory.
 * Source: ECMA-376 parts 1 (18.2, workbook) and 2 (relationships), transitional and strict.
 */
import type { SheetFound } from '../documents.js'
import { damaged, type Piece } from '../inflate.js'
import type { ByteSource } from '../sources.js'
import { CsvRows } from './csv_rows.js'
import { readWhole, readXml, type Workbook } from './part_xml.js'
import { type Relation, relations, resolved } from './relations.js'
import type { DateBase } from './serial.js'
import { SheetReader } from './sheet.js'
import { readStyles } from './styles.js'
import { readSharedStrings } from './texts.js'
import { attribute, prefixedAttribute } from './xml.js'
import { openZip, type Part } from './zip.js'

export interface OpenWorkbook extends Workbook {
  source: ByteSource
  sheets: (SheetFound & { part: Part })[]
  base: DateBase
  strings: Part | undefined
  styles: Part | undefined
}

/** Null where the archive is no workbook that is read (a binary one, .xlsb, is none). */
export async function openWorkbook(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<OpenWorkbook | null> {
  const zip = await openZip(source)
  const file = { name: source.name, zip }
  const main = (await relations(file, '', signal)).find(({ type }) => type === 'officeDocument')
  const path = main?.path ?? 'xl/workbook.xml'
  const part = zip.find(path)
  if (!part || !path.toLowerCase().endsWith('.xml')) return null
  const related = await relations(file, path, signal)
  const listed = await readSheetList(file, part, signal)
  const sheets = listed.sheets.flatMap(({ id, ...sheet }) => {
    const found = related.find((relation) => relation.id === id && relation.type === 'worksheet')
    const part = found && zip.find(found.path)
    return part ? [{ ...sheet, part }] : []
  })
  if (sheets.length === 0) return null
  const partOf = (wanted: string) => {
    const found = related.find(({ type }: Relation) => type === wanted)
    return zip.find(found?.path ?? resolved(path, `${wanted}.xml`))
  }
  const { base } = listed
  return {
    ...file,
    source,
    sheets,
    base,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
  }
}

async function readSheetList(file: Workbook, part: Part, signal?: AbortSignal) {
  const sheets: (SheetFound & { id: string })[] = []
  let base: DateBase = 1900
  await readWhole(
    file,
    part,
    {
      open(name, attributes) {
        if (
          name === 'workbookPr' &&
          /^(?:1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
        )
          base = 1904
        if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
          id: prefixedAttribute(attributes, 'id') ?? '',
        })
      },
      close() {},
      text() {},
    },
    signal,
  )
  return { sheets, base: base as DateBase }
}

/** Each may have to be looked into, to choose one. */
const MOST_SHEETS = 4096

/** The first that is visible and has two rows, else the first that is visible, else the first. */
export async function defaultSheet(workbook: OpenWorkbook, signal?: AbortSignal): Promise<string> {
  const visible = workbook.sheets.filter(({ hidden }) => !hidden)
  for (const { name, part } of visible)
    if (visible.length === 1 || (await hasTwoRows(workbook, part, signal))) return name
  return ((visible[0] ?? workbook.sheets[0]) as SheetFound).name
}

/** Looks no further than the second row that has a cell which is not blank. */
async function hasTwoRows(file: OpenWorkbook, part: Part, signal?: AbortSignal): Promise<boolean> {
  const rows = new CsvRows(file.name, file.source.bytes)
  const anyText = new Proxy([], { get: () => '?' }) as readonly string[]
  const context = { name: file.name, strings: anyText, styles: [], base: file.base }
  for await (const _ of readXml(file, part, new SheetReader(context, rows), signal)) {
    if (rows.filled >= 2) return true
    rows.take()
  }
  return rows.filled >= 2
}

const partOfSheet = ({ sheets }: OpenWorkbook, sheet: string) =>
  (sheets.find(({ name }) => name === sheet) as (typeof sheets)[number]).part

/** Of the file, that one reading of the sheet takes. */
export const sheetBytes = (workbook: OpenWorkbook, sheet: string): number =>
  partOfSheet(workbook, sheet).packedBytes + (workbook.strings?.packedBytes ?? 0)

/** The sheet as CSV in UTF-8. `sheet` is one of the workbook's. */
export async function* sheetPieces(
  workbook: OpenWorkbook,
  sheet: string,
  signal?: AbortSignal,
): AsyncGenerator<Piece> {
  const { name, base, source } = workbook
  const nothing = new Uint8Array(0)
  const strings: string[] = []
  if (workbook.strings)
    for await (const read of readSharedStrings(workbook, workbook.strings, strings, signal))
      yield { bytes: nothing, read }
  const styles = await readStyles(workbook, workbook.styles, signal)
  const rows = new CsvRows(name, source.bytes)
  const reader = new SheetReader({ name, strings, styles, base }, rows)
  for await (const read of readXml(workbook, partOfSheet(workbook, sheet), reader, signal))
    yield { bytes: rows.full ? rows.take() : nothing, read }
  if (!reader.ended) throw damaged(name, 'The sheet ends in the middle; save the workbook anew.')
  yield { bytes: rows.take(), read: 0 }
}
