/** The samples: the same on every machine, in the form the page promises. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { messyExport } from '../../../web/src/samples/messy_export.js'
import { monthlyTotals } from '../../../web/src/samples/monthly_totals.js'
import { launchDay, planHistory } from '../../../web/src/samples/plan_history.js'
import { chanceFrom } from '../../../web/src/samples/random.js'
import { SAMPLES } from '../../../web/src/samples/samples.js'
import { subscriptions } from '../../../web/src/samples/subscriptions.js'

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

test('chance is repeatable and even', () => {
  const [a, b] = [chanceFrom(1), chanceFrom(1)]
  const first = Array.from({ length: 5000 }, a.next)
  assert.deepEqual(first, Array.from({ length: 5000 }, b.next))
  const mean = first.reduce((sum, x) => sum + x, 0) / first.length
  assert.ok(Math.abs(mean - 0.5) < 0.02, `${mean}`)
  assert.ok(first.every((x) => x >= 0 && x < 1))
})
test('totals: 24 months, never more upgraded than there are', () => {
  const table = rows(monthlyTotals())
  assert.equal(table.length, 24)
  assert.deepEqual([table[0]?.[0], table[23]?.[0]], ['2024-01', '2025-12'])
  for (const [, total, upgraded] of table)
    assert.ok(Number(upgraded) > 0 && Number(upgraded) < Number(total))
})
test('plan history: three years, four plans, trials, regions, sorted within each customer', () => {
  const table = rows(planHistory())
  assert.deepEqual([...new Set(table.map((r) => r[2]))].sort(), [
    'Business',
    'Cancelled',
    'Enterprise',
    'Pro',
    'Starter',
    'Trial',
  ])
  assert.ok(
    table.some(([, date = '']) => date.startsWith('2023-01')) &&
      table.some(([, date = '']) => date.startsWith('2025-12')),
  )
  const last = new Map<string, string>()
  for (const [id = '', date = ''] of table) {
    assert.ok((last.get(id) ?? '') < date, `${id} ${date}`)
    last.set(id, date)
  }
})
test('plan history: moving up from Starter rises after the launch', () => {
  const held = new Map<string, string>()
  const moves = { before: 0, after: 0 }
  for (const [id = '', date = '', plan = ''] of rows(planHistory()).sort(
    ([, a = ''], [, b = '']) => (a < b ? -1 : 1),
  )) {
    if (held.get(id) === 'Starter' && ['Pro', 'Business', 'Enterprise'].includes(plan))
      moves[date < launchDay ? 'before' : 'after']++
    held.set(id, plan)
  }
  assert.ok(moves.after > 1.7 * moves.before, JSON.stringify(moves))
})
test('subscriptions: under one firm no two run at once, and the open ones are not over', () => {
  const last = new Map<string, string>()
  for (const [, firm = '', , status, start = '', end = ''] of rows(subscriptions())) {
    assert.ok((last.get(firm) ?? '') <= start, `${firm} ${start}`)
    assert.equal(status === 'active', end === '', `${firm} ${start}`)
    last.set(firm, end || '9999')
  }
  assert.equal(last.size, 520)
})
test('the messy export has what its description promises', () => {
  const lines = messyExport().trimEnd().split('\r\n')
  const header = lines.indexOf('Customer no.;Valid from;Plan;Monthly value;Note')
  assert.equal(header, 3)
  assert.ok(lines.indexOf(lines[header] ?? '', header + 1) > header, 'the header once more')
  const body = lines.slice(header + 1)
  assert.ok(body.some((line, i) => line === body[i + 1]))
  assert.ok(body.some((line) => line.startsWith(';')))
  assert.ok(body.some((line) => line.includes(';31.02.2025;')))
  assert.match(body.at(-1) ?? '', /^Total;/)
})
test('the same bytes every time', () => {
  const digest = () => {
    const hash = createHash('sha256')
    for (const make of Object.values(SAMPLES)) hash.update(make())
    return hash.digest('hex')
  }
  assert.equal(digest(), digest())
})
