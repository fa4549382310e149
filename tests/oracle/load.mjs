/**
 * Fills the tables that the SQL starts from (rows.sql tells what they hold).
 */
import { offsets } from './zones.mjs'

const CELLS = 12

const tables = {
  cells:
    'ds INTEGER, file INTEGER, line INTEGER, customer VARCHAR, date VARCHAR, plan VARCHAR, value VARCHAR, quantity VARCHAR, ends VARCHAR, status VARCHAR, subscription VARCHAR, billed VARCHAR, currency VARCHAR, segment1 VARCHAR, segment2 VARCHAR',
  config:
    'ds INTEGER, shape VARCHAR, cancellations BOOLEAN, period VARCHAR, fiscal_start INTEGER, zone VARCHAR, data_until VARCHAR, today VARCHAR, bridge_days INTEGER, prospects BOOLEAN, base VARCHAR, numerator VARCHAR, valued BOOLEAN, counted BOOLEAN, priced BOOLEAN, reporting VARCHAR, column1 VARCHAR, column2 VARCHAR, range_start VARCHAR, range_end VARCHAR',
  statuses: 'ds INTEGER, status VARCHAR, meaning VARCHAR',
  rates: 'ds INTEGER, currency VARCHAR, ten_thousandths INTEGER',
  filters: 'ds INTEGER, place INTEGER, what VARCHAR, wanted VARCHAR',
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

const places = { value: 3, quantity: 4, interval: 8 }

/** Whether any file has such a column: its cells are not null. */
const has = ({ files }, part) =>
  files.some(({ rows }) => (rows[0]?.[places[part]] ?? null) !== null)

/** Whether the end column says when somebody cancelled, and a status tells whether that has come. */
function hasCancellations({ files }) {
  const mapping = files?.[0]?.mapping
  return Boolean(mapping?.status && /cancel/i.test(mapping.end ?? ''))
}

function configOf(set, ds) {
  const { settings: s } = set
  const mapping = s.files?.[0]?.mapping ?? {}
  return [
    ds,
    s.files?.[0]?.shape ?? 'planHistory',
    hasCancellations(s),
    s.period ?? 'month',
    s.fiscalStartMonth ?? 1,
    s.timeZone ?? 'UTC',
    s.dataUntil ?? null,
    s.today,
    s.bridgeDays ?? 1,
    s.prospectsAreCustomers ?? false,
    s.base ?? 'opening',
    s.numerator ?? 'upgraded',
    has(set, 'value'),
    has(set, 'quantity'),
    has(set, 'interval'),
    s.reportingCurrency ?? null,
    mapping.segments?.[0] ?? null,
    mapping.segments?.[1] ?? null,
    s.range?.start ?? null,
    s.range?.end ?? null,
  ]
}

function filtersOf({ settings: s }, ds) {
  const segments = s.files?.[0]?.mapping?.segments ?? []
  return (s.filters ?? []).flatMap((filter, place) => {
    const what = filter.plan ? 'plan' : `column${segments.indexOf(filter.column) + 1}`
    return filter.in.map((wanted) => [ds, place, what, wanted])
  })
}

function rowsOf(set, ds) {
  const { settings: s, files } = set
  const padded = (row) => [...row, ...Array(CELLS - row.length).fill(null)]
  return {
    cells: files.flatMap(({ rows }, file) =>
      rows.map((row, line) => [ds, file, line, ...padded(row)]),
    ),
    config: [configOf(set, ds)],
    plans: s.plans.map((p) => [ds, p.plan, p.role, p.tier ?? null]),
    statuses: (s.statuses ?? []).map((each) => [ds, each.status, each.as]),
    rates: Object.entries(s.currencyRates ?? {}).map(([currency, rate]) => [
      ds,
      currency,
      Math.round(rate * 10_000),
    ]),
    filters: filtersOf(set, ds),
  }
}

export async function load(connection, sets) {
  const all = sets.map(rowsOf)
  for (const table of ['cells', 'config', 'plans', 'statuses', 'rates', 'filters'])
    await fill(
      connection,
      table,
      all.flatMap((each) => each[table]),
    )
  const zones = [...new Set(sets.map(({ settings }) => settings.timeZone ?? 'UTC'))]
  await fill(
    connection,
    'offsets',
    zones.flatMap((zone) =>
      offsets(zone).map((o) => [zone, o.from, o.until, o.offset, o.previous]),
    ),
  )
  await connection.run(`ALTER TABLE config ALTER data_until TYPE DATE; ALTER TABLE config ALTER today TYPE DATE;
    ALTER TABLE config ALTER range_start TYPE DATE; ALTER TABLE config ALTER range_end TYPE DATE;
    CREATE OR REPLACE TABLE offsets AS SELECT zone, offset_s, previous_s,
      TIMESTAMP '1970-01-01' + to_seconds(from_s) AS from_utc,
      TIMESTAMP '1970-01-01' + to_seconds(until_s) AS until_utc FROM offsets`)
}
