/**
 * Weeks over a year of 53 of them (2020): week 53 has no same one a year later, and the weeks of
 * 2021 are compared with those 53 weeks before, later ones with those 52 weeks before. Random sets
 * are too short for that.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { random } from '../oracle/draw.mjs'
import { duckdb } from './engines.mjs'
import { differences } from './expected.mjs'
import { rereadDifferences } from './reread.mjs'

const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
const { createEngine } = await import(packageUrl)

const plans = ['basic', 'team', 'pro', 'gone']
const columns = ['customer', 'date', 'plan', 'mrr']
const DAY = 86_400_000

/** Most customers stay for the two years, and are in the base of a week and of that a year before. */
function rowsOf(seed) {
  const r = random(seed)
  const rows = []
  for (let customer = 0; customer < 120; customer++) {
    const joined = Date.parse('2019-12-20') + r.below(300) * DAY
    for (let at = joined; at < Date.parse('2022-03-01'); at += (20 + r.below(500)) * DAY) {
      const plan = at === joined ? plans[r.below(2)] : plans[r.below(4)]
      rows.push([
        `c${customer}`,
        new Date(at).toISOString().slice(0, 10),
        plan,
        String(10 + r.below(5)),
      ])
    }
  }
  return rows
}

const rates = [
  ['upgraded', 'opening'],
  ['kept', 'eligible'],
  ['upgradedOrUpsold', 'active'],
]

test('weeks are compared with those a year before over a week 53', async () => {
  const core = await createEngine()
  const warehouse = await duckdb()
  try {
    for (const [seed, [numerator, base]] of rates.entries()) {
      const settings = {
        schema: 1,
        files: [
          {
            name: 'rows.csv',
            shape: 'planHistory',
            mapping: { customer: 'customer', date: 'date', plan: 'plan', value: 'mrr' },
          },
        ],
        plans: plans.map((plan, i) =>
          plan === 'gone' ? { plan, role: 'none' } : { plan, role: 'tier', tier: i + 1 },
        ),
        period: 'week',
        dataUntil: '2022-03-01',
        numerator,
        base,
      }
      const rows = rowsOf(seed + 1)
      await core.load([{ name: 'rows.csv', data: [columns, ...rows].join('\n') }], settings)
      const report = await core.report(settings)
      const labels = report.periods.filter((each) => each.changeYear).map((each) => each.label)
      assert.ok(
        labels.includes('2021-W52') && labels.includes('2022-W01') && !labels.includes('2020-W53'),
      )
      await warehouse.load('weeks', columns, rows)
      const table = await warehouse.run(
        await core.sql(settings, { dialect: 'duckdb', from: 'weeks' }),
      )
      assert.deepEqual(differences(report, table), [])
      assert.deepEqual(await rereadDifferences(core, report, table), [])
    }
  } finally {
    core.dispose()
    await warehouse.close()
  }
})
