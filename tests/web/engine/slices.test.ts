// A file read in slices gives the report that one reading gives, whatever the cuts fall on; with the
// real core, its assistants at the other end of message channels as in a page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import createCore from '../../../wasm/module.js'
import { assist } from '../../../web/src/engine/assist.js'
import { CoreSession } from '../../../web/src/engine/core_session.js'
import { SliceReaders } from '../../../web/src/engine/slices.js'
import { blobByteSource } from '../../../web/src/engine/sources.js'

const built = 'dist/package/upgrade_rate.wasm'
const startModule = () => createCore({ wasmBinary: readFileSync(built) })

/** Assistants in this thread. `closed`: ends the test's ports. */
function assistants(count: number, start = startModule) {
  const channels = Array.from({ length: count }, () => new MessageChannel())
  for (const { port1 } of channels) assist(port1, start)
  return {
    slices: (fewest: number) =>
      new SliceReaders(
        channels.map(({ port2 }) => port2),
        fewest,
      ),
    close: () => {
      for (const { port1 } of channels) port1.close()
    },
  }
}

async function reportOf(text: BlobPart, slices?: SliceReaders, rows: number[] = []) {
  const session = new CoreSession(startModule)
  if (slices) session.readWith(slices)
  const source = blobByteSource({ name: 'a.csv', blob: new Blob([text]) })
  const onProgress = (progress: { rows: number }) => void rows.push(progress.rows)
  const summary = await session.load([source], {}, { onProgress })
  const report = await session.report({ today: '2026-01-31' })
  session.dispose()
  return JSON.stringify({ summary, report })
}

// Rows from a small generator; quoted cells hold line ends, so that cuts fall into them.
function history(rows: number, quoted: boolean): string {
  const plans = ['Basic', 'Pro', quoted ? '"Team,\nlarge"' : 'Team', '']
  let text = 'customer,date,plan,value\n'
  for (let i = 0; i < rows; i++) {
    const day = String((i % 28) + 1).padStart(2, '0')
    const month = String((i % 12) + 1).padStart(2, '0')
    text += `c${(i * 7919) % 997},${2022 + (i % 3)}-${month}-${day},${plans[(i * 31) % 4]},${i % 50}\n`
  }
  return text
}

const skip = !readable(built) && `${built} is not built`
function readable(file: string): boolean {
  try {
    return readFileSync(file).length > 0
  } catch {
    return false
  }
}

for (const [name, text] of [
  ['plain rows', history(60_000, false)],
  ['cells with line ends in quotes', history(60_000, true)],
  [
    'a last line in windows-1252',
    Buffer.from(`${history(30_000, false)}c1,2024-12-30,Gr\u00fcn,3\n`, 'latin1'),
  ],
] as const)
  test(`slices: ${name}`, { skip }, async () => {
    const alone = await reportOf(text)
    for (const count of [1, 2]) {
      const { slices, close } = assistants(count)
      const rows: number[] = []
      assert.equal(await reportOf(text, slices(1), rows), alone, `${count} assistants`)
      assert.equal(rows.at(-1), JSON.parse(alone).summary.rows)
      close()
    }
  })

test('small files and lost assistants are read alone', { skip }, async () => {
  const text = history(30_000, false)
  const alone = await reportOf(text)
  const broken = assistants(1, () => Promise.reject(new Error('no module')))
  assert.equal(await reportOf(text, broken.slices(text.length + 1)), alone, 'not worth it')
  assert.equal(await reportOf(text, broken.slices(1)), alone, 'an assistant that fails')
  broken.close()
})

test('a stop is obeyed by all', { skip }, async () => {
  const { slices, close } = assistants(1)
  const session = new CoreSession(startModule)
  session.readWith(slices(1))
  const abort = new AbortController()
  const text = history(200_000, false)
  const source = blobByteSource({ name: 'a.csv', blob: new Blob([text]) })
  const loading = session.load(
    [source],
    {},
    { signal: abort.signal, onProgress: () => abort.abort() },
  )
  await assert.rejects(loading, { code: 'engine.cancelled' })
  close()
})
