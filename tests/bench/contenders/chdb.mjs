/** ClickHouse in the process (chDB), on all processors, reading the file from disk. */
import chdb from 'chdb'
import { chdbSql } from '../peers/chdb_sql.mjs'

export async function start(data) {
  const session = new chdb.Session()
  return {
    async answer(file) {
      const statements = chdbSql({ ...data, file })
      const started = performance.now()
      let text = ''
      for (const statement of statements) text = session.query(statement, 'JSONEachRow')
      const figures = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      return { totalMs: performance.now() - started, figures }
    },
    stop: async () => session.close(),
  }
}
