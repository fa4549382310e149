/**
 * Writes the npm package: `upgrade-rate.js`, one ES module for browsers, bundlers and Node;
 * `upgrade_rate.wasm`, which it finds beside itself; its types; `cli.js`; and the papers.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, root, wasmBytes } from './core.mjs'

/** @param {string} folder */
export async function writePackage(folder) {
  mkdirSync(folder, { recursive: true })
  const engine = await bundle('web/src/package/index.ts', { format: 'esm', platform: 'neutral' })
  writeFileSync(join(folder, 'upgrade-rate.js'), engine)
  writeFileSync(join(folder, 'upgrade_rate.wasm'), wasmBytes())
  writeTypes(join(folder, 'types'))
  await writeCommand(join(folder, 'cli.js'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  copyFileSync(join(root, 'web/src/package/README.md'), join(folder, 'README.md'))
}

/**
 * The command holds its own copy of the engine. Sharing one would make two classes of every error,
 * because both bundles need the errors, and neither would know the other's.
 * @param {string} file
 */
async function writeCommand(file) {
  const command = await bundle('web/src/package/cli.ts', {
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  writeFileSync(file, command)
  chmodSync(file, 0o755)
}

/** Types for what index.ts exports, one declaration file per source file. @param {string} folder */
function writeTypes(folder) {
  const tsc = join(root, 'web/node_modules/typescript/bin/tsc')
  const project = join(root, 'web/src/package/tsconfig.json')
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', folder], { stdio: 'inherit' })
}

function manifest() {
  const { version, engines } = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'))
  return {
    name: 'upgrade-rate',
    version,
    description: 'What share of customers moved to a higher plan: rate, interval, band and trend.',
    license: 'MIT',
    type: 'module',
    main: './upgrade-rate.js',
    types: './types/package/index.d.ts',
    exports: {
      '.': { types: './types/package/index.d.ts', default: './upgrade-rate.js' },
      './upgrade_rate.wasm': './upgrade_rate.wasm',
    },
    bin: { 'upgrade-rate': './cli.js' },
    engines,
    publishConfig: { access: 'public', provenance: true },
    sideEffects: false,
  }
}
