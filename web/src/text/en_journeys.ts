/** The words of the views that follow customers: paths, cohorts, waiting time, and whether upgrades last. */
import type { Path } from '../engine/documents_journeys.js'
import type { Format } from './format.js'
import { isolate } from './isolate.js'

const customers = (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'customer', 'customers')}`
const days = (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'day', 'days')}`
const people = (n: number, f: Format) => (n === 0 ? 'nobody' : f.count(n))
const during = (when: string | null) => (when ? ` in ${when}` : '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Unit = 'month' | 'quarter'

/** Age 0 is the month or quarter they began in. */
const byAge = (unit: Unit, age: number, f: Format) =>
  age === 0
    ? `by the end of the ${unit} they began in`
    : `by the end of ${unit} ${f.count(age)} after the one they began in`

export const journeys = {
  why: 'Why',
  whySubtitle: 'which customers upgrade, who moved where, and how long it took',
  good: 'Is it a good rate?',
  goodSubtitle: 'what stands beside it',
  asTable: 'As a table',
  customers: 'Customers',
  customersOf: customers,
  share: 'Share',
  interval: 'Interval',
  days: 'Days',
  daysOf: days,
  countsOnly: 'Fewer than 5 customers: counts only.',
  countOf: (part: string, whole: string) => `${part} of ${whole}`,

  paths: 'Paths from plan to plan',
  pathsOfAll: 'all customers, also those who began in that time',
  pathsLabel: 'Moves from plan to plan. The arrow keys go from move to move.',
  pathsNeedHeadline: 'Paths need a finished period that leads, and this data has none yet.',
  pathsNone: (when: string | null) => `Nobody changed plan${during(when)}.`,
  pathsSay: (up: string | null, down: string | null, across: string | null, when: string | null) =>
    `${when ? `In ${when}, ` : ''}${[
      up ? `the most frequent move up was ${up}` : 'nobody moved up',
      down ? `the most frequent move down ${up ? '' : 'was '}${down}` : 'nobody moved down',
      ...(across ? [`the most frequent switch ${up || down ? '' : 'was '}${across}`] : []),
    ].join(', ')}.`.replace(/^./, (first) => first.toUpperCase()),
  pathTop: (names: string, n: number, each: boolean, f: Format) =>
    `${names} (${customers(n, f)}${each ? ' each' : ''})`,
  pathsAlike: (n: number, f: Format) => `any of ${f.count(n)} alike`,
  path: (from: string, to: string) => `${isolate(from)} → ${isolate(to)}`,
  kinds: { upgrade: 'upgrade', downgrade: 'downgrade', switch: 'switch' } as {
    [k in Path['kind']]: string
  },
  kind: 'Move',
  from: 'From',
  to: 'To',
  corner: 'from ↓ to →',
  events: 'Times',
  eventsOf: (n: number, f: Format) => f.plural(n, 'once', `${f.count(n)} times`),
  value: 'Value a month',
  valueOf: (value: string) => `${value} a month`,
  valuedOf: (part: string, whole: string) => `value known for ${part} of ${whole} moves`,
  valueUnknown: 'value not known',

  cohorts: 'Cohorts',
  cohortsLabel: 'Share upgraded by cohort and age. The arrow keys go from cell to cell.',
  cohortsSubtitle: {
    month: 'share that had upgraded, by month begun and months since',
    quarter: 'share that had upgraded, by quarter begun and quarters since',
  },
  cohort: 'Began in',
  age: { month: 'Months since', quarter: 'Quarters since' },
  cohortOne: (name: string, n: number, share: string, unit: Unit, age: number, f: Format) =>
    `Of the ${customers(n, f)} who began in ${name}, ${share} had upgraded ${byAge(unit, age, f)}.`,
  cohortAlike: (count: string, share: string, unit: Unit, age: number, f: Format) =>
    `In all ${count} cohorts that can be compared, ${share} had upgraded ${byAge(unit, age, f)}.`,
  cohortRange: (
    low: { name: string; share: string; counts: string },
    high: { name: string; share: string; counts: string },
    unit: Unit,
    age: number,
    f: Format,
  ) =>
    `${capital(byAge(unit, age, f))}, between ${low.share} (${low.name}, ${low.counts}) and ${high.share} (${high.name}, ${high.counts}) of a cohort had upgraded.`,
  cohortsNotYet: (n: number, f: Format) =>
    `${f.count(n)} ${f.plural(n, 'cohort', 'cohorts')}, and none has 5 customers and a finished period yet.`,
  cohortCell: (unit: Unit, age: number, f: Format) => `${unit} ${f.count(age)}`,
  stillRunning: 'still running',
  darker: (share: string) => `the stronger the colour, the larger the share, up to ${share}`,
  hatched: 'hatched: that period is not over',
  outlined: 'outlined: fewer than 5 customers, counts only',
  showAll: (n: string) => `Show all ${n} cohorts`,
  showLatest: (n: string) => `Show the latest ${n}`,
  latestOf: (n: string, all: string) => `The latest ${n} of ${all} cohorts.`,
  unknownStart: (n: number, f: Format) =>
    `${customers(n, f)} began before the data and ${f.plural(n, 'is', 'are')} left out.`,

  time: 'Time to the first upgrade',
  timeLabel: 'Share upgraded by days since beginning. Left and right arrow keys read the days.',
  timeMedian: (median: string, range: string | null) =>
    `Half of the new customers had upgraded after ${median}${range ? ` (${range})` : ''}.`,
  medianRange: (level: string, low: string, high: string | null) =>
    high
      ? `${level} interval ${low} – ${high} days`
      : `${level} interval from ${low} on, in days; no upper limit yet`,
  timeShare: (after: string, share: string, range: string | null) =>
    `Fewer than half of the new customers upgraded: after ${after} ${share} had${range ? ` (${range})` : ''}.`,
  timeCounts: (all: number, up: number, left: number, neither: number, f: Format) =>
    `Of ${f.plural(all, '1 new customer', `${f.count(all)} new customers`)}, ${people(up, f)} upgraded, ${people(left, f)} left first, and ${people(neither, f)} still ${neither === 0 ? 'waits' : f.plural(neither, 'waits', 'wait')}.`,
  newOnTop: (n: number, f: Format) =>
    `${customers(n, f)} began on the top plan and ${f.plural(n, 'is', 'are')} left out.`,
  afterDays: (n: number, f: Format) => `After ${days(n, f)}`,
  upgradedLine: 'upgraded',
  leftLine: 'left first',
  leftBy: (share: string) => `${share} left first`,
  watched: 'Still waiting',
  watchedOf: (n: string) => `${n} still waiting`,
  medianMark: (median: string) => `median ${median}`,
  daysAxis: 'days since they began',
  curve: 'The whole curve as a table',

  beside: 'Kept, moved down, left',
  besideLabel: 'Counts beside the rate. Up and down arrow keys read them.',
  besideSay: (
    up: number,
    kept: number,
    down: number,
    left: number,
    when: string | null,
    f: Format,
  ) => {
    const others = `${people(down, f)} moved down and ${people(left, f)} left${left === 0 ? '' : ' at some time'}`
    if (up === 0) return `Nobody upgraded${during(when)}; ${others}.`
    return `Of ${customers(up, f)} who upgraded${during(when)}, ${people(kept, f)} had kept it at the end; beside them ${others}.`
  },
  counts: {
    upgraded: 'upgraded',
    kept: 'kept at the end',
    downgraded: 'moved down',
    churned: 'left at some time',
  },
  what: 'What',

  stays: 'Do upgrades last?',
  staysLabel: 'Still upgraded after some days. Up and down arrow keys read them.',
  staysSay: (n: number, when: string | null, list: string, f: Format) =>
    `Of ${customers(n, f)} who upgraded${during(when)}, still on that tier or a higher one: ${list}.`,
  stayedAfter: (count: string, share: string | null, after: string) =>
    `${count}${share ? ` (${share})` : ''} after ${after}`,
  staysLatest: 'The latest period for which these days are over for all who upgraded.',
  notAllYet: 'not over for all yet',
  observed: 'Day reached by',
  stayed: 'Still upgraded',
  whole: 'Upgraded',

  leaving: 'Who leaves: the upgraded and the others',
  leavingLabel: 'Churn after an upgrade and of the others. Up and down arrow keys read them.',
  leavingSay: (after: string, others: string) =>
    `After an upgrade ${after}; of the others ${others}.`,
  leavingRate: (rate: string) => `${rate} left per 30 days`,
  leavingCount: (n: number, f: Format) => `${people(n, f)} left`,
  leavingNobody: 'there was nobody to leave',
  leavingHint: 'This shows what goes together, not what causes what.',
  afterUpgrade: 'after an upgrade',
  ofOthers: 'the others',
  churns: 'Left',
  customerDays: 'Customer-days',
  per30: 'Per 30 days',
}
