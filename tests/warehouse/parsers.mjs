/**
 * Independent readers of SQL, one call for all: read(statement, dialect) throws where the statement
 * is not that dialect's. None of them asks an engine, and each covers what its maker wrote down.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from '../../web/node_modules/esbuild/lib/main.js'

const here = fileURLToPath(new URL('.', import.meta.url))

async function polyglot() {
  const { parse } = await import('@polyglot-sql/sdk')
  return (sql, dialect) => {
    const { success, error } = parse(sql, dialect === 'postgres' ? 'postgresql' : dialect)
    if (!success) throw new Error(error)
  }
}

/** Its modules import folders, which Node does not, so it is bundled first. */
async function dtSqlParser() {
  const folder = mkdtempSync(join(tmpdir(), 'parsers-'))
  try {
    const outfile = join(folder, 'spark.mjs')
    const entry = join(folder, 'entry.mjs')
    writeFileSync(entry, `export { SparkSQL } from 'dt-sql-parser'`)
    const nodePaths = [join(here, 'node_modules')]
    const format = { bundle: true, format: 'esm', platform: 'node', logLevel: 'error' }
    await build({ entryPoints: [entry], outfile, nodePaths, ...format })
    const { SparkSQL } = await import(pathToFileURL(outfile).href)
    return (sql) => {
      const [first] = new SparkSQL().validate(sql)
      if (first) throw new Error(`${first.startLine}:${first.startColumn} ${first.message}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function nodeSqlParser() {
  const { Parser } = createRequire(import.meta.url)('node-sql-parser')
  return (sql, database) => {
    new Parser().astify(sql, { database })
  }
}

async function sqlParserCst() {
  const { parse } = await import('sql-parser-cst')
  return (sql, dialect) => {
    parse(sql, { dialect })
  }
}

/** For parsers that take seconds for a statement: between them they have every step. */
const few = [
  'plain',
  'changes with money',
  'snapshots',
  'subscriptions',
  'segments',
  'filters',
  'everything at once',
]

/**
 * Where an engine runs here (engines.mjs), one parser is enough. `drawn`: how many random statements
 * it reads beside the chosen ones; `only`: which of these, where it is slow.
 */
export const parsers = {
  '@polyglot-sql/sdk': {
    load: polyglot,
    drawn: 12,
    dialects: ['clickhouse', 'duckdb', 'postgres', 'spark', 'bigquery', 'snowflake'],
  },
  'dt-sql-parser': {
    load: dtSqlParser,
    drawn: 0,
    only: ['plain', 'subscriptions', 'everything at once'],
    dialects: ['spark'],
  },
  'node-sql-parser': {
    load: nodeSqlParser,
    drawn: 0,
    only: few,
    dialects: ['bigquery', 'snowflake'],
  },
  'sql-parser-cst': { load: sqlParserCst, drawn: 12, dialects: ['bigquery'] },
}

/**
 * What a parser rejects though the engine's manual allows it. `instead` is what the parser is given
 * in its place, so that the rest of the statement is read all the same.
 */
export const falseRejections = [
  {
    parser: 'dt-sql-parser',
    dialect: 'spark',
    what: 'a minus between a column and a word, which it takes for one name with a hyphen',
    construct: / - (?=[A-Z])/g,
    instead: ' + ',
    manual: 'https://spark.apache.org/docs/3.5.7/api/sql/index.html#-1',
  },
  {
    parser: 'dt-sql-parser',
    dialect: 'spark',
    what: 'a step that names itself, which Spark has since 4.0',
    construct: /\bWITH RECURSIVE\b/g,
    instead: 'WITH',
    manual: 'https://spark.apache.org/docs/4.0.0/sql-ref-syntax-qry-select-cte.html',
  },
  {
    parser: '@polyglot-sql/sdk',
    dialect: 'duckdb',
    what: '// is the whole division',
    construct: / \/\/ /g,
    instead: ' / ',
    manual: 'https://duckdb.org/docs/stable/sql/functions/numeric',
  },
  ...['bigquery', 'snowflake'].map((dialect) => ({
    parser: 'node-sql-parser',
    dialect,
    what: 'a condition of two parts behind ELSE',
    construct: /(?<=ELSE r\.next_snapshot < h\.until_at) AND /g,
    instead: ' + ',
    manual:
      dialect === 'bigquery'
        ? 'https://cloud.google.com/bigquery/docs/reference/standard-sql/conditional_expressions#case'
        : 'https://docs.snowflake.com/en/sql-reference/functions/case',
  })),
  {
    parser: 'node-sql-parser',
    dialect: 'bigquery',
    what: 'a step that names itself',
    construct: /\bWITH RECURSIVE\b/g,
    instead: 'WITH',
    manual:
      'https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax#with_clause',
  },
  {
    parser: 'node-sql-parser',
    dialect: 'bigquery',
    what: 'the type BIGNUMERIC',
    construct: /\bBIGNUMERIC\b/g,
    instead: 'NUMERIC',
    manual:
      'https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#decimal_types',
  },
  {
    parser: 'node-sql-parser',
    dialect: 'bigquery',
    what: 'escapes in quoted names',
    construct: /\\`/g,
    instead: '',
    manual:
      'https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical#quoted_identifiers',
  },
  {
    parser: 'node-sql-parser',
    dialect: 'snowflake',
    what: 'a frame that ends a row before the current one',
    construct: /\bAND 1 PRECEDING\b/g,
    instead: 'AND CURRENT ROW',
    manual: 'https://docs.snowflake.com/en/sql-reference/functions-window-syntax',
  },
  {
    parser: 'node-sql-parser',
    dialect: 'snowflake',
    what: 'a doubled quote in a quoted name',
    construct: / ""y""(?=")/g,
    instead: ' y',
    manual: 'https://docs.snowflake.com/en/sql-reference/identifiers-syntax',
  },
]
