/**
 * The trend: heading with the switch of period length, a line that reads out one period in words,
 * the chart (pointer, arrow keys, Home and End), or the same as a table. The chart is a slider over
 * periods to assistive technology: its value text is the line that is read out.
 */
import { html, nothing, svg } from 'lit'
import { bandName, type Scale } from '../charts/bands.js'
import { rateTop } from '../charts/ticks.js'
import { periodAt, plotOf, trendChart } from '../charts/trend_chart.js'
import type { PeriodUnit, Report } from '../engine/documents.js'
import { effective } from '../page/state.js'
import { choose, shownCalendar, type View } from './context.js'
import { scaleNote } from './scale_note.js'
import { pictureLinks, tableLinks } from './take_away.js'
import { layerSwitches, layersOf } from './trend_layers.js'
import { canChoose, dragging, rangeNote, rangeOnChart, takeRange } from './trend_range.js'
import { readAloud, readIndex, readout } from './trend_reading.js'
import { besideAnswer, trendSays } from './trend_says.js'
import { trendTable } from './trend_table.js'

const units: PeriodUnit[] = ['week', 'month', 'quarter', 'year']

function unitSwitch(view: View) {
  const { t } = view.text
  const now = effective(view.state).period
  return html`<div class="segmented" role="group" aria-label=${t.trend.unitSwitch}>
    ${units.map(
      (unit) =>
        html`<button aria-pressed=${unit === now} data-focus=${`unit-${unit}`} @click=${() => choose(view, { period: unit })}>${t.settings.units[unit]}</button>`,
    )}
  </div>`
}

function lookSwitch(view: View) {
  const { t } = view.text
  const look = (on: boolean, label: string) =>
    html`<button aria-pressed=${view.state.asTable === on} @click=${() => view.send({ type: 'asTable', on })}>${label}</button>`
  return html`<div class="segmented" role="group" aria-label=${t.trend.lookAs}>${look(false, t.trend.chart)}${look(true, t.trend.table)}</div>`
}

/** Arrows read; with Shift they draw a stretch, which Enter takes as the range. P pins. */
function keys(view: View, report: Report) {
  const last = report.periods.length - 1
  return (e: KeyboardEvent) => {
    const state = view.now()
    const { brushed, pinned } = state
    const at = readIndex({ ...view, state }, report)
    const far = e.key === 'PageUp' || e.key === 'PageDown' ? 12 : 1
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageUp: at + far,
      PageDown: at - far,
      Home: 0,
      End: last,
    }[e.key]
    if (e.key === 'Enter' && brushed) takeRange(view, report, brushed)
    else if (e.key === 'Enter') view.send({ type: 'picked', index: at })
    if (e.key === 'p' && !e.ctrlKey && !e.metaKey)
      view.send({ type: 'pinned', index: pinned === at ? null : at })
    if (e.key === 'Escape')
      view.send(brushed ? { type: 'brushed', stretch: null } : { type: 'pointed', index: null })
    if (to === undefined) return
    e.preventDefault()
    const index = Math.max(0, Math.min(last, to))
    const from = brushed?.from ?? at
    view.send({ type: 'pointed', index })
    view.send({
      type: 'brushed',
      stretch: e.shiftKey && index !== from && canChoose(view) ? { from, to: index } : null,
    })
  }
}

/** Periods of one unit share their limits, but for a day more or less; the latest finished one speaks. */
function scaleOf(report: Report): Scale {
  const finished = report.periods.findLast((p) => !p.partial) ?? report.periods.at(-1)
  return { bands: report.settings.bands ?? [], limits: finished?.bandLimits ?? [] }
}

/** The first band above what the chart shows, so that its absence is no riddle. */
function bandAbove(view: View, report: Report) {
  const { bands, limits } = scaleOf(report)
  const top = rateTop(report.periods)
  const hidden = limits.findIndex((limit) => limit >= top)
  const band = bands[hidden + 1]
  if (hidden < 0 || !band) return nothing
  const { t, f } = view.text
  return html`<p class="soft small under">${t.trend.aboveChart(bandName(band.name, view.text), f.limit(limits[hidden] ?? 0))}</p>`
}

function chart(view: View, report: Report) {
  const { state, text, send } = view
  const { t } = text
  const width = state.widths.trend ?? 640
  const frame = {
    periods: report.periods,
    scale: scaleOf(report),
    calendar: shownCalendar(state),
    width,
    pointed: state.pointed,
    picked: state.picked,
    pinned: state.pinned,
    stretch: state.brushed ?? rangeOnChart(report),
    text,
    ...layersOf(view, report),
  }
  const { height } = plotOf(frame)
  const index = readIndex(view, report)
  const at = (e: PointerEvent) => {
    const box = (e.currentTarget as HTMLElement).getBoundingClientRect()
    return periodAt(frame, ((e.clientX - box.left) / box.width) * width)
  }
  const { down, move, up, cancel } = dragging(view, report, at)
  const unpoint = (e: PointerEvent) => {
    if (e.pointerType === 'mouse' && !(e.currentTarget as Element).matches(':focus'))
      send({ type: 'pointed', index: null })
  }
  return html`<div class="measure chart" data-measure="trend" data-focus="trend" tabindex="0" role="slider" aria-label=${t.trend.label}
      aria-valuemin="1" aria-valuemax=${report.periods.length} aria-valuenow=${index + 1} aria-valuetext=${readAloud(view, report, index)}
      @keydown=${keys(view, report)} @pointermove=${move} @pointerdown=${down} @pointerup=${up} @pointercancel=${cancel} @pointerleave=${unpoint}>
      <svg class="trend" aria-hidden="true" viewBox="0 0 ${width} ${height}">${svg`${trendChart(frame)}`}</svg>
    </div>
    ${layerSwitches(view, report)} ${bandAbove(view, report)} ${pictureLinks(view, 'trend', t.trend.title)}`
}

export function trend(view: View) {
  const { state, text } = view
  const { t, f } = text
  const { report } = state
  if (!report || report.periods.length === 0 || report.periods[0]?.start === null) return nothing
  const { period = 'month', level = 0.95 } = report.settings
  const beside = besideAnswer(view, report)
  const hasRate = report.periods.some((p) => p.rate != null)
  const body = state.asTable
    ? html`${trendTable(view, report)}${tableLinks(view, t.trend.tableOf)}`
    : hasRate
      ? html`${readout(view, report)}${chart(view, report)}`
      : html`<p class="empty"><b>${t.trend.noneHasRate}</b> ${t.trend.noneHasRateHint}</p>`
  return html`<section class="trend-section" aria-labelledby="trend-title">
    <div class="section-head">
      <h2 id="trend-title">${t.trend.title}</h2>
      <p class="soft">${t.trend.subtitle(period, f.percent(level, 0))}</p>
      <div class="section-tools">${state.shared ? nothing : unitSwitch(view)}${lookSwitch(view)}</div>
    </div>
    ${beside && hasRate ? html`<p class="soft small beside-answer">${beside}</p>` : nothing}
    ${rangeNote(view, report)} ${scaleNote(view, report)} ${body} ${hasRate ? trendSays(view, report) : nothing}
  </section>`
}
