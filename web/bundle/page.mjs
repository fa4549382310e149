/**
 * Writes the page as one file that needs nothing else: script, worker, WebAssembly and policy.
 *
 * The worker's source and the module's bytes stand in data blocks (`type="text/plain"`) that the
 * page reads as text; only the page's own scripts run, and the policy names them by their hashes,
 * taken over the very text that stands between the tags.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle, root, wasmText } from './core.mjs'

const icon = readFileSync(join(root, 'web/src/offline/icon.svg'), 'utf8').trim()
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(icon)}`

/** @param {string} file @param {string} [tags] for the head */
export async function writePage(file, tags = '') {
  const shell = readFileSync(join(root, 'web/src/page/index.html'), 'utf8')
  const worker = await bundle('web/src/engine/worker.ts', { format: 'iife' })
  const early = inline(await bundle('web/src/page/early.ts', { format: 'iife' }))
  const script = inline(await bundle('web/src/page/main.ts', { format: 'esm' }))
  const there = 'upgradeRateEarly.moduleIsThere()'
  // The worker first, which takes a while to start. Then the page's own script, which draws while the
  // rest, more than half of the file, still comes; where that is there already, a module script that
  // is "async" lets it be read first.
  const blocks = [
    `<script type="text/plain" id="worker">${inline(worker)}</script>`,
    `<script>${early}</script>`,
    `<script type="module" async>${script}</script>`,
    `<script type="text/plain" id="wasm">${wasmText()}</script>`,
    `<script>${there}</script>`,
  ]
  const styles = [...shell.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => text)
  const charset = '<meta charset="utf-8">'
  const guarded = put(shell, charset, `${charset}\n${policy([early, script, there], styles)}`)
  // With an icon inside, browsers ask the server for none.
  const head = `<link rel="icon" href="${iconAddress}">\n${tags && `${tags}\n`}<title>`
  const named = put(guarded, '<title>', head)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, put(named, '</body>', `${blocks.join('\n')}\n</body>`))
}

/** @param {string} text @param {string} mark @param {string} by */
function put(text, mark, by) {
  const parts = text.split(mark)
  if (parts.length !== 2) throw new Error(`The page's shell must hold "${mark}" exactly once.`)
  return parts.join(by)
}

/**
 * Makes a script safe between tags. In the bundler's output these letters occur only in strings,
 * templates and regular expressions, where `\x3C` is the same as `<`.
 * @param {string} script
 */
function inline(script) {
  return script.trim().replace(/<(?=\/script|!--)/gi, '\\x3C')
}

/**
 * The Content-Security-Policy: nothing may be fetched, connected to, framed in or submitted, no
 * script runs but the page's own and its workers, and text becomes markup only through Lit.
 * @param {string[]} scripts @param {string[]} styles what stands between the tags
 */
function policy(scripts, styles) {
  const rules = [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')} 'wasm-unsafe-eval'`,
    "worker-src blob: 'self'",
    "manifest-src 'self'",
    `style-src ${styles.map(hash).join(' ') || "'none'"}`,
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types upgrade-rate upgrade-rate-table lit-html',
  ]
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`
}

/** @param {string} text */
export function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
