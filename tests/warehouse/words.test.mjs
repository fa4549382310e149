/**
 * What no parser says of a statement: that every function in it is one that the docs have found in
 * the engine's manual, that no name in it is reserved there, and two rules of arithmetic of engines
 * that are not run here. Read from the text, without names, texts and comments.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { dialects, rendered, statements } from './statements.mjs'

const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
const { createEngine } = await import(packageUrl)

const core = await createEngine()
const written = {}
for (const dialect of dialects)
  written[dialect] = (await statements(core, dialect)).map(([, sql]) => bare(rendered(sql)))
core.dispose()

function bare(sql) {
  return sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\bE?'(?:[^'\\]|\\.|'')*'|'(?:[^'\\]|\\.|'')*'/g, "''")
    .replaceAll(/"(?:[^"]|"")*"|`(?:[^`\\]|\\.|``)*`/g, '"q"')
}

/** Words of the language that may stand before a bracket, and are no functions. */
const grammar = new Set(
  'AND AS BY ELSE FROM IN INTERVAL JOIN NOT ON OR OVER SELECT THEN VALUES WHEN'.split(' '),
)

function used(sql) {
  const found = new Set()
  for (const [, type] of sql.matchAll(/ AS ([A-Z][A-Za-z0-9]*(?:\([^()]*\))?)\)/g))
    for (const [word] of type.matchAll(/[A-Za-z]\w*/g)) found.add(word)
  const withoutAliases = sql.replaceAll(/\bAS \w+ ?\(|\w+ AS \(/g, ', (')
  for (const [, name] of withoutAliases.matchAll(/\b([A-Za-z_]\w*) ?\(/g))
    if (!grammar.has(name)) found.add(name)
  for (const [operator] of sql.matchAll(/\b(?:RLIKE|DIV|CURRENT_TIMESTAMP)\b| (?:\/\/|~) /g))
    found.add(operator.trim())
  return found
}

/** The table of web/docs/warehouse.md: name → page, by the columns' order, which is `dialects`'. */
function listed() {
  const text = readFileSync(new URL('../../web/docs/warehouse.md', import.meta.url), 'utf8')
  const pages = new Map(
    [...text.matchAll(/^\[([\w-]+)\]: (\S+)$/gm)].map(([, name, page]) => [name, page]),
  )
  const table = /^\| for \|.*\n\|.*\n((?:\|.*\n)+)/m.exec(text)[1]
  const lists = dialects.map(() => new Map())
  for (const line of table.trim().split('\n'))
    for (const [column, cell] of line.split('|').slice(2, 8).entries())
      for (const [, name, reference] of cell.matchAll(/\[`?([^\]`]+)`?\]\[([\w-]+)\]/g))
        lists[column].set(name, pages.get(reference))
  return Object.fromEntries(dialects.map((dialect, i) => [dialect, lists[i]]))
}

const manuals = {
  clickhouse: 'https://clickhouse.com/docs/',
  duckdb: 'https://duckdb.org/docs/',
  postgres: 'https://www.postgresql.org/docs/15/',
  spark: 'https://spark.apache.org/docs/',
  bigquery: 'https://cloud.google.com/bigquery/docs/',
  snowflake: 'https://docs.snowflake.com/',
}

for (const [dialect, list] of Object.entries(listed())) {
  test(`the docs list every function for ${dialect} with its page, and no other`, () => {
    const all = new Set(written[dialect].flatMap((sql) => [...used(sql)]))
    assert.ok(all.size > 20)
    assert.deepEqual([...all].sort(), [...list.keys()].sort())
    for (const [name, page] of list) assert.ok(page?.startsWith(manuals[dialect]), name)
  })
}

/**
 * Reserved in the engines that are not run here, from their manuals: BigQuery's lexical structure,
 * Snowflake's reserved and limited keywords, Spark's keywords in ANSI mode.
 */
const reserved = {
  bigquery: `all and any array as asc assert_rows_modified at between by case cast collate contains
    create cross cube current default define desc distinct else end enum escape except exclude exists
    extract false fetch following for from full group grouping groups hash having if ignore in inner
    intersect interval into is join lateral left like limit lookup merge natural new no not null nulls
    of on or order outer over partition preceding proto qualify range recursive respect right rollup
    rows select set some struct tablesample then to treat true unbounded union unnest using when where
    window with within`,
  snowflake: `account all alter and any as between by case cast check column connect connection
    constraint create cross current current_date current_time current_timestamp current_user database
    delete distinct drop else exists false following for from full grant group gscluster having ilike
    in increment inner insert intersect into is issue join lateral left like localtime localtimestamp
    minus natural not null of on or order organization qualify regexp revoke right rlike row rows
    sample schema select set some start table tablesample then to trigger true try_cast union unique
    update using values view when whenever where window with`,
  spark: `all and anti any array as at authorization both case cast check collate collation column
    constraint create cross cube current_date current_time current_timestamp current_user distinct
    else end escape except exists false fetch filter for foreign from full grant group grouping having
    in inner intersect into is join lateral leading left local minus natural not null of offset on
    only or order outer overlaps primary range references right rollup row rows select semi
    session_user set some start table tablesample then to trailing true unbounded union unique unknown
    user using values when where window with within`,
}

/** Names that a statement gives: steps, aliases of columns, of tables, and of their columns. */
function named(sql) {
  const names = new Set()
  for (const [, name] of sql.matchAll(/(?:^|,\n)(\w+) AS \(/gm)) names.add(name)
  for (const [, name] of sql.matchAll(/\bAS ([a-z_]\w*)/g)) names.add(name)
  for (const [, list] of sql.matchAll(/\) AS v\(([^)]*)\)/g))
    for (const name of list.split(', ')) names.add(name)
  return names
}

for (const [dialect, words] of Object.entries(reserved)) {
  test(`no name in a statement is reserved in ${dialect}`, () => {
    const names = new Set(written[dialect].flatMap((sql) => [...named(sql)]))
    assert.ok(names.size > 100 && names.has('steps_read') && names.has('rung_from'))
    const list = new Set(words.split(/\s+/))
    assert.deepEqual(
      [...names].filter((name) => list.has(name.toLowerCase())),
      [],
    )
    assert.ok(named('SELECT x.y AS at FROM x').has('at') && list.has('to'))
  })
}

/** What stands in the bracket that ends before `at`. */
function bracketBefore(sql, at) {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    if (sql[i] === ')') depth++
    if (sql[i] === '(' && --depth === 0) return sql.slice(i + 1, at - 1)
  }
  throw new Error('A bracket does not open.')
}

// NUMBER / NUMBER keeps six decimals there and rounds them: 0.9999999 of a day would be a day.
test('Snowflake divides only what leaves no remainder', () => {
  let divisions = 0
  for (const sql of written.snowflake)
    for (const { index } of sql.matchAll(/ \/ /g)) {
      divisions++
      assert.match(bracketBefore(sql, index), /^\(.*\) - MOD\(.*\)$/s)
    }
  assert.ok(divisions > 100)
})

// ROW_NUMBER is an INT there, which the places of a customer's steps outgrow when they are packed.
test('Spark counts the steps of a customer in BIGINT, where they are multiplied', () => {
  const found = new Set()
  for (const sql of written.spark)
    for (const [, name] of sql.matchAll(/\b\w\.(\w+) \* 4000000\b/g)) {
      found.add(name)
      const counted = `CAST\\(ROW_NUMBER\\(\\) OVER \\([^()]*\\) AS BIGINT\\) AS ${name}\\b`
      assert.match(sql, new RegExp(counted), name)
    }
  assert.deepEqual([...found].sort(), ['ord', 'step'])
})

// Spark puts its configuration, and the environment, in place of ${…} also within texts.
test('No text opens a substitution of Spark', async () => {
  const engine = await createEngine()
  const mapping = { customer: 'customer', date: 'date', plan: 'plan' }
  const plans = [{ plan: `cost $5 ${'$'}{env:HOME}`, role: 'tier', tier: 1 }]
  const settings = { schema: 1, files: [{ shape: 'planHistory', mapping }], plans }
  const sql = await engine.sql(settings, { dialect: 'spark', from: 'changes' })
  engine.dispose()
  const statement = sql.replaceAll(/^--.*$/gm, '')
  assert.doesNotMatch(statement, /\$\{/)
  assert.ok(statement.includes("'cost $5 \\u0024{env:HOME}'"))
})
