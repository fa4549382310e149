/**
 * The SQL that the core writes, in ClickHouse (chDB) on rows that are made inside it: time and memory as
 * the table grows tenfold and a hundredfold, and how long the page's engine takes for what it prints.
 *
 * Every customer has 3.7 rows on average, at any second of four years, with a plan and a value drawn
 * anew each time: more movements than real customers make, so a bad case for the counting.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import chdb from 'chdb'
import { createEngine } from '../../../dist/package/upgrade-rate.js'
import { work } from '../places.mjs'
import { forget, nowKb, peakKb } from '../process_memory.mjs'
import { count, megabytes, ms, print, times } from '../table.mjs'

const SIZES = (process.env.ONLY_SIZE ? [Number(process.env.ONLY_SIZE)] : 0) || [
  100_000, 1_000_000, 10_000_000, 100_000_000,
]
const PLANS = ['trial', 'basic', 'plus', 'pro', 'business', 'cancelled']
const SETTINGS = {
  schema: 1,
  files: [
    {
      shape: 'planHistory',
      mapping: {
        customer: 'customer_id',
        date: 'changed_at',
        plan: 'plan',
        value: 'mrr',
        segments: ['region'],
      },
    },
  ],
  plans: PLANS.map((plan, tier) =>
    plan === 'trial'
      ? { plan, role: 'prospect' }
      : plan === 'cancelled'
        ? { plan, role: 'none' }
        : { plan, role: 'tier', tier },
  ),
  today: '2025-01-01',
}

const list = (values) => `[${values.map((value) => `'${value}'`).join(', ')}]`

function fill(session, rows) {
  const customers = Math.round(rows / 3.7)
  session.query('CREATE DATABASE IF NOT EXISTS analytics')
  session.query(`CREATE TABLE analytics.plan_changes (customer_id String, changed_at DateTime('UTC'),
    plan LowCardinality(String), mrr Decimal(18, 2), region LowCardinality(String))
    ENGINE = MergeTree ORDER BY changed_at`)
  session.query(`INSERT INTO analytics.plan_changes
    SELECT concat('cus_', toString(intHash64(number) % ${customers})),
      toDateTime('2021-01-01 00:00:00', 'UTC') + intHash64(number + 1) % (1461 * 86400),
      ${list(PLANS)}[1 + intHash64(number + 2) % ${PLANS.length}] AS chosen,
      if(chosen = 'cancelled', 0, 19 + intHash64(number + 3) % 180),
      ${list(['EMEA', 'AMER', 'APAC'])}[1 + intHash64(number) % 3]
    FROM numbers(${rows})`)
}

async function answered(engine, csv) {
  const started = performance.now()
  await engine.load([{ name: 'aggregates.csv', data: csv }])
  const report = await engine.report()
  const took = performance.now() - started
  if (!(report.headline?.base > 0)) throw new Error('The aggregates gave no rate.')
  return took
}

/** Where the lines that it printed stay, for the part that pastes them. */
export const printed = (rows) => join(work, `aggregates-${rows}.csv`)

async function measured(engine, sql, rows) {
  const session = new chdb.Session()
  try {
    fill(session, rows)
    forget(process.pid)
    const before = nowKb(process.pid)
    const started = performance.now()
    const csv = session.query(sql, 'CSVWithNames')
    const tookMs = performance.now() - started
    const peak = peakKb(process.pid) - before
    writeFileSync(printed(rows), csv)
    return {
      rows,
      tookMs,
      peak,
      lines: csv.trim().split('\n').length - 1,
      pageMs: await answered(engine, csv),
    }
  } finally {
    session.close()
  }
}

export async function run({ mostRows }) {
  mkdirSync(work, { recursive: true })
  const engine = await createEngine()
  const sql = await engine.sql(SETTINGS, { dialect: 'clickhouse', from: 'analytics.plan_changes' })
  const answers = []
  for (const rows of SIZES.filter((size) => size <= mostRows))
    answers.push(await measured(engine, sql, rows))
  engine.dispose()
  print(
    'The SQL in ClickHouse (chDB), all processors; then the package, from the lines it printed',
    [
      'rows',
      'query',
      'of the size before',
      'memory above',
      'lines printed',
      'package, load and report',
    ],
    answers.map(({ rows, tookMs, peak, lines, pageMs }, i) => [
      count(rows),
      ms(tookMs),
      i === 0 ? null : times(tookMs / answers[i - 1].tookMs),
      megabytes(peak * 1024),
      count(lines),
      ms(pageMs),
    ]),
  )
}
