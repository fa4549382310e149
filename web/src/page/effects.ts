/**
 * What happens outside the state: reading, reporting, samples, clipboard, download. The latest wish
 * wins: a new load ends the former one, and an answer that is no longer wanted is dropped. A load
 * shows itself only after 200 ms.
 */
import type { Settings } from '../engine/documents.js'
import type { ErrorDocument } from '../engine/errors.js'
import { monthlyTotals } from '../samples/monthly_totals.js'
import { launchDay, planHistory } from '../samples/plan_history.js'
import { readFragment } from '../share/fragment.js'
import { openLink, shareReport } from '../share/share_effects.js'
import { textFor } from '../text/language.js'
import type { Acts } from '../view/context.js'
import type { EnginePort, Progress, Source } from './engine_port.js'
import { fromFiles, fromText, fromTyped } from './sources.js'
import type { Origin, State } from './state.js'
import type { Action } from './update.js'

const quietMilliseconds = 200

export interface Effects extends Acts {
  text: (text: string) => void
  /** The chosen settings changed: answer anew. */
  settingsChanged: () => void
  /** The address changed: figures behind its `#` are opened. */
  followed: (hash: string) => void
}

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

/** Columns that tell customers apart: one that was not read as such needs another reading. */
const askedColumns = ({ segmentBy, filters }: Settings): string[] => [
  ...(segmentBy ?? []),
  ...(filters ?? []).flatMap((filter) => ('column' in filter ? [filter.column] : [])),
]

/** Cancelled by the reader, or made pointless by a newer wish: nothing to show. */
const wasCancelled = (error: unknown) => error instanceof Error && error.name === 'AbortError'

export function makeEffects(
  port: EnginePort,
  get: () => State,
  send: (action: Action) => void,
): Effects {
  let running: AbortController | null = null
  let wish = 0
  /** The `files` part of the settings that the loaded table was read with. */
  let readWith = ''
  /** Segment columns that it holds. */
  let readColumns = new Set<string>()
  const filesPart = (settings: Settings) => JSON.stringify(settings.files ?? null)

  const report = async (): Promise<void> => {
    const mine = ++wish
    try {
      const document = await port.report(get().settings.now)
      if (mine === wish) send({ type: 'reported', report: document })
    } catch (error) {
      if (mine === wish && !wasCancelled(error)) send(failure(error))
    }
  }

  const read = async (sources: Source[]): Promise<void> => {
    running?.abort()
    const mine = new AbortController()
    running = mine
    wish++
    const { now } = get().settings
    readWith = filesPart(now)
    readColumns = new Set(askedColumns(now))
    let last: Progress = { bytes: 0, totalBytes: 0, rows: 0 }
    let loud = false
    const timer = setTimeout(() => {
      loud = true
      send({ type: 'progress', progress: last })
    }, quietMilliseconds)
    const onProgress = (progress: Progress) => {
      last = progress
      if (loud && running === mine) send({ type: 'progress', progress })
    }
    try {
      const summary = await port.load(sources, now, { onProgress, signal: mine.signal })
      if (running !== mine) return
      for (const { name, part } of summary.columns) if (part === 'segment') readColumns.add(name)
      send({ type: 'loaded', summary })
      await report()
    } catch (error) {
      if (running === mine && !wasCancelled(error)) send(failure(error))
    } finally {
      clearTimeout(timer)
      if (running === mine) {
        running = null
        send({ type: 'progress', progress: null })
      }
    }
  }

  const bring = (sources: Source[], origin: Origin, settings: Settings = {}): void => {
    send({ type: 'brought', sources, origin, settings })
    void read(sources)
  }
  const words = () => textFor(get().language, get().locale).t

  return {
    files: (files) =>
      files.length > 0 && void fromFiles(files).then((sources) => bring(sources, 'files')),
    text: (text) => bring(fromText(words().bring.pasted, text), 'pasted'),
    typed: (field, text) => {
      send({ type: 'typed', field, text })
      const sources = fromTyped(get().typed)
      if (sources) bring(sources, 'typed')
      else if (get().origin === 'typed') send({ type: 'untyped' })
    },
    sample: (kind) =>
      bring(
        fromText(
          words().bring.sampleName(kind),
          kind === 'history' ? planHistory() : monthlyTotals(),
        ),
        'sample',
        kind === 'history'
          ? { launches: [{ date: launchDay, name: words().bring.sampleLaunch }] }
          : {},
      ),
    cancel: () => {
      running?.abort()
      running = null
      wish++
      send({ type: 'cancelled' })
    },
    settingsChanged: () => {
      const { sources, settings } = get()
      const { now } = settings
      const isRead = askedColumns(now).every((column) => readColumns.has(column))
      if (sources && (filesPart(now) !== readWith || !isRead)) void read(sources)
      else if (sources) void report()
    },
    followed: (hash) => {
      const fragment = readFragment(hash)
      if (!fragment) return
      const mine = ++wish
      send({ type: 'linked', fragment })
      openLink(port, fragment).then(
        (document) => mine === wish && send({ type: 'reported', report: document }),
        (error) => mine === wish && !wasCancelled(error) && send(failure(error)),
      )
    },
    share: (view) => {
      const { settings, report: shown } = get()
      send({ type: 'sharing', view, snippets: null })
      shareReport(port, settings.now, view, get()).then(
        (snippets) => get().report === shown && send({ type: 'sharing', view, snippets }),
        (error) => !wasCancelled(error) && send(failure(error)),
      )
    },
    save: (name, type, text) => save(new Blob([text], { type }), name),
    copy: (what, text) => void copy(what, text, send),
    download: (file, rows) =>
      void port.table(file, rows).then(
        (table) => save(table, words().rows.downloadName[rows](get().sources?.[file]?.name ?? '')),
        (error) => send(failure(error)),
      ),
  }
}

/** By the clipboard, or where a frame forbids it by selecting a copy of the text. */
async function copy(what: string, text: string, send: (action: Action) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'unseen'
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
  send({ type: 'copied', what })
  setTimeout(() => send({ type: 'copied', what: null }), 2000)
}

function save(table: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(table)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
