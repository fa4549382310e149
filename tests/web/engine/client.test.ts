import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { CHUNK_BYTES } from '../../../web/src/engine/chunks.js'
import { EngineClient, type WorkerLike } from '../../../web/src/engine/client.js'
import type { Progress } from '../../../web/src/engine/progress.js'
import { type FakeOptions, fakeCore } from './fake_core.js'
import { fakeWorkers } from './fake_worker.js'

const wasm = new Uint8Array([0, 97, 115, 109])
const file = { name: 'a.csv', data: 'a\nb\n' }
const made: EngineClient[] = []

function client(options?: FakeOptions) {
  const { log, startModule } = fakeCore(options)
  const handedIn: unknown[] = []
  const workers = fakeWorkers((bytes) => {
    handedIn.push(bytes)
    return startModule()
  })
  const engine = new EngineClient({ startWorker: workers.startWorker, wasm })
  made.push(engine)
  return { log, handedIn, engine, workers: workers.started, startWorker: workers.startWorker }
}

afterEach(() => {
  for (const engine of made.splice(0)) engine.dispose()
})

const types = (worker: { requests: { type: string }[] } | undefined) =>
  worker?.requests.map(({ type }) => type)

test('load, report and table through a worker', async () => {
  const { engine, handedIn, workers } = client()
  const summary = await engine.load([file], { period: 'month' })
  assert.equal(summary.rows, 2)
  assert.equal((await engine.report({ period: 'year' })).settings.period, 'year')
  assert.equal(
    (await engine.report()).settings.period,
    'month',
    'without settings: those of load()',
  )
  const table = await engine.table()
  assert.equal(await table.text(), 'A\nB\nEND\r\n')
  assert.equal(table.type, 'text/csv;charset=utf-8')
  assert.deepEqual(handedIn, [wasm])
  assert.deepEqual(types(workers[0]), ['init', 'load', 'report', 'report', 'table'])
})

test('a started worker waits with its module for the first call', async () => {
  const { engine, log, workers } = client()
  engine.start()
  engine.start()
  await new Promise((done) => setTimeout(done, 20))
  assert.equal(log.modules, 1)
  await engine.load([file])
  assert.equal(log.modules, 1, 'the load found it ready')
  assert.deepEqual(types(workers[0]), ['init', 'load'])
  assert.equal(workers.length, 1)
})

test('a worker that runs already is taken once, and given no second module', async () => {
  const { startModule } = fakeCore({ trap: { call: 'report', at: 1 } })
  const workers = fakeWorkers(startModule)
  let running: WorkerLike | null = workers.startWorker()
  running.postMessage({ type: 'init', wasm })
  const engine = new EngineClient({
    wasm,
    startWorker: workers.startWorker,
    takeStarted: () => {
      const taken = running
      running = null
      return taken
    },
  })
  made.push(engine)
  await engine.load([file])
  assert.deepEqual(types(workers.started[0]), ['init', 'load'])
  await assert.rejects(engine.report(), { code: 'engine.crashed' })
  await engine.report()
  assert.deepEqual(types(workers.started[1]), ['init', 'remember', 'report'])
})

test('a load without a usable row tells what it found', async () => {
  const { engine } = client()
  const files = [{ name: 'a.csv', rows: 0, shape: 'totals' }]
  await assert.rejects(engine.load([{ name: 'a.csv', data: 'no line end' }]), {
    code: 'rows.none',
    found: { files, rows: 0, columns: [] },
  })
  await assert.rejects(engine.load([file], { bse: 'opening' } as object), {
    found: null,
  })
})

test('every kind of data arrives, and stays the caller’s', async () => {
  const { engine, log } = client()
  const bytes = new TextEncoder().encode('é\n')
  const data = [
    new Blob(['é\n']),
    bytes.buffer as ArrayBuffer,
    bytes,
    bytes.subarray(2),
    'é\n',
    new Blob(['é\n']).stream() as ReadableStream<Uint8Array>,
  ]
  await engine.load(data.map((one, index) => ({ name: `${index}`, data: one })))
  assert.deepEqual(log.texts, ['é\n', 'é\n', 'é\n', '\n', 'é\n', 'é\n'])
  assert.equal(bytes.length, 3, 'nothing was transferred away')
  await assert.rejects(engine.load([{ name: 'x', data: 42 as unknown as string }]), {
    code: 'source.type',
    where: 'x',
  })
})

test('a load and a report may be asked for at once, in that order', async () => {
  const { engine } = client()
  const [, report] = await Promise.all([engine.load([file]), engine.report({ period: 'week' })])
  assert.equal(report.settings.period, 'week')
})

test('of many reports only the running and the newest reach the core', async () => {
  const { engine, log } = client()
  await engine.load([file])
  const asked = Array.from({ length: 20 }, (_, index) => engine.report({ level: index / 100 }))
  const settled = await Promise.allSettled(asked)
  const newest = settled.pop()
  assert.equal(newest?.status === 'fulfilled' && newest.value.settings.level, 0.19)
  for (const one of settled)
    assert.equal(one.status === 'rejected' && one.reason.code, 'engine.superseded')
  const reports = log.calls.filter((call) => call.startsWith('report'))
  assert.ok(reports.length <= 2, `${reports.length} reports were computed`)
})

test('a report that reads again is stopped by a newer one', async () => {
  const { engine, log } = client()
  const long = { name: 'long', data: 'a\n'.repeat(10 * CHUNK_BYTES) } // twenty chunks
  await engine.load([long])
  log.calls.length = 0
  let newer: ReturnType<typeof engine.report> | undefined
  const onProgress = () => {
    newer ??= engine.report()
  }
  const rereading = engine.report({ files: [{ delimiter: ';' }] }, { onProgress })
  await assert.rejects(rereading, { code: 'engine.superseded' })
  await newer
  const pushed = log.calls.filter((call) => call.startsWith('push')).length
  assert.ok(pushed < 40, 'the first reading did not run to its end')
})

test('a new load supersedes everything before it', async () => {
  const { engine } = client()
  const asked = [
    engine.load([file]),
    engine.report(),
    engine.table(),
    engine.load([{ name: 'b', data: 'b\n' }]),
  ]
  const settled = await Promise.allSettled(asked)
  assert.deepEqual(
    settled.map((one) => (one.status === 'rejected' ? one.reason.code : 'done')),
    ['engine.superseded', 'engine.superseded', 'engine.superseded', 'done'],
  )
})

test('a signal cancels at once, before and while the worker works', async () => {
  const { engine } = client()
  await assert.rejects(engine.load([file], {}, { signal: AbortSignal.abort() }), {
    code: 'engine.cancelled',
  })
  const abort = new AbortController()
  const told: Progress[] = []
  const onProgress = (progress: Progress) => {
    told.push(progress)
    abort.abort()
  }
  const long = { name: 'long', data: 'a\n'.repeat(10 * CHUNK_BYTES) }
  await assert.rejects(engine.load([long], {}, { onProgress, signal: abort.signal }), {
    code: 'engine.cancelled',
  })
  assert.equal(told.length, 1, 'no progress after the cancel')
  assert.ok((told[0]?.bytes ?? 0) < long.data.length)
  await engine.report()
})

test('a stream is given back when collecting it is cancelled', async () => {
  const { engine } = client()
  const abort = new AbortController()
  let cancelledStream = false
  const endless = new ReadableStream<Uint8Array>({
    pull: () => new Promise(() => {}),
    cancel: () => {
      cancelledStream = true
    },
  })
  const load = engine.load([{ name: 'endless', data: endless }], {}, { signal: abort.signal })
  setTimeout(() => abort.abort(), 5)
  await assert.rejects(load, { code: 'engine.cancelled' })
  assert.equal(cancelledStream, true)
  assert.equal((await engine.load([file])).rows, 2)
})

test('a stream without end does not stand in the way of a newer load', async () => {
  const { engine } = client()
  const endless = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) })
  const first = engine.load([{ name: 'endless', data: endless }])
  const second = engine.load([file])
  await assert.rejects(first, { code: 'engine.superseded', name: 'AbortError' })
  assert.equal((await second).rows, 2)
})

test('a worker that dies while a stream is collected is replaced without an error', async () => {
  const { engine, workers, log } = client()
  await engine.load([file])
  let give: (bytes: Uint8Array | null) => void = () => {}
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      give = (bytes) => (bytes === null ? controller.close() : controller.enqueue(bytes))
    },
  })
  const load = engine.load([{ name: 'slow', data: slow }])
  give(Buffer.from('x\n'))
  workers[0]?.onerror?.({ message: 'gone' } as ErrorEvent)
  give(null)
  assert.equal((await load).rows, 1)
  assert.deepEqual([workers.length, log.texts], [2, ['x\n']])
})

test('a trap replaces the worker; the next call reads the same sources again', async () => {
  const { engine, workers, log } = client({ trap: { call: 'report', at: 1 } })
  await engine.load([file])
  await assert.rejects(engine.report(), {
    code: 'engine.crashed',
    where: 'report',
    advice: /unreachable/,
  })
  assert.equal(workers[0]?.terminated, true)
  assert.equal((await engine.report({ period: 'year' })).settings.period, 'year')
  assert.deepEqual(types(workers[1]), ['init', 'remember', 'report'])
  assert.deepEqual(log.texts, ['a\nb\n'])
})

test('a table after a trap is read under the settings used last', async () => {
  const { engine, log } = client({ trap: { call: 'closeTable', at: 1 } })
  await engine.load([file])
  await engine.report({ files: [{ quote: '' }] })
  await assert.rejects(engine.table(), { code: 'engine.crashed', where: 'table' })
  assert.equal(await (await engine.table()).text(), 'A\nB\nEND\r\n')
  assert.equal(
    log.calls.filter((call) => call.startsWith('begin')).at(-1),
    'begin {"files":[{"quote":""}]}',
  )
})

test('a worker that dies, by whatever event, is replaced', async () => {
  for (const event of ['onerror', 'onmessageerror'] as const) {
    const { engine, workers } = client()
    await engine.load([file])
    const report = engine.report()
    await Promise.resolve()
    workers[0]?.[event]?.({ message: 'gone' } as never)
    await assert.rejects(report, { code: 'engine.crashed' }, event)
    assert.equal((await engine.report()).schema, 1, event)
    assert.equal(workers.length, 2)
    workers[0]?.[event]?.({ message: 'late' } as never)
    await engine.report()
    assert.equal(workers.length, 2, 'a dead worker is not listened to')
  }
})

test('a worker that does not start is an error for the call, not a hang', async () => {
  const { startModule } = fakeCore()
  const { startWorker } = fakeWorkers(startModule)
  let attempts = 0
  const engine = new EngineClient({
    wasm,
    startWorker: () => {
      if (++attempts === 1) throw new Error('blocked by policy')
      return startWorker()
    },
  })
  made.push(engine)
  await assert.rejects(engine.load([file]), { code: 'engine.crashed', advice: /blocked by policy/ })
  assert.equal((await engine.report()).schema, 1)
})

test('errors of the core cross the worker with their words', async () => {
  const { engine } = client()
  await assert.rejects(engine.load([file], { bse: 1 } as object), {
    name: 'UpgradeRateError',
    code: 'setting.unknownKey',
    where: 'bse',
    advice: 'No such setting; "base" is meant?',
  })
})

test('after dispose every call is refused', async () => {
  const { engine, workers } = client()
  await engine.load([file])
  const report = engine.report()
  engine.dispose()
  await assert.rejects(report, { code: 'engine.disposed' })
  await assert.rejects(engine.report(), { code: 'engine.disposed' })
  await assert.rejects(engine.load([file]), { code: 'engine.disposed' })
  assert.equal(workers[0]?.terminated, true)
})
