/** A link that fits: 36 months, 12 segments and 5,000 customers, from rows to what is pasted. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import createCore from '../../../wasm/module.js'
import type { SharePart } from '../../../web/src/engine/share_options.js'
import { InProcessEngine } from '../../../web/src/package/engine.js'
import { pack, unpack } from '../../../web/src/share/codec.js'
import { partsOf } from '../../../web/src/share/fragment.js'
import { shortLink } from '../../../web/src/share/short_link.js'

const wasm = 'build/wasm/upgrade_rate_wasm.wasm'
const skip = existsSync(wasm) ? false : 'the WebAssembly module is not built'

/** Five plans, 12 regions; every customer begins and moves by a fixed rule without a pattern. */
function rows(customers: number): string {
  const plans = ['Free', 'Basic', 'Plus', 'Pro', 'Business']
  let state = 12345
  const below = (end: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % end
  }
  const lines = ['customer,date,plan,mrr,region']
  for (let customer = 0; customer < customers; customer++) {
    let month = below(30)
    let plan = below(4)
    const region = below(12)
    for (; month < 36; month += 2 + below(14)) {
      const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${10 + below(18)}`
      lines.push(`c${customer},${date},${plans[plan]},${plan * 25},region ${region}`)
      plan = Math.max(0, Math.min(4, plan + below(4) - 1))
    }
  }
  return lines.join('\n')
}

test('36 months and 12 segments fit 2,000 characters', { skip }, async () => {
  const engine = new InProcessEngine(() => createCore({ wasmBinary: readFileSync(wasm) }))
  await engine.load([{ name: 'table.csv', data: rows(5000) }])
  const settings = { segmentBy: ['region'], today: '2025-01-05' }
  const base = 'https://wiki.example.org/tools/upgrade-rate/#data='
  const linkWith = async (parts: readonly SharePart[]) =>
    `${base}${await pack(await engine.aggregates({ parts: [...parts] }, settings))}`
  const whole = await linkWith(partsOf(null))
  const { link, leftOut } = await shortLink(partsOf(null), whole, linkWith)
  assert.ok(link.length <= 2000, `${link.length}`)
  assert.ok(whole.length > 2000 === leftOut.length > 0, `${whole.length} ${leftOut}`)
  const opened = await engine.open(await unpack(link.slice(base.length)))
  const report = await engine.report(settings)
  const counts = (periods: typeof report.periods) =>
    periods.map(({ numerator, base, rate }) => [numerator, base, rate])
  assert.equal(opened.periods.length, 36)
  assert.deepEqual(counts(opened.periods), counts(report.periods))
  assert.deepEqual(opened.segments?.[0]?.rows.length, 12)
})

test('what is left out, in its order, and only where it helps', async () => {
  const sizes = { periods: 900, segments: 400, cohorts: 0, paths: 900, money: 300 }
  const linkWith = async (parts: readonly SharePart[]) =>
    'x'.repeat(parts.reduce((sum, part) => sum + sizes[part], 0))
  const all = partsOf(null)
  const short = async (parts: readonly SharePart[]) =>
    shortLink(parts, await linkWith(parts), linkWith)
  assert.deepEqual((await short(all)).leftOut, ['paths', 'money'])
  assert.deepEqual(await short(['periods', 'segments']), {
    link: 'x'.repeat(1300),
    leftOut: [],
  })
  sizes.periods = 5000
  assert.deepEqual((await short(all)).leftOut, ['segments', 'paths', 'money'])
})
