/**
 * The trend: heading with the switch of period length, a line that reads out one period in words,
 * the chart (pointer, arrow keys, Home and End), or the same as a table. The chart is a slider over
 * periods to assistive technology: its value text is the line that is read out.
 */
import { html, nothing, svg } from 'lit'
import { bandName, type Scale } from '../charts/bands.js'
import { rateTop } from '../charts/ticks.js'
import { periodAt, plotOf, trendChart } from '../charts/trend_chart.js'
import type { Period, PeriodUnit, Report } from '../engine/documents.js'
import { effective } from '../page/state.js'
import { choose, shownCalendar, type View } from './context.js'
import { changeText } from './facts.js'
import { layerSwitches, layersOf } from './trend_layers.js'
import { trendSays } from './trend_says.js'
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

/** The period read out: the one pointed at, else the last finished one with a rate. */
function readIndex(view: View, report: Report): number {
  const pointed = view.state.pointed
  if (pointed != null && report.periods[pointed]) return pointed
  const last = report.periods.findLastIndex((p) => !p.partial && p.rate != null)
  return last < 0 ? report.periods.length - 1 : last
}

interface Words {
  name: string
  rate: string
  interval: string | null
  /** Verdict, counts, change. */
  rest: string[]
}

function words(view: View, report: Report, period: Period): Words {
  const { t, f } = view.text
  const { numerator = 'upgraded', base = 'opening' } = report.settings
  const rate = period.rate == null ? t.trend.noRate : f.rate(period.rate, period.bandLimits)
  const interval = period.interval ? f.interval(period.interval) : null
  const rest: string[] = []
  if (period.partial) rest.push(t.trend.notFinished)
  else if (period.band && period.rate != null) rest.push(bandName(period.band, view.text))
  if (period.numerator != null && period.base != null) {
    rest.push(
      `${f.count(period.numerator)} ${t.answer.counted[numerator]} ÷ ${f.count(period.base)} ${t.answer.of[base]}`,
    )
  }
  rest.push(...period.unusual.map((mark) => t.trend.marks[mark]))
  const change = changeText(period.change, view)
  if (change && !period.partial)
    rest.push(change.hint ? `${change.value}, ${change.hint}` : change.value)
  return { name: f.period(period, shownCalendar(view.state)), rate, interval, rest }
}

function readout(view: View, report: Report, index: number) {
  const { t } = view.text
  const { name, rate, interval, rest } = words(view, report, report.periods[index] as Period)
  const shows = view.state.picked === index
  return html`<div class="readout">
    <p><b>${name}</b> <b class="read-rate">${rate}</b> ${interval ? html`<span class="soft">(${interval})</span>` : nothing}
      ${shows ? nothing : html`<button class="link" @click=${() => view.send({ type: 'picked', index })}>${t.trend.show}</button>`}</p>
    <p class="soft small">${rest.map((part) => html`<span class="fact">${part}</span>`)}</p>
  </div>`
}

function keys(view: View, report: Report) {
  const last = report.periods.length - 1
  return (e: KeyboardEvent) => {
    const at = readIndex(view, report)
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
    if (e.key === 'Enter') view.send({ type: 'picked', index: at })
    if (e.key === 'Escape') view.send({ type: 'pointed', index: null })
    if (to === undefined) return
    e.preventDefault()
    view.send({ type: 'pointed', index: Math.max(0, Math.min(last, to)) })
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
    text,
    ...layersOf(view, report),
  }
  const { height } = plotOf(frame)
  const index = readIndex(view, report)
  const { name, rate, interval, rest } = words(view, report, report.periods[index] as Period)
  const value = [`${name}: ${rate}`, interval, ...rest].filter(Boolean).join(', ')
  const point = (e: PointerEvent) => {
    const box = (e.currentTarget as HTMLElement).getBoundingClientRect()
    send({ type: 'pointed', index: periodAt(frame, ((e.clientX - box.left) / box.width) * width) })
  }
  const unpoint = (e: PointerEvent) => {
    if (e.pointerType === 'mouse' && document.activeElement !== e.currentTarget)
      send({ type: 'pointed', index: null })
  }
  return html`<div class="measure chart" data-measure="trend" data-focus="trend" tabindex="0" role="slider" aria-label=${t.trend.label}
      aria-valuemin="1" aria-valuemax=${report.periods.length} aria-valuenow=${index + 1} aria-valuetext=${value}
      @keydown=${keys(view, report)} @pointermove=${point} @pointerdown=${point} @pointerleave=${unpoint}>
      <svg class="trend" aria-hidden="true" viewBox="0 0 ${width} ${height}">${svg`${trendChart(frame)}`}</svg>
    </div>
    ${layerSwitches(view, report)} ${bandAbove(view, report)}`
}

export function trend(view: View) {
  const { state, text } = view
  const { t, f } = text
  const { report } = state
  if (!report || report.periods.length === 0 || report.periods[0]?.start === null) return nothing
  const { period = 'month', level = 0.95 } = report.settings
  const hasRate = report.periods.some((p) => p.rate != null)
  const body = state.asTable
    ? trendTable(view, report)
    : hasRate
      ? html`${readout(view, report, readIndex(view, report))}${chart(view, report)}`
      : html`<p class="empty"><b>${t.trend.noneHasRate}</b> ${t.trend.noneHasRateHint}</p>`
  return html`<section class="trend-section" aria-labelledby="trend-title">
    <div class="section-head">
      <h2 id="trend-title">${t.trend.title}</h2>
      <p class="soft">${t.trend.subtitle(period, f.percent(level, 0))}</p>
      <div class="section-tools">${state.shared ? nothing : unitSwitch(view)}${lookSwitch(view)}</div>
    </div>
    ${body} ${hasRate ? trendSays(view, report) : nothing}
  </section>`
}
