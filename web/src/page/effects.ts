/** What happens outside the state: data brought in, samples, clipboard, pictures, links, downloads. */
import { pngOfText } from '../charts/picture.js'
import type { Settings } from '../engine/documents.js'
import { svgSize } from '../formats/svg_report.js'
import { launchDay } from '../samples/plan_history.js'
import { SAMPLES } from '../samples/samples.js'
import { readFragment } from '../share/fragment.js'
import { openLink, shareReport } from '../share/share_effects.js'
import { textFor } from '../text/language.js'
import type { Acts } from '../view/context.js'
import type { EnginePort, Source } from './engine_port.js'
import { handOut, toClipboard } from './hand_out.js'
import { failure, Loading, wasCancelled } from './loading.js'
import { pageWith } from './one_file.js'
import { apart, parsed, type SettingsFile, settingsOf, settingsText } from './settings_file.js'
import { fromFiles, fromText, fromTyped } from './sources.js'
import type { Origin, State } from './state.js'
import { takenPicture, takenTable } from './taking.js'
import type { Action } from './update.js'
import {
  missing,
  requestOf,
  type Warehouse,
  type WrittenSql,
  warehouseSettings,
} from './warehouse.js'

export interface Effects extends Acts {
  text: (text: string) => void
  /** Data with the settings it is to be read with. */
  data: (sources: Source[], settings: Settings) => void
  /** The chosen settings changed: answer anew. */
  settingsChanged: () => void
  /** The address changed: figures behind its `#` are opened. */
  followed: (hash: string) => void
}

export function makeEffects(
  port: EnginePort,
  get: () => State,
  send: (action: Action) => void,
): Effects {
  const loading = new Loading(port, get, send)
  const bring = (
    sources: Source[],
    origin: Origin,
    settings: Settings = {},
    file: SettingsFile | null = null,
  ): void => {
    send({ type: 'brought', sources, origin, settings, file })
    void loading.read(sources)
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
    data: (sources, settings) => bring(sources, 'files', settings),
    text: (text) => bring(fromText(words().bring.pasted, text), 'pasted'),
    typed: (field, text) => {
      send({ type: 'typed', field, text })
      const sources = fromTyped(get().typed)
      if (sources) bring(sources, 'typed')
      else if (get().origin === 'typed') send({ type: 'untyped' })
    },
    sample: (name) => {
      const { sample, sampleName, sampleLaunch } = words().bring
      bring(
        fromText(sampleName(sample[name][0]), SAMPLES[name]()),
        'sample',
        name === 'history' ? { launches: [{ date: launchDay, name: sampleLaunch }] } : {},
      )
    },
    goBack: () => {
      const { former } = get()
      send({ type: 'goneBack' })
      if (former) void loading.read(former.sources)
    },
    cancel: () => {
      loading.cancel()
      send({ type: 'cancelled' })
    },
    settingsChanged: () => loading.settingsChanged(),
    followed: (hash) => {
      const fragment = readFragment(hash)
      if (!fragment) return
      send({ type: 'linked', fragment })
      void loading.take(openLink(port, fragment))
    },
    share: (view) => {
      const { settings, report: shown } = get()
      send({ type: 'sharing', view, shared: null })
      shareReport(port, settings.now, view, get()).then(
        (shared) => get().report === shown && send({ type: 'sharing', view, shared }),
        (error) => !wasCancelled(error) && send(failure(error)),
      )
    },
    warehouse: (form) => {
      send({ type: 'warehouse', form })
      if (missing(form).length === 0) void writeSql(form, port, get, send)
    },
    savePage: (fragment) => void give(pageWith(fragment, document), words().share.pageFile),
    save: (name, type, text) => void give(new Blob([text], { type }), name),
    savePng: (name, svg) =>
      void pngOfText(svg, svgSize.width, svgSize.height).then(
        (blob) => give(blob, name),
        (error) => send(failure(error)),
      ),
    print: () => print(),
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
  const view = () => ({
    state: get(),
    now: get,
    text: textFor(get().language, get().locale),
    send,
    acts,
  })
  return acts
}

/** The newest form wins; what is refused is said beside it, the report stays. */
async function writeSql(
  form: Warehouse,
  port: EnginePort,
  get: () => State,
  send: (action: Action) => void,
): Promise<void> {
  const answer = (written: WrittenSql) =>
    get().warehouse === form && send({ type: 'sqlWritten', written })
  try {
    answer({ sql: await port.sql(warehouseSettings(form, get()), requestOf(form)) })
  } catch (error) {
    const told = failure(error)
    if (!wasCancelled(error) && told.type === 'failed') answer({ refused: told.error })
  }
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
