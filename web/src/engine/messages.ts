/**
 * The protocol between the page and its worker, spelled once. Every request that gets an answer has
 * an id; the replies to it carry the same id: any number of `progress` and `chunk`, then one `done`
 * or `failed`. The client sends the next request only after that, so the worker needs no queue; it
 * ends a worker by terminating it, which also works when the worker is stuck.
 */
import type { Report, Settings, Summary } from './documents.js'
import type { ErrorDocument } from './errors.js'
import type { ModuleSource } from './packed_module.js'
import type { Progress } from './progress.js'
import type { ShareOptions } from './share_options.js'
import type { BlobSource } from './sources.js'
import type { SqlRequest } from './sql_request.js'

/** Of a file written out: all its rows, or those that are set aside. */
export type TableRows = 'all' | 'setAside'

/** A report, or what counts of periods give of it: money, segments, journeys and findings are still to come. */
export type Answer = Report & { unfinished?: true }

/** The whole report, or what of it comes many times sooner. */
export type ReportPart = 'report' | 'answer'

export type Request =
  /** First of all: the WebAssembly module, since the worker may fetch nothing. It starts the module at once, unless it is to idle. `rehearse`: no request is on its way yet. */
  | { type: 'init'; wasm: ModuleSource; idle?: boolean; rehearse?: boolean }
  /** Makes this worker an assistant of the one at the port's other end. Comes after `init`. */
  | { type: 'assist'; port: MessagePort }
  /** To the reading worker: its assistants, one per port, for large files. */
  | { type: 'assistants'; ports: MessagePort[] }
  /** After a crash: the sources as they were, to be read when first needed. No reply. */
  | { type: 'remember'; sources: BlobSource[] }
  | { type: 'load'; id: number; sources: BlobSource[]; settings: Settings }
  | { type: 'report'; id: number; settings: Settings; part: ReportPart }
  /** What of that report may be shared, as a text. */
  | { type: 'aggregates'; id: number; settings: Settings; shared: ShareOptions }
  /** The report that such a text gives again. */
  | { type: 'opened'; id: number; document: string }
  /** The SQL that counts elsewhere as these settings count here; nothing needs to be loaded. */
  | { type: 'sql'; id: number; settings: Settings; request: SqlRequest }
  /** All rows as read: then `settings` are used only if the sources must be read first. Or those that the report under `settings` does not use. */
  | { type: 'table'; id: number; file: number; rows: TableRows; settings: Settings }
  /** The request then ends as `failed` with `engine.cancelled`, unless it was done already. */
  | { type: 'cancel'; id: number }

export type Reply =
  /** To no request: the report of what was rehearsed, which means nothing. */
  | { type: 'rehearsed'; id: 0; report: Report }
  | { type: 'progress'; id: number; progress: Progress }
  /** A piece of the table; its buffer is transferred. */
  | { type: 'chunk'; id: number; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'done'; id: number; value: Summary | Report | string | null }
  | { type: 'failed'; id: number; error: ErrorDocument }
