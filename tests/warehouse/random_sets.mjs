/**
 * The SQL that the product writes, run in a real engine, against the product's own report of the same
 * rows (expected.mjs), on random sets of every shape that meet the rules of the definitions
 * (batches.mjs). Each engine has a test file of its own, so that they run side by side.
 *
 * WAREHOUSE_SETS (of every shape; default below) and WAREHOUSE_SEED (default 1) choose how many sets
 * and which, WAREHOUSE_SHAPES of what. The sweep to run after a change of the definitions or of
 * core/report/sql is
 *   WAREHOUSE_SETS=6000 WAREHOUSE_SEED=10001 node --test tests/warehouse/sets_*.test.mjs
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { csv } from '../oracle/draw.mjs'
import { batches, shapes } from './batches.mjs'
import { differences } from './expected.mjs'
import { rereadDifferences } from './reread.mjs'

const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
export const { createEngine } = await import(packageUrl)
const chosen = process.env.WAREHOUSE_SHAPES?.split(',') ?? shapes
const first = Number(process.env.WAREHOUSE_SEED ?? 1)

/** Sets of each shape, as many as take a minute or two, and how many at most share a statement. */
const counts = {
  duckdb: { planHistory: 2000, changes: 600, snapshots: 400, subscriptions: 240, together: 60 },
  postgres: { planHistory: 2000, changes: 300, snapshots: 200, subscriptions: 60, together: 200 },
  clickhouse: { planHistory: 2000, changes: 100, snapshots: 60, subscriptions: 40, together: 200 },
}

/** Rows behind the place that the report gives them: a file read backwards counts from its end. */
function placed(rows, report) {
  const backwards = report.notes.some(({ code }) => code === 'fileReversed')
  return (backwards ? rows.toReversed() : rows).map((row, i) => [
    String(i).padStart(9, '0'),
    ...row,
  ])
}

async function wrong(core, warehouse, { file, settings, seeds }) {
  await core.load([{ name: file.name, data: csv(file) }], settings)
  const report = await core.report(settings)
  await warehouse.load('plan changes', ['place', ...file.columns], placed(file.rows, report))
  const request = { dialect: warehouse.dialect, from: '"plan changes"', orderBy: 'place' }
  const sql = await core.sql(settings, request)
  const table = await warehouse.run(sql)
  const lines = [...differences(report, table), ...(await rereadDifferences(core, report, table))]
  return lines.length === 0
    ? []
    : [`sets ${seeds.join(', ')}`, JSON.stringify(settings), ...lines.slice(0, 20)]
}

async function installed(start) {
  try {
    return await start()
  } catch (error) {
    if (/Cannot find|ERR_MODULE_NOT_FOUND|ENOENT/.test(`${error.code} ${error.message}`))
      return null
    throw error
  }
}

function testShape(engine, shape) {
  const { name } = engine
  const { [shape]: usual, together } = counts[name]
  const count = Number(process.env.WAREHOUSE_SETS ?? usual)
  test(`${count} random sets of ${shape} count the same in ${name}`, async (t) => {
    const warehouse = await installed(engine)
    if (warehouse === null) return t.skip(`${name} is not installed`)
    const core = await createEngine()
    try {
      for (const table of batches(shape, first, count, together))
        assert.deepEqual(await wrong(core, warehouse, table), [])
    } finally {
      core.dispose()
      await warehouse.close()
    }
  })
}

/** `engine`: a start of engines.mjs; skipped by name where it is not installed. */
export function testEngine(engine) {
  for (const shape of chosen) testShape(engine, shape)
}
