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
import { handOut, toClipboard } from './hand_out.js'
import { apart, parsed, type SettingsFile, settingsOf, settingsText } from './settings_file.js'
import { fromFiles, fromText, fromTyped } from './sources.js'
import type { Origin, State } from './state.js'
import { takenPicture, takenTable } from './taking.js'
import type { Action } from './update.js'

const quietMilliseconds = 200

/** From so many rows on the rest of a report takes long enough to be seen, so the answer goes first. */
const answerFirstRows = 50_000
/** The rest waits for a reader who goes on changing; the core cannot be stopped within a report. */
const betweenMilliseconds = 150

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

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
      const { summary, settings } = get()
      if ((summary?.rows ?? 0) >= answerFirstRows) {
        const answer = await port.answer(settings.now)
        if (mine !== wish) return
        send({ type: 'reported', report: answer })
        if (answer.unfinished) await pause(betweenMilliseconds)
        if (mine !== wish || !answer.unfinished) return
      }
      const document = await port.report(settings.now)
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

  const bring = (
    sources: Source[],
    origin: Origin,
    settings: Settings = {},
    file: SettingsFile | null = null,
  ): void => {
    send({ type: 'brought', sources, origin, settings, file })
    void read(sources)
  }
  /** Data, a settings file, or both at once. */
  const take = async (files: readonly File[]): Promise<void> => {
    const { found, data } = await apart(files)
    if (data.length > 0) bring(await fromFiles(data), 'files', {}, found)
    else if (found) send({ type: 'settingsFile', file: found })
  }
  const give = async (blob: Blob, name: string): Promise<void> => {
    const handed = await handOut(blob, name)
    if (handed) send({ type: 'handed', handed })
  }
  const words = () => textFor(get().language, get().locale).t

  const acts: Effects = {
    files: (files) => void take(files),
    settingsFile: (file) =>
      void file.text().then((text) => {
        const found = parsed(text)
        if (!found) return send(notJson(file.name))
        // The core says what it does not know in a document that is no settings.
        const settings = settingsOf(found.document) ?? (found.document as Settings)
        send({ type: 'settingsFile', file: { name: file.name, settings } })
      }),
    saveSettings: () => {
      const settings = get().report?.settings
      if (!settings) return
      const blob = new Blob([settingsText(settings)], { type: 'application/json' })
      void give(blob, words().settings.fileName)
    },
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
    save: (name, type, text) => void give(new Blob([text], { type }), name),
    copy: (what, text) => void copy(what, text, send),
    picture: (place, form) =>
      void takenPicture(view(), place, form).then(
        (taken) => taken && give(taken.blob, taken.name),
        (error) => send(failure(error)),
      ),
    copyTable: (label, form) => {
      const taken = takenTable(view(), label, form)
      if (!taken) return
      const { text, guarded } = taken
      send({ type: 'guarded', guarded: guarded > 0 ? { label, cells: guarded } : null })
      void copy(`${form} ${label}`, text, send)
    },
    download: (file, rows) =>
      void port.table(file, rows).then(
        (table) => give(table, words().rows.downloadName[rows](get().sources?.[file]?.name ?? '')),
        (error) => send(failure(error)),
      ),
  }
  const view = () => ({ state: get(), text: textFor(get().language, get().locale), send, acts })
  return acts
}

/** Says so for two seconds; where copying is forbidden lays the text out. */
async function copy(what: string, text: string, send: (action: Action) => void): Promise<void> {
  if (!(await toClipboard(text)))
    return send({ type: 'handed', handed: { name: '', text, image: null } })
  send({ type: 'copied', what })
  setTimeout(() => send({ type: 'copied', what: null }), 2000)
}

const notJson = (name: string): Action => ({
  type: 'failed',
  error: { code: 'setting.notJson', where: name, advice: '' },
  found: null,
})
