/**
 * Who is counted: the columns that tell customers apart, the values let in, and, above the answer, a
 * line that names the conditions in force and takes each away with one click.
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Filter } from '../engine/documents_segments.js'
import { type About, valuesOf, withValues } from '../page/filters.js'
import { effective } from '../page/state.js'
import { areFixed, otherColumns, segmentsChosen } from './columns.js'
import { choose, type View } from './context.js'
import { valueName } from './segments_say.js'

const tick = (label: string, focus: string, on: boolean, set: (on: boolean) => void) =>
  html`<li><label><input type="checkbox" data-focus=${focus} .checked=${live(on)}
    @change=${(e: Event) => set((e.target as HTMLInputElement).checked)} /> <span>${label}</span></label></li>`

const toggled = (list: readonly string[], value: string, on: boolean) =>
  on ? [...list, value] : list.filter((each) => each !== value)

export function segmentColumns(view: View) {
  const { t } = view.text
  const { report } = view.state
  if (!report || areFixed(report.data.shape)) return nothing
  const columns = otherColumns(report)
  const chosen = segmentsChosen(view)
  const set = (column: string) => (on: boolean) =>
    choose(view, { segmentBy: toggled(chosen, column, on) })
  return html`<details class="more groups">
    <summary>${t.segments.columns}${chosen.length > 0 ? ` (${chosen.length})` : ''}</summary>
    ${
      columns.length === 0
        ? html`<p class="soft small">${t.segments.noColumns}</p>`
        : html`<fieldset><legend class="unseen">${t.segments.columns}</legend>
          <ul class="ticks">${columns.map((column) => tick(column, `segment-${column}`, chosen.includes(column), set(column)))}</ul></fieldset>`
    }
  </details>`
}

function values(view: View, about: About, name: string, all: readonly string[]) {
  const filters = effective(view.state).filters ?? []
  const chosen = valuesOf(filters, about)
  const set = (value: string) => (on: boolean) =>
    choose(view, { filters: withValues(filters, about, toggled(chosen, value, on)) })
  return html`<fieldset>
    <legend>${name}</legend>
    <ul class="ticks">${all.map((value) => tick(valueName(view, value), `filter-${name}-${value}`, chosen.includes(value), set(value)))}</ul>
  </fieldset>`
}

export function filterForm(view: View) {
  const { t, f } = view.text
  const { report, seenValues } = view.state
  if (!report || areFixed(report.data.shape)) return nothing
  const plans = (report.settings.plans ?? []).flatMap(({ plan, role }) =>
    role === 'tier' ? [plan] : [],
  )
  const columns = [...new Set([...segmentsChosen(view), ...Object.keys(seenValues)])].filter(
    (column) => (seenValues[column]?.length ?? 0) > 0,
  )
  if (plans.length === 0 && columns.length === 0) return nothing
  const count = effective(view.state).filters?.length ?? 0
  return html`<details class="more groups">
    <summary>${t.segments.filters}${count > 0 ? ` (${f.count(count)})` : ''}</summary>
    <p class="soft small">${t.segments.filtersHelp}</p>
    ${plans.length > 0 ? values(view, { plan: true }, t.segments.filterPlan, plans) : nothing}
    ${columns.map((column) => values(view, { column }, column, seenValues[column] ?? []))}
  </details>`
}

/** Two values are named, the others counted. */
function written(view: View, filter: Filter): string {
  const { t, f } = view.text
  const names = filter.in.map((value) => valueName(view, value))
  if (names.length <= 2) return names.join(t.segments.orBetween)
  return t.segments.or(names[0] ?? '', names.length - 1, f)
}

/** The conditions of the report on show, each in words. */
export const conditions = (view: View): string[] =>
  (view.state.report?.settings.filters ?? []).map((filter) =>
    view.text.t.segments.condition(nameOf(view, filter), written(view, filter)),
  )

const nameOf = ({ text: { t } }: View, filter: Filter) =>
  'plan' in filter ? t.segments.filterPlan : filter.column

/** Above the answer: the conditions of the report on show. */
export function filterLine(view: View) {
  const { t } = view.text
  const filters = view.state.report?.settings.filters ?? []
  if (filters.length === 0) return nothing
  const now = effective(view.state).filters ?? []
  return html`<p class="conditions" role="group" aria-label=${t.segments.only}>
    <span class="soft">${t.segments.only}</span>
    ${filters.map((filter) => {
      const name = nameOf(view, filter)
      return html`<span class="condition">${t.segments.condition(name, written(view, filter))}
        <button class="icon" data-focus=${`unfilter-${name}`} aria-label=${t.segments.unfilter(name)}
          @click=${() => choose(view, { filters: withValues(now, filter, []) })}>×</button></span>`
    })}
  </p>`
}
