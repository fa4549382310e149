/** DuckDB-Wasm in Chromium, given a File. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { duckdbSql } from '../peers/duckdb_sql.mjs'
import { here, root } from '../places.mjs'
import { startPage } from './in_chromium.mjs'

const { build } = createRequire(join(root, 'web/'))('esbuild')

export async function start(data) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'in_page/duckdb.js')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  })
  return startPage({
    folders: {
      '/duckdb/': join(here, 'node_modules/@duckdb/duckdb-wasm/dist/'),
      '/in_page/': join(here, 'in_page/'),
    },
    texts: { '/duckdb.js': outputFiles[0].text },
    script: '/duckdb.js',
    given: { query: duckdbSql({ ...data, file: 'history.csv' }) },
  })
}
