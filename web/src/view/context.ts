/** What every view is given: the state, the words, a way to change the state, a way to act outside it. */

import type { Settings } from '../engine/documents.js'
import type { TableRows } from '../engine/messages.js'
import type { Source } from '../page/engine_port.js'
import { effective, type State } from '../page/state.js'
import type { Action } from '../page/update.js'
import type { Warehouse } from '../page/warehouse.js'
import type { SampleName } from '../samples/samples.js'
import type { ShareView } from '../share/fragment.js'
import type { Calendar } from '../text/format.js'
import type { Text } from '../text/language.js'
import type { PictureForm, TableForm } from './take_away.js'

export interface Acts {
  files: (files: readonly File[]) => void
  typed: (field: 'upgraded' | 'total', text: string) => void
  sample: (name: SampleName) => void
  /** Chosen as settings, whatever it holds. */
  settingsFile: (file: File) => void
  saveSettings: () => void
  cancel: () => void
  /** Reads the data again that made place for new data. */
  goBack: () => void
  copy: (what: string, text: string) => void
  /** The chart measured at `place`. */
  picture: (place: string, form: PictureForm) => void
  /** The table in the region of this label, with all its rows. */
  copyTable: (label: string, form: TableForm) => void
  /** Makes what the share panel offers; null: for the whole page. */
  share: (view: ShareView | null) => void
  /** The form as it is now: its SQL is written anew. */
  warehouse: (form: Warehouse) => void
  /** The page with the figures of a link, as one file. */
  savePage: (fragment: string) => void
  save: (name: string, type: string, text: string) => void
  /** The small picture of the answer, given as SVG, as PNG. */
  savePng: (name: string, svg: string) => void
  print: () => void
  /** File `file` of the sources, counted from 0. */
  download: (file: number, rows: TableRows) => void
}

export interface View {
  state: State
  /** The state as it is when asked. What is drawn may be a step behind, and steps must not be lost. */
  now: () => State
  text: Text
  send: (action: Action) => void
  acts: Acts
}

/** Changes some of the settings, keeping the rest as chosen. */
export const choose = (view: View, change: Settings): void =>
  view.send({ type: 'chose', settings: { ...view.now().settings.now, ...change } })

export function calendarOf(state: State): Calendar {
  const settings = effective(state)
  return {
    unit: settings.period ?? 'month',
    timeZone: settings.timeZone ?? 'UTC',
    fiscalStartMonth: settings.fiscalStartMonth ?? 1,
  }
}

/** The calendar of the report on show, which may be one step behind the settings. */
export function shownCalendar(state: State): Calendar {
  const settings = state.report?.settings ?? {}
  return {
    unit: settings.period ?? 'month',
    timeZone: settings.timeZone ?? 'UTC',
    fiscalStartMonth: settings.fiscalStartMonth ?? 1,
  }
}

export const sourceName = (sources: readonly Source[]): string =>
  sources.map((s) => s.name).join(', ')
