/** The npm package in Node: the WebAssembly module, the file read from disk in pieces. */
import '../in_page/memory.js'
import { open } from 'node:fs/promises'
import { createEngine } from '../../../dist/package/upgrade-rate.js'
import { timed } from '../in_page/timed.js'

export async function start({ settings, workers }) {
  const engine = await createEngine(workers ? { workers } : {})
  return {
    async answer(path) {
      const handle = await open(path)
      const { size } = await handle.stat()
      const read = async (from, to) => {
        const bytes = new Uint8Array(to - from)
        await handle.read(bytes, 0, bytes.length, from)
        return bytes
      }
      const readyWasm = globalThis.wasmMemoryBytes()
      const measured = await timed(engine, { name: 'history.csv', bytes: size, read }, settings)
      await handle.close()
      return { ...measured, readyWasm, peakWasm: globalThis.wasmMemoryBytes() }
    },
    stop: async () => engine.dispose(),
  }
}
