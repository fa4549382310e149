/**
 * A file on disk as a ByteSource: read in slices, never whole in memory. What cannot be read twice
 * (standard input, a pipe) is collected into memory first.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ByteSource, type Source, unreadable } from '../engine/sources.js'

export interface OpenFiles {
  sources: (ByteSource | Source)[]
  close(): Promise<void>
}

/** Opens all files, or throws `source.unreadable` with the path of the first that cannot be. */
export async function openFiles(
  paths: string[],
  stdin: AsyncIterable<Uint8Array>,
): Promise<OpenFiles> {
  const handles: FileHandle[] = []
  const close = async () => {
    await Promise.allSettled(handles.map((handle) => handle.close()))
  }
  const sources: OpenFiles['sources'] = []
  for (const [index, path] of paths.entries()) {
    const name = nameOf(index, paths)
    try {
      if (path === '-') {
        sources.push({ name, data: await collect(stdin) })
      } else {
        const handle = await open(path)
        handles.push(handle)
        sources.push(await source(name, handle))
      }
    } catch (error) {
      await close()
      throw unreadable(path, error)
    }
  }
  return { sources, close }
}

/** As the page names files: without the folder, unless two would be called the same. */
function nameOf(index: number, paths: string[]): string {
  const shown = (path: string) => (path === '-' ? 'stdin' : basename(path))
  const path = paths[index] as string
  const alike = paths.filter((other) => shown(other) === shown(path))
  return alike.length > 1 ? path : shown(path)
}

async function source(name: string, handle: FileHandle): Promise<ByteSource | Source> {
  const about = await handle.stat()
  if (!about.isFile())
    return { name, data: await collect(handle.createReadStream({ autoClose: false })) }
  return {
    name,
    bytes: about.size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start)
      let filled = 0
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(
          bytes,
          filled,
          bytes.length - filled,
          start + filled,
        )
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return bytes.subarray(0, filled)
    },
  }
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: BlobPart[] = []
  for await (const part of stream) parts.push(part as BlobPart)
  return new Blob(parts)
}
