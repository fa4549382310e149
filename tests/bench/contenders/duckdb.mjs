/** DuckDB itself, on all processors, reading the file from disk. */
import { cpus } from 'node:os'
import { DuckDBInstance } from '@duckdb/node-api'
import { duckdbSql } from '../peers/duckdb_sql.mjs'

export async function start(data) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(cpus().length) })
  const connection = await instance.connect()
  return {
    async answer(file) {
      const query = duckdbSql({ ...data, file })
      const started = performance.now()
      const reader = await connection.runAndReadAll(query)
      const figures = reader.getRowObjectsJson()
      return { totalMs: performance.now() - started, figures }
    },
    stop: async () => connection.closeSync(),
  }
}
