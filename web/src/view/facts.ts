/**
 * The facts under the sentence: change against a year and a period before, distance to the bands on
 * either side, how many kept the higher plan, how the customer base moved. A fact the report cannot
 * give is left out, except the comparison, which says that it lacks something to compare with.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { bandName } from '../charts/bands.js'
import type { Change } from '../engine/documents.js'
import type { View } from './context.js'
import type { Shown } from './shown.js'

export const fact = (label: string, value: unknown, hint: unknown = nothing): TemplateResult =>
  html`<div><dt>${label}</dt><dd>${value}${hint === nothing ? nothing : html`<small>${hint}</small>`}</dd></div>`

export function changeText(
  change: Change | null,
  view: View,
): { value: string; hint: string | null } | null {
  const { t, f } = view.text
  if (change?.points == null) return null
  const value = t.answer.points(f.signedPoints(change.points))
  if (!change.interval || change.clear == null) return { value, hint: null }
  const [low, high] = change.interval
  const widest = Math.abs(low) > Math.abs(high) ? low : high
  const range = t.answer.range(f.signedPoints(low, widest), f.signedPoints(high, widest))
  return { value, hint: change.clear ? t.answer.clear(range) : t.answer.withinNoise(range) }
}

function change(label: string, value: Change | null, view: View): TemplateResult {
  const told = changeText(value, view)
  if (!told) return fact(label, html`<span class="soft">—</span>`, view.text.t.answer.nothingBefore)
  return fact(label, told.value, told.hint ?? nothing)
}

/** How many upgrades up to the next band, and how many fewer down to the lower one. */
export function distances(shown: Shown, view: View) {
  const { t, f } = view.text
  const { period, bands } = shown
  const at = bands.findIndex((b) => b.name === period.band)
  if (at < 0) return nothing
  const named = (index: number, distance: number | null) => {
    const band = bands[index]
    return band && distance != null ? bandName(band.name, view.text) : null
  }
  const next = named(at + 1, period.toNextBand)
  const lower = named(at - 1, period.toLowerBand)
  const fewer = lower ? t.answer.fewerHint(period.toLowerBand as number, lower, f) : nothing
  if (next)
    return fact(t.answer.toward(next), t.answer.upgrades(period.toNextBand as number, f), fewer)
  if (lower)
    return fact(t.answer.keeping(lower), t.answer.upgradesFewer(period.toLowerBand as number, f))
  return nothing
}

function kept(shown: Shown, view: View) {
  const { t, f } = view.text
  const { kept: stayed, upgraded, netRate } = shown.period
  if (stayed == null || upgraded == null || upgraded === 0) return nothing
  return fact(
    t.answer.keptTitle,
    t.answer.keptOf(f.count(stayed), f.count(upgraded)),
    netRate == null ? nothing : t.answer.net(f.rate(netRate)),
  )
}

function flow(shown: Shown, view: View) {
  const { t, f } = view.text
  const { opening, closing, joined, left } = shown.period
  if (opening == null || closing == null || joined == null || left == null) return nothing
  return fact(
    t.answer.flowTitle,
    t.answer.flow(f.count(opening), f.count(closing)),
    t.answer.flowHint(f.count(joined), f.count(left)),
  )
}

export function facts(shown: Shown, view: View) {
  const { t, f } = view.text
  const { period, report } = shown
  const compares = report.periods.length > 1 && period.rate != null && !period.partial
  const also = period.upgradedNew
  // Twelve months before twelve months is a year before: one fact, not two.
  const isYear =
    shown.reason === 'last12Months' || (shown.reason === null && report.settings.period === 'year')
  return html`<dl class="facts">
      ${compares ? change(t.answer.yearBefore, period.changeYear ?? (isYear ? period.change : null), view) : nothing}
      ${compares && !isYear ? change(t.answer.periodBefore, period.change, view) : nothing}
      ${distances(shown, view)} ${kept(shown, view)} ${flow(shown, view)}
    </dl>
    ${also ? html`<p class="soft small">${t.answer.alsoUpgraded(also, f)}</p>` : nothing}`
}
