/**
 * Every change of the state: (state, action) → state, without effects. Which effects follow
 * (reading, reporting, copying) is decided in `effects.ts` from the same actions.
 */
import type { Stretch } from '../charts/trend_marks.js'
import type { CoreError, Settings, Summary } from '../engine/documents.js'
import type { Answer } from '../engine/messages.js'
import type { Fragment, ShareView } from '../share/fragment.js'
import type { Snippet } from '../share/snippets.js'
import { type Language, localeFor } from '../text/language.js'
import type { Progress, Source } from './engine_port.js'
import { begin, record, redo, undo } from './history.js'
import { withValuesOf } from './seen_values.js'
import { placedOn, type SettingsFile } from './settings_file.js'
import {
  type Handed,
  type Layer,
  nothingLoaded,
  type Origin,
  type State,
  type TableView,
  type ThemeChoice,
} from './state.js'

export type Action =
  | {
      type: 'brought'
      sources: Source[]
      origin: Origin
      settings?: Settings
      file?: SettingsFile | null
    }
  /** A settings file came without data. */
  | { type: 'settingsFile'; file: SettingsFile }
  | { type: 'unsettled' }
  | { type: 'typed'; field: 'upgraded' | 'total'; text: string }
  | { type: 'untyped' }
  | { type: 'opened' }
  | { type: 'progress'; progress: Progress | null }
  | { type: 'loaded'; summary: Summary }
  | { type: 'reported'; report: Answer }
  /** `found`: what the files hold, where reading them failed. */
  | { type: 'failed'; error: CoreError; found: Summary | null }
  | { type: 'dismissed' }
  | { type: 'cancelled' }
  | { type: 'cleared' }
  | { type: 'chose'; settings: Settings }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'reset' }
  | { type: 'picked'; index: number | null }
  | { type: 'pointed'; index: number | null }
  | { type: 'pinned'; index: number | null }
  | { type: 'brushed'; stretch: Stretch | null }
  | { type: 'walked'; place: string; index: number | null }
  | { type: 'allCohorts'; on: boolean }
  | { type: 'table'; place: string; shown: TableView }
  | { type: 'reporting'; currency: string | null }
  | { type: 'asTable'; on: boolean }
  | { type: 'layer'; layer: Layer; on: boolean }
  | { type: 'resized'; place: string; width: number }
  | { type: 'dragging'; on: boolean }
  | { type: 'copied'; what: string | null }
  | { type: 'handed'; handed: Handed | null }
  | { type: 'guarded'; guarded: State['guarded'] }
  | { type: 'previewed'; open: boolean }
  | { type: 'linked'; fragment: Fragment }
  | { type: 'sharing'; view: ShareView | null; snippets: readonly Snippet[] | null }
  | { type: 'language'; language: Language }
  | { type: 'theme'; theme: ThemeChoice }

type Brought = Extract<Action, { type: 'brought' }>

/** The file that comes with the data, or waited for it. Samples and typed numbers leave it waiting. */
function fileFor(state: State, { origin, file }: Brought): SettingsFile | null {
  const waits = state.sources === null ? state.settingsFile : null
  return origin === 'files' || origin === 'pasted' ? (file ?? waits) : null
}

/**
 * New data forgets the former answer and its settings; typing on in the two-number form keeps both.
 * `settings`: what comes with a sample. Those of a file are a step that can be undone.
 */
function brought(state: State, action: Brought): State {
  const { sources, origin, settings = {} } = action
  const again = origin === 'typed' && state.origin === 'typed'
  const file = fileFor(state, action)
  const fresh = { ...state, sources, settings: begin(settings), settingsFile: null }
  const { settings: settled, settingsFile } = file ? withFile(fresh, file) : fresh
  return {
    ...state,
    sources,
    origin,
    opened: again && state.opened,
    settings: again ? state.settings : settled,
    settingsFile,
    report: again ? state.report : null,
    finished: again ? state.finished : null,
    summary: null,
    error: null,
    picked: null,
    pointed: null,
    pinned: null,
    brushed: null,
    walked: {},
    tables: {},
    seenValues: {},
    reporting: null,
    shared: null,
    sharing: null,
    dragging: false,
    previewOpen: false,
  }
}

/** A settings file takes the place of all that was chosen; before data is there it waits. */
function withFile(state: State, { name, settings }: SettingsFile): State {
  if (state.sources === null) return { ...state, settingsFile: { name, settings } }
  const names = state.sources.map((source) => source.name)
  const placed = placedOn(settings, names)
  const history = record(state.settings, placed)
  return { ...state, settings: history, settingsFile: { name, settings: history.now } }
}

/** A link says how it wants to be seen; what it does not say stays as it is. */
function linked(state: State, shared: Fragment): State {
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

function cleared(state: State): State {
  return { ...state, ...nothingLoaded() }
}

/** Keeps the picked period where the new report still has one there. */
function reported(state: State, report: Answer): State {
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
function failed(state: State, error: CoreError, found: Summary | null): State {
  const summary = found ?? state.summary
  const canChoose = (summary: Summary) =>
    summary.columns.length > 0 || summary.files.some(({ sheets = [] }) => sheets.length > 1)
  const previewOpen = found ? canChoose(found) : state.previewOpen
  return { ...state, error, summary, previewOpen, reading: null }
}

export function update(state: State, action: Action): State {
  switch (action.type) {
    case 'brought':
      return brought(state, action)
    case 'typed':
      return { ...state, typed: { ...state.typed, [action.field]: action.text } }
    case 'untyped':
      return {
        ...state,
        report: null,
        finished: null,
        error: null,
        origin: null,
        sources: null,
        opened: false,
      }
    case 'opened':
      return { ...state, opened: true }
    case 'progress':
      return { ...state, reading: action.progress }
    case 'loaded':
      return { ...state, summary: action.summary }
    case 'reported':
      return reported(state, action.report)
    case 'failed':
      return failed(state, action.error, action.found)
    case 'dismissed':
      return state.report ? { ...state, error: null } : cleared(state)
    case 'cancelled':
      return state.report ? { ...state, reading: null } : cleared(state)
    case 'cleared':
      return cleared(state)
    case 'chose':
      return { ...state, settings: record(state.settings, action.settings) }
    case 'settingsFile':
      return withFile(state, action.file)
    case 'unsettled':
      return { ...state, settingsFile: null }
    case 'undo':
      return { ...state, settings: undo(state.settings) }
    case 'redo':
      return { ...state, settings: redo(state.settings) }
    case 'reset':
      return { ...state, settings: record(state.settings, {}) }
    case 'picked':
      return { ...state, picked: action.index }
    case 'pointed':
      return state.pointed === action.index ? state : { ...state, pointed: action.index }
    case 'pinned':
      return { ...state, pinned: action.index }
    case 'brushed':
      return state.brushed === action.stretch ? state : { ...state, brushed: action.stretch }
    case 'walked': {
      const { [action.place]: before, ...others } = state.walked
      if (before === (action.index ?? undefined)) return state
      const walked = action.index === null ? others : { ...others, [action.place]: action.index }
      return { ...state, walked }
    }
    case 'allCohorts':
      return { ...state, allCohorts: action.on, walked: {} }
    case 'table':
      return { ...state, tables: { ...state.tables, [action.place]: action.shown } }
    case 'reporting':
      return { ...state, reporting: action.currency }
    case 'asTable':
      return { ...state, asTable: action.on }
    case 'layer': {
      const others = state.layers.filter((layer) => layer !== action.layer)
      return { ...state, layers: action.on ? [...others, action.layer] : others }
    }
    case 'resized':
      if (state.widths[action.place] === action.width) return state
      return { ...state, widths: { ...state.widths, [action.place]: action.width } }
    case 'dragging':
      return state.dragging === action.on ? state : { ...state, dragging: action.on }
    case 'copied':
      return { ...state, copied: action.what }
    case 'handed':
      return { ...state, handed: action.handed }
    case 'guarded':
      return { ...state, guarded: action.guarded }
    case 'previewed':
      return { ...state, previewOpen: action.open }
    case 'linked':
      return linked(state, action.fragment)
    case 'sharing':
      return { ...state, sharing: { view: action.view, snippets: action.snippets } }
    case 'language':
      return { ...state, language: action.language, locale: localeFor(action.language) }
    case 'theme':
      return { ...state, theme: action.theme }
  }
}
