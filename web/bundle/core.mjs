/**
 * The built WebAssembly module as the bundles take it in, and what all bundles share.
 *
 * Sources import `wasm/module.js`, for which only types exist; here that name becomes the glue that
 * Emscripten wrote. The bytes themselves never go through the bundler: a host hands them in.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const built = join(root, 'build', 'wasm', 'upgrade_rate_wasm')

export function wasmBytes() {
  return readFileSync(`${built}.wasm`)
}

/** base64(gzip(bytes)): two thirds smaller than base64 alone, and any browser inflates it. */
export function wasmText() {
  return gzipSync(wasmBytes(), { level: 9 }).toString('base64')
}

/** @type {import('esbuild').Plugin} */
const coreModule = {
  name: 'core module',
  setup(bundle) {
    bundle.onResolve({ filter: /\/wasm\/module\.js$/ }, () => ({ path: `${built}.mjs` }))
    // The glue would look for its bytes beside itself; they are always handed in instead, and a
    // classic worker has no import.meta.
    bundle.onLoad({ filter: /upgrade_rate_wasm\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', '"file:///"'),
    }))
  },
}

/** Style sheets are text for the program, without the blanks. @type {import('esbuild').Plugin} */
const styleText = {
  name: 'style text',
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const result = await build({
        entryPoints: [path],
        minify: true,
        write: false,
        logLevel: 'warning',
      })
      return { contents: textOf(result), loader: 'text' }
    })
  },
}

export const plugins = [coreModule, styleText]

/**
 * Bundles one entry and gives its text.
 * @param {string} entry path from the root
 * @param {import('esbuild').BuildOptions} options
 */
export async function bundle(entry, options) {
  const result = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    legalComments: 'eof',
    target: 'es2022',
    logLevel: 'warning',
    absWorkingDir: root,
    plugins,
    ...options,
  })
  return textOf(result)
}

/** The one file a build gave. @param {import('esbuild').BuildResult} result */
function textOf({ outputFiles = [] }) {
  const [file] = outputFiles
  if (!file || outputFiles.length !== 1) throw new Error('One entry must make one file.')
  return file.text
}
