/**
 * The one state of the page. Views are functions of it; only `update` makes a new one. The last
 * report stays while a new one is on its way, so nothing on the page jumps.
 */
import type { Stretch } from '../charts/trend_marks.js'
import type { CoreError, Report, Settings, Summary } from '../engine/documents.js'
import type { Answer } from '../engine/messages.js'
import type { Fragment, ShareView } from '../share/fragment.js'
import type { Shared } from '../share/share_effects.js'
import type { Language } from '../text/language.js'
import type { Progress, Source } from './engine_port.js'
import { begin, type History } from './history.js'
import type { SettingsFile } from './settings_file.js'
import type { Warehouse, WrittenSql } from './warehouse.js'

export type Origin = 'files' | 'pasted' | 'typed' | 'sample' | 'link'
export type ThemeChoice = 'system' | 'light' | 'dark'

/** How a long table is shown: sorted by a column (null: as the report has it), all rows or the first. */
export interface TableView {
  by: number | null
  descending: boolean
  all: boolean
}

/** Something that was to be downloaded or copied, laid out where that may be blocked. */
export interface Handed {
  name: string
  text: string | null
  /** A data URL. */
  image: string | null
}

/** What may be drawn over the rates of the trend. */
export type Layer = 'pooled3' | 'pooled12' | 'limits' | 'forecast'

/** Data that made place for new data, with all that was chosen for it. */
export type Former = Pick<State, 'origin' | 'settings' | 'settingsFile'> & { sources: Source[] }

export interface State {
  language: Language
  locale: string
  theme: ThemeChoice
  /** What is loaded or being loaded; null before anything came. */
  sources: Source[] | null
  origin: Origin | null
  /** What the reader can go back to; null until something made place. */
  former: Former | null
  /** The two-number form, as typed. */
  typed: { upgraded: string; total: string }
  /** A typed answer stands in the form's card until it is opened as a page. */
  opened: boolean
  /** Set while a load runs longer than 200 ms. */
  reading: Progress | null
  /** Of the newest reading, also of one that failed. */
  summary: Summary | null
  report: Answer | null
  /** The newest report that is finished; another one than `report` while that is not. */
  finished: Report | null
  /** What the user chose; empty means all as detected. */
  settings: History<Settings>
  /** The file that the settings came from, or that waits for data. */
  settingsFile: SettingsFile | null
  error: CoreError | null
  /** Index of the period shown in the answer; null for the headline. */
  picked: number | null
  /** Index of the period read out on the trend; null for none. */
  pointed: number | null
  /** Index of the period pinned on the trend, to compare with. */
  pinned: number | null
  /** The stretch of the trend that is being drawn. */
  brushed: Stretch | null
  asTable: boolean
  /** Index of the spot read out in each drawing that is walked through. */
  walked: { [place: string]: number }
  allCohorts: boolean
  tables: { [place: string]: TableView }
  /** Values of segment columns in any report on this data: a filter hides those it leaves out. */
  seenValues: { readonly [column: string]: readonly string[] }
  /** The currency picked for all amounts while its rates are still to come. */
  reporting: string | null
  layers: readonly Layer[]
  /** Width in pixels of the places where charts are drawn. */
  widths: { [place: string]: number }
  /** A file is being dragged over the page. */
  dragging: boolean
  /** What was copied last, to say so: a key of the thing. */
  copied: string | null
  handed: Handed | null
  /** The table that was copied with cells made safe, and how many. */
  guarded: { label: string; cells: number } | null
  previewOpen: boolean
  /** The form for a warehouse, while it is open, and what was written from it; null while that comes. */
  warehouse: Warehouse | null
  warehouseSql: WrittenSql | null
  /** The link that the report on show came from. */
  shared: Fragment | null
  /** What the share panel offers of the report on show; null until asked for. */
  sharing: { view: ShareView | null; shared: Shared | null } | null
  /** Loads the newer version of the page that is there; null where none is. */
  renew: (() => void) | null
}

/** What goes with the data on the page: at the start, and when new data is to come. */
export function nothingLoaded() {
  return {
    sources: null,
    origin: null,
    typed: { upgraded: '', total: '' },
    opened: false,
    reading: null,
    summary: null,
    report: null,
    finished: null,
    settings: begin({}),
    settingsFile: null,
    error: null,
    picked: null,
    pointed: null,
    pinned: null,
    brushed: null,
    walked: {},
    allCohorts: false,
    tables: {},
    seenValues: {},
    reporting: null,
    warehouse: null,
    warehouseSql: null,
    shared: null,
    sharing: null,
  } satisfies Partial<State>
}

export function initial(language: Language, locale: string): State {
  return {
    language,
    locale,
    theme: 'system',
    ...nothingLoaded(),
    former: null,
    asTable: false,
    layers: ['pooled12', 'forecast'],
    widths: {},
    dragging: false,
    copied: null,
    handed: null,
    guarded: null,
    previewOpen: false,
    renew: null,
  }
}

/** The settings to show: those in force, with what was chosen since on top. */
export function effective(state: State): Settings {
  return { ...state.report?.settings, ...state.settings.now }
}

/** The whole page shows the answer; else the first-minute page does, perhaps with a typed answer. */
export const answered = (state: State): boolean =>
  state.report !== null && (state.origin !== 'typed' || state.opened)

/** Data that leaving the page would lose; a sample comes back with a click. */
export const wouldLose = (state: State): boolean =>
  state.sources !== null && state.origin !== 'sample' && (state.origin !== 'typed' || state.opened)
