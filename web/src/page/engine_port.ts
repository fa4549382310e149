/**
 * All that the page asks of the engine. The client of the worker fits it; so does the fake engine
 * of the tests. Errors are thrown as an `ErrorDocument` (code, where, advice, and what the files
 * hold where a reading failed); a cancelled load rejects with an AbortError.
 */
import type { Report, Settings, Summary } from '../engine/documents.js'

export interface Source {
  name: string
  data: Blob | string
}

export interface Progress {
  bytes: number
  /** 0 where the size is not known. */
  totalBytes: number
  rows: number
}

export interface LoadOptions {
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

export interface EnginePort {
  load(sources: Source[], settings: Settings, options: LoadOptions): Promise<Summary>
  report(settings: Settings): Promise<Report>
  /** The table as it was read, CSV. */
  table(): Promise<Blob>
}
