/** Who takes part: the product four ways, then the others. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist, here } from './places.mjs'

export const CONTENDERS = [
  { name: 'native', title: 'this core, native', ours: true },
  { name: 'node', title: 'this package, wasm in Node', ours: true },
  { name: 'chromium', title: 'this package, wasm in Chromium, one worker', ours: true },
  { name: 'chromium-2', title: 'the same, two workers', ours: true, kind: 'chromium', workers: 2 },
  {
    name: 'duckdb-wasm',
    title: 'DuckDB-Wasm in Chromium',
    kind: 'duckdb_wasm',
    module: '@duckdb/duckdb-wasm',
  },
  { name: 'duckdb', title: 'DuckDB, native, all cores', module: '@duckdb/node-api' },
  { name: 'chdb', title: 'chDB (ClickHouse), native, all cores', module: 'chdb' },
  { name: 'udsv', title: 'uDSV + JavaScript in Node', module: 'udsv' },
  { name: 'papa', title: 'Papa Parse + JavaScript in Node', module: 'papaparse' },
]

export const contender = (name) => CONTENDERS.find((one) => one.name === name)

/** Why a contender cannot run here, or null. */
export function whyNot({ workers }) {
  const types = readFileSync(join(dist, 'package/types/package/index.d.ts'), 'utf8')
  return workers && !/\bworkers\?:/.test(types) ? 'the package has no option `workers`' : null
}

/** The version that is installed. */
export const version = (module) =>
  JSON.parse(readFileSync(join(here, 'node_modules', module, 'package.json'), 'utf8')).version
