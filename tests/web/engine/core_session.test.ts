import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHUNK_BYTES } from '../../../web/src/engine/chunks.js'
import { CoreSession } from '../../../web/src/engine/core_session.js'
import type { Progress } from '../../../web/src/engine/progress.js'
import { type ByteSource, blobByteSource } from '../../../web/src/engine/sources.js'
import { type FakeOptions, fakeCore } from './fake_core.js'

function file(name: string, text: string): ByteSource {
  return blobByteSource({ name, blob: new Blob([text]) })
}

function session(options?: FakeOptions) {
  const { log, startModule } = fakeCore(options)
  return { log, session: new CoreSession(startModule) }
}

const calls = (log: { calls: string[] }, name: string) =>
  log.calls.filter((call) => call.startsWith(name))

test('a load makes the calls of the contract in order', async () => {
  const { log, session: core } = session()
  const summary = await core.load([file('a.csv', 'a,b\n1,2\n'), file('b.csv', 'c\n')], {
    period: 'year',
  })
  assert.deepEqual(log.calls, [
    'begin {"period":"year"}',
    'openFile 0',
    'reserve 8',
    'push 8',
    'closeFile',
    'openFile 1',
    'reserve 2',
    'push 2',
    'closeFile',
    'finish',
    'summary',
  ])
  assert.deepEqual(
    summary.files.map(({ name }) => name),
    ['a.csv', 'b.csv'],
  )
})

test('a long file arrives whole, in chunks of 1 MiB', async () => {
  const line = 'customer,2024-01-01,pro,12.50\n'
  const text = line.repeat(80_000) // 2,400,000 bytes
  const { log, session: core } = session()
  await core.load([file('long.csv', text)], {})
  assert.deepEqual(calls(log, 'push'), [
    `push ${CHUNK_BYTES}`,
    `push ${CHUNK_BYTES}`,
    'push 302848',
  ])
  assert.equal(log.texts[0], text)
})

test('an empty file is opened and closed without a push', async () => {
  const { log, session: core } = session()
  await core.load([file('full.csv', 'a\n'), file('empty.csv', '')], {})
  assert.deepEqual(log.calls.slice(-4), ['openFile 1', 'closeFile', 'finish', 'summary'])
})

test('a file is read again as often as it asks, up to four times', async () => {
  for (const [asks, readings] of [
    [0, 1],
    [1, 2],
    [4, 5],
  ] as const) {
    const { log, session: core } = session({ rereadings: [asks] })
    await core.load([file('a.csv', 'a\n')], {})
    assert.equal(calls(log, 'openFile 0').length, readings, `${asks} further readings`)
    assert.equal(log.texts[0], 'a\n')
  }
  const { session: core } = session({ rereadings: [5] })
  await assert.rejects(core.load([file('a.csv', 'a\n')], {}), {
    code: 'file.unsettled',
    where: 'a.csv',
  })
})

test('a file that cannot be read on is closed, the next one is read', async () => {
  const { log, session: core } = session({ unreadableAfter: CHUNK_BYTES })
  await core.load([file('bad.bin', 'x\n'.repeat(CHUNK_BYTES)), file('good.csv', 'a\n')], {})
  assert.deepEqual(calls(log, 'push'), [`push ${CHUNK_BYTES}`, 'push 2'])
})

test('the core is asked whether settings need a reading', async () => {
  const { log, session: core } = session()
  await core.load([file('a.csv', 'a\n')], {})
  await core.report({ period: 'year' })
  assert.equal(calls(log, 'openFile').length, 1, 'a new period reads nothing')
  await core.report({ files: [{ delimiter: ';' }] })
  assert.equal(calls(log, 'openFile').length, 2, 'a new delimiter reads again')
  assert.equal(calls(log, 'begin').at(-1), 'begin {"files":[{"delimiter":";"}]}')
  await core.report({ files: [{ delimiter: ';' }] })
  assert.equal(calls(log, 'openFile').length, 2, 'and only once')
})

test('the host document follows the time zone of the settings', async () => {
  const { log, session: core } = session()
  await core.load([file('a.csv', 'a\n')], {})
  await core.report({ timeZone: 'Asia/Kathmandu' })
  const host = JSON.parse(log.hosts[0] as string)
  assert.match(host.today, /^\d{4}-\d\d-\d\d$/)
  assert.equal(host.zone.name, 'Asia/Kathmandu')
  assert.deepEqual(host.zone.transitions[1], [504901800, 20700]) // 1986-01-01, +05:30 became +05:45
  await assert.rejects(core.report({ timeZone: 'Mars/Olympus' }), {
    code: 'setting.timeZone',
    where: 'timeZone',
  })
})

test('what the core refuses is thrown with its code, place and advice', async () => {
  const { session: core } = session()
  const refused = {
    code: 'setting.unknownKey',
    where: 'bse',
    advice: 'No such setting; "base" is meant?',
  }
  const wrong = { bse: 'opening' } as object
  await assert.rejects(core.load([file('a.csv', 'a\n')], wrong), refused)
  assert.equal((await core.load([file('a.csv', 'a\n')], {})).rows, 1)
  await assert.rejects(core.report(wrong), refused)
  await core.report({})
})

test('after a failed load other settings are tried on the same files', async () => {
  const { log, session: core } = session()
  await assert.rejects(core.load([file('a.csv', 'no line end')], {}), {
    code: 'rows.none',
    where: 'a.csv',
  })
  await assert.rejects(core.report({ period: 'year' }), { code: 'rows.none' })
  assert.equal(calls(log, 'openFile').length, 2)
})

test('without a file there is nothing to report', async () => {
  const { session: core } = session()
  await assert.rejects(core.report({}), { code: 'engine.nothingLoaded' })
  await assert.rejects(core.load([], {}), { code: 'engine.nothingLoaded' })
})

test('after a trap a new module reads the same sources', async () => {
  const { log, session: core } = session({ trap: { call: 'report', at: 2 } })
  await core.load([file('a.csv', 'a\nb\n')], {})
  await core.report({})
  await assert.rejects(core.report({}), { code: 'engine.crashed', where: 'report' })
  await core.report({})
  assert.equal(log.modules, 2)
  assert.equal(log.texts[0], 'a\nb\n')
  assert.equal(log.deleted, 0, 'a trapped engine is not even deleted')
})

test('cancelling stops between chunks, and the next report reads anew', async () => {
  const { log, session: core } = session()
  const abort = new AbortController()
  const onProgress = () => abort.abort()
  const long = file('long.csv', 'a\n'.repeat(2 * CHUNK_BYTES)) // four chunks
  await assert.rejects(core.load([long], {}, { onProgress, signal: abort.signal }), {
    code: 'engine.cancelled',
  })
  assert.equal(calls(log, 'push').length, 1)
  await core.report({})
  assert.equal(calls(log, 'push').length, 5)
})

test('a timer fires while sources that never wait are read', async () => {
  const { session: core } = session()
  const abort = new AbortController()
  const bytes = new Uint8Array(CHUNK_BYTES)
  const source: ByteSource = {
    name: 'zero',
    bytes: 1000 * CHUNK_BYTES,
    read: async (a, b) => bytes.subarray(0, b - a),
  }
  setTimeout(() => abort.abort(), 20)
  await assert.rejects(core.load([source], {}, { signal: abort.signal }), {
    code: 'engine.cancelled',
  })
})

test('progress never runs backwards, also when a file is read twice or given up', async () => {
  const cases: [string, FakeOptions, number][] = [
    ['once', {}, 8],
    ['twice', { rereadings: [1] }, 12],
    ['given up', { unreadableAfter: 4 }, 8],
  ]
  for (const [name, options, total] of cases) {
    const { session: core } = session(options)
    const told: Progress[] = []
    await core.load(
      [file('a', 'a\nb\n'), file('b', 'c\nd\n')],
      {},
      { onProgress: (now) => told.push(now) },
    )
    const last = told.at(-1)
    assert.deepEqual(last, { bytes: total, totalBytes: total, rows: 4 }, name)
    for (const [at, now] of told.entries()) {
      const before = told[at - 1] ?? { bytes: 0, rows: 0 }
      assert.ok(now.bytes >= before.bytes && now.rows >= before.rows, name)
    }
  }
})

test('progress is told at most every 50 ms', async () => {
  const { session: core } = session()
  let told = 0
  const slow: ByteSource = {
    name: 'slow',
    bytes: 20 * CHUNK_BYTES,
    read: (start, end) =>
      new Promise((resolve) => setTimeout(resolve, 10, new Uint8Array(end - start))),
  }
  const start = performance.now()
  await core.load([file('a', 'a\n'), slow], {}, { onProgress: () => told++ })
  const most = 2 + (performance.now() - start) / 50
  assert.ok(told >= 3 && told <= most, `${told} times, at most ${most}`)
})

test('the table is written from a second reading, and copied out of the module', async () => {
  const { log, session: core } = session()
  await core.load([file('a', 'a\n'), file('b', 'x,y\n'.repeat(CHUNK_BYTES / 2))], {})
  const pieces: Uint8Array[] = []
  for await (const piece of core.table({ file: 1, rows: 'all' }, {})) pieces.push(piece)
  assert.equal(Buffer.concat(pieces).toString(), `${'X,Y\n'.repeat(CHUNK_BYTES / 2)}END\r\n`)
  assert.deepEqual(log.calls.slice(-6), [
    'openTable 1',
    `reserve ${CHUNK_BYTES}`,
    `pushTable ${CHUNK_BYTES}`,
    `reserve ${CHUNK_BYTES}`,
    `pushTable ${CHUNK_BYTES}`,
    'closeTable',
  ])
})

test('a table gives up when a reading begins meanwhile', async () => {
  const { session: core } = session()
  await core.load([file('a', 'a\n')], {})
  const table = core.table({ file: 0, rows: 'all' }, {})
  await table.next()
  await core.load([file('b', 'b\n')], {})
  await assert.rejects(table.next(), { code: 'engine.superseded' })
})

const moved = () => Promise.reject(new Error('moved'))

for (const [kind, text] of [
  ['small', 'a'],
  ['large', 'a'.repeat(2 << 20)],
] as const)
  test(`a ${kind} source that fails while it is read is named`, async () => {
    const { session: core } = session()
    const blob = Object.assign(new Blob([text]), {
      arrayBuffer: moved,
      slice: () => ({ arrayBuffer: moved }),
    })
    await assert.rejects(core.load([blobByteSource({ name: 'gone.csv', blob })], {}), {
      code: 'source.unreadable',
      where: 'gone.csv',
      advice: /\(moved\).*give it again/,
    })
  })

test('a small source is read once, and again where that failed', async () => {
  const given = new TextEncoder().encode('abc').buffer
  const answers = [moved, async () => given]
  const arrayBuffer = () => (answers.shift() ?? moved)()
  const blob = Object.assign(new Blob(['abc']), { arrayBuffer })
  const source = blobByteSource({ name: 'a.csv', blob })
  await assert.rejects(source.read(0, 3), /moved/)
  assert.deepEqual([...(await source.read(0, 2))], [97, 98])
  assert.deepEqual([...(await source.read(1, 3))], [98, 99])
})

test('a source that gives less than it promised is named', async () => {
  const { session: core } = session()
  const short: ByteSource = {
    name: 'short',
    bytes: 10,
    read: async (a, b) => new Uint8Array(9).subarray(a, b),
  }
  await assert.rejects(core.load([short], {}), {
    code: 'source.unreadable',
    where: 'short',
    advice: /10 .* 9 came/,
  })
})

test('dispose deletes the engine', async () => {
  const { log, session: core } = session()
  await core.load([file('a', 'a\n')], {})
  core.dispose()
  assert.equal(log.deleted, 1)
})
