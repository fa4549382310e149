/** A source's bytes in order, in chunks, with a turn of the event loop and a look at the signal between. */
import { cancelled } from './errors.js'
import { eventLoopTurn } from './event_loop.js'
import { type ByteSource, unreadable } from './sources.js'

export const CHUNK_BYTES = 1 << 20

/** The next chunk is on its way while the core works on this one. */
export async function* chunks(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const read = (start: number) => {
    const bytes = source.read(start, Math.min(start + CHUNK_BYTES, source.bytes))
    // A failure is met when the chunk is awaited, or never if reading stops before it.
    bytes.catch(() => {})
    return bytes
  }
  let next = source.bytes > 0 ? read(0) : null
  for (let start = 0; next !== null; start += CHUNK_BYTES) {
    const bytes = await whole(next, source, Math.min(CHUNK_BYTES, source.bytes - start))
    next = start + CHUNK_BYTES < source.bytes ? read(start + CHUNK_BYTES) : null
    await eventLoopTurn()
    if (signal?.aborted) throw cancelled()
    yield bytes
  }
  if (signal?.aborted) throw cancelled()
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
