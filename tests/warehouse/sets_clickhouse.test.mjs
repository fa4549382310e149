import assert from 'node:assert/strict'
import test from 'node:test'
import { batches } from './batches.mjs'
import { clickhouse } from './engines.mjs'
import { createEngine, testEngine } from './random_sets.mjs'

testEngine(clickhouse)

test('subscriptions are refused as one query for clickhouse, with the reason', async () => {
  const core = await createEngine()
  const [{ settings }] = batches('subscriptions', 1, 1, 1)
  const asks = core.sql(settings, { dialect: 'clickhouse', from: 'a', oneQuery: true })
  await assert.rejects(asks, { code: 'sql.notWritten', where: 'dialect' })
  core.dispose()
})
