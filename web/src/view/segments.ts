/**
 * Customers told apart by a column: for each one a sentence, a table to sort, and a funnel plot that
 * keeps small segments from being over-read. Without a column it says what is needed, or offers the
 * columns there are.
 */
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { bandName, tone } from '../charts/bands.js'
import { funnelChart, type Point } from '../charts/funnel_chart.js'
import { intervalBar } from '../charts/interval_bar.js'
import { rateTop } from '../charts/ticks.js'
import type { Report } from '../engine/documents.js'
import type { SegmentRow, SegmentTable } from '../engine/documents_segments.js'
import { missing } from '../text/format.js'
import { areFixed, otherColumns } from './columns.js'
import { choose, type View } from './context.js'
import { reason } from './journeys_say.js'
import { mix } from './mix.js'
import { part } from './part.js'
import { segmentsSay, valueName } from './segments_say.js'
import { headlineName } from './shown.js'
import { type Column, sortable } from './sortable.js'
import { walk } from './walk.js'

function bandWord(view: View, report: Report, row: SegmentRow) {
  if (row.small) return html`<span class="soft">${view.text.t.segments.small}</span>`
  const bands = report.settings.bands ?? []
  const at = bands.findIndex(({ name }) => name === row.band)
  if (row.band === null) return missing
  return html`<span class="swatch ${tone(at, bands.length)}"></span> ${bandName(row.band, view.text)}`
}

function rowsTable(view: View, report: Report, table: SegmentTable) {
  const { t, f } = view.text
  const limits = report.headline?.bandLimits ?? []
  const centre = table.funnel?.centre ?? null
  const top = rateTop(table.rows.map((row) => ({ ...row, partial: false })))
  const columns: Column<SegmentRow>[] = [
    {
      head: t.segments.value,
      cell: ({ value }) => valueName(view, value),
      by: ({ value }) => value,
      words: true,
    },
    { head: t.segments.base, cell: ({ base }) => f.count(base), by: ({ base }) => base },
    {
      head: t.segments.counted,
      cell: ({ numerator }) => f.count(numerator),
      by: ({ numerator }) => numerator,
    },
    { head: t.segments.rate, cell: ({ rate }) => f.rate(rate, limits), by: ({ rate }) => rate },
    {
      head: t.journeys.interval,
      cell: ({ rate, interval }) =>
        html`<span class="ranged">${intervalBar(rate, interval, top, centre)}<span>${f.interval(interval)}</span></span>`,
    },
    { head: t.trend.band, cell: (row) => bandWord(view, report, row), words: true },
    {
      head: t.segments.share,
      cell: ({ shareOfNumerator }) =>
        shareOfNumerator === null ? missing : f.percent(shareOfNumerator, 1),
      by: ({ shareOfNumerator }) => shareOfNumerator,
    },
  ]
  return sortable(
    view,
    `segments-${table.column}`,
    t.segments.by(table.column),
    columns,
    table.rows,
  )
}

function funnel(view: View, { column, rows, funnel: found }: SegmentTable) {
  const { t, f } = view.text
  const points = rows
    .filter(({ rate, base }) => rate !== null && base > 0)
    .map((row): Point => ({ row, rate: row.rate ?? 0, name: valueName(view, row.value) }))
    .sort((a, b) => a.row.base - b.row.base)
  if (!found || points.length < 2) return nothing
  const place = `funnel-${column}`
  const drawn = funnelChart(points, found.centre, view.state.widths[place] ?? 640, view.text)
  const spots = points.map(({ row, rate, name }, i) => ({
    row: 0,
    column: i,
    box: drawn.boxes[i] ?? ([0, 0, 0, 0] as const),
    name,
    figure: f.rate(rate),
    facts: [
      t.segments.ofBase(f.count(row.numerator), f.count(row.base)),
      ...(row.small ? [t.segments.small] : row.beyond ? [t.segments.beyond[row.beyond]] : []),
      ...(row.limits ? [t.segments.limits(f.interval(row.limits))] : []),
    ],
  }))
  const { width, height } = drawn
  const drawing = guard([rows, width, t], () => drawn.drawing)
  const keys = [
    t.segments.centre(f.rate(found.centre)),
    t.segments.dashed,
    ...(rows.some(({ beyond }) => beyond) ? [t.segments.ringed] : []),
    ...(rows.some(({ small }) => small) ? [t.segments.open] : []),
  ]
  const label = t.segments.funnelLabel(column)
  const legend = html`<p class="legend soft small">${keys.map((key) => html`<span>${key}</span>`)}</p>`
  return walk(view, {
    place,
    label,
    width,
    height,
    spots,
    first: spots.length - 1,
    drawing,
    legend,
  })
}

/** Nothing is told apart yet: what it needs, or the columns to choose from. */
function none(view: View, report: Report) {
  const { segments } = view.text.t
  const columns = otherColumns(report)
  const says = columns.length > 0 ? segments.choose : segments.needColumn
  const body = html`<div class="toggles">${columns.map(
    (column) =>
      html`<button aria-pressed="false" data-focus=${`split-${column}`} @click=${() => choose(view, { segmentBy: [column] })}>${segments.by(column)}</button>`,
  )}</div>`
  return part({
    place: 'segments',
    title: segments.title,
    says,
    ...(columns.length > 0 ? { body } : {}),
  })
}

export function segments(view: View, report: Report) {
  const tables = report.segments
  const { t } = view.text
  // Totals are told apart only where a column was chosen for it.
  const totals = areFixed(report.data.shape)
  if (tables === undefined || (totals && !tables?.length)) return nothing
  if (tables === null)
    return part({
      place: 'segments',
      title: t.segments.title,
      says: reason(view, 'segments.needHeadline'),
    })
  if (tables.length === 0) return none(view, report)
  const hint = headlineName(view, report)
  return tables.map((table) => {
    const body =
      table.rows.length > 0
        ? html`${rowsTable(view, report, table)} ${funnel(view, table)}`
        : nothing
    const title = t.segments.by(table.column)
    const says = segmentsSay(view, table)
    return html`${part({ place: 'segments', title, ...(hint ? { hint } : {}), says, body })} ${mix(view, report, table)}`
  })
}
