import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHUNK_BYTES } from '../../../web/src/engine/chunks.js'
import { InProcessEngine } from '../../../web/src/package/engine.js'
import { wasmBytes } from '../../../web/src/package/wasm_bytes.js'
import { type FakeOptions, fakeCore } from './fake_core.js'

const file = { name: 'a.csv', data: 'a\nb\n' }

function engine(options?: FakeOptions) {
  const { log, startModule } = fakeCore(options)
  return { log, engine: new InProcessEngine(startModule) }
}

test('load, report, table, dispose', async () => {
  const { engine: own, log } = engine()
  assert.equal((await own.load([file], { period: 'month' })).rows, 2)
  assert.equal((await own.report({ period: 'year' })).settings.period, 'year')
  assert.equal((await own.report()).settings.period, 'month', 'without settings: those of load()')
  assert.equal(await own.table(), 'A\nB\nEND\r\n')
  own.dispose()
  await assert.rejects(own.report(), { code: 'engine.disposed' })
  assert.equal(log.deleted, 1)
})

test('calls made at once are done in order', async () => {
  const { engine: own } = engine()
  const done: string[] = []
  await Promise.all([
    own.load([file]).then(() => done.push('load')),
    own.report().then(() => done.push('report')),
    own.load([{ name: 'b.csv', data: 'b\n' }]).then(({ rows }) => done.push(`load of ${rows}`)),
  ])
  assert.deepEqual(done, ['load', 'report', 'load of 1'])
})

test('a source of the caller’s own is read in slices', async () => {
  const { engine: own, log } = engine()
  const slices: [number, number][] = []
  const text = Buffer.from('x\n'.repeat(CHUNK_BYTES / 2 + 5))
  const read = async (start: number, end: number) => {
    slices.push([start, end])
    return text.subarray(start, end)
  }
  await own.load([{ name: 'own', bytes: text.length, read }])
  assert.deepEqual(slices, [
    [0, 4],
    [0, CHUNK_BYTES],
    [CHUNK_BYTES, CHUNK_BYTES + 10],
  ])
  assert.equal(log.texts[0], text.toString())
})

test('a table of several files must say which', async () => {
  const { engine: own } = engine()
  await assert.rejects(own.table(), { code: 'engine.nothingLoaded' })
  await own.load([file, { name: 'é.csv', data: 'é\n' }])
  assert.equal(await own.table('é.csv'), 'É\nEND\r\n')
  assert.equal(await own.table(0), 'A\nB\nEND\r\n')
  await assert.rejects(own.table(), { code: 'table.whichFile', advice: /a\.csv, é\.csv/ })
  for (const wrong of ['b.csv', 2, -1, 0.5])
    await assert.rejects(own.table(wrong), { code: 'table.whichFile', where: String(wrong) })
})

test('dispose ends work under way', async () => {
  const { engine: own, log } = engine()
  const load = own.load(
    [{ name: 'long', data: 'a\n'.repeat(4 * CHUNK_BYTES) }],
    {},
    { onProgress: () => own.dispose() },
  )
  await assert.rejects(load, { code: 'engine.disposed' })
  await new Promise(setImmediate)
  assert.equal(log.deleted, 1)
})

test('a signal cancels, by the name the web gives it', async () => {
  const { engine: own } = engine()
  const cancelled = { code: 'engine.cancelled', name: 'AbortError' }
  await assert.rejects(own.load([file], {}, { signal: AbortSignal.abort() }), cancelled)
})

test('after a trap the next call starts anew with the same files', async () => {
  const { engine: own, log } = engine({ trap: { call: 'finish', at: 1 } })
  await assert.rejects(own.load([file]), { code: 'engine.crashed', where: 'load' })
  assert.equal((await own.report()).schema, 1)
  assert.equal(log.modules, 2)
  assert.deepEqual(log.texts, ['a\nb\n'])
})

test('missing WebAssembly is named, with the way out', async () => {
  await assert.rejects(wasmBytes(new URL('file:///nowhere/upgrade_rate.wasm')), {
    code: 'wasm.unavailable',
    where: 'file:///nowhere/upgrade_rate.wasm',
    advice: /ENOENT.*createEngine\(\{ wasm \}\)/,
  })
})
