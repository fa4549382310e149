import type { CoreEngine, CoreModule } from '../../../wasm/module.js'

/** A started module and the one engine in it. */
export interface RunningCore {
  module: CoreModule
  engine: CoreEngine
}

/** Puts bytes where the next push takes them from. */
export function fill({ module, engine }: RunningCore, bytes: Uint8Array): void {
  const pointer = engine.reserve(bytes.length)
  if (pointer === 0) throw new Error('out of memory')
  // Reserving may grow the memory, which kills every older view: HEAPU8 is taken after it.
  module.HEAPU8.set(bytes, pointer)
}
