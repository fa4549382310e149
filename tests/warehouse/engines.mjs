/**
 * The warehouses that run here, each behind the same two calls: load(table, columns, rows) and
 * run(sql). DuckDB and ClickHouse (chDB) live in this process; PostgreSQL is started in a scratch
 * folder, listens on a unix socket there, and is stopped by close().
 */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const quoted = (name) => `"${name.replaceAll('"', '""')}"`
const text = (cell) =>
  cell === null || cell === undefined ? '' : `"${String(cell).replaceAll('"', '""')}"`
/** RFC 4180; NULL is an empty cell without quotes. */
export const asCsv = (rows) => rows.map((row) => `${row.map(text).join(',')}\n`).join('')

export async function duckdb() {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  return {
    dialect: 'duckdb',
    async load(table, columns, rows) {
      await connection.run(`DROP TABLE IF EXISTS ${quoted(table)}`)
      const types = columns.map((name) => `${quoted(name)} VARCHAR`).join(', ')
      await connection.run(`CREATE TABLE ${quoted(table)} (${types})`)
      const appender = await connection.createAppender(table)
      for (const row of rows) {
        for (const cell of row)
          cell === null || cell === undefined
            ? appender.appendNull()
            : appender.appendVarchar(String(cell))
        appender.endRow()
      }
      appender.closeSync()
    },
    run: async (sql) => (await connection.run(sql)).getRows(),
    statement: async (sql) => void (await connection.run(sql)),
    close: async () => connection.closeSync(),
  }
}

export async function clickhouse() {
  const { Session } = createRequire(import.meta.url)('chdb')
  const folder = mkdtempSync(join(tmpdir(), 'warehouse-clickhouse-'))
  const session = new Session(join(folder, 'data'))
  // The database that it begins in takes the names of tables for those of files.
  session.query('CREATE DATABASE tests')
  session.query('USE tests')
  const name = (each) => `\`${each.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``
  return {
    dialect: 'clickhouse',
    async load(table, columns, rows) {
      const file = join(folder, 'rows.csv')
      writeFileSync(file, asCsv(rows))
      const types = columns.map((column) => `${name(column)} Nullable(String)`).join(', ')
      const structure = columns.map((_, i) => `c${i} Nullable(String)`).join(', ')
      session.query(`DROP TABLE IF EXISTS ${name(table)}`)
      session.query(`CREATE TABLE ${name(table)} (${types}) ENGINE = Memory`)
      session.query(
        `INSERT INTO ${name(table)} SELECT * FROM file('${file}', 'CSV', '${structure}')`,
      )
    },
    run: async (sql) => JSON.parse(`[${answered(session, sql)}]`),
    statement: async (sql) => void session.query(sql),
    close: async () => {
      session.cleanup()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const answered = (session, sql) =>
  session.query(sql, 'JSONCompactEachRow').trim().replaceAll('\n', ',')

const binaries = '/usr/lib/postgresql'

/** Whether the system has PostgreSQL's server. */
export const hasPostgres = () => existsSync(binaries)

export async function postgres() {
  const bin = join(binaries, readdirSync(binaries).sort().at(-1), 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'warehouse-postgres-'))
  const root = process.getuid() === 0
  if (root) {
    const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
    chownSync(folder, id('-u'), id('-g'))
  }
  const as = root ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'] : []
  const call = (program, args, options = {}) => {
    const [first, ...rest] = [...as, join(bin, program), ...args]
    return execFileSync(first, rest, {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      cwd: folder,
      ...options,
    })
  }
  const data = join(folder, 'data')
  call('initdb', ['-D', data, '-U', 'tester', '-E', 'UTF8', '--locale=C', '-A', 'trust', '-N'])
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c work_mem=64MB -c jit=off`
  call('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start'], {
    stdio: 'ignore',
  })
  const psql = (sql, extra = []) =>
    call(
      'psql',
      [
        '-h',
        folder,
        '-U',
        'tester',
        '-d',
        'postgres',
        '-X',
        '-q',
        '-v',
        'ON_ERROR_STOP=1',
        ...extra,
      ],
      {
        input: sql,
      },
    )
  return {
    dialect: 'postgres',
    async load(table, columns, rows) {
      const types = columns.map((column) => `${quoted(column)} TEXT`).join(', ')
      psql(
        `DROP TABLE IF EXISTS ${quoted(table)};\nCREATE TABLE ${quoted(table)} (${types});\n` +
          `COPY ${quoted(table)} FROM STDIN (FORMAT csv);\n${asCsv(rows)}\\.\n`,
      )
    },
    /** Cells are printed behind a sign that no text holds. */
    run: async (sql) =>
      JSON.parse(
        psql(
          `SELECT COALESCE(json_agg(json_build_array(r."part", r."start", r."end", r."name", r."other", r."currency", r."measure", r."value")), '[]') FROM (\n${sql}\n) AS r`,
          ['-A', '-t'],
        ),
      ),
    statement: async (sql) => void psql(sql),
    close: async () => {
      call('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'], { stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
