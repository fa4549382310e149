/**
 * What every contender must agree on: per month, per quarter and over the last twelve months, as
 * text by "unit start", so that two contenders compare by equality. A rate counts as the same when
 * it differs by no more than the last digits of a division.
 */
import assert from 'node:assert/strict'

const COUNTS = [
  ...['opening', 'closing', 'joined', 'left', 'new', 'reactivated', 'eligible'],
  ...['upgraded', 'kept', 'downgraded', 'churned'],
]
const RATE_DIGITS = 13

const row = (/** @type {{ [name: string]: any }} */ figures) =>
  [
    ...COUNTS.map((name) => `${name} ${Number(figures[name])}`),
    `rate ${figures.rate === null ? null : Number(figures.rate).toPrecision(RATE_DIGITS)}`,
  ].join(', ')

/** Of a peer's rows. */
const ofRows = (/** @type {{ [name: string]: any }[]} */ rows) =>
  rows.map((figures) => [`${figures.unit} ${figures.start}`, row(figures)])

/** Of the product's reports by month and by quarter. */
function ofReports([months, quarters]) {
  const named = (unit, periods) =>
    periods.map((period) => [`${unit} ${period.start.slice(0, 10)}`, row(period)])
  return [
    ...named('month', months.periods),
    ...named('quarter', quarters.periods),
    ...named('headline', [months.headline]),
  ]
}

/** @param {{ reports?: object[], figures?: object[] }} answer */
export function figuresOf({ reports, figures }) {
  return new Map((reports ? ofReports(reports) : ofRows(figures)).sort())
}

/** Stops the run where a contender differs, with the first difference. */
export function assertSameFigures(name, found, wanted) {
  assert.ok(wanted.size > 10, 'There are figures to compare.')
  for (const period of new Set([...wanted.keys(), ...found.keys()]))
    assert.ok(
      found.get(period) === wanted.get(period),
      `${name} differs in ${period}: ${found.get(period)} instead of ${wanted.get(period)}`,
    )
}

/** How many figures were compared. */
export const figureCount = (figures) => figures.size * (COUNTS.length + 1)
