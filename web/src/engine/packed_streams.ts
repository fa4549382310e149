/**
 * Packed bytes in small pieces, cut where one gzip stream ends and the next begins.
 *
 * A file may hold several streams one after the other (logs are packed that way), and browsers
 * refuse what follows the first. Where a stream ends is known only to who inflates it, so the next
 * one is told by its header behind a trailer: ten bytes of which six are bound, and a length that
 * what came out so far can have. Other bytes look so once in some ten thousand GiB.
 */

/** One piece can swell to a thousand times its size before the next one is asked for. */
const FEED_BYTES = 1 << 14
const HEADER_BYTES = 10
const LEAST_STREAM_BYTES = 18
/** What can be on its way between the two ends of the inflater. */
const UNDER_WAY = 1 << 27

export class PackedStreams {
  /** Bytes that came out of the present stream. */
  inflated = 0
  #chunks: AsyncIterator<Uint8Array>
  #held = new Uint8Array(0)
  #at = 0
  #allHeld = false
  #ofStream = 0
  #read = 0
  #cut = false

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks
  }

  /** Bytes given out since the last call. */
  takeRead(): number {
    const read = this.#read
    this.#read = 0
    return read
  }

  /** Goes on to the next stream, if there is one. */
  nextStream(): boolean {
    const more = this.#cut
    this.#cut = false
    this.#ofStream = this.inflated = 0
    return more
  }

  /** Null at the end of a stream. */
  async next(): Promise<Uint8Array | null> {
    if (this.#cut) return null
    await this.#hold()
    const start = this.#at
    const known = this.#allHeld ? this.#held.length : this.#held.length - HEADER_BYTES
    let end = Math.min(known, start + FEED_BYTES)
    if (end === start) return null
    const next = this.#streamBefore(end)
    if (next !== null) {
      this.#cut = true
      end = next
    }
    this.#at = end
    this.#read += end - start
    this.#ofStream += end - start
    return this.#held.subarray(start, end)
  }

  async #hold(): Promise<void> {
    while (!this.#allHeld && this.#held.length - this.#at < FEED_BYTES + HEADER_BYTES) {
      const { done, value } = await this.#chunks.next()
      if (done) this.#allHeld = true
      else this.#append(value)
    }
  }

  /** The last bytes given out stay: a trailer may end there. */
  #append(chunk: Uint8Array): void {
    const kept = this.#held.subarray(Math.max(0, this.#at - 4))
    const joined = new Uint8Array(kept.length + chunk.length)
    joined.set(kept)
    joined.set(chunk, kept.length)
    this.#at = Math.min(4, this.#at)
    this.#held = joined
  }

  /** Where a stream begins among the bytes to be given out next. */
  #streamBefore(end: number): number | null {
    const held = this.#held
    let at = this.#at + Math.max(0, LEAST_STREAM_BYTES - this.#ofStream)
    for (;;) {
      at = held.indexOf(0x1f, at)
      if (at < 0 || at >= end) return null
      if (isHeader(held, at) && this.#canHaveEnded(at)) return at
      at++
    }
  }

  #canHaveEnded(at: number): boolean {
    const length = new DataView(this.#held.buffer).getUint32(at - 4, true)
    return (length - this.inflated) >>> 0 < UNDER_WAY
  }
}

/** Deflate, no reserved flag, a known level and a known system. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  const of = (i: number) => bytes[at + i] ?? 256
  const level = of(8) === 0 || of(8) === 2 || of(8) === 4
  return of(1) === 0x8b && of(2) === 8 && of(3) < 32 && level && (of(9) <= 13 || of(9) === 255)
}
