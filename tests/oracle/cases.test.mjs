/**
 * The product against the case folders of tests/data (their README tells the convention): every
 * folder and variant is loaded into the built package as a user would, files in name order.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { differences } from './match.mjs'

const root = new URL('../data/', import.meta.url)
const packageUrl = new URL('../../dist/package/upgrade-rate.js', import.meta.url)

function json(folder, file) {
  const url = new URL(file, folder)
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : null
}

async function wrong(engine, folder, files, variant) {
  const settings = json(folder, `settings${variant}.json`)
  const error = json(folder, `expected-error${variant}.json`)
  try {
    await engine.load(files, settings)
    const report = await engine.report(settings)
    if (error) return [`expected the error ${error.code}, got a report`]
    return differences(json(folder, `expected${variant}.json`), report)
  } catch (failure) {
    if (error === null) return [`failed: ${failure.code ?? ''} ${failure.message}`]
    return differences(error, { ...failure, code: failure.code, where: failure.where }, 'error')
  }
}

const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

for (const name of names) {
  const folder = new URL(`${name}/`, root)
  const inside = readdirSync(folder).sort()
  const variants = inside
    .map((file) => /^settings(.*)\.json$/.exec(file)?.[1])
    .filter((variant) => variant !== undefined)
  for (const variant of variants) {
    test(`${name}${variant}`, async () => {
      const { createEngine } = await import(packageUrl)
      const engine = await createEngine()
      const files = inside
        .filter((file) => file.startsWith('input'))
        .map((file) => ({ name: file, data: readFileSync(new URL(file, folder)) }))
      try {
        assert.deepEqual(await wrong(engine, folder, files, variant), [])
      } finally {
        engine.dispose()
      }
    })
  }
}
