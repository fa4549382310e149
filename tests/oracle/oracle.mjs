/**
 * Runs the SQL over many data sets at once and gives, for each, the part of the report that
 * SQL can know: ledger sums, of every period and the headline the counts, interval, band,
 * distances and change, and the journeys (journeys.mjs).
 *
 * A data set is { settings, files: [{ name, rows }] }. A row is [customer, date, plan, value, quantity,
 * end, status, subscription, interval, currency, segment, segment]; of a subscription the date is the
 * start. Cells are text, null where there is no such column, and those at the end may be missing.
 */
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { addJourneys } from './journeys.mjs'
import { load } from './load.mjs'
import { addMoney, addSegments } from './slices.mjs'

const definitions = [
  'rows',
  'lanes',
  'history',
  'subscriptions',
  'timeline',
  'periods',
  'filters',
  'counts',
  'money',
  'journeys',
].map((name) => readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8'))

const instant = (column) => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`

async function rows(connection, query) {
  return (await connection.runAndReadAll(query)).getRowObjectsJson()
}

const numbers = (row, names) => {
  for (const name of names) row[name] = row[name] === null ? null : Number(row[name])
  return row
}

/** Adds interval, band, distances and change to the periods. A rate that is no share has no interval. */
async function judge(connection, sets, byKey) {
  for (const v of await rows(
    connection,
    `SELECT * REPLACE (${instant('start')} AS start) FROM verdicts`,
  )) {
    const period = byKey.get(`${v.ds} ${v.part} ${v.start}`)
    period.band = v.band
    if (!period.partial) period.interval = v.low === null ? null : [v.low, v.high]
    if (v.share && !period.partial)
      Object.assign(
        period,
        numbers({ toNextBand: v.toNextBand, toLowerBand: v.toLowerBand }, [
          'toNextBand',
          'toLowerBand',
        ]),
      )
    if (v.part === 'list') period.change = null
    // Weeks have no same week a year before that everybody would agree on.
    if (v.part === 'list' && sets[v.ds].settings.period !== 'week') period.changeYear = null
  }
  for (const c of await rows(
    connection,
    `SELECT * REPLACE (${instant('start')} AS start) FROM changes`,
  )) {
    const period = byKey.get(`${c.ds} list ${c.start}`)
    const change = { points: c.points, interval: [c.low, c.high], clear: c.low > 0 || c.high < 0 }
    if (c.since === 'before') period.change = change
    else period.changeYear = change
  }
}

/** The reports, one per data set, in order. */
export async function oracle(sets) {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  await load(connection, sets)
  for (const each of definitions) await connection.run(each)
  const reports = sets.map(() => ({ ledger: null, headline: null, periods: [] }))
  for (const { ds, ...sums } of await rows(connection, 'SELECT * FROM ledger'))
    reports[ds].ledger = sums
  const byKey = new Map()
  const counts = await rows(
    connection,
    `SELECT ds, part, ${instant('start')} AS start, ${instant('"end"')} AS "end",
    partial, reason, * EXCLUDE (ds, part, start, "end", partial, reason) FROM counts ORDER BY ds, counts.start`,
  )
  for (const { ds, part, start, end, partial, reason, ...figures } of counts) {
    const period = { start, end, partial, ...numbers(figures, Object.keys(figures)), byTier: [] }
    if (part === 'headline') reports[ds].headline = { ...period, reason }
    else reports[ds].periods.push(period)
    byKey.set(`${ds} ${part} ${start}`, part === 'headline' ? reports[ds].headline : period)
  }
  for (const { ds, part, start, ...row } of await rows(
    connection,
    `SELECT * REPLACE (${instant('start')} AS start) FROM tiers ORDER BY ds, start, tier`,
  )) {
    byKey.get(`${ds} ${part} ${start}`).byTier.push(numbers(row, Object.keys(row)))
  }
  await judge(connection, sets, byKey)
  await addMoney((query) => rows(connection, query), reports, byKey)
  await addSegments((query) => rows(connection, query), sets, reports)
  await addJourneys((query) => rows(connection, query), sets, reports)
  connection.closeSync()
  return reports
}
