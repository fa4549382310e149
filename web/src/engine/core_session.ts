/**
 * One CoreEngine and the sources it has read. With reading.ts the only file that knows in which
 * order the core's calls go (wasm/module.d.ts).
 *
 * The sources are kept and read again whenever the core asks for it: when a file turned out to need
 * another reading, when settings change how files are read, and after a trap, with a new module.
 * Calls must not overlap, except that a table is an iterator and gives up with `engine.superseded`
 * when a reading began meanwhile. No figure is computed here.
 */
import type { CoreModule } from '../../../wasm/module.js'
import { type Content, openContents } from './content.js'
import { answer, answerText } from './core_answers.js'
import type { Report, Settings, Summary } from './documents.js'
import {
  asUpgradeRateError,
  cancelled,
  nothingLoaded,
  superseded,
  type UpgradeRateError,
} from './errors.js'
import { hostDocument } from './host.js'
import type { Answer, ReportPart, TableRows } from './messages.js'
import { ProgressMeter, type WorkOptions } from './progress.js'
import { readContents, summaryOf } from './reading.js'
import { fill, type RunningCore } from './running_core.js'
import type { ShareOptions } from './share_options.js'
import type { SliceReaders } from './slices.js'
import type { ByteSource } from './sources.js'
import type { SqlRequest } from './sql_request.js'

/** File `file`, counted from 0. */
export interface TablePart {
  file: number
  rows: TableRows
}

export class CoreSession {
  #startModule: () => Promise<CoreModule>
  #core: RunningCore | null = null
  /** The module on its way, from the first wish for it until it is forgotten. */
  #starting: Promise<RunningCore> | null = null
  #sources: ByteSource[] = []
  /** Of the sources, as the last reading opened them. */
  #contents: Content[] = []
  /** The engine holds the rows of all sources. False: read before anything else. */
  #loaded = false
  /** Counts readings, so that an unfinished table notices. */
  #reading = 0
  /** In which the rows were counted elsewhere; null: in whichever the settings say. */
  #zone: string | null = null
  #slices: SliceReaders | undefined

  constructor(startModule: () => Promise<CoreModule>) {
    this.#startModule = startModule
  }

  /** Starts the module before it is needed. A fault, null here, is met by the first call that needs it. */
  async warmUp(): Promise<CoreModule | null> {
    try {
      return (await this.#running()).module
    } catch {
      return null
    }
  }

  /** Large files are read together with these from now on. */
  readWith(slices: SliceReaders): void {
    this.#slices?.lose()
    this.#slices = slices
  }

  /** Takes the sources without reading them: the next report() or table() reads what it needs. */
  remember(sources: ByteSource[]): void {
    this.#sources = sources
    this.#loaded = false
  }

  /** Reads the sources. They are kept also when this throws, so that other settings can be tried. */
  async load(
    sources: ByteSource[],
    settings: Settings,
    options: WorkOptions = {},
  ): Promise<Summary> {
    this.remember(sources)
    return this.#guard('load', options, async (core) => {
      return await this.#read(core, settings, options)
    })
  }

  /** Reads again first where these settings need it. */
  async report(
    settings: Settings,
    options: WorkOptions = {},
    part: ReportPart = 'report',
  ): Promise<Answer> {
    return this.#asked('report', settings, options, ({ engine }, text, host) =>
      answer<Answer>(engine[part](text, host)),
    )
  }

  /** What of that report may be shared, as a document for opened(). */
  async aggregates(
    settings: Settings,
    shared: ShareOptions,
    options: WorkOptions = {},
  ): Promise<string> {
    return this.#asked('aggregates', settings, options, ({ engine }, text, host) =>
      answerText(engine.aggregates(text, host, JSON.stringify(shared))),
    )
  }

  /** The report that a shared document gives again. Needs no sources. */
  async opened(document: string): Promise<Report> {
    try {
      const { engine } = await this.#running()
      return answer<Report>(engine.opened(document, hostDocument(settingsIn(document))))
    } catch (error) {
      throw this.#judge(error, 'opened')
    }
  }

  /** The KPI as a statement for a warehouse. Needs no sources. */
  async sql(settings: Settings, request: SqlRequest): Promise<string> {
    try {
      const { engine } = await this.#running()
      return answer<string>(
        engine.sql(JSON.stringify(settings), hostDocument(settings), JSON.stringify(request)),
      )
    } catch (error) {
      throw this.#judge(error, 'sql')
    }
  }

  async #asked<T>(
    where: string,
    settings: Settings,
    options: WorkOptions,
    ask: (core: RunningCore, settings: string, host: string) => T,
  ): Promise<T> {
    return this.#guard(where, options, async (core) => {
      const text = JSON.stringify(settings)
      const host = hostDocument(settings)
      if (!this.#loaded || core.engine.needsReading(text)) await this.#read(core, settings, options)
      const counted = this.#zone && hostDocument({ ...settings, timeZone: this.#zone })
      return ask(core, text, counted || host)
    })
  }

  /** Reads the sources under these settings unless they are read already. */
  async ensureRead(settings: Settings, options: WorkOptions = {}): Promise<RunningCore> {
    return this.#guard('read', options, async (core) => {
      if (!this.#loaded) await this.#read(core, settings, options)
      return core
    })
  }

  /**
   * A file as it was read: RFC 4180, UTF-8, every cell verbatim. Reads first if need be. Of the rows
   * that are set aside, only those, each behind its line and the code of its problem.
   */
  async *table(
    { file, rows }: TablePart,
    settings: Settings,
    options: WorkOptions = {},
  ): AsyncGenerator<Uint8Array> {
    if (rows === 'setAside') await this.report(settings, options)
    const core = await this.ensureRead(settings, options)
    const content = this.#contents[file]
    if (content === undefined) throw nothingLoaded()
    const { engine } = core
    const reading = this.#reading
    const write = (call: () => void) => {
      if (this.#reading !== reading) throw superseded()
      return this.#guardCall('table', () => {
        call()
        return textOf(core)
      })
    }
    const meter = new ProgressMeter(content.bytes, () => engine.rows(), options.onProgress)
    this.#guardCall('table', () =>
      rows === 'all' ? engine.openTable(file) : engine.openSetAside(file),
    )
    for await (const { bytes, read } of content.pieces(options.signal)) {
      meter.addBytes(read)
      if (bytes.length === 0) continue
      const text = write(() => {
        fill(core, bytes)
        engine.pushTable(bytes.length)
      })
      if (text.length > 0) yield text
    }
    const rest = write(() => engine.closeTable())
    meter.end()
    if (rest.length > 0) yield rest
  }

  /** Gives the core's memory back. The session can be used again; it starts a new module then. */
  dispose(): void {
    const core = this.#core
    this.#forgetCore()
    core?.engine.delete()
  }

  async #read(core: RunningCore, settings: Settings, options: WorkOptions): Promise<Summary> {
    this.#loaded = false
    this.#reading++
    this.#contents = await openContents(this.#sources, settings, options.signal)
    const text = JSON.stringify(settings)
    await readContents(core, this.#contents, text, options, this.#slices)
    const summary = summaryOf(core.engine, this.#contents)
    this.#zone = summary.timeZone ?? null
    this.#loaded = true
    return summary
  }

  async #guard<T>(
    where: string,
    { signal }: WorkOptions,
    work: (core: RunningCore) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw cancelled()
    if (this.#sources.length === 0) throw nothingLoaded()
    try {
      return await work(await this.#running())
    } catch (error) {
      throw this.#judge(error, where)
    }
  }

  async #running(): Promise<RunningCore> {
    this.#starting ??= start(this.#startModule)
    try {
      this.#core = await this.#starting
      return this.#core
    } catch (error) {
      this.#starting = null
      throw error
    }
  }

  #guardCall<T>(where: string, call: () => T): T {
    try {
      return call()
    } catch (error) {
      throw this.#judge(error, where)
    }
  }

  /** After a trap nothing in the module can be trusted, not even its destructor. */
  #judge(error: unknown, where: string): UpgradeRateError {
    const judged = asUpgradeRateError(error, where)
    if (judged.code === 'engine.crashed') this.#forgetCore()
    return judged
  }

  #forgetCore(): void {
    this.#core = null
    this.#starting = null
    this.#loaded = false
    this.#reading++
  }
}

async function start(startModule: () => Promise<CoreModule>): Promise<RunningCore> {
  const module = await startModule()
  return { module, engine: new module.Engine() }
}

/** For the time zone alone; what is no such document is the core's to refuse. */
function settingsIn(document: string): Settings {
  try {
    return (JSON.parse(document) as { settings?: Settings } | null)?.settings ?? {}
  } catch {
    return {}
  }
}

/** A copy of what the core wrote last: its memory moves and is used again. */
function textOf({ module, engine }: RunningCore): Uint8Array {
  const start = engine.textPointer()
  return module.HEAPU8.slice(start, start + engine.textBytes())
}
