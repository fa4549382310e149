/**
 * The SQL against the figures made by hand: every case folder that is a plan history or a table of
 * subscriptions in plain CSV with its plans given. What the SQL does not know (statistics, labels) is
 * left out.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { readCase } from './case_files.mjs'
import { comparable } from './journeys.mjs'
import { differences } from './match.mjs'
import { oracle } from './oracle.mjs'
import { comparableSlices } from './slices.mjs'

const root = new URL('../data/', import.meta.url)
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
  const { cohorts, timeToUpgrade, paths, stickiness, segments } = comparable(expected)
  const journeys = {
    cohorts,
    timeToUpgrade,
    paths,
    stickiness,
    ...(segments?.length && { segments }),
  }
  const names = new Set(Object.keys(report.periods[0]))
  const only = (period) =>
    Object.fromEntries(Object.entries(period).filter(([name]) => names.has(name)))
  const sums = Object.keys(report.ledger)
  return {
    ...(expected.ledger && {
      ledger: Object.fromEntries(sums.map((name) => [name, expected.ledger[name]])),
    }),
    ...(expected.headline && { headline: shared(expected.headline, report.headline) }),
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
    if (name.includes('.')) continue
    const folder = new URL(`${name}/`, root)
    const texts = readdirSync(folder)
      .filter((each) => /^input.*\.csv$/.test(each))
      .sort()
      .map((each) => readFileSync(new URL(each, folder), 'utf8'))
    for (const file of readdirSync(folder).filter((each) => each.startsWith('settings'))) {
      const settings = JSON.parse(readFileSync(new URL(file, folder)))
      const answer = new URL(file.replace('settings', 'expected'), folder)
      const set = settings.plans && existsSync(answer) && readCase(texts, settings)
      if (set)
        found.push({ name: `${name} ${file}`, set, expected: JSON.parse(readFileSync(answer)) })
    }
  }
  return found
}

test('the SQL gives the figures made by hand', async () => {
  const all = cases()
  assert.ok(all.length >= 40, `only ${all.length} cases found`)
  const reports = await oracle(all.map((each) => each.set))
  const wrong = all.flatMap(({ name, expected }, i) =>
    differences(known(comparableSlices(expected), reports[i]), reports[i], name, 1),
  )
  assert.deepEqual(wrong, [])
})
