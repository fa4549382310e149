/**
 * What is drawn over the rates, picked out of the report as the reader chose: the switches for it,
 * and the frame's layers. Periods to come take places of the axis behind those of the report; the
 * first of them may be the period that still runs.
 */
import { html, nothing, svg } from 'lit'
import type { Drawn } from '../charts/ticks.js'
import type { TrendLayers } from '../charts/trend_layers.js'
import type { LaunchEffect, Period, Report } from '../engine/documents.js'
import type { Layer } from '../page/state.js'
import type { View } from './context.js'

const named = (launch: LaunchEffect) => launch.name.trim() || launch.date

/** Where a day lies among the periods: each reaches from half a place before its point to half a place after. */
function placeOf(launch: LaunchEffect, periods: readonly Period[]): number | null {
  const at = Date.parse(launch.after?.start ?? launch.date.slice(0, 10))
  const index = periods.findIndex((p) => p.end !== null && Date.parse(p.end) > at)
  const period = periods[index]
  if (!period?.start || !period.end) return null
  const [start, end] = [Date.parse(period.start), Date.parse(period.end)]
  return at < start && index === 0 ? null : index - 0.5 + (at - start) / (end - start)
}

export interface Layers {
  layers: TrendLayers
  after: Drawn[]
}

export function layersOf(view: View, report: Report): Layers {
  const { periods, trend, launches } = report
  const shows = (layer: Layer) => view.state.layers.includes(layer)
  const ahead = (shows('forecast') && trend.forecast?.periods) || []
  const begun = ahead.filter((next) => periods.some((p) => p.start === next.start))
  const after = ahead.slice(begun.length)
  const placed = ahead.map((next, i) => ({
    index: periods.length - begun.length + i,
    rate: next.rate,
    interval: next.interval,
  }))
  return {
    after: after.map(({ start, end, label }) => ({
      start,
      end,
      label,
      partial: false,
      rate: null,
      interval: null,
    })),
    layers: {
      pooled: (['pooled3', 'pooled12'] as const)
        .filter(shows)
        .map((layer) => periods.map((period) => period[layer])),
      limits: shows('limits') ? (trend.chart?.limits ?? null) : null,
      centre: trend.chart?.centre ?? null,
      marks: periods.map((period) => period.unusual),
      ahead: placed,
      launches: launches
        .flatMap((launch) => {
          const at = placeOf(launch, periods)
          return at == null ? [] : [{ at, name: named(launch) }]
        })
        .sort((a, b) => a.at - b.at),
    },
  }
}

function available(report: Report): Layer[] {
  const { periods, trend } = report
  const has: { [layer in Layer]: boolean } = {
    pooled3: periods.some((p) => p.pooled3 != null),
    pooled12: periods.some((p) => p.pooled12 != null),
    limits: trend.chart !== null,
    forecast: trend.forecast !== null,
  }
  return (['pooled3', 'pooled12', 'limits', 'forecast'] as const).filter((layer) => has[layer])
}

/** Switches for what can be drawn, and what the marks mean where there are any. */
export function layerSwitches(view: View, report: Report) {
  const { t } = view.text
  const offered = available(report)
  const marks = new Set(report.periods.flatMap((period) => period.unusual))
  if (offered.length === 0) return nothing
  return html`<div class="layers">
    <div class="toggles" role="group" aria-label=${t.trend.layers}>
      ${offered.map((layer) => {
        const on = view.state.layers.includes(layer)
        return html`<button aria-pressed=${on} data-focus=${`layer-${layer}`} @click=${() => view.send({ type: 'layer', layer, on: !on })}>${t.trend[layer]}</button>`
      })}
    </div>
    ${(['beyondLimits', 'run'] as const)
      .filter((mark) => marks.has(mark))
      .map(
        (mark) => html`<span class="key soft small">
          <svg class="trend" aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">${
            mark === 'run'
              ? svg`<path class="mark run" d="M5 5h6v6h-6z"/>`
              : svg`<path class="mark" d="M8 1l7 7l-7 7l-7 -7z"/>`
          }</svg>
          ${t.trend.marks[mark]}</span>`,
      )}
  </div>`
}
