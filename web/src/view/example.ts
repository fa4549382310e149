/**
 * What comes back, drawn with invented figures and labelled as an example: the rate with its counts,
 * its place on the scale, a year and a half of trend. The figures are written down, not computed:
 * 512 of 2,814 with its Wilson interval, and eighteen monthly rates with intervals.
 */
import { html, svg } from 'lit'
import { published } from '../charts/bands.js'
import { scaleChart } from '../charts/scale_chart.js'
import type { Drawn } from '../charts/ticks.js'
import { plotOf, trendChart } from '../charts/trend_chart.js'
import type { Period } from '../engine/documents.js'
import type { View } from './context.js'

const year: Pick<Period, 'rate' | 'interval' | 'bandChances' | 'bandLimits'> = {
  rate: 0.18195,
  interval: [0.16813, 0.19663],
  bandLimits: [0.15, 0.25],
  bandChances: { concerning: 0.00001, healthy: 0.99999, exceptional: 0 },
}

const monthlyRates: readonly (readonly [rate: number, low: number, high: number])[] = [
  [0.0109, 0.0074, 0.0159],
  [0.0121, 0.0084, 0.0173],
  [0.0104, 0.0071, 0.0152],
  [0.0118, 0.0083, 0.0168],
  [0.0127, 0.009, 0.0178],
  [0.0112, 0.0078, 0.0159],
  [0.0124, 0.0089, 0.0173],
  [0.0131, 0.0095, 0.0181],
  [0.0119, 0.0085, 0.0166],
  [0.0152, 0.0114, 0.0203],
  [0.0168, 0.0128, 0.022],
  [0.0159, 0.0121, 0.0209],
  [0.0174, 0.0134, 0.0226],
  [0.0181, 0.0141, 0.0233],
  [0.0171, 0.0132, 0.0221],
  [0.0188, 0.0147, 0.024],
  [0.0183, 0.0143, 0.0234],
  [0.0192, 0.0151, 0.0244],
]

const months: readonly Drawn[] = monthlyRates.map(([rate, low, high], i) => ({
  start: new Date(Date.UTC(2024, 3 + i)).toISOString(),
  end: new Date(Date.UTC(2024, 4 + i)).toISOString(),
  label: null,
  partial: false,
  rate,
  interval: [low, high],
}))

function trend(view: View, width: number) {
  const calendar = { unit: 'month', timeZone: 'UTC', fiscalStartMonth: 1 } as const
  const frame = {
    periods: months,
    scale: null,
    calendar,
    width,
    height: 150,
    pointed: null,
    picked: null,
    text: view.text,
  }
  return html`<svg class="trend" aria-hidden="true" viewBox="0 0 ${width} ${plotOf(frame).height}">${svg`${trendChart(frame)}`}</svg>`
}

export function example(view: View) {
  const { text, state } = view
  const { t, f } = text
  const rate = f.rate(year.rate)
  const width = state.widths.card ?? 320
  return html`<figure class="card example">
    <figcaption class="tag">${t.bring.example}</figcaption>
    <p class="card-rate">${rate}</p>
    <p class="formula"><b>${f.count(512)}</b> ${t.answer.counted.upgraded} ÷ <b>${f.count(2814)}</b> ${t.answer.customers}</p>
    <div class="measure" data-measure="card">${scaleChart({ period: year, bands: published, width, text, rate })} ${trend(view, width)}</div>
    <p class="soft">${t.bring.exampleNote}</p>
  </figure>`
}
