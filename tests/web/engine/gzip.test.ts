/** Gzip of anything: whole, in several streams, cut off, damaged, and made to swell. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { CHUNK_BYTES } from '../../../web/src/engine/chunks.js'
import { openContent } from '../../../web/src/engine/content.js'
import { gunzip } from '../../../web/src/engine/inflate.js'
import { contentText, oneSheet, sourceOf } from './make_workbook.js'

const line = (i: number) => `c${(i * 2_654_435_761) % 4_294_967_296},2024-01-${(i % 28) + 1},pro\n`
const table = (rows: number) => Array.from({ length: rows }, (_, i) => line(i)).join('')
/** Over two chunks when packed. */
const long = gzipSync(table(400_000), { level: 1 })
const damaged = { name: 'UpgradeRateError', code: 'input.damaged', where: 'book.xlsx' }

test('a packed table is the table', async () => {
  for (const rows of [0, 1, 1000, 100_000]) {
    const text = table(rows)
    assert.equal(await contentText(gzipSync(text)), text, `${rows} rows`)
  }
})

test('it is read piece by piece, and bytes of the file are counted', async () => {
  const bytes = long
  assert.ok(bytes.length > 2 * CHUNK_BYTES)
  const slices: number[] = []
  const source = sourceOf(bytes)
  const content = await openContent(
    {
      ...source,
      read: (start, end) => {
        slices.push(end - start)
        return source.read(start, end)
      },
    },
    null,
  )
  slices.length = 0
  let read = 0
  let most = 0
  let early = 0
  for await (const piece of content.pieces()) {
    read += piece.read
    most = Math.max(most, piece.bytes.length)
    if (slices.length <= 2) early += piece.bytes.length
  }
  assert.equal(read, bytes.length)
  assert.equal(content.bytes, bytes.length)
  assert.ok(most <= 1 << 20, `pieces of ${most} bytes`)
  assert.ok(early > 100_000, 'content comes before the file is read')
  assert.deepEqual(Math.max(...slices), CHUNK_BYTES)
})

test('several streams one after the other, wherever they begin', async () => {
  const parts = [table(1), table(3000), '', table(60_000), 'end\n']
  const streams = parts.map((part) => gzipSync(part))
  const bytes = Buffer.concat(streams)
  assert.equal(await contentText(bytes), parts.join(''))
  const pieces = (size: number) =>
    (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })()
  for (const size of [997, 16_384, 65_537]) {
    const out: Uint8Array[] = []
    const inflation = { name: 'a.gz', packedBytes: bytes.length }
    for await (const piece of gunzip(pieces(size), inflation)) out.push(piece.bytes)
    assert.equal(Buffer.concat(out).toString(), parts.join(''), `chunks of ${size}`)
  }
})

test('each stream ends before the next is begun: what a browser asks for', async () => {
  const { PackedStreams } = await import('../../../web/src/engine/packed_streams.js')
  const streams = [table(1), table(3000), '', table(60_000)].map((part) => gzipSync(part))
  const bytes = Buffer.concat(streams)
  const sizes = [1, 3000, 0, 60_000].map((rows) => table(rows).length)
  for (const size of [10, 997, 1 << 20]) {
    const packed = new PackedStreams(
      (async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      })(),
    )
    const lengths: number[] = []
    do {
      let length = 0
      // What would come out meanwhile, as evenly as it went in.
      for (let piece = await packed.next(); piece; piece = await packed.next()) {
        length += piece.length
        const at = lengths.length
        packed.inflated = Math.floor(
          ((sizes[at] ?? 0) * length) / (streams[at]?.length ?? 1) / 1.0001,
        )
      }
      lengths.push(length)
    } while (packed.nextStream())
    assert.deepEqual(
      lengths,
      streams.map(({ length }) => length),
      `chunks of ${size}`,
    )
  }
})

test('cut off or damaged is an error that says so, and never a hang', async () => {
  const bytes = gzipSync(table(5000))
  for (const keep of [2, 9, 10, 11, 100, bytes.length >> 1, bytes.length - 8, bytes.length - 1])
    await assert.rejects(contentText(bytes.subarray(0, keep)), damaged, `${keep} bytes kept`)
  for (const at of [2, 3, 20, bytes.length >> 1, bytes.length - 6, bytes.length - 2]) {
    const broken = Buffer.from(bytes)
    broken[at] = (broken[at] as number) ^ 0xff
    await assert.rejects(contentText(broken), damaged, `byte ${at} changed`)
  }
})

test('what swells to hundreds of times its size is refused soon', async () => {
  const bomb = gzipSync(Buffer.alloc(80 << 20))
  const start = performance.now()
  await assert.rejects(contentText(bomb), { code: 'input.tooLarge', where: 'book.xlsx' })
  assert.ok(performance.now() - start < 20_000)
  // Within the free bytes anything goes.
  assert.equal((await contentText(gzipSync(Buffer.alloc(10 << 20, 'a')))).length, 10 << 20)
})

test('a workbook in gzip is a workbook', async () => {
  const sheet = oneSheet('<row><c><v>1</v></c></row><row><c><v>2</v></c></row>')
  assert.equal(await contentText(gzipSync(sheet)), '1\r\n2\r\n')
})

test('a signal stops it between pieces', async () => {
  const content = await openContent(sourceOf(long), null)
  const abort = new AbortController()
  const read = async () => {
    for await (const _ of content.pieces(abort.signal)) abort.abort()
  }
  await assert.rejects(read(), { code: 'engine.cancelled' })
})

test('a file that cannot be read on is told apart from a damaged one', async () => {
  const source = sourceOf(long)
  const gone = {
    ...source,
    read: async (start: number, end: number) => {
      if (start > 0) throw new Error('gone')
      return source.read(start, end)
    },
  }
  const content = await openContent(gone, null)
  const read = async () => {
    for await (const _ of content.pieces());
  }
  await assert.rejects(read(), { code: 'source.unreadable', advice: /gone/ })
})
