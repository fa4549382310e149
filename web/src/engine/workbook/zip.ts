/**
 * A zip archive's parts by name: the directory at its end is read, and each part is inflated when it
 * is asked for. Sizes are those of the directory, zip64 included.
 * Source: PKWARE's APPNOTE 6.3.10. Left out: encryption, archives in several files, and every
 * method but storing and deflate.
 *
 * A part is handed to the gzip inflater in a gzip wrapper made from the directory's own checksum and
 * length, which are thereby checked, and which older Nodes can inflate too. Stored bytes become
 * stored blocks of deflate (RFC 1951, 3.2.4).
 */
import { bytesOf, chunks } from '../chunks.js'
import { damaged, gunzip, type Piece, tooLarge } from '../inflate.js'
import type { ByteSource } from '../sources.js'
import { Bytes } from './bytes.js'

const CUT_OFF = 'The archive is damaged or was cut off; export or download it again.'
/** Of a directory with some 100,000 parts; a workbook has a few hundred at most. */
const MOST_DIRECTORY_BYTES = 1 << 23
/** The end record with the longest comment, and the zip64 locator before it. */
const END_BYTES = 22
const LOCATOR_BYTES = 20
const TAIL_BYTES = END_BYTES + 0xffff + LOCATOR_BYTES

export interface Part {
  /** In the archive. */
  packedBytes: number
  bytes: number
  method: number
  encrypted: boolean
  checksum: number
  /** Where its header lies. */
  offset: number
}

export class Zip {
  #source: ByteSource
  #parts: Map<string, Part>

  constructor(source: ByteSource, parts: Map<string, Part>) {
    this.#source = source
    this.#parts = parts
  }

  /** Names are compared without case; some programs write \ for /. */
  find(name: string): Part | undefined {
    return this.#parts.get(plainName(name))
  }

  async *pieces(part: Part, signal?: AbortSignal): AsyncGenerator<Piece> {
    const { name } = this.#source
    const start = await this.#contentStart(part)
    const packed = chunks(this.#source, signal, start, start + part.packedBytes)
    yield* gunzip(asGzip(packed, part), { name, packedBytes: part.packedBytes, signal })
  }

  /** Behind the part's own header, whose extra field may differ from the directory's. */
  async #contentStart(part: Part): Promise<number> {
    const { name, bytes: size } = this.#source
    if (part.encrypted || (part.method !== 8 && part.method !== 0))
      throw damaged(
        name,
        'A part of it is encrypted or packed in a way that is not read; save it anew.',
      )
    if (part.offset + 30 > size) throw damaged(name, CUT_OFF)
    const header = new Bytes(await bytesOf(this.#source, part.offset, part.offset + 30))
    if (header.u32(0) !== 0x04034b50) throw damaged(name, CUT_OFF)
    const start = part.offset + 30 + header.u16(26) + header.u16(28)
    if (start + part.packedBytes > size) throw damaged(name, CUT_OFF)
    return start
  }
}

async function* asGzip(packed: AsyncIterable<Uint8Array>, part: Part): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  if (part.method === 8) yield* packed
  else yield* storedBlocks(packed)
  const trailer = new DataView(new ArrayBuffer(8))
  trailer.setUint32(0, part.checksum, true)
  trailer.setUint32(4, part.bytes >>> 0, true)
  yield new Uint8Array(trailer.buffer)
}

async function* storedBlocks(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += 0xffff) {
      const block = chunk.subarray(at, at + 0xffff)
      const { length } = block
      const odd = length ^ 0xffff
      yield new Uint8Array([0, length & 255, length >> 8, odd & 255, odd >> 8])
      yield block
    }
  }
  yield new Uint8Array([1, 0, 0, 255, 255])
}

export async function openZip(source: ByteSource): Promise<Zip> {
  const { name } = source
  const place = await directoryPlace(source)
  if (place.bytes > MOST_DIRECTORY_BYTES) throw tooLarge(name, 'This archive has too many parts.')
  if (place.offset + place.bytes > source.bytes) throw damaged(name, CUT_OFF)
  const directory = new Bytes(await bytesOf(source, place.offset, place.offset + place.bytes))
  const parts = new Map<string, Part>()
  for (let at = 0; at + 46 <= directory.length && directory.u32(at) === 0x02014b50; ) {
    const nameEnd = at + 46 + directory.u16(at + 28)
    const end = nameEnd + directory.u16(at + 30)
    parts.set(plainName(directory.text(at + 46, nameEnd)), partAt(directory, at, nameEnd, end))
    at = end + directory.u16(at + 32)
  }
  return new Zip(source, parts)
}

const plainName = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

/** `from` to `to`: its extra fields, in which zip64 keeps what does not fit into 32 bits. */
function partAt(directory: Bytes, at: number, from: number, to: number): Part {
  let bytes = directory.u32(at + 24)
  let packedBytes = directory.u32(at + 20)
  let offset = directory.u32(at + 42)
  for (let field = from; field + 4 <= to; field += 4 + directory.u16(field + 2)) {
    if (directory.u16(field) !== 1) continue
    let next = field + 4
    const value = (short: number) => {
      if (short !== 0xffffffff) return short
      next += 8
      return directory.u64(next - 8)
    }
    bytes = value(bytes)
    packedBytes = value(packedBytes)
    offset = value(offset)
    break
  }
  const encrypted = (directory.u16(at + 8) & 1) === 1
  const method = directory.u16(at + 10)
  return { bytes, packedBytes, offset, encrypted, method, checksum: directory.u32(at + 16) }
}

async function directoryPlace(source: ByteSource): Promise<{ offset: number; bytes: number }> {
  const tailStart = Math.max(0, source.bytes - TAIL_BYTES)
  const tail = new Bytes(await bytesOf(source, tailStart, source.bytes))
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.u32(at) !== 0x06054b50) continue
    const bytes = tail.u32(at + 12)
    const offset = tail.u32(at + 16)
    const locator = at - LOCATOR_BYTES
    const isLong = locator >= 0 && tail.u32(locator) === 0x07064b50
    if (!isLong || (bytes !== 0xffffffff && offset !== 0xffffffff)) return { offset, bytes }
    const end = tail.u64(locator + 8)
    if (end + 56 > source.bytes) break
    const record = new Bytes(await bytesOf(source, end, end + 56))
    return { bytes: record.u64(40), offset: record.u64(48) }
  }
  throw damaged(source.name, CUT_OFF)
}
