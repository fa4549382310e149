/**
 * Reads what journeys.sql found into the shape of the report: cohorts, timeToUpgrade, paths and
 * stickiness, as far as SQL knows them.
 */
const instant = (column) => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`
const number = (value) => (value === null ? null : Number(value))
const numbers = (row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, number(v)]))

/** Plan names are compared like the spellings of one plan. */
const planKey = (name) =>
  name
    .toLowerCase()
    .replace(/[ _./-]+/g, ' ')
    .trim()

const pathOrder = (a, b) => (`${a.kind}|${a.from}|${a.to}` < `${b.kind}|${b.from}|${b.to}` ? -1 : 1)

/** A report whose paths can be compared: plans by key, in an order of their own. */
export function comparable(report) {
  if (!report?.paths) return report
  const paths = report.paths
    .map((path) => ({ ...path, from: planKey(path.from), to: planKey(path.to) }))
    .sort(pathOrder)
  return { ...report, paths }
}

function empty(report, settings) {
  const long = settings.period === 'quarter' || settings.period === 'year'
  report.cohorts = { unit: long ? 'quarter' : 'month', rows: [], unknownStart: 0 }
  report.timeToUpgrade = {
    customers: 0,
    upgraded: 0,
    churned: 0,
    censored: 0,
    newOnTopTier: 0,
    unknownStart: 0,
    lastDay: null,
    atDays: [30, 90, 180, 365].map((days) => ({ days, watched: 0, share: null })),
    curve: [],
  }
  report.paths = report.headline ? [] : null
  report.stickiness = { headline: null, periods: [] }
}

async function addCohorts(rows, reports) {
  for (const { ds, start, end, customers, upgraded, shares, complete } of await rows(
    `SELECT * REPLACE (${instant('start')} AS start, ${instant('"end"')} AS "end") FROM cohorts ORDER BY ds, cohorts.start`,
  ))
    reports[ds].cohorts.rows.push({
      start,
      end,
      customers: number(customers),
      upgraded: upgraded.map(Number),
      shares: shares.map(Number),
      complete: number(complete),
    })
}

async function addWaits(rows, reports) {
  for (const { ds, ending, n, last } of await rows(
    'SELECT ds, ending, count(*) AS n, max(days) AS last FROM waits GROUP BY ALL',
  )) {
    const time = reports[ds].timeToUpgrade
    time[ending === 'top' ? 'newOnTopTier' : ending] = number(n)
    if (ending === 'top') continue
    time.customers += number(n)
    time.lastDay = Math.max(time.lastDay ?? 0, number(last))
  }
  for (const { ds, ...point } of await rows('SELECT * FROM curves ORDER BY ds, days'))
    reports[ds].timeToUpgrade.curve.push(numbers(point))
  for (const { ds, ...age } of await rows('SELECT * FROM ages')) {
    const { atDays } = reports[ds].timeToUpgrade
    Object.assign(
      atDays.find((each) => each.days === age.days),
      numbers(age),
    )
  }
}

async function addPaths(rows, reports) {
  for (const { ds, kind, from, to, ...sums } of await rows('SELECT * FROM paths'))
    reports[ds].paths.push({ kind, from, to, ...numbers(sums) })
  for (const report of reports) report.paths?.sort(pathOrder)
}

const churnRate = (churns, customerDays) => ({
  churns,
  customerDays,
  per30Days: customerDays > 0 ? (churns / customerDays) * 30 : null,
})

async function addStickiness(rows, reports) {
  const byKey = new Map()
  for (const row of await rows(
    `SELECT * REPLACE (${instant('start')} AS start) FROM churn ORDER BY ds, churn.start`,
  )) {
    const sticky = {
      upgraded: 0,
      stays: [30, 90, 180].map((days) => ({ days, observed: 0, stayed: null, share: null })),
      churnAfterUpgrade: churnRate(number(row.after_n), number(row.after_days)),
      churnOfOthers: churnRate(number(row.others_n), number(row.others_days)),
    }
    const { stickiness } = reports[row.ds]
    if (row.part === 'headline') stickiness.headline = sticky
    else stickiness.periods.push(sticky)
    byKey.set(`${row.ds} ${row.part} ${row.start}`, sticky)
  }
  for (const row of await rows(`SELECT * REPLACE (${instant('start')} AS start) FROM stays`)) {
    const sticky = byKey.get(`${row.ds} ${row.part} ${row.start}`)
    sticky.upgraded = number(row.upgraded)
    const stay = sticky.stays.find((each) => each.days === row.days)
    stay.observed = number(row.observed)
    stay.stayed = number(row.stayed)
    stay.share = stay.stayed === null ? null : stay.stayed / sticky.upgraded
  }
}

/** Adds the four to the reports, which are in the order of the sets. `rows` runs a query. */
export async function addJourneys(rows, sets, reports) {
  for (const [i, { settings }] of sets.entries()) empty(reports[i], settings)
  await addCohorts(rows, reports)
  await addWaits(rows, reports)
  await addPaths(rows, reports)
  await addStickiness(rows, reports)
}
