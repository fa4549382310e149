/**
 * Names and texts that would end a quote: as table, as columns, as plans and as segments they stay
 * names and texts. In DuckDB, PostgreSQL and ClickHouse by running the statement beside a table that
 * must outlive it; in all dialects by reading back every quoted piece.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import * as engines from './engines.mjs'

const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
const { createEngine } = await import(packageUrl)

const names = [
  `it's`,
  `a"b`,
  'a`b',
  `x'); DROP TABLE bystander; --`,
  `x"); DROP TABLE bystander; --`,
  'x`; DROP TABLE bystander; --',
  '/* not */ a comment',
  '-- nor this',
  'back\\slash',
  `back\\'slash`,
  'select',
  'cells',
  'steps',
  'Größe ☃ 価格',
  '{{ 7 * 7 }}',
  '@text(1)',
  '#from#',
  '$1',
]

const settingsOf = (name) => ({
  schema: 1,
  files: [
    {
      shape: 'planHistory',
      mapping: { customer: name, date: `${name} d`, plan: `${name} p`, segments: [`${name} s`] },
    },
  ],
  plans: [
    { plan: `${name} low`, role: 'tier', tier: 1 },
    { plan: `${name} high`, role: 'tier', tier: 2 },
  ],
  dataUntil: '2024-03-01',
})

const rows = (name) => [
  ['c1', '2024-01-05', `${name} low`, name],
  ['c1', '2024-02-05', `${name} high`, name],
]
const columns = (name) => [name, `${name} d`, `${name} p`, `${name} s`]
const inQuotes = (name) => `"${name.replaceAll('"', '""')}"`

for (const kind of ['duckdb', 'postgres', 'clickhouse']) {
  test(`hostile names stay names in ${kind}`, async (t) => {
    if (kind === 'postgres' && !engines.hasPostgres()) return t.skip('postgres is not installed')
    const warehouse = await engines[kind]()
    const core = await createEngine()
    try {
      await warehouse.load('bystander', ['a'], [['1']])
      for (const name of names) {
        await warehouse.load(name, columns(name), rows(name))
        const request = { dialect: kind, from: inQuotes(name) }
        const table = await warehouse.run(await core.sql(settingsOf(name), request))
        const found = (part, measure, named) =>
          table.find((row) => row[0] === part && row[6] === measure && row[3] === named)?.[7]
        assert.equal(found('plan', 'customers', `${name} high`), '1', name)
        assert.equal(found('about', 'used', ''), '2', name)
        const segment = table.find((row) => row[0] === 'segment')
        assert.equal(segment?.[3], `${name} s`, name)
      }
      await warehouse.statement('SELECT * FROM bystander')
    } finally {
      core.dispose()
      await warehouse.close()
    }
  })
}

for (const kind of ['duckdb', 'postgres', 'clickhouse']) {
  test(`a table may be named like a step, also where steps see each other, in ${kind}`, async (t) => {
    if (kind === 'postgres' && !engines.hasPostgres()) return t.skip('postgres is not installed')
    const warehouse = await engines[kind]()
    const core = await createEngine()
    const mapping = { customer: 'id', start: 'from', plan: 'plan' }
    const settings = { files: [{ shape: 'subscriptions', mapping }], dataUntil: '2024-03-01' }
    const plans = [{ plan: 'Basic', role: 'tier', tier: 1 }]
    try {
      for (const name of ['cells', 'choices', 'plans']) {
        await warehouse.load(name, ['id', 'from', 'plan'], [['c1', '2024-01-05', 'Basic']])
        const sql = await core.sql({ schema: 1, ...settings, plans }, { dialect: kind, from: name })
        const table = await warehouse.run(sql)
        const used = table.find((row) => row[0] === 'about' && row[6] === 'used')
        assert.equal(used?.[7], '1', name)
      }
    } finally {
      core.dispose()
      await warehouse.close()
    }
  })
}

/** What is left of a statement without quoted names, literals and line comments, by its dialect. */
function bare(sql, dialect) {
  const escapes = ['clickhouse', 'spark', 'bigquery', 'snowflake'].includes(dialect)
  const inNames = ['clickhouse', 'bigquery'].includes(dialect)
  let out = ''
  for (let at = 0; at < sql.length; ) {
    const c = sql[at]
    if (c === '-' && sql[at + 1] === '-') {
      at = sql.indexOf('\n', at)
      continue
    }
    if (c !== "'" && c !== '"' && c !== '`') {
      out += c
      at++
      continue
    }
    const postgres = dialect === 'postgres' && c === "'" && /[^A-Za-z_]E$/.test(sql.slice(0, at))
    const slashes = c === "'" ? escapes || postgres : inNames
    for (at++; ; at++) {
      assert.ok(at < sql.length, 'a quote does not end')
      if (slashes && sql[at] === '\\') at++
      else if (sql[at] === c && sql[at + 1] === c) at++
      else if (sql[at] === c) break
    }
    at++
    out += ' Q '
  }
  return out
}

test('hostile names never leave their quotes, in every dialect', async () => {
  const core = await createEngine()
  try {
    for (const dialect of ['clickhouse', 'duckdb', 'postgres', 'spark', 'bigquery', 'snowflake']) {
      const plain = await core.sql(settingsOf('plain name'), { dialect, from: '"plain name"' })
      for (const name of names) {
        const hostile = await core.sql(settingsOf(name), { dialect, from: inQuotes(name) })
        const words = (sql) => bare(sql, dialect).replaceAll(/\bE Q/g, ' Q').replaceAll(/\s+/g, ' ')
        // Snowflake leaves a plain word bare; everything else is one quote for another.
        if (/^\w+$/.test(name)) continue
        assert.ok(words(hostile) === words(plain), `${dialect}: ${name}`)
      }
    }
  } finally {
    core.dispose()
  }
})
