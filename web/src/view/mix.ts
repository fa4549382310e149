/**
 * Mix or rate: how much of the change from the window before came from customers being spread
 * otherwise over the segments, and how much from the segments' own rates.
 */
import { html, nothing } from 'lit'
import { type Span, spanChart } from '../charts/span_chart.js'
import type { Report } from '../engine/documents.js'
import type { Mix, MixRow, SegmentTable } from '../engine/documents_segments.js'
import type { View } from './context.js'
import { reason } from './journeys_say.js'
import { part, twin } from './part.js'
import { mixSays, valueName } from './segments_say.js'
import { type Column, sortable } from './sortable.js'
import { walk } from './walk.js'

/** So many segments are drawn. */
const mostDrawn = 5

const moved = (row: MixRow) => Math.abs(row.mix) + Math.abs(row.rate)

function picture(view: View, column: string, { points, mix, rate, rows }: Mix) {
  const { t, f } = view.text
  const span = (name: string, value: number, whole = false): Span => ({
    name,
    from: 0,
    to: value,
    figure: f.signedPoints(value, points),
    kind: whole ? 'whole' : value < 0 ? 'loss' : 'gain',
  })
  const drawnRows = [...rows].sort((a, b) => moved(b) - moved(a)).slice(0, mostDrawn)
  const spans = [
    span(t.segments.change, points, true),
    span(t.segments.fromMix, mix),
    span(t.segments.fromRates, rate),
    ...drawnRows.flatMap((row) => {
      const name = valueName(view, row.value)
      return [span(t.segments.ofMix(name), row.mix), span(t.segments.ofRates(name), row.rate)]
    }),
  ]
  const place = `mix-${column}`
  const drawn = spanChart(spans, view.state.widths[place] ?? 560, false)
  const spots = spans.map(({ name, figure }, i) => {
    const row = drawnRows[Math.floor((i - 3) / 2)]
    const facts = row
      ? [
          t.answer.flow(f.percent(row.shareBefore, 1), f.percent(row.shareAfter, 1)),
          t.answer.flow(f.rate(row.rateBefore), f.rate(row.rateAfter)),
        ]
      : []
    const [share, rates] = facts
    const told =
      share && rates ? [`${t.journeys.share}: ${share}`, `${t.segments.rate}: ${rates}`] : []
    return {
      row: i,
      column: 0,
      box: drawn.boxes[i] ?? ([0, 0, 0, 0] as const),
      name,
      figure: t.answer.points(figure),
      facts: told,
    }
  })
  const { width, height, drawing } = drawn
  return html`${walk(view, { place, label: t.segments.mixLabel, width, height, spots, first: 0, drawing })}
    ${rows.length > mostDrawn ? html`<p class="soft small">${t.segments.most(f.count(mostDrawn))}</p>` : nothing}`
}

function list(view: View, column: string, found: Mix) {
  const { t, f } = view.text
  const points = (value: number) => f.signedPoints(value, found.points)
  const figure = (
    head: string,
    cell: (value: number | null) => string,
    by: (row: MixRow) => number | null,
  ) => ({
    head,
    cell: (row: MixRow) => cell(by(row)),
    by,
  })
  const rate = (value: number | null) => f.rate(value)
  const share = (value: number | null) => f.percent(value ?? 0, 1)
  const columns: Column<MixRow>[] = [
    {
      head: t.segments.value,
      cell: (row) => valueName(view, row.value),
      by: (row) => row.value,
      words: true,
    },
    figure(t.segments.shareBefore, share, (row) => row.shareBefore),
    figure(t.segments.shareAfter, share, (row) => row.shareAfter),
    figure(t.segments.rateBefore, rate, (row) => row.rateBefore),
    figure(t.segments.rateAfter, rate, (row) => row.rateAfter),
    figure(
      t.segments.mixPoints,
      (value) => points(value ?? 0),
      (row) => row.mix,
    ),
    figure(
      t.segments.ratePoints,
      (value) => points(value ?? 0),
      (row) => row.rate,
    ),
  ]
  const { more } = found
  return html`${sortable(view, `mix-${column}`, t.segments.mix(column), columns, found.rows)}
    ${more ? html`<p class="soft small">${t.segments.rest(more.values, f)}: ${t.segments.mixPoints} ${points(more.mix)}, ${t.segments.ratePoints} ${points(more.rate)}</p>` : nothing}`
}

export function mix(view: View, report: Report, { column, mix: found, rows }: SegmentTable) {
  const { t } = view.text
  const title = t.segments.mix(column)
  // Of one segment all that changes is its rate.
  if ((found?.rows ?? rows).length < 2) return nothing
  if (!found) {
    const says = report.notes.some(({ code }) => code === 'mix.needsBefore')
      ? reason(view, 'mix.needsBefore')
      : t.segments.mixNoShare
    return part({ place: 'mix', title, says })
  }
  const body = html`${found.againstAll ? html`<p class="notes">${t.segments.againstAll}</p>` : nothing}
    ${picture(view, column, found)} ${twin(view, list(view, column, found))}`
  return part({
    place: 'mix',
    title,
    hint: t.segments.mixHint(column),
    says: mixSays(view, found),
    body,
  })
}
