/**
 * What comes to the page (data, a settings file, a link, a report, a failure) and what it makes of
 * the state: which of what was chosen and looked at before still holds.
 */
import type { CoreError, Settings, Summary } from '../engine/documents.js'
import type { Answer } from '../engine/messages.js'
import type { Fragment } from '../share/fragment.js'
import { localeFor } from '../text/language.js'
import type { Source } from './engine_port.js'
import { begin, record } from './history.js'
import { withValuesOf } from './seen_values.js'
import { placedOn, type SettingsFile } from './settings_file.js'
import { nothingLoaded, type Origin, type State } from './state.js'

/** Data, with the settings that come with a sample or in a file beside it. */
export interface Brought {
  sources: Source[]
  origin: Origin
  settings?: Settings
  file?: SettingsFile | null
}

/** The file that comes with the data, or waited for it. Samples and typed numbers leave it waiting. */
function fileFor(state: State, { origin, file }: Brought): SettingsFile | null {
  const waits = state.sources === null ? state.settingsFile : null
  return origin === 'files' || origin === 'pasted' ? (file ?? waits) : null
}

/**
 * New data forgets the former answer and its settings; typing on in the two-number form keeps both.
 * `settings`: what comes with a sample. Those of a file are a step that can be undone.
 */
export function brought(state: State, action: Brought): State {
  const { sources, origin, settings = {} } = action
  const again = origin === 'typed' && state.origin === 'typed'
  const file = fileFor(state, action)
  const fresh = { ...state, sources, settings: begin(settings), settingsFile: null }
  const { settings: settled, settingsFile } = file ? withFile(fresh, file) : fresh
  return {
    ...state,
    ...nothingLoaded(),
    typed: state.typed,
    reading: state.reading,
    allCohorts: state.allCohorts,
    sources,
    origin,
    opened: again && state.opened,
    settings: again ? state.settings : settled,
    settingsFile,
    report: again ? state.report : null,
    finished: again ? state.finished : null,
    dragging: false,
    previewOpen: false,
  }
}

/** Nothing is loaded any more; data that had an answer is kept to go back to. */
export function cleared(state: State): State {
  const { sources, origin, settings, settingsFile } = state
  const former =
    sources && state.report ? { sources, origin, settings, settingsFile } : state.former
  return { ...state, ...nothingLoaded(), former }
}

/** The former data as it was, to be read again. */
export const goneBack = (state: State): State =>
  state.former ? { ...state, ...nothingLoaded(), ...state.former, former: null } : state

/** A settings file takes the place of all that was chosen; before data is there it waits. */
export function withFile(state: State, { name, settings }: SettingsFile): State {
  if (state.sources === null) return { ...state, settingsFile: { name, settings } }
  const names = state.sources.map((source) => source.name)
  const placed = placedOn(settings, names)
  const history = record(state.settings, placed)
  return { ...state, settings: history, settingsFile: { name, settings: history.now } }
}

/** A link says how it wants to be seen; what it does not say stays as it is. */
export function linked(state: State, shared: Fragment): State {
  const language = shared.language ?? state.language
  return {
    ...state,
    ...nothingLoaded(),
    origin: 'link',
    shared,
    language,
    locale: language === state.language ? state.locale : localeFor(language),
    theme: shared.theme ?? state.theme,
  }
}

/** Keeps the picked period where the new report still has one there. */
export function reported(state: State, report: Answer): State {
  const sameList =
    state.report?.periods.length === report.periods.length &&
    state.report?.settings.period === report.settings.period
  return {
    ...state,
    report,
    finished: report.unfinished ? state.finished : report,
    seenValues: withValuesOf(report, state.seenValues),
    error: null,
    sharing: null,
    reading: null,
    // Laid open by a reading that failed, it has done its work.
    previewOpen: state.report !== null && state.previewOpen,
    picked: sameList ? state.picked : null,
    pointed: sameList ? state.pointed : null,
    pinned: sameList ? state.pinned : null,
    brushed: null,
    walked: {},
  }
}

/** Where a reading failed, its columns and sheets are laid open: to choose among them is the way on. */
export function failed(state: State, error: CoreError, found: Summary | null): State {
  const summary = found ?? state.summary
  const canChoose = (summary: Summary) =>
    summary.columns.length > 0 || summary.files.some(({ sheets = [] }) => sheets.length > 1)
  const previewOpen = found ? canChoose(found) : state.previewOpen
  return { ...state, error, summary, previewOpen, reading: null }
}
