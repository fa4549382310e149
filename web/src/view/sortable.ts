/**
 * A table that its reader can sort by any column, and that shows the first rows until asked for all.
 * Sorting only puts the report's own figures in order; rows without one come last either way.
 */
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { TableView } from '../page/state.js'
import type { View } from './context.js'
import { tableLinks } from './take_away.js'

export interface Column<R> {
  head: string
  cell: (row: R) => unknown
  /** What it is sorted by; a column without it is not. */
  by?: (row: R) => number | string | null
  words?: boolean
}

const asReported: TableView = { by: null, descending: false, all: false }

/** Shown before anyone asks for more. */
const first = 12

function inOrder<R>(
  rows: readonly R[],
  by: Column<R>['by'],
  { descending }: TableView,
  locale: string,
) {
  if (!by) return rows
  const compare = new Intl.Collator(locale, { numeric: true }).compare
  return [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const way = typeof a === 'number' && typeof b === 'number' ? a - b : compare(`${a}`, `${b}`)
    return descending ? -way : way
  })
}

function head<R>(view: View, place: string, shown: TableView, column: Column<R>, index: number) {
  const own = shown.by === index
  const side = column.words && index > 0 ? 'words' : ''
  if (!column.by) return html`<th scope="col" class=${side}>${column.head}</th>`
  // The first click on figures puts the largest on top, on words the first letter.
  const descending = own ? !shown.descending : !column.words
  const click = () =>
    view.send({ type: 'table', place, shown: { ...shown, by: index, descending } })
  const order = own ? (shown.descending ? 'descending' : 'ascending') : 'none'
  return html`<th scope="col" class=${side} aria-sort=${order}>
    <button class="sort" data-focus=${`sort-${place}-${index}`} @click=${click}>${column.head}<span aria-hidden="true">${own ? (shown.descending ? ' ↓' : ' ↑') : ''}</span></button>
  </th>`
}

export function sortable<R>(
  view: View,
  place: string,
  label: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
) {
  const shown = view.state.tables[place] ?? asReported
  const { t, f } = view.text
  const sorted = inOrder(rows, columns[shown.by ?? -1]?.by, shown, f.locale)
  const visible = shown.all ? sorted : sorted.slice(0, first)
  const [lead, ...rest] = columns
  const all = () => view.send({ type: 'table', place, shown: { ...shown, all: !shown.all } })
  const more = shown.all
    ? t.segments.showFirst(f.count(first))
    : t.segments.showAll(f.count(rows.length))
  // Many cells: made anew only where something of theirs changed.
  const depends = [rows, shown, f, ...columns.map(({ head: name }) => name)]
  const drawn = guard(
    depends,
    () => html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
      <table class="figures sortable">
        <thead><tr>${columns.map((column, i) => head(view, place, shown, column, i))}</tr></thead>
        <tbody>
          ${visible.map(
            (row) => html`<tr>
              <th scope="row">${lead?.cell(row)}</th>
              ${rest.map(({ cell, words }) => html`<td class=${words ? 'words' : ''}>${cell(row)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rows.length > first ? html`<p class="small"><button class="link" data-focus=${`all-${place}`} @click=${all}>${more}</button></p>` : nothing}`,
  )
  return html`${drawn}${tableLinks(view, label)}`
}
