/** A source's bytes in order, in chunks, with a turn of the event loop and a look at the signal between. */
import { cancelled } from './errors.js'
import { eventLoopTurn } from './event_loop.js'
import { type ByteSource, unreadable } from './sources.js'

export const CHUNK_BYTES = 1 << 20

/** The next chunk is on its way while the core works on this one. `from`, `to`: a part of the source. */
export async function* chunks(
  source: ByteSource,
  signal?: AbortSignal,
  from = 0,
  to = source.bytes,
): AsyncGenerator<Uint8Array> {
  const read = (start: number) => {
    const bytes = source.read(start, Math.min(start + CHUNK_BYTES, to))
    // A failure is met when the chunk is awaited, or never if reading stops before it.
    bytes.catch(() => {})
    return bytes
  }
  let next = from < to ? read(from) : null
  for (let start = from; next !== null; start += CHUNK_BYTES) {
    const bytes = await whole(next, source, Math.min(CHUNK_BYTES, to - start))
    next = start + CHUNK_BYTES < to ? read(start + CHUNK_BYTES) : null
    await eventLoopTurn()
    if (signal?.aborted) throw cancelled()
    yield bytes
  }
  if (signal?.aborted) throw cancelled()
}

/** The bytes [from, to) in one piece; for parts that are small. */
export async function bytesOf(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  return whole(source.read(from, to), source, to - from)
}

/** Sources are handed in, so their errors and their shortcomings are met here. */
async function whole(reading: Promise<Uint8Array>, { name }: ByteSource, length: number) {
  let bytes: Uint8Array
  try {
    bytes = await reading
  } catch (error) {
    throw unreadable(name, error)
  }
  if (bytes.length !== length)
    throw unreadable(name, `${length} bytes were asked for, ${bytes.length} came`)
  return bytes
}
