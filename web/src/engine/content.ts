/**
 * What a file holds, as the core takes it: plain text as it is, gzip inflated, one sheet of a
 * workbook as CSV. Told by the first bytes, never by the file's name. Whatever else a file is goes
 * to the core as it is, which knows the words for it.
 */
import { bytesOf, chunks } from './chunks.js'
import type { FileSettings, Settings, SheetFound } from './documents.js'
import { UpgradeRateError } from './errors.js'
import { gunzip, type Piece, tooLarge } from './inflate.js'
import { type ByteSource, blobByteSource } from './sources.js'
import {
  defaultSheet,
  type OpenWorkbook,
  openWorkbook,
  sheetBytes,
  sheetPieces,
} from './workbook/workbook.js'

export interface Content {
  name: string
  /** Of the file, that one reading takes. */
  bytes: number
  /** The source itself, where it is the content: then its parts can be read apart. */
  plain: ByteSource | null
  /** Of a workbook: all sheets that can be chosen, and the one that is read. */
  sheets: SheetFound[] | null
  sheet: string | null
  /** From the start, as often as wanted. A piece may be empty. */
  pieces(signal?: AbortSignal): AsyncIterable<Piece>
}

/** A packed workbook must be unpacked whole, since its directory is at its end. */
const MOST_PACKED_WORKBOOK = 1 << 29

export async function openContents(
  sources: readonly ByteSource[],
  settings: Settings,
  signal?: AbortSignal,
): Promise<Content[]> {
  const contents: Content[] = []
  for (const [index, source] of sources.entries())
    contents.push(await openContent(source, sheetAsked(settings, source.name, index), signal))
  return contents
}

/** As the core finds a file's settings. What is wrong with them it will say itself. */
function sheetAsked(settings: Settings | null, name: string, index: number): string | null {
  const files = settings?.files
  if (!Array.isArray(files)) return null
  const here: FileSettings | undefined = files[index]
  const own =
    here?.name === name
      ? here
      : (files.find((file) => file?.name === name) ?? (here?.name ? null : here))
  return typeof own?.sheet === 'string' ? own.sheet : null
}

export async function openContent(
  source: ByteSource,
  sheet: string | null,
  signal?: AbortSignal,
): Promise<Content> {
  const head = await bytesOf(source, 0, Math.min(4, source.bytes))
  if (startsWith(head, [0x1f, 0x8b])) return packedContent(source, sheet, signal)
  return (isZip(head) && (await workbookContent(source, sheet, signal))) || plainContent(source)
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, i) => bytes[i] === byte)
const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b, 3, 4])

export function plainContent(source: ByteSource): Content {
  const { name, bytes } = source
  return {
    name,
    bytes,
    plain: source,
    sheets: null,
    sheet: null,
    async *pieces(signal) {
      for await (const bytes of chunks(source, signal)) yield { bytes, read: bytes.length }
    },
  }
}

async function packedContent(
  source: ByteSource,
  sheet: string | null,
  signal?: AbortSignal,
): Promise<Content> {
  const { name, bytes } = source
  const pieces = (stop = signal) =>
    gunzip(chunks(source, stop), { name, packedBytes: bytes, signal: stop })
  for await (const { bytes } of pieces()) {
    if (bytes.length === 0) continue
    const inner =
      isZip(bytes) && (await workbookContent(await collected(name, pieces()), sheet, signal))
    if (inner) return inner
    break
  }
  return { name, bytes, plain: null, sheets: null, sheet: null, pieces }
}

async function collected(name: string, pieces: AsyncIterable<Piece>): Promise<ByteSource> {
  const parts: BlobPart[] = []
  let sum = 0
  for await (const { bytes } of pieces) {
    sum += bytes.length
    if (sum > MOST_PACKED_WORKBOOK)
      throw tooLarge(name, 'The workbook in it is over 512 MiB; unpack it and bring it as it is.')
    parts.push(bytes as BlobPart)
  }
  return blobByteSource({ name, blob: new Blob(parts) })
}

async function workbookContent(
  source: ByteSource,
  asked: string | null,
  signal?: AbortSignal,
): Promise<Content | null> {
  const workbook = await openWorkbook(source, signal)
  if (workbook === null) return null
  const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden }))
  const sheet = asked ?? (await defaultSheet(workbook, signal))
  if (!sheets.some(({ name }) => name === sheet)) throw noSuchSheet(workbook, sheet, sheets)
  return {
    name: source.name,
    bytes: sheetBytes(workbook, sheet),
    plain: null,
    sheets,
    sheet,
    pieces: (signal) => sheetPieces(workbook, sheet, signal),
  }
}

function noSuchSheet({ name }: OpenWorkbook, sheet: string, sheets: SheetFound[]) {
  const files = [{ name, rows: 0, shape: null, sheets, sheet: null }]
  return new UpgradeRateError({
    code: 'input.sheetMissing',
    where: name,
    advice: `There is no sheet "${sheet}"; choose one of ${sheets.map((one) => `"${one.name}"`).join(', ')}.`,
    found: { files, rows: 0, columns: [] },
  })
}
