/** One part of a workbook, read as XML from its bytes. */
import { checkInflation, damaged, type Piece } from '../inflate.js'
import { XmlError, type XmlHandler, XmlScanner } from './xml.js'
import type { Part, Zip } from './zip.js'

export interface Workbook {
  /** The file, for messages. */
  name: string
  zip: Zip
}

/**
 * Lets the handler see the part; yields after every piece and whenever the handler is full, with
 * the bytes that were read since.
 */
export async function* readXml(
  { name, zip }: Workbook,
  part: Part,
  handler: XmlHandler,
  signal?: AbortSignal,
): AsyncGenerator<number> {
  const scanner = new XmlScanner(handler)
  let decoder: TextDecoder | null = null
  let bytes = 0
  const scan = function* (text: string): Generator<number> {
    try {
      scanner.push(text)
      while (scanner.run()) yield 0
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      throw damaged(name, `The workbook is damaged: it holds ${error.message}. Save it anew.`)
    }
  }
  for await (const piece of zip.pieces(part, signal)) {
    bytes += piece.bytes.length
    checkInflation(name, bytes, part.packedBytes)
    decoder ??= decoderFor(piece)
    yield* scan(decoder.decode(piece.bytes, { stream: true }))
    yield piece.read
  }
  if (decoder) yield* scan(decoder.decode())
}

/** UTF-8 unless a byte order mark says UTF-16: XML needs no more. */
function decoderFor({ bytes: [first, second] }: Piece): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
}

/** Reads a part to its end. */
export async function readWhole(
  workbook: Workbook,
  part: Part | undefined,
  handler: XmlHandler,
  signal?: AbortSignal,
): Promise<void> {
  if (part) for await (const _ of readXml(workbook, part, handler, signal));
}
