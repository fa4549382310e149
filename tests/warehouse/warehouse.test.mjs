/**
 * The SQL that the product writes, run in real engines, against the product's own report of the same
 * rows (expected.mjs), on random plan histories that meet every rule of the definitions
 * (../oracle/generate.mjs). Engines that are not installed are skipped by name.
 *
 * WAREHOUSE_SETS (default 240) and WAREHOUSE_SEED (default 1) choose how many sets and which. The
 * sweep to run after a change of the definitions or of core/report/sql is
 *   WAREHOUSE_SETS=6000 WAREHOUSE_SEED=10001 node --test tests/warehouse/warehouse.test.mjs
 * There every engine answers for all sets; by default PostgreSQL and ClickHouse, which take longer to
 * read a statement than to run it, answer for the first few tables.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { csv } from '../oracle/draw.mjs'
import { batches, shapes } from './batches.mjs'
import * as engines from './engines.mjs'
import { differences } from './expected.mjs'
import { rereadDifferences } from './reread.mjs'

const count = Number(process.env.WAREHOUSE_SETS ?? 240)
const first = Number(process.env.WAREHOUSE_SEED ?? 1)
const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
const { createEngine } = await import(packageUrl)
const chosen = process.env.WAREHOUSE_SHAPES?.split(',') ?? shapes
const few = { duckdb: Number.POSITIVE_INFINITY, postgres: 5, clickhouse: 1 }

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
  const tables = batches(shape, first, count, 30)
  for (const name of (process.env.WAREHOUSE_ENGINES ?? 'duckdb,postgres,clickhouse').split(',')) {
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
