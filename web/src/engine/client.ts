/**
 * The page's half: an engine in a worker, as promises.
 *
 * One request is with the worker at a time. Only the newest report() matters: an older one, waiting
 * or running, is rejected with `engine.superseded`, so fast changes of settings do not pile up; a
 * load() supersedes everything before it. When the worker traps or dies, the running call is
 * rejected with `engine.crashed`, and the next call starts a new worker that reads the same sources
 * again by itself. Replies to calls that were given up are dropped.
 */
import { AssistantWorkers } from './assistants.js'
import { Call, type MakeRequest, type WorkRequest } from './calls.js'
import type { Report, Settings, Summary } from './documents.js'
import { asUpgradeRateError, cancelled, disposed, superseded, UpgradeRateError } from './errors.js'
import type { Answer, Reply, ReportPart, Request, TableRows } from './messages.js'
import type { ModuleSource } from './packed_module.js'
import type { WorkOptions } from './progress.js'
import type { ShareOptions } from './share_options.js'
import { type BlobSource, type Source, toBlobSource } from './sources.js'
import type { SqlRequest } from './sql_request.js'

/** A Worker, as far as it is needed. */
export interface WorkerLike {
  postMessage(message: Request, transfer?: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<Reply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

export interface ClientOptions {
  /** Makes a worker that runs engine/worker.ts; called again after a crash. */
  startWorker: () => WorkerLike
  /** The WebAssembly module, copied to each worker. */
  wasm: ModuleSource
  /** How many workers may read one large file together; 1 or nothing: one. */
  workers?: number
  /** Once: a worker that runs already and has its `init`; null where there is none. */
  takeStarted?: () => WorkerLike | null
}

export class EngineClient {
  #options: ClientOptions
  #worker: WorkerLike | null = null
  #assistants: AssistantWorkers
  #sources: BlobSource[] = []
  /** Of the last load(), for report() without settings. */
  #loadSettings: Settings = {}
  /** Of the last call, for a table whose file must be read anew. */
  #lastSettings: Settings = {}
  #running: Call | null = null
  #waiting: Call[] = []
  #lastId = 0
  #disposed = false

  constructor(options: ClientOptions) {
    this.#options = options
    this.#assistants = new AssistantWorkers(options)
  }

  /** Starts the worker ahead of the first call, which then finds it ready. */
  start(): void {
    if (this.#disposed) return
    try {
      this.#worker ??= this.#newWorker()
    } catch {
      // The first call tries again, and tells its caller.
    }
  }

  /**
   * Reads the files. They stay known when this fails, so that report() can try other settings; the
   * error tells what was `found` in them.
   */
  load(files: Source[], settings: Settings = {}, options: WorkOptions = {}): Promise<Summary> {
    this.#supersede(() => true)
    this.#loadSettings = this.#lastSettings = settings
    return this.#ask<Summary>('load', options, async (id, ended) => {
      const sources: BlobSource[] = []
      for (const file of files) sources.push(await toBlobSource(file, ended))
      if (ended.aborted) throw cancelled()
      this.#sources = sources
      return { type: 'load', id, sources, settings }
    })
  }

  /** The report under these settings; without, under those of load(). */
  report(settings: Settings = this.#loadSettings, options: WorkOptions = {}): Promise<Report> {
    return this.#report(settings, 'report', options)
  }

  /** What of the report comes many times sooner, `unfinished`; the report then costs the rest. */
  answer(settings: Settings = this.#loadSettings, options: WorkOptions = {}): Promise<Answer> {
    return this.#report(settings, 'answer', options)
  }

  #report(settings: Settings, part: ReportPart, options: WorkOptions): Promise<Answer> {
    this.#supersede(({ type }) => type === 'report')
    this.#lastSettings = settings
    return this.#ask('report', options, async (id) => ({ type: 'report', id, settings, part }))
  }

  /** What of that report may leave the page, as a document for opened(). */
  aggregates(settings: Settings, shared: ShareOptions, options: WorkOptions = {}): Promise<string> {
    return this.#ask<string>('aggregates', options, async (id) => ({
      type: 'aggregates',
      id,
      settings,
      shared,
    }))
  }

  /** The SQL that counts elsewhere as these settings count here; nothing needs to be loaded. */
  sql(settings: Settings, request: SqlRequest, options: WorkOptions = {}): Promise<string> {
    return this.#ask<string>('sql', options, async (id) => ({ type: 'sql', id, settings, request }))
  }

  /** The report that such a document gives again; nothing needs to be loaded. */
  opened(document: string, options: WorkOptions = {}): Promise<Report> {
    this.#supersede(({ type }) => type === 'report' || type === 'opened')
    return this.#ask<Report>('opened', options, async (id) => ({ type: 'opened', id, document }))
  }

  /** File `file` (counted from 0) as it was read: RFC 4180 in UTF-8, every cell verbatim. */
  table(file = 0, options: WorkOptions = {}): Promise<Blob> {
    return this.#table(file, 'all', options)
  }

  /** Its rows that the last report did not use, each behind its line and the code of its problem. */
  setAside(file = 0, options: WorkOptions = {}): Promise<Blob> {
    return this.#table(file, 'setAside', options)
  }

  async #table(file: number, rows: TableRows, options: WorkOptions): Promise<Blob> {
    const settings = this.#lastSettings
    const pieces = await this.#ask<BlobPart[]>('table', options, async (id) => ({
      type: 'table',
      id,
      file,
      rows,
      settings,
    }))
    return new Blob(pieces, { type: 'text/csv;charset=utf-8' })
  }

  /** Ends the worker; calls under way are rejected with `engine.disposed`. */
  dispose(): void {
    this.#disposed = true
    for (const call of [...this.#waiting, this.#running]) call?.reject(disposed())
    this.#waiting = []
    this.#running = null
    this.#assistants.end()
    this.#worker?.terminate()
    this.#worker = null
  }

  #ask<T>(type: Call['type'], options: WorkOptions, make: MakeRequest): Promise<T> {
    const call = new Call(++this.#lastId, type, options, make)
    const { signal } = options
    if (this.#disposed) call.reject(disposed())
    else if (signal?.aborted) call.reject(cancelled())
    else {
      const stop = () => this.#giveUp(call, cancelled())
      signal?.addEventListener('abort', stop, { signal: call.ended })
      this.#waiting.push(call)
      this.#next()
    }
    return call.answer as Promise<T>
  }

  #supersede(older: (call: Call) => boolean): void {
    for (const call of [...this.#waiting, this.#running])
      if (call !== null && older(call)) this.#giveUp(call, superseded())
  }

  #giveUp(call: Call, error: UpgradeRateError): void {
    if (call.ended.aborted) return
    call.reject(error)
    this.#waiting = this.#waiting.filter((waiting) => waiting !== call)
    if (call.sent) this.#worker?.postMessage({ type: 'cancel', id: call.id })
    else this.#finish(call)
  }

  #next(): void {
    if (this.#running !== null) return
    const call = this.#waiting.shift()
    if (call === undefined) return
    this.#running = call
    void this.#send(call)
  }

  async #send(call: Call): Promise<void> {
    let request: WorkRequest
    try {
      request = await call.request()
    } catch (error) {
      call.reject(asUpgradeRateError(error, call.type))
      return this.#finish(call)
    }
    if (call.ended.aborted) return
    call.sent = true
    try {
      this.#worker ??= this.#newWorker(call)
      if (request.type === 'load') this.#assist(this.#worker)
      this.#worker.postMessage(request)
    } catch (error) {
      this.#crash(error)
    }
  }

  #assist(worker: WorkerLike): void {
    const without = () => worker.postMessage({ type: 'assistants', ports: [] })
    const ports = this.#assistants.start(this.#sources, without)
    if (ports.length > 0) worker.postMessage({ type: 'assistants', ports }, ports)
  }

  /** The worker is done with this call, or will never see it. */
  #finish(call: Call): void {
    if (this.#running !== call) return
    this.#running = null
    if (this.#assistants.end()) this.#worker?.postMessage({ type: 'assistants', ports: [] })
    this.#next()
  }

  #newWorker(first?: Call): WorkerLike {
    const { takeStarted, startWorker, wasm } = this.#options
    const started = takeStarted?.() ?? null
    const worker = started ?? startWorker()
    const current = () => worker === this.#worker
    worker.onmessage = ({ data }) => void (current() && this.#receive(data))
    worker.onerror = (event) => {
      event.preventDefault?.()
      if (current()) this.#crash(event.message)
    }
    worker.onmessageerror = () => void (current() && this.#crash('a message could not be read'))
    if (started === null) worker.postMessage({ type: 'init', wasm })
    if (first && first.type !== 'load')
      worker.postMessage({ type: 'remember', sources: this.#sources })
    return worker
  }

  #receive(reply: Reply): void {
    const call = this.#running
    if (call === null || reply.id !== call.id || reply.type === 'rehearsed') return
    if (reply.type === 'progress') {
      if (!call.ended.aborted) call.options.onProgress?.(reply.progress)
    } else if (reply.type === 'chunk') {
      if (!call.ended.aborted) call.pieces.push(reply.bytes)
    } else if (reply.type === 'failed' && reply.error.code === 'engine.crashed') {
      this.#crash(new UpgradeRateError(reply.error))
    } else {
      if (reply.type === 'failed') call.reject(new UpgradeRateError(reply.error))
      else call.resolve(call.type === 'table' ? call.pieces : reply.value)
      this.#finish(call)
    }
  }

  /** The worker is beyond use: a new one is started for the next call. */
  #crash(cause: unknown): void {
    const call = this.#running
    this.#assistants.end()
    this.#worker?.terminate()
    this.#worker = null
    if (!call?.sent) return
    call.reject(asUpgradeRateError(cause, call.type))
    this.#finish(call)
  }
}
