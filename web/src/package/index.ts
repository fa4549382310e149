/**
 * The public face of the package: `createEngine()` and the types of the two documents.
 *
 * ```ts
 * import { createEngine } from 'upgrade-rate'
 *
 * const engine = await createEngine()
 * await engine.load([{ name: 'totals.csv', data: 'period,total,upgraded\n2024-Q1,400,72\n' }])
 * const report = await engine.report()
 * console.log(report.headline?.rate)
 * engine.dispose()
 * ```
 */
import createCore from '../../../wasm/module.js'
import { InProcessEngine } from './engine.js'
import type { Engine } from './engine_type.js'
import { wasmBytes } from './wasm_bytes.js'

export type * from '../engine/documents.js'
export { UpgradeRateError } from '../engine/errors.js'
export type { OnProgress, Progress, WorkOptions } from '../engine/progress.js'
export type { ShareOptions, SharePart } from '../engine/share_options.js'
export type { ByteSource, Source, SourceData } from '../engine/sources.js'
export type { SqlDialect, SqlRequest } from '../engine/sql_request.js'
export type { Engine } from './engine_type.js'

export interface EngineOptions {
  /**
   * The bytes of `upgrade_rate.wasm`. Without them the file is looked for beside this module: read
   * from disk in Node, fetched in a browser. They are kept, not copied; do not change them.
   */
  wasm?: ArrayBuffer | Uint8Array
}

/**
 * Makes an engine that works in the calling thread. In a page, call it inside a worker of your own:
 * reading a large file keeps a thread busy.
 *
 * @throws UpgradeRateError `wasm.unavailable` where the WebAssembly file cannot be had.
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const wasmBinary =
    options.wasm ?? (await wasmBytes(new URL('./upgrade_rate.wasm', import.meta.url)))
  return new InProcessEngine(() => createCore({ wasmBinary }))
}
