/** Data in a warehouse, in English: the form, and what to do with the SQL. */
import type { SqlDialect } from '../engine/sql_request.js'

const dialects: { [d in SqlDialect]: string } = {
  clickhouse: 'ClickHouse',
  duckdb: 'DuckDB',
  postgres: 'PostgreSQL',
  spark: 'Spark SQL, Databricks',
  bigquery: 'BigQuery',
  snowflake: 'Snowflake',
}

export const warehouse = {
  title: 'My data is in a warehouse',
  lead: 'The warehouse counts, this page does the rest: name the table, run the SQL there, and paste the small table that it prints anywhere on this page. Rows and customers stay where they are.',
  dialect: 'Engine',
  dialects,
  from: 'Table or view',
  columns: 'Its columns',
  columnsHint:
    'Names as the table has them. An export of some of its rows, dropped on this page first, fills in columns and plans.',
  orderBy: 'what orders rows of one instant, if there',
  segments: 'compare customers by (commas between)',
  plans: 'Plans',
  tiers: 'paid plans',
  tiersHow: 'Paid plans, the lowest first: a line for each tier, commas between plans of one tier',
  maybe: (label: string) => `${label}, if there`,
  prospects: 'trial or free',
  none: 'cancelled',
  addOns: 'add-ons',
  missing: (names: string) => `Still to be named: ${names}.`,
  sql: 'SQL for the warehouse',
  script:
    'A script: run all of it in one session, as clickhouse client does. Large steps become temporary tables; its last statement prints the table.',
  oneQuery: 'One query instead: slower, for tools that take only one',
  next: 'Run it, save what it prints as CSV with its header, and drop or paste that here.',
}
