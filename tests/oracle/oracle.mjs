/**
 * Runs the SQL over many data sets at once and gives, for each, the part of the report that
 * SQL can know: ledger sums, of every period and the headline the counts, interval, band,
 * distances and change, and the journeys (journeys.mjs).
 *
 * A data set is { settings, files: [{ name, rows }] }. A row of a plan history is [customer, date,
 * plan, value, quantity], one of subscriptions goes on with [end, status, subscription] and has its
 * start as the date; cells are text, null where there is no such column.
 */
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { addJourneys, journeyDefinitions } from './journeys.mjs'
import { offsets } from './zones.mjs'

const definitions = ['rows', 'history', 'subscriptions', 'counts']
  .map((name) => readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8'))
  .concat(journeyDefinitions)
const CELLS = 8

const tables = {
  cells:
    'ds INTEGER, file INTEGER, line INTEGER, customer VARCHAR, date VARCHAR, plan VARCHAR, value VARCHAR, quantity VARCHAR, ends VARCHAR, status VARCHAR, subscription VARCHAR',
  config:
    'ds INTEGER, shape VARCHAR, cancellations BOOLEAN, period VARCHAR, fiscal_start INTEGER, zone VARCHAR, data_until VARCHAR, today VARCHAR, bridge_days INTEGER, prospects BOOLEAN, base VARCHAR, numerator VARCHAR',
  statuses: 'ds INTEGER, status VARCHAR, meaning VARCHAR',
  plans: 'ds INTEGER, plan VARCHAR, role VARCHAR, tier INTEGER',
  offsets: 'zone VARCHAR, from_s BIGINT, until_s BIGINT, offset_s INTEGER, previous_s INTEGER',
}

async function fill(connection, table, rows) {
  await connection.run(`CREATE TABLE ${table} (${tables[table]})`)
  const kinds = tables[table].split(', ').map((column) => column.split(' ')[1])
  const appender = await connection.createAppender(table)
  for (const row of rows) {
    row.forEach((cell, i) => {
      if (cell === null || cell === undefined) appender.appendNull()
      else if (kinds[i] === 'INTEGER') appender.appendInteger(cell)
      else if (kinds[i] === 'BIGINT') appender.appendBigInt(BigInt(cell))
      else if (kinds[i] === 'BOOLEAN') appender.appendBoolean(cell)
      else appender.appendVarchar(cell)
    })
    appender.endRow()
  }
  appender.closeSync()
}

/** Whether the end column says when somebody cancelled, and a status tells whether that has come. */
function hasCancellations({ files }) {
  const mapping = files?.[0]?.mapping
  return Boolean(mapping?.status && /cancel/i.test(mapping.end ?? ''))
}

async function load(connection, sets) {
  const cells = []
  const config = []
  const statuses = []
  const plans = []
  const zones = new Set()
  sets.forEach(({ settings: s, files }, ds) => {
    files.forEach(({ rows }, file) => {
      for (const [line, row] of rows.entries()) {
        cells.push([ds, file, line, ...row, ...Array(CELLS - row.length).fill(null)])
      }
    })
    const zone = s.timeZone ?? 'UTC'
    zones.add(zone)
    config.push([
      ds,
      s.files?.[0]?.shape ?? 'planHistory',
      hasCancellations(s),
      s.period ?? 'month',
      s.fiscalStartMonth ?? 1,
      zone,
      s.dataUntil ?? null,
      s.today,
      s.bridgeDays ?? 1,
      s.prospectsAreCustomers ?? false,
      s.base ?? 'opening',
      s.numerator ?? 'upgraded',
    ])
    for (const each of s.statuses ?? []) statuses.push([ds, each.status, each.as])
    for (const p of s.plans) plans.push([ds, p.plan, p.role, p.tier ?? null])
  })
  await fill(connection, 'cells', cells)
  await fill(connection, 'config', config)
  await fill(connection, 'statuses', statuses)
  await fill(connection, 'plans', plans)
  await fill(
    connection,
    'offsets',
    [...zones].flatMap((zone) =>
      offsets(zone).map((o) => [zone, o.from, o.until, o.offset, o.previous]),
    ),
  )
  await connection.run(`ALTER TABLE config ALTER data_until TYPE DATE; ALTER TABLE config ALTER today TYPE DATE;
    CREATE OR REPLACE TABLE offsets AS SELECT zone, offset_s, previous_s,
      TIMESTAMP '1970-01-01' + to_seconds(from_s) AS from_utc,
      TIMESTAMP '1970-01-01' + to_seconds(until_s) AS until_utc FROM offsets`)
}

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
  await addJourneys((query) => rows(connection, query), sets, reports)
  connection.closeSync()
  return reports
}
