/**
 * Every change of the state: (state, action) → state, without effects. Which effects follow
 * (reading, reporting, copying) is decided in `effects.ts` from the same actions.
 */
import type { Stretch } from '../charts/trend_marks.js'
import type { CoreError, Settings, Summary } from '../engine/documents.js'
import type { Answer } from '../engine/messages.js'
import type { Fragment, ShareView } from '../share/fragment.js'
import type { Shared } from '../share/share_effects.js'
import { type Language, localeFor } from '../text/language.js'
import {
  type Brought,
  brought,
  cleared,
  failed,
  goneBack,
  linked,
  reported,
  withFile,
} from './arrivals.js'
import type { Progress } from './engine_port.js'
import { record, redo, undo } from './history.js'
import type { SettingsFile } from './settings_file.js'
import type { Handed, Layer, State, TableView, ThemeChoice } from './state.js'
import type { Warehouse, WrittenSql } from './warehouse.js'

export type Action =
  | ({ type: 'brought' } & Brought)
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
  /** To the data that made place for new data. */
  | { type: 'goneBack' }
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
  | { type: 'sharing'; view: ShareView | null; shared: Shared | null }
  | { type: 'warehouse'; form: Warehouse | null }
  | { type: 'sqlWritten'; written: WrittenSql }
  | { type: 'newVersion'; renew: () => void }
  | { type: 'language'; language: Language }
  | { type: 'theme'; theme: ThemeChoice }

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
    case 'goneBack':
      return goneBack(state)
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
      return { ...state, sharing: { view: action.view, shared: action.shared } }
    case 'warehouse':
      return { ...state, warehouse: action.form, warehouseSql: null }
    case 'sqlWritten':
      return { ...state, warehouseSql: action.written }
    case 'newVersion':
      return { ...state, renew: action.renew }
    case 'language':
      return { ...state, language: action.language, locale: localeFor(action.language) }
    case 'theme':
      return { ...state, theme: action.theme }
  }
}
