/**
 * The SQL that the product writes, run in real engines, against the product's own report of the same
 * rows (expected.mjs), on random sets of every shape that meet the rules of the definitions
 * (batches.mjs). Engines that are not installed are skipped by name.
 *
 * WAREHOUSE_SETS (default 240 plan histories, 60 of each other shape) and WAREHOUSE_SEED (default 1)
 * choose how many sets and which, WAREHOUSE_SHAPES and WAREHOUSE_ENGINES of what and where. The
 * sweep to run after a change of the definitions or of core/report/sql is
 *   WAREHOUSE_SETS=6000 WAREHOUSE_SEED=10001 node --test tests/warehouse/warehouse.test.mjs
 * There every engine answers for all sets; by default PostgreSQL and ClickHouse, which are slower with
 * small tables, answer for the first few.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { csv } from '../oracle/draw.mjs'
import { batches, shapes } from './batches.mjs'
import * as engines from './engines.mjs'
import { differences } from './expected.mjs'
import { rereadDifferences } from './reread.mjs'

const asked = process.env.WAREHOUSE_SETS
const first = Number(process.env.WAREHOUSE_SEED ?? 1)
const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
const { createEngine } = await import(packageUrl)
const chosen = process.env.WAREHOUSE_SHAPES?.split(',') ?? shapes
const named = process.env.WAREHOUSE_ENGINES?.split(',')
const few = { duckdb: Number.POSITIVE_INFINITY, postgres: 5, clickhouse: 5 }

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

for (const shape of chosen) {
  const count = Number(asked ?? (shape === 'planHistory' ? 240 : 60))
  const tables = batches(shape, first, count, 30)
  for (const name of named ?? ['duckdb', 'postgres', 'clickhouse']) {
    const some = count > 240 ? tables : tables.slice(0, few[name])
    const sets = some.reduce((sum, { seeds }) => sum + seeds.length, 0)
    test(`${sets} random sets of ${shape} count the same in ${name}`, async (t) => {
      const warehouse = await installed(engines[name])
      if (warehouse === null) return t.skip(`${name} is not installed`)
      const core = await createEngine()
      try {
        for (const table of some) assert.deepEqual(await wrong(core, warehouse, table), [])
      } finally {
        core.dispose()
        await warehouse.close()
      }
    })
  }
}

test('subscriptions are refused as one query for clickhouse, with the reason', async () => {
  const core = await createEngine()
  const [{ settings }] = batches('subscriptions', 1, 1, 1)
  const asks = core.sql(settings, { dialect: 'clickhouse', from: 'a', oneQuery: true })
  await assert.rejects(asks, { code: 'sql.notWritten', where: 'dialect' })
  core.dispose()
})
