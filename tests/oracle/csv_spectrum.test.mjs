/**
 * The CSV files of the npm package csv-spectrum, each with what it holds as JSON. All but one: the
 * JSON of location_coordinates has the phone number 1234567890 where its CSV has 2095257564, so no
 * reader can be right.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { skip, tableAsRead } from './table_as_read.mjs'

const folder = 'tests/node_modules/csv-spectrum'
const contradicted = 'location_coordinates'
const names = existsSync(folder)
  ? readdirSync(`${folder}/csvs`).map((name) => name.replace(/\.csv$/, ''))
  : []

test('csv-spectrum is installed, with its twelve files', () => assert.equal(names.length, 12))

for (const name of names.filter((one) => one !== contradicted))
  test(`csv-spectrum: ${name}`, { skip }, async () => {
    const wanted = JSON.parse(readFileSync(`${folder}/json/${name}.json`, 'utf8'))
    const [header = [], ...rows] =
      (await tableAsRead(readFileSync(`${folder}/csvs/${name}.csv`))) ?? []
    const found = rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i], cell])))
    assert.deepEqual(found, wanted)
  })

test(`csv-spectrum: ${contradicted} contradicts itself, and is read as its CSV says`, {
  skip,
}, async () => {
  const expectation = JSON.parse(readFileSync(`${folder}/json/${contradicted}.json`, 'utf8'))
  assert.equal([expectation].flat()[0]['Contact Phone Number'], '1234567890')
  const table = await tableAsRead(readFileSync(`${folder}/csvs/${contradicted}.csv`))
  assert.deepEqual(table?.[0], [
    'Contact Phone Number',
    'Location Coordinates',
    'Cities',
    'Counties',
  ])
  assert.deepEqual(
    table?.[1]?.filter((_, i) => i !== 1),
    ['2095257564', 'Modesto', 'Stanislaus'],
  )
})
