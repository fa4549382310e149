/**
 * The SQL that the core writes, in ClickHouse (chDB) on rows that are made inside it: time and memory as
 * the table grows tenfold each time, how long the package takes for what it prints, and the page, opened
 * from disk in Chromium, from pasting that to the painted answer. The query's processor time is given
 * beside its time, as the machine may have other work.
 *
 * Every customer has 3.7 rows on average, at any second of four years, with a plan and a value drawn
 * anew each time: more movements than real customers make, so a bad case for the counting.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import chdb from 'chdb'
import { createEngine } from '../../../dist/package/upgrade-rate.js'
import { launch } from '../browser.mjs'
import { work } from '../places.mjs'
import { forget, nowKb, peakKb } from '../process_memory.mjs'
import { count, median, megabytes, ms, print, times } from '../table.mjs'
import { pasted } from './page.mjs'

const SIZES = [100_000, 1_000_000, 10_000_000, 100_000_000]
const PASTES = 5
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

/** What sorts and groupings hold beyond this goes to the disk, so that 100 million rows fit 24 GB. */
const SPILL_BYTES = 3_500_000_000

async function measured(engine, sql, rows) {
  const session = new chdb.Session()
  try {
    fill(session, rows)
    session.query(`SET max_bytes_ratio_before_external_sort = 0,
      max_bytes_ratio_before_external_group_by = 0, max_bytes_before_external_sort = ${SPILL_BYTES},
      max_bytes_before_external_group_by = ${SPILL_BYTES}`)
    forget(process.pid)
    const before = nowKb(process.pid)
    const started = performance.now()
    const spent = process.cpuUsage()
    const csv = session.query(sql, 'CSVWithNames')
    const tookMs = performance.now() - started
    const { user, system } = process.cpuUsage(spent)
    const peak = peakKb(process.pid) - before
    writeFileSync(join(work, `aggregates-${rows}.csv`), csv)
    return {
      rows,
      tookMs,
      processorMs: (user + system) / 1000,
      peak,
      lines: csv.trim().split('\n').length - 1,
      packageMs: await answered(engine, csv),
      csv,
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
  const browser = await launch()
  for (const answer of answers) answer.pasteMs = median(await pasted(browser, answer.csv, PASTES))
  await browser.close()
  print(
    'The SQL in ClickHouse (chDB), all processors; then the lines it printed, in the package and the page',
    [
      'rows',
      'query',
      'its processor time',
      'of the size before',
      'memory above',
      'lines printed',
      'package, load and report',
      'page, pasted to painted',
    ],
    answers.map(({ rows, tookMs, processorMs, peak, lines, packageMs, pasteMs }, i) => [
      count(rows),
      ms(tookMs),
      ms(processorMs),
      i === 0 ? null : times(processorMs / answers[i - 1].processorMs),
      megabytes(peak * 1024),
      count(lines),
      ms(packageMs),
      ms(pasteMs),
    ]),
  )
}
