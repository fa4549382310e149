/**
 * Is it a good rate? What stands beside it: upgrades kept, customers moved down and left; whether
 * upgrades last; whether the upgraded leave less. Of the period shown in the answer.
 */
import { html, nothing } from 'lit'
import { type Bar, barChart } from '../charts/bar_chart.js'
import type { Period, Report } from '../engine/documents.js'
import type { Stickiness } from '../engine/documents_journeys.js'
import { shownCalendar, type View } from './context.js'
import { leastForShare, leavingSay, staysSay } from './journeys_say.js'
import { part, table, twin } from './part.js'
import { type Shown, shownPeriod } from './shown.js'
import { type Spot, walk } from './walk.js'

function bars(
  view: View,
  place: string,
  label: string,
  list: readonly Bar[],
  top: number,
  facts: readonly string[][],
) {
  const drawn = barChart(list, top, view.state.widths[place] ?? 480)
  const spots = list.map(
    (bar, row): Spot => ({
      row,
      column: 0,
      box: drawn.boxes[row] ?? [0, 0, 0, 0],
      name: bar.name,
      figure: bar.figure,
      facts: facts[row] ?? [],
    }),
  )
  const { width, height, drawing } = drawn
  return walk(view, { place, label, width, height, spots, first: 0, drawing })
}

const counted = ['upgraded', 'kept', 'downgraded', 'churned'] as const

function beside(view: View, shown: Shown) {
  const { t, f } = view.text
  const { upgraded, kept, downgraded, churned } = shown.period
  if (upgraded == null || kept == null || downgraded == null || churned == null) return nothing
  const values = counted.map((key) => ({ key, value: shown.period[key] ?? 0 }))
  const list = values.map(({ key, value }) => ({
    name: t.journeys.counts[key],
    value,
    figure: f.count(value),
    outlined: key === 'downgraded' || key === 'churned',
  }))
  const opening = f.count(shown.period.opening)
  const facts = values.map(({ value }) => [
    `${t.journeys.countOf(f.count(value), opening)} ${t.answer.of.opening}`,
  ])
  const top = Math.max(...values.map(({ value }) => value))
  const rows = values.map(({ key, value }) => [t.journeys.counts[key], f.count(value)])
  return part({
    place: 'beside',
    title: t.journeys.beside,
    says: t.journeys.besideSay(upgraded, kept, downgraded, churned, shown.name, f),
    body: html`${bars(view, 'beside', t.journeys.besideLabel, list, top, facts)}
      ${twin(view, table(view, t.journeys.beside, [t.journeys.what, t.journeys.customers], rows))}`,
  })
}

/** The period picked; else the headline, or the latest period, for which the most days are over. */
function observed(
  view: View,
  report: Report,
  shown: Shown,
): { found: Stickiness; when: string | null } | null {
  const { picked } = view.state
  const periods = report.stickiness?.periods ?? []
  const own = picked == null ? report.stickiness?.headline : periods[picked]
  if (own && (picked != null || own.stays.every(({ share }) => share !== null)))
    return { found: own, when: shown.name }
  const over = (each: Stickiness | undefined) =>
    each?.stays.filter(({ share }) => share !== null).length ?? 0
  for (const days of [3, 2, 1]) {
    if (own && over(own) === days) return { found: own, when: shown.name }
    const at = periods.findLastIndex((each) => over(each) === days)
    const found = periods[at]
    if (found)
      return {
        found,
        when: view.text.f.period(report.periods[at] as Period, shownCalendar(view.state)),
      }
  }
  return own ? { found: own, when: shown.name } : null
}

function stays(view: View, report: Report, shown: Shown) {
  const { t, f } = view.text
  const place = observed(view, report, shown)
  if (!place) return nothing
  const { found, when } = place
  const says = staysSay(view, found, when)
  const title = t.journeys.stays
  if (found.stays.every(({ stayed }) => stayed === null))
    return part({ place: 'stays', title, says })
  const few = found.upgraded < leastForShare
  const list = found.stays.map(({ days, stayed, share, interval }): Bar => {
    const counts = t.journeys.countOf(f.count(stayed), f.count(found.upgraded))
    const figure = stayed === null ? t.journeys.notAllYet : few ? counts : f.rate(share)
    const name = t.journeys.afterDays(days, f)
    return few ? { name, value: null, figure } : { name, value: share, interval, figure }
  })
  const facts = found.stays.map(({ stayed, interval }) => [
    ...(stayed === null || few
      ? []
      : [t.journeys.countOf(f.count(stayed), f.count(found.upgraded))]),
    ...(interval && !few ? [f.interval(interval)] : []),
    ...(few ? [t.journeys.countsOnly] : []),
  ])
  const rows = found.stays.map(({ days, observed: reached, stayed, share, interval }) => [
    f.count(days),
    f.count(found.upgraded),
    f.count(reached),
    f.count(stayed),
    f.rate(few ? null : share),
    f.interval(few ? null : interval),
  ])
  const { days, whole, observed: reached, stayed, share, interval } = t.journeys
  return part({
    place: 'stays',
    title,
    ...(when === shown.name ? {} : { hint: t.journeys.staysLatest }),
    says,
    body: html`${bars(view, 'stays', t.journeys.staysLabel, list, 1, facts)}
      ${twin(view, table(view, title, [days, whole, reached, stayed, share, interval], rows))}`,
  })
}

function leaving(view: View, report: Report, shown: Shown) {
  const { t, f } = view.text
  const { picked } = view.state
  const found = picked == null ? report.stickiness?.headline : report.stickiness?.periods[picked]
  if (!found) return nothing
  const says = leavingSay(view, found, shown.period.opening)
  const sides = [
    { name: t.journeys.afterUpgrade, rate: found.churnAfterUpgrade, customers: found.upgraded },
    { name: t.journeys.ofOthers, rate: found.churnOfOthers, customers: shown.period.opening ?? 0 },
  ].map((side) => ({ ...side, per30: side.customers < leastForShare ? null : side.rate.per30Days }))
  const title = t.journeys.leaving
  if (sides.every(({ rate }) => rate.per30Days === null))
    return part({ place: 'leaving', title, says })
  const list = sides.map(({ name, rate, per30 }) => ({
    name,
    value: per30,
    figure: per30 === null ? t.journeys.leavingCount(rate.churns, f) : f.rate(per30),
  }))
  const facts = sides.map(({ rate }) => [
    `${t.journeys.churns}: ${f.count(rate.churns)}`,
    `${t.journeys.customerDays}: ${f.count(rate.customerDays)}`,
  ])
  const rows = sides.map(({ name, rate, per30 }) => [
    name,
    f.count(rate.churns),
    f.count(rate.customerDays),
    f.rate(per30),
  ])
  const top = Math.max(...sides.map(({ per30 }) => per30 ?? 0))
  const { what, churns, customerDays, per30 } = t.journeys
  return part({
    place: 'leaving',
    title,
    says: `${says} ${t.journeys.leavingHint}`,
    body: html`${bars(view, 'leaving', t.journeys.leavingLabel, list, top, facts)}
      ${twin(view, table(view, title, [what, churns, customerDays, per30], rows))}`,
  })
}

export function good(view: View) {
  const { report } = view.state
  const shown = shownPeriod(view)
  if (!report?.stickiness || !shown) return nothing
  const { t } = view.text
  return html`<section class="good" aria-labelledby="good-title">
    <div class="section-head">
      <h2 id="good-title">${t.journeys.good}</h2>
      <p class="soft">${t.journeys.goodSubtitle}</p>
    </div>
    ${beside(view, shown)} ${stays(view, report, shown)} ${leaving(view, report, shown)}
  </section>`
}
