/**
 * Reads what money.sql and counts.sql found into the shape of the report: the value of each period,
 * and the headline by segment.
 */
const number = (value) => (value === null ? null : Number(value))
const numbers = (row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, number(v)]))
const some = (row) => Object.values(row).some((value) => typeof value === 'number' && value !== 0)

/** The lines of a bridge, by their names in the report. */
const lines = {
  new: 0,
  reactivation: 0,
  upgrade: 0,
  downgrade: 0,
  expansion: 0,
  contraction: 0,
  switch: 0,
  priceRise: 0,
  priceCut: 0,
  currencyChange: 0,
  churn: 0,
  unvalued: 0,
  upgradeValue: 0,
  upsellValue: 0,
}

/** Adds `value` to every period: per currency, where any figure is not 0. */
export async function addMoney(rows, reports, byKey) {
  const valued = new Set((await rows('SELECT ds FROM config WHERE valued')).map(({ ds }) => ds))
  for (const [key, period] of byKey)
    period.value = valued.has(Number(key.split(' ')[0])) ? {} : null
  for (const { ds, part, start, currency, ...row } of await rows(
    `SELECT * REPLACE (strftime(start, '%Y-%m-%dT%H:%M:%SZ') AS start) FROM money ORDER BY ALL`,
  )) {
    const found = numbers(row)
    for (const [line, none] of Object.entries(lines)) found[line] ??= none
    if (some(found)) byKey.get(`${ds} ${part} ${start}`).value[currency] = found
  }
  for (const report of reports)
    for (const period of [...report.periods, report.headline])
      if (period) period.currencies = period.value && Object.keys(period.value).sort()
}

const byValue = (a, b) => (a.value < b.value ? -1 : 1)

/** Adds `segments`: one table per segment column, its rows by value; null where no headline tells them apart. */
export async function addSegments(rows, sets, reports) {
  for (const [i, report] of reports.entries()) {
    const columns = sets[i].settings.files?.[0]?.mapping?.segments ?? []
    report.segments =
      report.headline || columns.length === 0
        ? columns.map((column) => ({ column, rows: [] }))
        : null
  }
  for (const { ds, segment_column: column, value, ...row } of await rows(
    'SELECT * FROM segments',
  )) {
    const figures = { value, ...numbers(row) }
    if (some(figures))
      reports[ds].segments.find((each) => each.column === column).rows.push(figures)
  }
  for (const { segments } of reports) for (const table of segments ?? []) table.rows.sort(byValue)
}

function comparablePeriod(period) {
  if (period?.value === undefined) return period
  if (period.value === null) return { ...period, currencies: null }
  const value = Object.fromEntries(Object.entries(period.value).filter(([, row]) => some(row)))
  return { ...period, value, currencies: Object.keys(value).sort() }
}

/** A report with segments by value, and without currencies and segments that are all 0. */
export function comparableSlices(report) {
  const same = { ...report }
  if (report.headline) same.headline = comparablePeriod(report.headline)
  if (report.periods) same.periods = report.periods.map(comparablePeriod)
  if (report.segments)
    same.segments = report.segments.map((table) => ({
      ...table,
      rows: table.rows.filter(some).sort(byValue),
    }))
  return same
}
