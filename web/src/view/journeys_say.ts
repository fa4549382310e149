/**
 * One sentence for each view that follows customers: what it shows for this data, or what it needs.
 * Composed from figures of the report; a share over fewer than five customers is not written.
 */
import type { Report } from '../engine/documents.js'
import type {
  Cohort,
  Cohorts,
  Path,
  Stickiness,
  TimeToUpgrade,
} from '../engine/documents_journeys.js'
import { noteText } from '../text/codes.js'
import { shownCalendar, type View } from './context.js'

/** Below so many customers only counts are shown. */
export const leastForShare = 5

/** The sentence of a code, as beside the notes. */
export const reason = (view: View, code: string): string =>
  noteText({ code, severity: 'info', params: {} }, view.text, shownCalendar(view.state).timeZone)

/** The path or paths of a kind that most customers took. */
function mostTaken(view: View, paths: readonly Path[], kind: Path['kind']): string | null {
  const { t, f } = view.text
  const ofKind = paths.filter((path) => path.kind === kind)
  const most = Math.max(0, ...ofKind.map((path) => path.customers))
  const top = ofKind.filter((path) => path.customers === most)
  if (top.length === 0) return null
  const names =
    top.length > 3
      ? t.journeys.pathsAlike(top.length, f)
      : f.list(top.map(({ from, to }) => t.journeys.path(from, to)))
  return t.journeys.pathTop(names, most, top.length > 1, f)
}

export function pathsSay(view: View, paths: readonly Path[] | null, when: string | null): string {
  const { t } = view.text
  if (!paths) return t.journeys.pathsNeedHeadline
  if (paths.length === 0) return t.journeys.pathsNone(when)
  const [up, down, across] = (['upgrade', 'downgrade', 'switch'] as const).map((kind) =>
    mostTaken(view, paths, kind),
  )
  return t.journeys.pathsSay(up ?? null, down ?? null, across ?? null, when)
}

/** A year on, where several cohorts have come so far; else the latest age that some have. */
function compared(rows: readonly Cohort[], unit: Cohorts['unit']) {
  const year = unit === 'month' ? 12 : 4
  for (const needed of [3, 2, 1])
    for (let age = year; age >= 0; age--) {
      const found = rows.filter((row) => row.customers >= leastForShare && row.complete > age)
      if (found.length >= needed) return { age, rows: found }
    }
  return null
}

export const cohortName = (view: View, cohorts: Cohorts, cohort: Cohort): string =>
  view.text.f.period(cohort, { ...shownCalendar(view.state), unit: cohorts.unit })

export function cohortsSay(view: View, cohorts: Cohorts): string {
  const { t, f } = view.text
  const { unit, rows } = cohorts
  if (rows.length === 0) return reason(view, cohorts.why[0] ?? 'cohorts.nobody')
  const found = compared(rows, unit)
  if (!found) return t.journeys.cohortsNotYet(rows.length, f)
  const { age } = found
  const share = (row: Cohort) => row.shares[age] ?? 0
  const ordered = found.rows.toSorted((a, b) => share(a) - share(b))
  const [low, high] = [ordered[0] as Cohort, ordered.at(-1) as Cohort]
  const told = (row: Cohort) => ({
    name: cohortName(view, cohorts, row),
    share: f.rate(share(row)),
    counts: t.journeys.countOf(f.count(row.upgraded[age]), f.count(row.customers)),
  })
  if (ordered.length === 1)
    return t.journeys.cohortOne(told(low).name, low.customers, told(low).share, unit, age, f)
  if (share(low) === share(high))
    return t.journeys.cohortAlike(f.count(ordered.length), told(low).share, unit, age, f)
  return t.journeys.cohortRange(told(low), told(high), unit, age, f)
}

export function timeSay(view: View, report: Report, time: TimeToUpgrade): string {
  const { t, f } = view.text
  const { customers, upgraded, churned, censored, median } = time
  if (customers === 0) return reason(view, 'timeToUpgrade.nobody')
  const after = time.atDays.findLast((point) => point.share !== null)
  if (customers < leastForShare || (median.days === null && !after))
    return t.journeys.timeCounts(customers, upgraded, churned, censored, f)
  if (median.days !== null) {
    const level = f.percent(report.settings.level ?? 0.95, 0)
    const high = median.high === null ? null : f.count(median.high)
    const range =
      median.low === null ? null : t.journeys.medianRange(level, f.count(median.low), high)
    return t.journeys.timeMedian(t.journeys.daysOf(median.days, f), range)
  }
  return t.journeys.timeShare(
    t.journeys.daysOf(after?.days ?? 0, f),
    f.rate(after?.share ?? null),
    after?.interval ? f.interval(after.interval) : null,
  )
}

export function staysSay(view: View, found: Stickiness, when: string | null): string {
  const { t, f } = view.text
  if (found.upgraded === 0) return reason(view, 'stickiness.nobodyUpgraded')
  const told = found.stays.flatMap(({ days, stayed, share }) => {
    if (stayed === null) return []
    const written = share === null || found.upgraded < leastForShare ? null : f.rate(share)
    return [t.journeys.stayedAfter(f.count(stayed), written, t.journeys.daysOf(days, f))]
  })
  if (told.length === 0) return reason(view, 'stickiness.notYet')
  return t.journeys.staysSay(found.upgraded, when, f.list(told), f)
}

/** `opening`: of whom the others are. */
export function leavingSay(view: View, found: Stickiness, opening: number | null): string {
  const { t, f } = view.text
  const { churnAfterUpgrade: after, churnOfOthers: others } = found
  if (after.per30Days === null && others.per30Days === null)
    return reason(view, 'stickiness.noTime')
  const words = (rate: Stickiness['churnOfOthers'], customers: number) =>
    rate.per30Days === null
      ? t.journeys.leavingNobody
      : customers < leastForShare
        ? t.journeys.leavingCount(rate.churns, f)
        : t.journeys.leavingRate(f.rate(rate.per30Days))
  return t.journeys.leavingSay(words(after, found.upgraded), words(others, opening ?? 0))
}
