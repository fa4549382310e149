/** How long work is followed and stopped. Progress is told at most every 50 ms, and at the end. */

export interface Progress {
  /** Bytes read so far. */
  bytes: number
  /** Bytes to read; grows by a file's size when that file turns out to need a second reading. */
  totalBytes: number
  /** Rows read so far. */
  rows: number
}

export type OnProgress = (progress: Progress) => void

export interface WorkOptions {
  /** Called while files are read. */
  onProgress?: OnProgress | undefined
  /** Stops the work between two chunks; it then rejects with `engine.cancelled`. */
  signal?: AbortSignal | undefined
}

const INTERVAL_MS = 50

export class ProgressMeter {
  #bytes = 0
  #totalBytes: number
  #lastTold = Number.NEGATIVE_INFINITY
  #tell: OnProgress
  #rows: () => number

  constructor(totalBytes: number, rows: () => number, tell: OnProgress = () => {}) {
    this.#totalBytes = totalBytes
    this.#rows = rows
    this.#tell = tell
  }

  addBytes(bytes: number): void {
    this.#bytes += bytes
    if (performance.now() - this.#lastTold >= INTERVAL_MS) this.#now()
  }

  /** More to read than was thought (a second reading), or less (a file that was given up). */
  addTotal(bytes: number): void {
    this.#totalBytes += bytes
  }

  end(): void {
    this.#now()
  }

  #now(): void {
    this.#lastTold = performance.now()
    const progress = { bytes: this.#bytes, totalBytes: this.#totalBytes, rows: this.#rows() }
    try {
      this.#tell(progress)
    } catch (error) {
      // The listener's own fault, reported as that of an event listener: no fault of the engine.
      queueMicrotask(() => {
        throw error
      })
    }
  }
}
