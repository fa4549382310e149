/** Names what the figures were taken on. */
import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { executablePath } from './browser.mjs'
import { root } from './places.mjs'
import { CONTENDERS, version } from './roster.mjs'

function said(program, ...args) {
  try {
    return execFileSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split('\n')[0]
  } catch {
    return `${program} is not there`
  }
}

export function printMachine() {
  const processors = cpus()
  const versions = CONTENDERS.filter(({ module }) => module).map(
    ({ module }) => `${module} ${version(module)}`,
  )
  const lines = [
    `${processors[0]?.model}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, load ${loadavg()[0].toFixed(1)} at the start`,
    `Node ${process.versions.node}, ${said(executablePath, '--version').trim()}`,
    `${said('g++', '--version')}; ${said('em++', '--version')}`,
    versions.join(', '),
    `Commit ${said('git', 'rev-parse', '--short', 'HEAD')}, ${new Date().toISOString().slice(0, 10)}`,
  ]
  console.log(lines.join('\n'))
}
