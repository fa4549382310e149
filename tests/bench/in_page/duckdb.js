// DuckDB-Wasm in a page: its own worker, given a real File, asked in SQL. Bundled for the page by
// contenders/duckdb_wasm.mjs. `eh` is the build that any page can use; the threaded one needs headers
// that static hosts do not send.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm'

const at = (path) => new URL(path, location.href).href
const scripts = [at('/in_page/memory.js'), at('/duckdb/duckdb-browser-eh.worker.js')]
const text = `importScripts(${scripts.map((script) => JSON.stringify(script))})`
const worker = new Worker(URL.createObjectURL(new Blob([text])))
const db = new AsyncDuckDB(new VoidLogger(), worker)
await db.instantiate(at('/duckdb/duckdb-eh.wasm'))
const connection = await db.connect()

globalThis.answer = async (file, { query }) => {
  const started = performance.now()
  await db.registerFileHandle('history.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true)
  const table = await connection.query(query)
  const totalMs = performance.now() - started
  const figures = table.toArray().map((row) => {
    const plain = {}
    for (const [name, value] of Object.entries(row.toJSON()))
      plain[name] = typeof value === 'bigint' ? Number(value) : value
    return plain
  })
  await db.dropFile('history.csv')
  return { totalMs, figures }
}
globalThis.version = await db.getVersion()
globalThis.started = true
