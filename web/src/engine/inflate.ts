/**
 * Inflates gzip piece by piece with the browser's or Node's own DecompressionStream, which also
 * checks the checksum. Nothing is ever whole in memory, and what swells too much is refused.
 */
import { cancelled, UpgradeRateError } from './errors.js'
import { eventLoopTurn } from './event_loop.js'
import { PackedStreams } from './packed_streams.js'

/** Content on its way to the core, and how many bytes of the source were read for it. */
export interface Piece {
  bytes: Uint8Array
  read: number
}

const MIB = 1 << 20

/** More than this is refused, whatever it was packed to. */
const MOST_BYTES = 8192 * MIB
/** Beyond so many bytes, more than `MOST_RATIO` to one is a file made to exhaust the reader. */
const FREE_BYTES = 64 * MIB
const MOST_RATIO = 400

export const damaged = (name: string, advice: string, cause?: unknown) =>
  new UpgradeRateError({ code: 'input.damaged', where: name, advice }, { cause })

export const tooLarge = (name: string, advice: string) =>
  new UpgradeRateError({ code: 'input.tooLarge', where: name, advice })

/** Throws `input.tooLarge` where `bytes` made from `packed` bytes are more than is read. */
export function checkInflation(name: string, bytes: number, packed: number): void {
  if (bytes > MOST_BYTES) throw tooLarge(name, 'It unpacks to more than 8 GiB; bring less of it.')
  if (bytes > FREE_BYTES && bytes > packed * MOST_RATIO)
    throw tooLarge(
      name,
      `It unpacks to more than ${MOST_RATIO} times its size, as files do that are made to exhaust a reader. If it is yours, unpack it and bring the table.`,
    )
}

export interface Inflation {
  name: string
  /** Of the packed stream, for the limit. */
  packedBytes: number
  signal?: AbortSignal | undefined
}

/** The streams of a gzip file, one after the other. `chunks`: its bytes in order. */
export async function* gunzip(
  chunks: AsyncIterator<Uint8Array>,
  inflation: Inflation,
): AsyncGenerator<Piece> {
  const packed = new PackedStreams(chunks)
  let bytes = 0
  let untilTurn = MIB
  try {
    do {
      for await (const piece of oneStream(packed, inflation.name)) {
        bytes += piece.bytes.length
        checkInflation(inflation.name, bytes, inflation.packedBytes)
        yield piece
        untilTurn -= piece.bytes.length
        if (untilTurn > 0) continue
        untilTurn = MIB
        await eventLoopTurn()
        if (inflation.signal?.aborted) throw cancelled()
      }
    } while (packed.nextStream())
  } finally {
    await chunks.return?.()
  }
}

async function* oneStream(packed: PackedStreams, name: string): AsyncGenerator<Piece> {
  const { readable, writable } = new DecompressionStream('gzip')
  const reader = readable.getReader()
  const writer = writable.getWriter()
  const demand = new Demand()
  let fault: unknown
  const feed = async () => {
    await demand.came()
    for (let bytes = await packed.next(); bytes; bytes = await packed.next()) {
      await writer.write(bytes as BufferSource)
      await demand.came()
    }
    await writer.close()
  }
  // What the inflater refuses, its reader is told too.
  const feeding = feed().catch((error) => {
    fault = error
    return writer.abort(error).catch(() => {})
  })
  try {
    for (;;) {
      const { done, value } = await demand.whileWaiting(reader.read())
      if (!done) packed.inflated += value.length
      yield { bytes: value ?? new Uint8Array(0), read: packed.takeRead() }
      if (done) return
    }
  } catch (error) {
    demand.end()
    await feeding
    if (fault instanceof UpgradeRateError) throw fault
    throw damaged(name, 'It is damaged or was cut off; export, download or pack it again.', error)
  } finally {
    demand.end()
    reader.cancel().catch(() => {})
  }
}

/**
 * Lets packed bytes in only while somebody waits for content: Node's inflater alone would go on for
 * hundreds of MiB.
 */
class Demand {
  #isThere = false
  #ended = false
  #tell: () => void = () => {}

  async came(): Promise<void> {
    if (this.#isThere || this.#ended) return
    await new Promise<void>((resolve) => {
      this.#tell = resolve
    })
  }

  async whileWaiting<T>(content: Promise<T>): Promise<T> {
    this.#isThere = true
    this.#tell()
    try {
      return await content
    } finally {
      this.#isThere = false
    }
  }

  /** Nobody will wait any more: who waits for demand goes on, to be refused. */
  end(): void {
    this.#ended = true
    this.#tell()
  }
}
