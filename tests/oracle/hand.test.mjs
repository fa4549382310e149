/**
 * The SQL against the figures made by hand: every case folder that is a plan history in plain CSV
 * with its plans given. What the SQL does not know (statistics, labels, segments and filters) is left
 * out.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { comparable } from './journeys.mjs'
import { differences } from './match.mjs'
import { oracle } from './oracle.mjs'

const root = new URL('../data/', import.meta.url)
const columns = [['customer'], ['date'], ['plan'], ['value', 'mrr'], ['quantity', 'seats']]

function readCsv(text) {
  const [header, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const places = columns.map((names) => header.findIndex((name) => names.includes(name)))
  return lines.map((cells) => places.map((place) => (place < 0 ? null : (cells[place] ?? ''))))
}

/** What both hold, all the way down. */
function shared(expected, found) {
  if (Array.isArray(expected))
    return expected.map((each, i) => (found?.[i] === undefined ? each : shared(each, found[i])))
  if (expected === null || found === null || typeof expected !== 'object') return expected
  return Object.fromEntries(
    Object.entries(expected)
      .filter(([name]) => name in found)
      .map(([name, value]) => [name, shared(value, found[name])]),
  )
}

function known(expected, report) {
  const { cohorts, timeToUpgrade, paths, stickiness } = comparable(expected)
  const journeys = { cohorts, timeToUpgrade, paths, stickiness }
  const names = new Set(Object.keys(report.periods[0]))
  const only = (period) =>
    Object.fromEntries(Object.entries(period).filter(([name]) => names.has(name)))
  const sums = Object.keys(report.ledger)
  return {
    ...(expected.ledger && {
      ledger: Object.fromEntries(sums.map((name) => [name, expected.ledger[name]])),
    }),
    ...(expected.headline && {
      headline: { ...only(expected.headline), reason: expected.headline.reason },
    }),
    ...(expected.periods && { periods: expected.periods.map(only) }),
    ...shared(
      Object.fromEntries(Object.entries(journeys).filter(([, value]) => value !== undefined)),
      report,
    ),
  }
}

function cases() {
  const found = []
  for (const name of readdirSync(root)) {
    const folder = new URL(`${name}/`, root)
    const texts = name.includes('.')
      ? []
      : readdirSync(folder)
          .filter((each) => /^input.*\.csv$/.test(each))
          .sort()
          .map((each) => readFileSync(new URL(each, folder), 'utf8'))
    if (!texts[0]?.startsWith('customer,date,plan')) continue
    for (const file of readdirSync(folder).filter((each) => each.startsWith('settings'))) {
      const settings = JSON.parse(readFileSync(new URL(file, folder)))
      const answer = new URL(file.replace('settings', 'expected'), folder)
      if (!settings.plans || settings.filters || !existsSync(answer)) continue
      const files = texts.map((text) => ({ rows: readCsv(text) }))
      if (settings.files?.[0].mapping.quantity === null)
        for (const row of files[0].rows) row[4] = null
      found.push({
        name: `${name} ${file}`,
        set: { settings, files },
        expected: JSON.parse(readFileSync(answer)),
      })
    }
  }
  return found
}

test('the SQL gives the figures made by hand', async () => {
  const all = cases()
  assert.ok(all.length >= 40, `only ${all.length} cases found`)
  const reports = await oracle(all.map((each) => each.set))
  const wrong = all.flatMap(({ name, expected }, i) =>
    differences(known(expected, reports[i]), reports[i], name, 1),
  )
  assert.deepEqual(wrong, [])
})
