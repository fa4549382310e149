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
import { launchSegments } from './launch_segments.js'
import { headlineName } from './shown.js'

/** Of unusual periods and runs, the latest; many weeks have many. */
const mostNamed = 4

const unitOf = (report: Report): PeriodUnit => report.settings.period ?? 'month'

/** The sentence of the first of these codes that is a reason of the trend. */
function reason(view: View, report: Report, codes: readonly string[]): string | null {
  const code = report.trend.why.find((each) => codes.includes(each))
  const note = report.notes.find((each) => each.code === code)
  return note ? noteText(note, view.text, shownCalendar(view.state).timeZone) : null
}

/** "Jan 2023 – Dec 2024"; weeks from the first one's first day to the last one's last. */
function span(view: View, from: Period, to: Period): string {
  const { f } = view.text
  const calendar = shownCalendar(view.state)
  if (calendar.unit === 'week' && from.start && to.end)
    return f.days(from.start, to.end, calendar.timeZone)
  return `${f.period(from, calendar)} – ${f.period(to, calendar)}`
}

function direction(view: View, report: Report): string[] {
  const { t, f } = view.text
  const { trend } = report
  const slope = trend.slopePointsPerPeriod
  const first = report.periods.find((period) => period.label === trend.first)
  const last = report.periods.find((period) => period.label === trend.last)
  if (trend.pAdjusted == null || slope == null || !first || !last) {
    const why = reason(view, report, ['trend.tooFew', 'trend.allAlike', 'totals.sumOverBase'])
    return why ? [why] : []
  }
  const across = {
    unit: unitOf(report),
    count: f.count(trend.periods),
    span: span(view, first, last),
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

/** Where the answer's change and the direction seem to disagree: how both can be true. */
function bothHold(view: View, report: Report): string | null {
  const { headline, trend } = report
  const clear = headline?.changeYear?.clear ?? headline?.change?.clear
  if (view.state.picked !== null || clear == null || trend.direction === null) return null
  const { bothHold: words } = view.text.t.trend
  const moves = trend.direction !== 'flat'
  if (clear === moves) return null
  return moves
    ? words.onlyTrend(view.text.f.count(trend.periods), unitOf(report))
    : words.onlyAnswer(unitOf(report))
}

/** What the rate above has to do with these, where it is of another stretch than one of them. */
export function besideAnswer(view: View, report: Report): string | null {
  const { headline, periods } = report
  const name = headlineName(view, report)
  if (view.state.picked !== null || headline?.rate == null || name === null) return null
  if (periods.some(({ start, end }) => start === headline.start && end === headline.end))
    return null
  const { t, f } = view.text
  return t.trend.besideAnswer(f.rate(headline.rate, headline.bandLimits), name, unitOf(report))
}

function unusual(view: View, report: Report): string | null {
  const { t, f } = view.text
  const { chart } = report.trend
  if (!chart) return reason(view, report, ['chart.tooFew', 'chart.allAlike'])
  const above = (period: Period) => (period.rate ?? 0) > chart.centre
  const outside = report.periods
    .filter((period) => period.unusual.includes('beyondLimits'))
    .map((at) => ({
      at,
      words: t.trend.outside(f.period(at, shownCalendar(view.state)), above(at)),
    }))
  const inRuns = runs(report, chart.centre).map(({ from, to, count }) => ({
    at: to,
    words: t.trend.run(f.count(count), span(view, from, to), above(from)),
  }))
  const all = [...outside, ...inRuns]
    .sort((a, b) => report.periods.indexOf(b.at) - report.periods.indexOf(a.at))
    .map(({ words }) => words)
  if (all.length === 0) return t.trend.noneUnusual(unitOf(report))
  const more = all.length > mostNamed ? [t.trend.earlier(f.count(all.length - mostNamed))] : []
  return t.trend.unusualAre(f.list([...all.slice(0, mostNamed), ...more]))
}

function forecast(view: View, report: Report): string | null {
  const { t, f } = view.text
  const { forecast: found } = report.trend
  const next = found?.periods[0]
  if (!found || !next) return reason(view, report, ['forecast.tooFew'])
  const errors = f.twoPoints(found.modelError, found.sameAsLastError)
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

export interface TrendSentences {
  lead: string | null
  rest: string[]
}

export function trendSentences(view: View, report: Report): TrendSentences {
  const [lead, ...more] = direction(view, report)
  const zone = shownCalendar(view.state).timeZone
  const launchNotes = report.notes.filter((note) => note.code.startsWith('launch.'))
  const rest = [
    bothHold(view, report),
    ...more,
    unusual(view, report),
    forecast(view, report),
    ...report.launches.map((launch) => launchSentence(view, launch)),
    ...launchNotes.map((note) => noteText(note, view.text, zone)),
  ].filter((sentence) => sentence !== null)
  return { lead: lead ?? null, rest }
}

export function trendSays(view: View, report: Report) {
  const { t } = view.text
  const { lead, rest } = trendSentences(view, report)
  if (!lead && rest.length === 0) return nothing
  return html`<div class="says" role="group" aria-label=${t.trend.says}>
    ${lead ? html`<p>${lead}</p>` : nothing}
    <ul class="soft">${rest.map((sentence) => html`<li>${sentence}</li>`)}</ul>
    ${launchSegments(view, report)}
  </div>`
}
