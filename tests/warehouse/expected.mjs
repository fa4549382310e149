/**
 * What the aggregates table must say, from the product's own report of the same rows: a map from a
 * row's key (all columns but the value) to its value, or to null where the report keeps it to itself.
 * Only rows that the report can tell.
 */
import { moneyDifferences } from './money.mjs'

const day = (instant, zone) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))

const key = (...cells) => cells.join('|')

const counts = [
  'opening',
  'closing',
  'joined',
  'left',
  'new',
  'reactivated',
  'converted',
  'prospects',
  'active',
  'eligible',
  'upgraded',
  'kept',
  'upsold',
  'upgradedOrUpsold',
  'upgradedNew',
  'upsoldNew',
  'upgradedOrUpsoldNew',
  'upgradeEvents',
  'downgraded',
  'churned',
]

const baseKnown = ({ notes }) => !notes.some(({ code }) => code === 'base.incomplete')

export function expected(report) {
  const rows = new Map()
  const zone = report.settings.timeZone
  const put = (part, start, end, name, other, currency, measure, value) =>
    rows.set(
      key(part, start, end, name, other, currency, measure),
      value === null ? null : String(value),
    )
  const about = (measure, value) => put('about', '', '', '', '', '', measure, value)
  const { ledger, data } = report
  about('rows', ledger.rows)
  for (const fate of ['used', 'duplicate', 'superseded', 'ignored', 'rejected'])
    about(fate, ledger[fate])
  about('customers', data.customers)
  if (data.firstInstant) about('firstInstant', data.firstInstant)
  if (data.lastInstant) about('lastInstant', data.lastInstant)
  about('dataUntil', report.settings.dataUntil)
  if (data.shape === 'changes') about('baseKnown', baseKnown(report) ? 1 : 0)
  const period = (part, tierPart, each, name) => {
    const [start, end] = [day(each.start, zone), day(each.end, zone)]
    const c = each.counts ?? each
    for (const count of counts)
      if (c[count] !== undefined) put(part, start, end, name, '', '', count, c[count])
    if (part === 'period') put(part, start, end, '', '', '', 'partial', each.partial ? 1 : 0)
    for (const tier of each.byTier ?? c.byTier ?? [])
      for (const measure of ['opening', 'upgraded', 'downgraded', 'churned'])
        put(tierPart, start, end, tier.tier, '', '', measure, tier[measure])
  }
  for (const each of report.periods) period('period', 'periodTier', each, '')
  if (report.headline) period('headline', 'headlineTier', report.headline, report.headline.reason)
  journeys(report, put)
  stays(report, put)
  return rows
}

const PATHS = ['upgradePath', 'downgradePath', 'switchPath']

/** Segments of the headline, cohorts, waits and paths, as far as the report shows them. */
function journeys(report, put) {
  const zone = report.settings.timeZone
  const { headline, cohorts, timeToUpgrade } = report
  const window = headline && [day(headline.start, zone), day(headline.end, zone)]
  for (const plan of report.data.plans)
    put('plan', '', '', plan.plan, '', '', 'customers', plan.customers)
  for (const { column, rows } of (headline && report.segments) ?? [])
    for (const each of rows)
      for (const measure of ['opening', 'upgraded', 'downgraded', 'churned'])
        put('segment', ...window, column, each.value, '', measure, each[measure])
  for (const each of cohorts?.rows ?? []) {
    const days = [day(each.start, zone), day(each.end, zone)]
    put('cohort', ...days, '', '', '', 'customers', each.customers)
    for (const [age, count] of each.upgraded.entries())
      put('cohort', ...days, age, '', '', 'upgraded', count)
  }
  if (cohorts) put('cohortsUnknown', '', '', '', '', '', 'customers', cohorts.unknownStart)
  if (timeToUpgrade) {
    put('wait', '', '', '', '', '', 'newOnTopTier', timeToUpgrade.newOnTopTier)
    for (const ending of ['upgraded', 'churned', 'censored'])
      put('all waits', '', '', '', '', '', ending, timeToUpgrade[ending])
  }
  for (const each of report.paths ?? []) {
    const path = (measure, value) =>
      put(`${each.kind}Path`, ...window, each.from, each.to, '', measure, value)
    for (const measure of ['customers', 'events', 'valuedEvents']) path(measure, each[measure])
    if (each.value !== null && each.valuedEvents > 0) path('value', each.value.toFixed(6))
  }
}

/** Whether upgrades last, of the periods and of the headline. */
function stays({ settings, periods, headline, stickiness }, put) {
  if (!stickiness) return
  const add = (part, each, sticky) => {
    const days = [day(each.start, settings.timeZone), day(each.end, settings.timeZone)]
    const { churnAfterUpgrade: after, churnOfOthers: others } = sticky
    const say = (name, measure, value) => put(part, ...days, name, '', '', measure, value)
    say('', 'upgraded', sticky.upgraded)
    say('', 'churnsAfter', after.churns)
    say('', 'churnsOthers', others.churns)
    say('', 'secondsAfter', Math.round(after.customerDays * 86_400))
    say('', 'secondsOthers', Math.round(others.customerDays * 86_400))
    for (const stay of sticky.stays) {
      say(stay.days, 'observed', stay.observed)
      if (stay.stayed !== null) say(stay.days, 'stayed', stay.stayed)
    }
  }
  for (const [i, each] of periods.entries()) add('stay', each, stickiness.periods[i])
  if (headline) add('headlineStay', headline, stickiness.headline)
}

/** The waits by day add up to what the report says of them. */
function summedWaits(table) {
  const sums = { upgraded: 0, churned: 0, censored: 0 }
  for (const [part, , , name, , , measure, value] of table)
    if (part === 'wait' && name) sums[measure] += Number(value)
  return Object.entries(sums).map(([ending, sum]) => [
    key('all waits', '', '', '', '', '', ending),
    String(sum),
  ])
}

/** Lines that tell how the table differs; parts that the report cannot tell are passed over. */
export function differences(report, table, parts) {
  const wanted = expected(report)
  const found = new Map(
    table.map((row) => [
      key(...row.slice(0, 7).map((cell) => cell ?? '')),
      row[7] === null ? '' : String(row[7]),
    ]),
  )
  for (const [name, value] of summedWaits(table)) found.set(name, value)
  const lines = []
  for (const [name, value] of wanted)
    if (value !== null && (found.get(name) ?? '0') !== value)
      lines.push(`${name}: report ${value}, SQL ${found.get(name)}`)
  const tiers = baseKnown(report) ? ['periodTier', 'headlineTier'] : []
  const told = new Set(parts ?? ['period', 'headline', ...tiers, ...PATHS])
  const all = new Set([...counts, 'partial'])
  for (const [name, value] of found) {
    const [part, , , , , , measure] = name.split('|')
    if (!told.has(part) || (/^(period|headline)$/.test(part) && !all.has(measure))) continue
    if (PATHS.includes(part) && measure === 'value') continue
    if (!wanted.has(name) && value !== '0') lines.push(`${name}: not in the report, SQL ${value}`)
  }
  return [...lines, ...moneyDifferences(report, table, day)]
}
