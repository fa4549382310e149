/** Files through the native core and back as the table it read, for tests that know what is right. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const program = 'build/native/upgrade_rate_cases'
export const skip = existsSync(program) ? false : 'the native core is not built'

/** Cells of RFC 4180 text, by the book: no guess, no leniency. @param {string} text */
export function cellsOf(text) {
  /** @type {string[][]} */
  const records = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y
  for (let record = []; cell.lastIndex < text.length || record.length > 0; ) {
    const found = cell.exec(text)
    if (found === null) throw new Error('This is no RFC 4180 text.')
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    records.push(record)
    record = []
  }
  return records
}

/**
 * @param {Buffer | string} bytes
 * @returns {Promise<string[][] | null>} null where the file was refused
 */
export async function tableAsRead(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-rate-table-'))
  try {
    const paths = ['settings.json', 'host.json', 'input.csv'].map((name) => join(folder, name))
    const [settings = '', host = '', input = ''] = paths
    writeFileSync(settings, '{"today":"2025-01-01"}')
    writeFileSync(host, '{"today":"2025-01-01","zone":{"name":"UTC","transitions":[]}}')
    writeFileSync(input, bytes)
    const { stdout } = await promisify(execFile)(program, [settings, host, '--table', input])
    return stdout.startsWith('{"error":') ? null : cellsOf(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
