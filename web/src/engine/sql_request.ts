/** What a statement for a warehouse is asked for with. */
export const SQL_DIALECTS = [
  'clickhouse',
  'duckdb',
  'postgres',
  'spark',
  'bigquery',
  'snowflake',
] as const
export type SqlDialect = (typeof SQL_DIALECTS)[number]

export interface SqlRequest {
  dialect: SqlDialect
  /** The table or view: `schema.table`. A part with other signs than letters, digits and _ stands in "…". */
  from: string
  /** A column that orders rows of one customer at one instant, of which the last is used. */
  orderBy?: string
  /** For a model of dbt: the table by `source()`, or by `ref()` where it has no schema. */
  dbt?: boolean
}
