// Every case folder through the three ways in: the native core, the package, and the command. Counts,
// dates, money and words agree exactly; statistics to 1e-12, since the two C libraries differ in
// the last digits of erf, exp and pow. What the figures must be is tests/oracle's business.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Settings } from '../../web/src/engine/documents.js'
import { hostDocument } from '../../web/src/engine/host.js'

const data = 'tests/data'
const scratch = 'build/tests/agree'
const native = 'build/native/upgrade_rate_cases'
const cli = 'dist/package/cli.js'
const chunkBytes = ['3', '1048576']
mkdirSync(scratch, { recursive: true })

type Outcome = { ok: unknown } | { error: { code: string; where: string; advice: string } }

interface Case {
  name: string
  settings: string
  files: string[]
}

function cases(): Case[] {
  const folders = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => {
    const inside = readdirSync(join(data, name)).sort()
    const files = inside.filter((f) => f.startsWith('input')).map((f) => join(data, name, f))
    return inside
      .filter((file) => /^settings.*\.json$/.test(file))
      .map((file) => ({ name: `${name} ${file}`, settings: join(data, name, file), files }))
  })
}

function byNativeCore({ settings, files }: Case, chunk: string): Outcome {
  const host = join(scratch, 'host.json')
  const asked = JSON.parse(readFileSync(settings, 'utf8')) as Settings
  writeFileSync(host, hostDocument(asked, new Date('2026-11-21T12:00:00Z')))
  return JSON.parse(execFileSync(native, [settings, host, chunk, ...files], { encoding: 'utf8' }))
}

function byCommand({ settings, files }: Case): Outcome {
  const run = spawnSync(process.execPath, [cli, ...files, '--settings', settings], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  if (run.status === 0) return { ok: JSON.parse(run.stdout) }
  return { error: { code: '', where: '', advice: run.stderr } }
}

/** Differences, with numbers that are no integers compared to 1e-12 of the larger one. */
function differences(a: unknown, b: unknown, path: string): string[] {
  if (
    typeof a === 'number' &&
    typeof b === 'number' &&
    !(Number.isInteger(a) && Number.isInteger(b))
  )
    // A small chance is a difference of two near ones, so it agrees to 1e-12 of 1.
    return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b))
      ? []
      : [`${path}: ${a}, ${b}`]
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
    return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)}, ${JSON.stringify(b)}`]
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].flatMap((key) =>
    differences(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${key}`,
    ),
  )
}

test('there are cases, a native core and a command', () => {
  assert.ok(cases().length > 30)
  assert.ok(existsSync(native) && existsSync(cli))
})

for (const each of cases()) {
  test(`native core and command agree: ${each.name}`, () => {
    const [inBytes, whole] = chunkBytes.map((chunk) => byNativeCore(each, chunk))
    assert.deepEqual(inBytes, whole, 'chunks of 3 bytes against one chunk')
    const command = byCommand(each)
    if ('error' in (whole as Outcome)) {
      assert.ok('error' in command, 'the command must fail too')
      const { advice } = (whole as { error: { advice: string } }).error
      assert.ok(command.error.advice.includes(advice), command.error.advice)
    } else {
      assert.deepEqual(differences(whole, command, ''), [])
    }
  })
}
