/** The command line of `upgrade-rate`, read and checked before anything else happens. */
import { parseArgs } from 'node:util'
import { SQL_DIALECTS, type SqlRequest } from '../engine/sql_request.js'

export const FORMATS = ['json', 'text', 'md', 'csv', 'html', 'svg', 'link'] as const
export type Format = (typeof FORMATS)[number]

export type Order =
  | { does: 'help' | 'version' }
  | { does: 'report'; files: string[]; settings: string | null; format: Format; page: string }
  | { does: 'sql'; files: string[]; settings: string | null; request: SqlRequest }
  | { does: 'table' | 'setAside'; files: string[]; settings: string | null }
  | { does: 'refuse'; because: string }

export const HELP = `Usage: upgrade-rate FILE... [options]

Reads tables of customers and plans and prints the upgrade rate report.
FILE is a path, or - for standard input: delimited text, gzip of it, or an Excel workbook.

  --settings FILE   settings document (JSON); what it leaves out is detected
  --format FORMAT   json (default): the report document
                    text: the answer in words and a table of periods
                    md, csv, html: the table of periods
                    svg: the answer as a picture
                    link: an address that opens the answer in the page; counts only,
                    small segments, cohorts and paths held back
                    sql: a statement that computes the same in a warehouse; FILE is
                    then a sample, or none where the settings say it all
  --dialect DIALECT for sql: clickhouse, duckdb, postgres, spark, bigquery, snowflake
  --from TABLE      for sql: the table or view, such as analytics.plan_changes
  --order-by COLUMN for sql: what orders rows of one customer at one instant
  --dbt             for sql: a model file; TABLE becomes a source() or ref()
  --one-query       for sql: one query also for ClickHouse, not a script with
                    temporary tables; slower, and not for subscriptions
  --page ADDRESS    where the page lies, for link (default: index.html)
  --table           print the table as it was read (CSV) instead of the report
  --set-aside       print its rows that the report does not use, each behind its
                    line and the code of its problem (CSV)
  --help            print this
  --version         print the version

Exit status: 0 printed, 1 the engine failed, 2 wrong usage or settings,
3 nothing usable in the files.
`

const SQL_OPTIONS = ['dialect', 'from', 'order-by', 'dbt', 'one-query']

export function readArguments(args: string[]): Order {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals: files } = parsed
  const settings = values.settings ?? null
  if (values.help) return { does: 'help' }
  if (values.version) return { does: 'version' }
  if (values.format === 'sql') return sqlOrder(values, files, settings)
  if (SQL_OPTIONS.some((name) => name in values))
    return refuse(`--${SQL_OPTIONS.join(', --')} belong to --format sql.`)
  if (files.length === 0) return refuse('No file was named.')
  if ([...files, settings].filter((file) => file === '-').length > 1)
    return refuse('Standard input (-) can be read only once.')
  const { table, 'set-aside': setAside } = values
  if (!table && !setAside) {
    const format = FORMATS.find((known) => known === (values.format ?? 'json'))
    const page = values.page ?? 'index.html'
    if (values.page !== undefined && format !== 'link')
      return refuse('--page belongs to --format link.')
    if (/[#\s]/.test(page)) return refuse(`"${page}" is no address of a page: no blanks and no #.`)
    if (format !== undefined) return { does: 'report', files, settings, format, page }
    return refuse(`"${values.format}" is no format; there are ${FORMATS.join(', ')} and sql.`)
  }
  if (values.page !== undefined) return refuse('--page belongs to --format link.')
  const option = setAside ? '--set-aside' : '--table'
  if (table && setAside) return refuse('--table and --set-aside are two tables; name one of them.')
  if (values.format !== undefined) return refuse(`${option} is always CSV; leave out --format.`)
  if (files.length > 1) return refuse(`${option} prints one table; name one file.`)
  return { does: setAside ? 'setAside' : 'table', files, settings }
}

function sqlOrder(
  values: ReturnType<typeof parse>['values'],
  files: string[],
  settings: string | null,
): Order {
  const dialect = SQL_DIALECTS.find((known) => known === values.dialect)
  if (dialect === undefined)
    return refuse(`--format sql needs --dialect: one of ${SQL_DIALECTS.join(', ')}.`)
  if (values.from === undefined) return refuse('--format sql needs --from: the name of the table.')
  if (files.length === 0 && settings === null)
    return refuse('--format sql needs a sample FILE, or --settings with mapping and plans.')
  if ([...files, settings].filter((file) => file === '-').length > 1)
    return refuse('Standard input (-) can be read only once.')
  const request: SqlRequest = { dialect, from: values.from, dbt: values.dbt === true }
  if (values['one-query']) request.oneQuery = true
  if (values['order-by'] !== undefined) request.orderBy = values['order-by']
  return { does: 'sql', files, settings, request }
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      settings: { type: 'string' },
      format: { type: 'string' },
      page: { type: 'string' },
      dialect: { type: 'string' },
      from: { type: 'string' },
      'order-by': { type: 'string' },
      dbt: { type: 'boolean' },
      'one-query': { type: 'boolean' },
      table: { type: 'boolean' },
      'set-aside': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  })
}

const refuse = (because: string): Order => ({ does: 'refuse', because })
