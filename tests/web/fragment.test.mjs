/**
 * Shared figures there and back, by the built package: of random histories the opened report has the
 * figures of the report that was shared, and documents that were cut, changed or written by a later
 * version end in words, never in a crash.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { createEngine } from '../../dist/package/upgrade-rate.js'

const engine = await createEngine()
after(() => engine.dispose())

const word = fc.constantFrom('Basic', 'Pro', '<b>x</b>', 'ä|"\u202e', '', '=1+1')
const row = fc.record({
  customer: fc.integer({ min: 1, max: 60 }),
  month: fc.integer({ min: 0, max: 35 }),
  day: fc.integer({ min: 1, max: 28 }),
  plan: fc.constantFrom('Basic', 'Pro', 'Business', 'none'),
  value: fc.integer({ min: 0, max: 900 }),
  region: word,
})
const two = (/** @type {number} */ n) => String(n).padStart(2, '0')

/** @param {fc.RecordValue<any>[]} rows */
const tableOf = (rows) =>
  `customer,date,plan,mrr,region\n${rows
    .map(({ customer, month, day, plan, value, region }) => {
      const date = `${2022 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)}`
      return `c${customer},${date},${plan},${value},"${region.replaceAll('"', '""')}"`
    })
    .join('\n')}\n`

const settings = fc.record({
  today: fc.constant('2025-02-01'),
  numerator: fc.constantFrom('upgraded', 'kept', 'upsold', 'upgradedOrUpsold', 'upgradeEvents'),
  base: fc.constantFrom('opening', 'closing', 'average', 'active', 'eligible'),
  period: fc.constantFrom('month', 'quarter', 'year'),
  segmentBy: fc.constantFrom([], ['region']),
})

/** What a reader sees first, as far as days go: instants are shared as days. @param {any} report */
const figures = ({ headline, periods }) =>
  [headline, ...periods].map(
    (one) => one && [one.rate, one.numerator, one.base, one.interval, one.band, one.toNextBand],
  )

test('any report comes back with its figures', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 5, maxLength: 120 }),
      settings,
      async (rows, chosen) => {
        const table = tableOf(rows)
        try {
          await engine.load([{ name: 'data.csv', data: table }], chosen)
        } catch (error) {
          return assert.match(/** @type {any} */ (error).code, /^(input|mapping|setting)\./)
        }
        const report = await engine.report(chosen)
        const shared = await engine.aggregates({}, chosen)
        const opened = await engine.open(shared)
        assert.deepEqual(figures(opened), figures(report))
        assert.doesNotMatch(shared, /data\.csv/)
      },
    ),
    { numRuns: 40 },
  )
})

const history = tableOf(
  Array.from({ length: 300 }, (_, i) => ({
    customer: i % 60,
    month: (i * 7) % 36,
    day: (i % 28) + 1,
    plan: ['Basic', 'Pro', 'Business'][i % 3],
    value: i,
    region: ['north', 'south'][i % 2],
  })),
)
await engine.load([{ name: 'data.csv', data: history }], { segmentBy: ['region'] })
const document = await engine.aggregates({}, { segmentBy: ['region'] })

/** Opens, or ends in words of its own. @param {string} text */
async function opens(text) {
  try {
    const report = await engine.open(text)
    assert.equal(typeof report.schema, 'number')
  } catch (error) {
    assert.match(/** @type {any} */ (error).code, /^(share|setting)\./, text.slice(0, 200))
  }
}

test('cut, changed and later documents give words', async () => {
  for (let at = 0; at < document.length; at += 97)
    await assert.rejects(engine.open(document.slice(0, at)), { code: 'share.damaged' })
  const later = { ...JSON.parse(document), aggregates: 99 }
  await assert.rejects(engine.open(JSON.stringify(later)), { code: 'share.newer' })
  const large = `${document.slice(0, -1)},"x":"${'x'.repeat(5 << 20)}"}`
  await assert.rejects(engine.open(large), (error) =>
    /^share\./.test(/** @type {any} */ (error).code),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: document.length - 1 }),
      fc.integer({ min: 0, max: 40 }),
      fc.oneof(
        fc.string(),
        fc.constantFrom('1e999', '-1', 'null', '[]', '{}', '"x"', '99999999999999999999'),
      ),
      (at, cut, put) => opens(document.slice(0, at) + put + document.slice(at + cut)),
    ),
    { numRuns: 400 },
  )
})

test('values of another kind in every place give words', async () => {
  /** @type {string[]} */
  const changed = []
  const walk = (/** @type {any} */ node, /** @type {(value: any) => any} */ whole) => {
    for (const key of Object.keys(node)) {
      const put = (/** @type {any} */ value) => {
        const copy = Array.isArray(node) ? [...node] : { ...node }
        copy[key] = value
        return whole(copy)
      }
      for (const value of [null, -1, 1e300, '<script>', [], {}, [[[]]]])
        changed.push(JSON.stringify(put(value)))
      if (node[key] !== null && typeof node[key] === 'object' && changed.length < 4000)
        walk(node[key], put)
    }
  }
  walk(JSON.parse(document), (value) => value)
  assert.ok(changed.length > 300)
  const step = Math.ceil(changed.length / 400)
  for (let at = 0; at < changed.length; at += step) await opens(changed[at] ?? '')
})
