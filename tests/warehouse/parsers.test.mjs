/**
 * Every kind of statement that the product writes is read by parsers that others wrote, above all
 * for the dialects that no engine here runs: BigQuery, Snowflake and Spark.
 *
 * What a parser rejects wrongly is listed beside the parsers (parsers.mjs), each with the page of
 * the engine's manual that allows it, and must still be rejected: a list that says too much fails.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { falseRejections, parsers } from './parsers.mjs'
import { rendered, statements } from './statements.mjs'

const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)
const { createEngine } = await import(packageUrl)

const readable = (sql, known, but) =>
  known
    .filter((each) => each !== but)
    .reduce((text, { construct, instead }) => text.replaceAll(construct, instead), sql)

/** Each breaks the middle of a statement, where no comment and no text stands. */
const faults = {
  'a bracket that does not close': [/\n\),\n/, '\n,\n'],
  'a word misspelt': [/(?<=\n {2})SELECT(?= s\.\*)/, 'SELEKT'],
  'a list without its end': [/GROUP BY s\.customer\b/, 'GROUP BY'],
  'an expression without its end': [/COALESCE\(p\.rung0, 0\) AS/, 'COALESCE(p.rung0, AS'],
  'a word too many': [' AS rung_from', ' AS rung_from rung_to'],
}

for (const [name, { load, dialects, drawn, only }] of Object.entries(parsers)) {
  for (const dialect of dialects) {
    test(`${name} reads the statements for ${dialect}`, async () => {
      const core = await createEngine()
      const all = (await statements(core, dialect, drawn)).filter(
        ([kind]) => only?.includes(kind) ?? true,
      )
      core.dispose()
      const read = await load()
      const known = falseRejections.filter(
        (each) => each.parser === name && each.dialect === dialect,
      )
      const fails = (sql, but) => {
        try {
          read(readable(sql, known, but), dialect)
          return null
        } catch (error) {
          return String(error.message).slice(0, 300)
        }
      }
      for (const [kind, sql] of all) assert.equal(fails(rendered(sql)), null, kind)
      for (const each of known) {
        const one = all.find(([, sql]) => sql.search(each.construct) >= 0)
        assert.ok(one, `no statement has ${each.what}`)
        assert.ok(fails(one[1], each), `${name} reads ${each.what} by now: take it off the list`)
      }
      const [, plain] = all[0]
      for (const [fault, [piece, instead]] of Object.entries(faults)) {
        assert.ok(plain.search(piece) >= 0, `${fault} could not be made`)
        assert.ok(fails(plain.replace(piece, instead)), `${name} does not see ${fault}`)
      }
    })
  }
}
