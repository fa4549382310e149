/**
 * The package's engine: a session in the caller's own thread, one piece of work after the other.
 * Which module it runs on is handed in, so that index.ts alone knows where the WebAssembly lies.
 */
import type { CoreModule } from '../../../wasm/module.js'
import { CoreSession } from '../engine/core_session.js'
import type { Report, Settings, Summary } from '../engine/documents.js'
import { disposed, nothingLoaded, UpgradeRateError } from '../engine/errors.js'
import type { TableRows } from '../engine/messages.js'
import type { WorkOptions } from '../engine/progress.js'
import type { ShareOptions } from '../engine/share_options.js'
import { type ByteSource, blobByteSource, type Source, toBlobSource } from '../engine/sources.js'
import type { SqlRequest } from '../engine/sql_request.js'
import type { Engine } from './engine_type.js'

export class InProcessEngine implements Engine {
  #session: CoreSession
  #names: string[] = []
  /** Of the last load(), for report() without settings. */
  #loadSettings: Settings = {}
  /** Of the last call, for a table whose file must be read anew. */
  #lastSettings: Settings = {}
  /** Ends when all work asked for so far has ended. */
  #last: Promise<unknown> = Promise.resolve()
  #closing = new AbortController()

  constructor(startModule: () => Promise<CoreModule>) {
    this.#session = new CoreSession(startModule)
  }

  load(
    files: readonly (Source | ByteSource)[],
    settings: Settings = {},
    options: WorkOptions = {},
  ): Promise<Summary> {
    this.#names = files.map(({ name }) => name)
    this.#loadSettings = this.#lastSettings = settings
    return this.#inTurn(options, async (linked) => {
      const sources: ByteSource[] = []
      for (const file of files) sources.push(await byteSource(file, linked.signal))
      return this.#session.load(sources, settings, linked)
    })
  }

  report(settings: Settings = this.#loadSettings, options: WorkOptions = {}): Promise<Report> {
    this.#lastSettings = settings
    return this.#inTurn(options, (linked) => this.#session.report(settings, linked))
  }

  aggregates(
    shared: ShareOptions = {},
    settings: Settings = this.#loadSettings,
    options: WorkOptions = {},
  ): Promise<string> {
    return this.#inTurn(options, (linked) => this.#session.aggregates(settings, shared, linked))
  }

  open(aggregates: string, options: WorkOptions = {}): Promise<Report> {
    return this.#inTurn(options, () => this.#session.opened(aggregates))
  }

  sql(settings: Settings, request: SqlRequest, options: WorkOptions = {}): Promise<string> {
    return this.#inTurn(options, () => this.#session.sql(settings, request))
  }

  table(file?: number | string, options: WorkOptions = {}): Promise<string> {
    return textOf(this.tableChunks(file, options))
  }

  tableChunks(file?: number | string, options: WorkOptions = {}): AsyncGenerator<Uint8Array> {
    return this.#rows(file, 'all', options)
  }

  setAside(file?: number | string, options: WorkOptions = {}): Promise<string> {
    return textOf(this.setAsideChunks(file, options))
  }

  setAsideChunks(file?: number | string, options: WorkOptions = {}): AsyncGenerator<Uint8Array> {
    return this.#rows(file, 'setAside', options)
  }

  async *#rows(
    named: number | string | undefined,
    rows: TableRows,
    options: WorkOptions,
  ): AsyncGenerator<Uint8Array> {
    const file = this.#indexOf(named)
    const settings = this.#lastSettings
    await this.#inTurn(options, (linked) => this.#session.ensureRead(settings, linked))
    const { linked, unlink } = this.#link(options)
    try {
      yield* this.#session.table({ file, rows }, settings, linked)
    } catch (error) {
      throw this.#closing.signal.aborted ? disposed() : error
    } finally {
      unlink()
    }
  }

  dispose(): void {
    this.#closing.abort()
    // Not before the work under way has noticed: it still holds the engine.
    void this.#last.then(() => this.#session.dispose())
  }

  #inTurn<T>(options: WorkOptions, work: (linked: WorkOptions) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      if (this.#closing.signal.aborted) throw disposed()
      const { linked, unlink } = this.#link(options)
      try {
        return await work(linked)
      } catch (error) {
        throw this.#closing.signal.aborted ? disposed() : error
      } finally {
        unlink()
      }
    })
    this.#last = turn.catch(() => {})
    return turn
  }

  /** Options whose signal fires with the caller's and with dispose(). */
  #link(options: WorkOptions): { linked: WorkOptions; unlink: () => void } {
    const either = new AbortController()
    const stop = () => either.abort()
    const signals = [options.signal, this.#closing.signal].filter((signal) => signal !== undefined)
    for (const signal of signals) {
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
    }
    const unlink = () => {
      for (const signal of signals) signal.removeEventListener('abort', stop)
    }
    return { linked: { ...options, signal: either.signal }, unlink }
  }

  #indexOf(file: number | string | undefined): number {
    if (this.#names.length === 0) throw nothingLoaded()
    if (file === undefined && this.#names.length === 1) return 0
    const index = typeof file === 'number' ? file : this.#names.indexOf(file ?? '')
    if (file !== undefined && this.#names[index] !== undefined) return index
    throw new UpgradeRateError({
      code: 'table.whichFile',
      where: file === undefined ? '' : String(file),
      advice: `Say which file's table is meant, by name or by number from 0: ${this.#names.join(', ')}.`,
    })
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  for await (const bytes of chunks) text += decoder.decode(bytes, { stream: true })
  return text + decoder.decode()
}

async function byteSource(file: Source | ByteSource, signal?: AbortSignal): Promise<ByteSource> {
  return 'read' in file ? file : blobByteSource(await toBlobSource(file, signal))
}
