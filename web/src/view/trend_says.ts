/**
 * What the trend says, in sentences under the chart: the direction, what stands out, what to expect,
 * and before and after each launch. Where a figure is missing, the note that says why and what it
 * needs stands in its place.
 */
import { html, nothing } from 'lit'
import type { Change, LaunchEffect, Period, PeriodUnit, Report } from '../engine/documents.js'
import { noteText } from '../text/codes.js'
import { shownCalendar, type View } from './context.js'
import { changeText } from './facts.js'

const unitOf = (report: Report): PeriodUnit => report.settings.period ?? 'month'

/** The sentence of the first of these codes that is a reason of the trend. */
function reason(view: View, report: Report, codes: readonly string[]): string | null {
  const code = report.trend.why.find((each) => codes.includes(each))
  const note = report.notes.find((each) => each.code === code)
  return note ? noteText(note, view.text, shownCalendar(view.state).timeZone) : null
}

/** "Jan 2023 – Dec 2024", by the names of the periods with these labels. */
function span(view: View, report: Report, first: string | null, last: string | null): string {
  const name = (label: string | null) => {
    const period = report.periods.find((p) => p.label === label)
    return period ? view.text.f.period(period, shownCalendar(view.state)) : (label ?? '')
  }
  return first === last ? name(first) : `${name(first)} – ${name(last)}`
}

function direction(view: View, report: Report): string[] {
  const { t, f } = view.text
  const { trend } = report
  const slope = trend.slopePointsPerPeriod
  if (trend.pAdjusted == null || slope == null) {
    const why = reason(view, report, ['trend.tooFew', 'trend.allAlike', 'totals.sumOverBase'])
    return why ? [why] : []
  }
  const across = {
    unit: unitOf(report),
    count: f.count(trend.periods),
    span: span(view, report, trend.first, trend.last),
    p: f.probability(trend.pAdjusted),
  }
  const told =
    trend.direction === 'rising' || trend.direction === 'falling'
      ? t.trend.moving(trend.direction, f.points(slope), across)
      : t.trend.flat(f.signedPoints(slope), across)
  const wide = trend.dispersion != null && trend.dispersion >= 1.5
  return wide ? [told, t.trend.dispersion(f.times(trend.dispersion as number))] : [told]
}

/** Runs as first and last period of each; periods that take no part do not break them. */
function runs(report: Report, centre: number): { from: Period; to: Period; count: number }[] {
  const found: { from: Period; to: Period; count: number }[] = []
  let side = 0
  for (const period of report.periods) {
    if (period.partial || period.rate == null) continue
    const now = period.unusual.includes('run') ? Math.sign(period.rate - centre) : 0
    const last = found.at(-1)
    if (now !== 0 && now === side && last) {
      last.to = period
      last.count += 1
    } else if (now !== 0) found.push({ from: period, to: period, count: 1 })
    side = now
  }
  return found
}

function unusual(view: View, report: Report): string | null {
  const { t, f } = view.text
  const { chart } = report.trend
  if (!chart) return reason(view, report, ['chart.tooFew', 'chart.allAlike'])
  const name = (period: Period) => f.period(period, shownCalendar(view.state))
  const outside = report.periods
    .filter((period) => period.unusual.includes('beyondLimits'))
    .map((period) => t.trend.outside(name(period), (period.rate ?? 0) > chart.centre))
  const inRuns = runs(report, chart.centre).map(({ from, to, count }) =>
    t.trend.run(f.count(count), `${name(from)} – ${name(to)}`, (from.rate ?? 0) > chart.centre),
  )
  const all = [...outside, ...inRuns]
  return all.length > 0 ? t.trend.unusualAre(f.list(all)) : t.trend.noneUnusual(unitOf(report))
}

function forecast(view: View, report: Report): string | null {
  const { t, f } = view.text
  const { forecast: found } = report.trend
  const next = found?.periods[0]
  if (!found || !next) return reason(view, report, ['forecast.tooFew'])
  const errors = [f.points(found.modelError), f.points(found.sameAsLastError)] as const
  if (found.shown === 'model' && next.interval) {
    const name = f.period(next, shownCalendar(view.state))
    return `${t.trend.foretold(name, f.rate(next.rate), f.interval(next.interval))} ${t.trend.tested(...errors)}`
  }
  const why = reason(view, report, ['forecast.noLine']) ?? t.trend.testedWorse(...errors)
  return `${t.trend.foretoldSame(f.rate(found.sameAsLast))} ${why}`
}

/** One launch in a sentence; why there is none stands in the notes, by name. */
function launchSentence(view: View, launch: LaunchEffect): string | null {
  const { t, f } = view.text
  const { before, after, days } = launch
  const change = changeText(launch.change as Change | null, view)
  if (!before || !after || days == null || !change) return null
  const name = launch.name.trim() || t.trend.launchNew
  const day = f.day(after.start, shownCalendar(view.state).timeZone)
  const rates = t.trend.launchSays(name, day, days, f.rate(before.rate), f.rate(after.rate), f)
  return `${rates}: ${t.trend.launchChange(change.value, change.hint)}.`
}

export function trendSays(view: View, report: Report) {
  const { t } = view.text
  const [lead, ...more] = direction(view, report)
  const zone = shownCalendar(view.state).timeZone
  const launchNotes = report.notes.filter((note) => note.code.startsWith('launch.'))
  const rest = [
    ...more,
    unusual(view, report),
    forecast(view, report),
    ...report.launches.map((launch) => launchSentence(view, launch)),
    ...launchNotes.map((note) => noteText(note, view.text, zone)),
  ].filter((sentence) => sentence !== null)
  if (!lead && rest.length === 0) return nothing
  return html`<div class="says" role="group" aria-label=${t.trend.says}>
    ${lead ? html`<p>${lead}</p>` : nothing}
    <ul class="soft">${rest.map((sentence) => html`<li>${sentence}</li>`)}</ul>
  </div>`
}
