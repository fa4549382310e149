/**
 * The product against the SQL, on random plan histories and random tables of subscriptions, some with
 * prices, several currencies, segments, filters and a range (extras.mjs).
 *
 * All data sets of a shape go through one SQL run, then each through the built package. The first that
 * differs is cut down, rows first and settings after, as long as the two still differ, and
 * printed whole: the file, the settings, both answers.
 *
 * ORACLE_SETS (default 1000 of each shape) and ORACLE_SEED (default 1) choose how many and which. The
 * sweep to run after a change of the definitions, some minutes long, is
 *   ORACLE_SETS=2000 ORACLE_SEED=10001 node --test tests/oracle/compare.test.mjs
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { csv } from './draw.mjs'
import { dataSet } from './generate.mjs'
import { subscriptionSet } from './generate_subscriptions.mjs'
import { comparable } from './journeys.mjs'
import { differences } from './match.mjs'
import { oracle } from './oracle.mjs'
import { comparableSlices } from './slices.mjs'

const count = Number(process.env.ORACLE_SETS ?? 1000)
const firstSeed = Number(process.env.ORACLE_SEED ?? 1)
const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)

async function product(engine, { settings, files }) {
  await engine.load(
    files.map((file) => ({ name: file.name, data: csv(file) })),
    settings,
  )
  return engine.report(settings)
}

/** What differs, as lines; an error of the product is a difference too. */
async function compare(engine, set, expected) {
  try {
    const report = comparableSlices(comparable(await product(engine, set)))
    return differences(expected, report, 'report', 1)
  } catch (error) {
    return [`the product fails: ${error.code ?? ''} ${error.message}`]
  }
}

/** The set without some of its rows, or null when nothing is left to count. */
function without(set, from, length) {
  let place = 0
  const files = set.files
    .map((file) => ({
      ...file,
      rows: file.rows.filter(() => {
        place++
        return place <= from || place > from + length
      }),
    }))
    .filter((file) => file.rows.length > 0)
  if (files.length === 0) return null
  const names = new Set(files.map((file) => file.name))
  return {
    ...set,
    files,
    settings: { ...set.settings, files: set.settings.files.filter((file) => names.has(file.name)) },
  }
}

function fewerRows(set) {
  const rows = set.files.reduce((sum, file) => sum + file.rows.length, 0)
  const cuts = []
  for (
    let length = Math.ceil(rows / 2);
    length >= 1;
    length = length === 1 ? 0 : Math.ceil(length / 2)
  ) {
    for (let from = 0; from < rows; from += length) cuts.push(without(set, from, length))
  }
  return cuts.filter(Boolean)
}

const plain = {
  prospectsAreCustomers: false,
  bridgeDays: 1,
  fiscalStartMonth: 1,
  timeZone: 'UTC',
  base: 'opening',
  numerator: 'upgraded',
  period: 'month',
  dataUntil: null,
  filters: [],
  range: null,
}

function plainerSettings(set) {
  return Object.entries(plain)
    .filter(([name, value]) => set.settings[name] !== value)
    .map(([name, value]) => ({ ...set, settings: { ...set.settings, [name]: value } }))
}

/** The first of the candidates that still differs and still has something used. */
async function stillWrong(engine, candidates) {
  if (candidates.length === 0) return null
  const answers = await oracle(candidates)
  for (const [i, candidate] of candidates.entries()) {
    if (!(answers[i].ledger?.used > 0)) continue
    const lines = await compare(engine, candidate, answers[i])
    if (lines.length > 0) return { set: candidate, expected: answers[i], lines }
  }
  return null
}

async function smallest(engine, wrong) {
  for (let best = wrong; ; ) {
    const next =
      (await stillWrong(engine, fewerRows(best.set))) ??
      (await stillWrong(engine, plainerSettings(best.set)))
    if (next === null) return best
    best = next
  }
}

function told({ set, expected, lines }) {
  return [
    `seed ${set.seed}, cut down:`,
    ...set.files.map((file) => `--- ${file.name}\n${csv(file)}`),
    `--- settings\n${JSON.stringify(set.settings)}`,
    `--- by SQL\n${JSON.stringify(expected)}`,
    '--- differences',
    ...lines.slice(0, 40),
  ].join('\n')
}

async function allAlike(makeSet, how) {
  const { createEngine } = await import(packageUrl)
  const sets = Array.from({ length: how }, (_, i) => makeSet(firstSeed + i))
  const answers = await oracle(sets)
  const engine = await createEngine()
  const wrong = []
  try {
    for (const [i, set] of sets.entries()) {
      const lines = await compare(engine, set, answers[i])
      if (lines.length > 0) wrong.push({ set, expected: answers[i], lines })
    }
    const message =
      wrong.length === 0
        ? ''
        : `${wrong.length} of ${how} differ (seeds ${wrong
            .slice(0, 20)
            .map((each) => each.set.seed)
            .join(', ')})\n${told(await smallest(engine, wrong[0]))}`
    assert.equal(wrong.length, 0, message)
  } finally {
    engine.dispose()
  }
}

test(`${count} random plan histories count the same in the product and in SQL`, () =>
  allAlike(dataSet, count))

test(`${count} random subscription tables count the same in the product and in SQL`, () =>
  allAlike(subscriptionSet, count))
