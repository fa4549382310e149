/**
 * One CoreEngine driven over re-readable sources: the only file that knows the order of the core's
 * calls (wasm/module.d.ts).
 *
 * It keeps the sources and reads them again whenever the core asks for it: when a file turned out
 * to need another reading, when settings change how files are read, and after a trap, when it
 * starts a new module. Calls must not overlap, except that a table is an iterator and gives up with
 * `engine.superseded` when a reading began meanwhile. No figure is computed here.
 */
import type { CoreEngine, CoreModule } from '../../../wasm/module.js'
import { chunks } from './chunks.js'
import { answer, throwIfError } from './core_answers.js'
import type { Report, Settings, Summary } from './documents.js'
import {
  asUpgradeRateError,
  cancelled,
  nothingLoaded,
  superseded,
  UpgradeRateError,
} from './errors.js'
import { hostDocument } from './host.js'
import { ProgressMeter, type WorkOptions } from './progress.js'
import type { ByteSource } from './sources.js'

/** How often one file may be read anew within one load. */
const REREADINGS = 3

export class CoreSession {
  #startModule: () => Promise<CoreModule>
  #module: CoreModule | null = null
  #engine: CoreEngine | null = null
  #sources: ByteSource[] = []
  /** The engine holds the rows of all sources. False: read before anything else. */
  #loaded = false
  /** Counts readings, so that an unfinished table notices. */
  #reading = 0

  constructor(startModule: () => Promise<CoreModule>) {
    this.#startModule = startModule
  }

  /** Takes the sources without reading them: the next report() or table() reads what it needs. */
  remember(sources: ByteSource[]): void {
    this.#sources = sources
    this.#loaded = false
  }

  /** Reads the sources. They are kept also when this throws, so that other settings can be tried. */
  async load(sources: ByteSource[], settings: Settings, options: WorkOptions = {}): Promise<Summary> {
    this.remember(sources)
    return this.#guard('load', options, async (engine) => {
      await this.#read(engine, JSON.stringify(settings), options)
      return answer<Summary>(engine.summary())
    })
  }

  /** Reads again first where these settings need it. */
  async report(settings: Settings, options: WorkOptions = {}): Promise<Report> {
    return this.#guard('report', options, async (engine) => {
      const text = JSON.stringify(settings)
      const host = hostDocument(settings)
      if (!this.#loaded || engine.needsReading(text)) await this.#read(engine, text, options)
      return answer<Report>(engine.report(text, host))
    })
  }

  /** Reads the sources under these settings unless they are read already. */
  async ensureRead(settings: Settings, options: WorkOptions = {}): Promise<void> {
    await this.#guard('read', options, async (engine) => {
      if (!this.#loaded) await this.#read(engine, JSON.stringify(settings), options)
    })
  }

  /** File `index` as it was read: RFC 4180, UTF-8, every cell verbatim. Reads first if need be. */
  async *table(index: number, settings: Settings, options: WorkOptions = {}): AsyncGenerator<Uint8Array> {
    const source = this.#sources[index]
    if (source === undefined) throw nothingLoaded()
    await this.ensureRead(settings, options)
    const reading = this.#reading
    const engine = this.#engine as CoreEngine
    const step = <T>(call: () => T): T => {
      if (this.#reading !== reading) throw superseded()
      return this.#call('table', call)
    }
    const meter = new ProgressMeter(source.bytes, () => engine.rows(), options.onProgress)
    step(() => engine.openTable(index))
    for await (const bytes of chunks(source, options.signal)) {
      const text = step(() => {
        this.#fill(engine, bytes)
        engine.pushTable(bytes.length)
        return this.#text(engine)
      })
      meter.addBytes(bytes.length)
      if (text.length > 0) yield text
    }
    const rest = step(() => {
      engine.closeTable()
      return this.#text(engine)
    })
    meter.end()
    if (rest.length > 0) yield rest
  }

  /** Gives the core's memory back. The session can be used again; it starts a new module then. */
  dispose(): void {
    const engine = this.#engine
    this.#forgetModule()
    engine?.delete()
  }

  async #read(engine: CoreEngine, settings: string, { onProgress, signal }: WorkOptions): Promise<void> {
    this.#loaded = false
    this.#reading++
    const files = this.#sources.map(({ name, bytes }) => ({ name, bytes }))
    throwIfError(engine.begin(settings, JSON.stringify(files)))
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
    const meter = new ProgressMeter(total, () => engine.rows(), onProgress)
    for (let index = 0; index < this.#sources.length; index++)
      await this.#readFile(engine, index, meter, signal)
    throwIfError(engine.finish())
    meter.end()
    this.#loaded = true
  }

  async #readFile(engine: CoreEngine, index: number, meter: ProgressMeter, signal?: AbortSignal): Promise<void> {
    const source = this.#sources[index] as ByteSource
    for (let again = 0; again <= REREADINGS; again++) {
      if (again > 0) meter.addTotal(source.bytes)
      engine.openFile(index)
      let left = source.bytes
      for await (const bytes of chunks(source, signal)) {
        this.#fill(engine, bytes)
        left -= bytes.length
        const goOn = engine.push(bytes.length)
        meter.addBytes(bytes.length)
        if (!goOn) break
      }
      meter.addTotal(-left)
      if (!engine.closeFile()) return
    }
    throw new UpgradeRateError({
      code: 'file.unsettled',
      where: source.name,
      advice: `After ${REREADINGS + 1} readings it is still unclear how this file is to be read; set its encoding, delimiter and mapping in the settings.`,
    })
  }

  #fill(engine: CoreEngine, bytes: Uint8Array): void {
    const pointer = engine.reserve(bytes.length)
    if (pointer === 0) throw new Error('out of memory')
    // Reserving may grow the memory, which kills every older view: HEAPU8 is taken after it.
    ;(this.#module as CoreModule).HEAPU8.set(bytes, pointer)
  }

  #text(engine: CoreEngine): Uint8Array {
    const start = engine.textPointer()
    return (this.#module as CoreModule).HEAPU8.slice(start, start + engine.textBytes())
  }

  async #guard<T>(
    where: string,
    { signal }: WorkOptions,
    work: (engine: CoreEngine) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw cancelled()
    if (this.#sources.length === 0) throw nothingLoaded()
    try {
      if (this.#engine === null) {
        this.#module = await this.#startModule()
        this.#engine = new this.#module.Engine()
      }
      return await work(this.#engine)
    } catch (error) {
      throw this.#judge(error, where)
    }
  }

  #call<T>(where: string, call: () => T): T {
    try {
      return call()
    } catch (error) {
      throw this.#judge(error, where)
    }
  }

  /** After a trap nothing in the module can be trusted, not even its destructor. */
  #judge(error: unknown, where: string): UpgradeRateError {
    const judged = asUpgradeRateError(error, where)
    if (judged.code === 'engine.crashed') this.#forgetModule()
    return judged
  }

  #forgetModule(): void {
    this.#module = null
    this.#engine = null
    this.#loaded = false
    this.#reading++
  }
}
