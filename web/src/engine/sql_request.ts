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
  /**
   * For ClickHouse, whose SQL is a script that keeps its large steps in temporary tables: one query
   * instead, for tools that take no more. It is worked out anew wherever a step is named, and cannot
   * do subscriptions. Without effect in the other dialects, whose SQL is one query, and with `dbt`.
   */
  oneQuery?: boolean
}
