/**
 * What is asked of the engine, the latest wish first: a new load ends the former one, and an answer
 * that is no longer wanted is dropped. A load shows itself only after 200 ms; of many rows the answer
 * comes before the rest of its report.
 */
import type { Report, Settings } from '../engine/documents.js'
import type { ErrorDocument } from '../engine/errors.js'
import type { EnginePort, Progress, Source } from './engine_port.js'
import type { State } from './state.js'
import type { Action } from './update.js'

const quietMilliseconds = 200

/** From so many rows on the rest of a report takes long enough to be seen, so the answer goes first. */
const answerFirstRows = 50_000
/** The rest waits for a reader who goes on changing; the core cannot be stopped within a report. */
const betweenMilliseconds = 150

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

const isErrorDocument = (error: unknown): error is ErrorDocument =>
  typeof error === 'object' && error !== null && 'code' in error && 'advice' in error

/** Anything thrown, as what the page shows of it. */
export function failure(error: unknown): Action {
  if (!isErrorDocument(error)) {
    const where = error instanceof Error ? error.message : String(error)
    return { type: 'failed', error: { code: 'page.fault', where, advice: '' }, found: null }
  }
  const { code, where, advice, found } = error
  return { type: 'failed', error: { code, where, advice }, found: found ?? null }
}

/** Cancelled by the reader, or made pointless by a newer wish: nothing to show. */
export const wasCancelled = (error: unknown) =>
  error instanceof Error && error.name === 'AbortError'

/** Columns that tell customers apart: one that was not read as such needs another reading. */
const askedColumns = ({ segmentBy, filters }: Settings): string[] => [
  ...(segmentBy ?? []),
  ...(filters ?? []).flatMap((filter) => ('column' in filter ? [filter.column] : [])),
]

const filesPart = (settings: Settings) => JSON.stringify(settings.files ?? null)

export class Loading {
  #port: EnginePort
  #get: () => State
  #send: (action: Action) => void
  #running: AbortController | null = null
  #wish = 0
  /** The `files` part of the settings that the loaded table was read with. */
  #readWith = ''
  /** Segment columns that it holds. */
  #readColumns = new Set<string>()

  constructor(port: EnginePort, get: () => State, send: (action: Action) => void) {
    this.#port = port
    this.#get = get
    this.#send = send
  }

  cancel(): void {
    this.#running?.abort()
    this.#running = null
    this.#wish++
  }

  /** Reads again where the settings need another reading, else asks for another report. */
  settingsChanged(): void {
    const { sources, settings, summary } = this.#get()
    const { now } = settings
    const isRead = askedColumns(now).every((column) => this.#readColumns.has(column))
    if (sources && (filesPart(now) !== this.#readWith || !isRead)) void this.read(sources)
    else if (sources) void this.#report(summary?.rows ?? 0)
  }

  /** A report that comes another way, unless something newer is wished meanwhile. */
  async take(coming: Promise<Report>): Promise<void> {
    const mine = ++this.#wish
    await this.#wanted(mine, async () => this.#show(mine, await coming))
  }

  async #report(rows: number): Promise<void> {
    const mine = ++this.#wish
    await this.#wanted(mine, async () => {
      const { settings } = this.#get()
      if (rows >= answerFirstRows) {
        const answer = await this.#port.answer(settings.now)
        this.#show(mine, answer)
        if (!answer.unfinished) return
        await pause(betweenMilliseconds)
        if (mine !== this.#wish) return
      }
      this.#show(mine, await this.#port.report(settings.now))
    })
  }

  #show(mine: number, report: Report): void {
    if (mine === this.#wish) this.#send({ type: 'reported', report })
  }

  async #wanted(mine: number, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (mine === this.#wish && !wasCancelled(error)) this.#send(failure(error))
    }
  }

  async read(sources: Source[]): Promise<void> {
    this.#running?.abort()
    const mine = new AbortController()
    this.#running = mine
    this.#wish++
    const { now } = this.#get().settings
    this.#readWith = filesPart(now)
    this.#readColumns = new Set(askedColumns(now))
    const progress = this.#progress(mine)
    try {
      const options = { onProgress: progress.on, signal: mine.signal }
      const summary = await this.#port.load(sources, now, options)
      progress.end()
      if (this.#running !== mine) return
      for (const { name, part } of summary.columns)
        if (part === 'segment') this.#readColumns.add(name)
      const reported = this.#report(summary.rows)
      // The worker is at work when the page draws this.
      setTimeout(() => this.#running === mine && this.#send({ type: 'loaded', summary }))
      await reported
    } catch (error) {
      if (this.#running === mine && !wasCancelled(error)) this.#send(failure(error))
    } finally {
      progress.end()
      if (this.#running === mine) {
        this.#running = null
        this.#send({ type: 'progress', progress: null })
      }
    }
  }

  /** Shown once the load has taken a while, but not when it is over: it would push the answer down. */
  #progress(mine: AbortController) {
    let last: Progress = { bytes: 0, totalBytes: 0, rows: 0 }
    let loud = false
    const timer = setTimeout(() => {
      loud = true
      this.#send({ type: 'progress', progress: last })
    }, quietMilliseconds)
    const on = (progress: Progress) => {
      last = progress
      if (loud && this.#running === mine) this.#send({ type: 'progress', progress })
    }
    return { on, end: () => clearTimeout(timer) }
  }
}
