/**
 * The notes of the report as sentences, each in the place where its reader needs it: beside the
 * plans, by the answer, or with the rows. A code without a place of its own goes by its severity.
 */
import { html, nothing } from 'lit'
import type { Note } from '../engine/documents.js'
import { aboutJourneys } from '../engine/documents_journeys.js'
import { otherDayMonth, setDateFormat } from '../page/column_parts.js'
import { noteText } from '../text/codes.js'
import { choose, shownCalendar, type View } from './context.js'

/** Notes of 'trend' are told beside it; those of 'journeys' belong to the views of cohorts, waiting times, paths and stickiness. */
export type NotePlace = 'plans' | 'answer' | 'file' | 'trend' | 'journeys' | 'money'

const places: { readonly [code: string]: NotePlace } = {
  'tiers.guessed': 'plans',
  'plans.merged': 'plans',
  'addOn.held': 'plans',
  blankPlan: 'plans',
  'dataUntil.assumed': 'file',
  'number.assumed': 'file',
  'dates.assumed': 'answer',
  fileReversed: 'file',
  'encoding.used': 'file',
  'rows.setAside': 'file',
  'rows.superseded': 'answer',
  'plans.neverChange': 'answer',
  'period.first': 'file',
  'period.partial': 'file',
  'priceRises.unknown': 'file',
  'coverage.low': 'answer',
  'headline.longestRun': 'answer',
  'headline.none': 'answer',
  'file.skipped': 'answer',
  'totals.gap': 'answer',
  'totals.sumOverBase': 'answer',
  'base.notShare': 'answer',
  'totals.assumesNoRepeat': 'answer',
  'totals.noCustomers': 'answer',
  'period.coarser': 'answer',
  'bandWindow.differs': 'answer',
  'change.notEnough': 'answer',
  'totals.separateSamples': 'file',
  'trend.tooFew': 'trend',
  'trend.allAlike': 'trend',
  'chart.tooFew': 'trend',
  'chart.allAlike': 'trend',
  'forecast.tooFew': 'trend',
  'forecast.noLine': 'trend',
  'forecast.notBetter': 'trend',
  'launch.tooShort': 'trend',
  'launch.baseEmpty': 'trend',
  'launch.needsCustomers': 'trend',
}

/** Told by the views of segments, mix and filters themselves. */
const toldInPlace = /^(?:segments|mix|filters)\./

const aboutMoney = /^(?:money|currency)\./

/** Beside the answer only what bears on the figure shown there. */
function placeOf(note: Note, view: View): NotePlace {
  if (aboutJourneys(note.code) || toldInPlace.test(note.code)) return 'journeys'
  if (aboutMoney.test(note.code)) return 'money'
  const place = places[note.code] ?? (note.severity === 'warning' ? 'answer' : 'file')
  const { report, picked } = view.state
  const shown = (picked == null ? null : report?.periods[picked]) ?? report?.headline
  if (note.code === 'base.empty') return shown?.rate == null ? 'answer' : 'file'
  if (note.code === 'upsells.needValue')
    return report?.settings.numerator?.toLowerCase().includes('upsold') ? 'answer' : 'file'
  return place
}

/** Notes that name another reading offer it with one click. */
function action(note: Note, view: View) {
  const { t } = view.text
  if (view.state.shared) return nothing
  const { window, format } = note.params
  if (
    note.code === 'bandWindow.differs' &&
    (window === 'month' || window === 'quarter' || window === 'year')
  ) {
    const label = t.actions.readScaleAs(t.settings.windows[window])
    return html` <button class="link" @click=${() => choose(view, { bandWindow: window })}>${label}</button>`
  }
  if (note.code === 'dates.assumed' && typeof format === 'string') {
    const other = otherDayMonth(format)
    const names = view.state.summary?.files.map((file) => file.name) ?? []
    const change = () =>
      view.send({ type: 'chose', settings: setDateFormat(view.state.settings.now, names, other) })
    return html` <button class="link" @click=${change}>${t.actions.readDatesAs(other)}</button>`
  }
  const last = view.state.report?.periods.at(-1)
  if (note.code === 'period.partial' && last?.partial && last.end)
    return untilButton(view, t.actions.countAsFinished, last.end)
  if (note.code === 'dataUntil.assumed' && last && !last.partial)
    return untilButton(view, t.actions.countAsUnfinished, justAfterLastRow(view))
  return nothing
}

/** The data speaks up to another instant: the last period becomes finished, or not. */
function untilButton(view: View, label: string, dataUntil: string | null) {
  if (!dataUntil) return nothing
  return html` <button class="link" @click=${() => choose(view, { dataUntil })}>${label}</button>`
}

/** Rows at `dataUntil` are ignored, so the last one needs a moment more. */
function justAfterLastRow(view: View): string | null {
  const { lastInstant, customers } = view.state.report?.data ?? {}
  if (!lastInstant || customers == null) return null
  return new Date(Date.parse(lastInstant) + 1000).toISOString()
}

export function notesFor(view: View, place: NotePlace) {
  const { state, text } = view
  const notes = state.report?.notes.filter((note) => placeOf(note, view) === place) ?? []
  if (notes.length === 0) return nothing
  return html`<ul class="notes">
    ${notes.map(
      (note) => html`<li class=${note.severity}>
        <span class="severity">${text.t.severity[note.severity]}:</span> ${noteText(note, text, shownCalendar(state).timeZone)}${action(note, view)}
      </li>`,
    )}
  </ul>`
}
