/**
 * Bundles tests/web/**\/*.test.ts into tests/.bundled/, for a Node that does not read TypeScript.
 * What tests/package.json names stays outside and is found from there. A bundled test finds files
 * from the working directory, which is the repository's root, not from its own place.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { plugins, root } from '../web/bundle/core.mjs'
import { build } from '../web/node_modules/esbuild/lib/main.js'

const folder = join(root, 'tests', 'web')
const out = join(root, 'tests', '.bundled')
const { devDependencies } = JSON.parse(readFileSync(join(root, 'tests/package.json'), 'utf8'))

rmSync(out, { recursive: true, force: true })
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .sort()
await build({
  // Flat names, so that one pattern finds them all: view/trend.test.ts becomes view-trend.test.mjs.
  entryPoints: tests.map((name) => ({
    in: join(folder, name),
    out: name.replaceAll('/', '-').replace(/\.ts$/, ''),
  })),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  external: Object.keys(devDependencies),
  nodePaths: [join(root, 'web', 'node_modules')],
  logLevel: 'warning',
  plugins,
})
