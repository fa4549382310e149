/**
 * What a caller may hand in as data, made into one thing: bytes of known length that can be read
 * any number of times, piece by piece. The core may ask for a file twice, so a stream, which can be
 * read once only, is collected first (as a Blob, which browsers may keep on disk).
 */
import { cancelled, UpgradeRateError } from './errors.js'

/** A file in pieces. `read` gives the bytes [start, end), all of them, or throws. */
export interface ByteSource {
  name: string
  /** Length in bytes, fixed when the source was made. */
  bytes: number
  read(start: number, end: number): Promise<Uint8Array>
  /** The same bytes as a handle that other workers can read from, where there is one. */
  blob?: Blob
}

/** Text becomes UTF-8. A stream may be of bytes only. */
export type SourceData = Blob | ArrayBuffer | Uint8Array | string | ReadableStream<Uint8Array>

/** `name` is shown to people and matched against `files[].name` of the settings. */
export interface Source {
  name: string
  data: SourceData
}

/** A source as it crosses to the worker: a Blob is a handle, its bytes are not copied. */
export interface BlobSource {
  name: string
  blob: Blob
}

/** Collects a stream; makes everything else a Blob at once (a copy, so later changes do no harm). */
export async function toBlobSource(source: Source, signal?: AbortSignal): Promise<BlobSource> {
  const { name, data } = source
  if (data instanceof Blob) return { name, blob: data }
  if (data instanceof ReadableStream) return { name, blob: await collect(name, data, signal) }
  if (typeof data === 'string' || data instanceof ArrayBuffer || ArrayBuffer.isView(data))
    return { name, blob: new Blob([data as BlobPart]) }
  throw new UpgradeRateError({
    code: 'source.type',
    where: String(name),
    advice: 'This is no data; give a Blob, ArrayBuffer, Uint8Array, string or ReadableStream.',
  })
}

async function collect(name: string, stream: ReadableStream<Uint8Array>, signal?: AbortSignal) {
  const parts: BlobPart[] = []
  const reader = stream.getReader()
  const stop = () => void reader.cancel(signal?.reason).catch(() => {})
  signal?.addEventListener('abort', stop)
  try {
    for (;;) {
      if (signal?.aborted) throw cancelled()
      const { done, value } = await reader.read()
      if (signal?.aborted) throw cancelled()
      if (done) return new Blob(parts)
      parts.push(value as BlobPart)
    }
  } catch (error) {
    throw error instanceof UpgradeRateError ? error : unreadable(name, error)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

let bytesOf = (blob: Blob): Promise<ArrayBuffer> => blob.arrayBuffer()

/** Once, by a worker that may not always read Blobs itself. */
export function readBlobsBy(read: (blob: Blob) => Promise<ArrayBuffer>): void {
  bytesOf = read
}

/** A Blob of at most so many bytes is read whole, once: every call to the browser costs milliseconds. */
const KEPT_BYTES = 1 << 20

export function blobByteSource({ name, blob }: BlobSource): ByteSource {
  let kept: Promise<ArrayBuffer> | null = null
  const whole = () => {
    kept ??= bytesOf(blob)
    // What could not be read is tried anew.
    kept.catch(() => {
      kept = null
    })
    return kept
  }
  const part = async (start: number, end: number) =>
    blob.size <= KEPT_BYTES
      ? new Uint8Array(await whole(), start, end - start)
      : new Uint8Array(await bytesOf(blob.slice(start, end)))
  return { name, bytes: blob.size, blob, read: part }
}

/** Also what a file comes to that was changed or removed on disk after it was chosen. */
export function unreadable(name: string, cause: unknown): UpgradeRateError {
  const reason = ` (${cause instanceof Error ? cause.message : String(cause)})`
  return new UpgradeRateError(
    {
      code: 'source.unreadable',
      where: name,
      advice: `The file could not be read${reason}; see that it is there and unchanged, and give it again.`,
    },
    { cause },
  )
}
