/**
 * All that the page asks of the engine. The client of the worker fits it; so does the fake engine
 * of the tests. Errors are thrown as an `ErrorDocument` (code, where, advice, and what the files
 * hold where a reading failed); a cancelled load rejects with an AbortError.
 */
import type { Report, Settings, Summary } from '../engine/documents.js'
import type { Answer, TableRows } from '../engine/messages.js'
import type { ShareOptions } from '../engine/share_options.js'
import type { SqlRequest } from '../engine/sql_request.js'

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
  /** What of it comes many times sooner. */
  answer(settings: Settings): Promise<Answer>
  /** What of that report may be shared, as a text; and the report that such a text gives. */
  aggregates(settings: Settings, shared: ShareOptions): Promise<string>
  opened(aggregates: string): Promise<Report>
  /** Of the letters of a link, where that was begun before anybody asked; null: it was not. */
  openedEarly?(letters: string): Promise<Report | null>
  /** A report that means nothing, where nothing was asked for at the start. */
  rehearsed?: Promise<Report>
  /** The SQL that counts in a warehouse as these settings count here. */
  sql(settings: Settings, request: SqlRequest): Promise<string>
  /** File `file` (from 0) as it was read, or its rows that the last report did not use; CSV. */
  table(file: number, rows: TableRows): Promise<Blob>
}
