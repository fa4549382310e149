/**
 * Lighthouse on the built page: `node tests/web/lighthouse.mjs` after web/build. Installs Lighthouse
 * into build/lighthouse (it is no dependency), serves dist/ in gzip as a static host does, and prints
 * the scores on its mobile throttling, and every audit that is not full. No part of ./tests/run.
 *
 * Twice, since it has two ways to be slow: `simulate`, its default, computes what a slow line would
 * have done as if nothing could be shown before the whole file is there; `devtools` really slows the
 * line, and sees that the page draws itself while two thirds of the file, the WebAssembly, still come.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const version = '13.5.0'
const home = resolve('build/lighthouse')
const program = join(home, 'node_modules/lighthouse/cli/index.js')
if (!existsSync(program)) {
  mkdirSync(home, { recursive: true })
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', ['install', '--prefix', home, ...options, `lighthouse@${version}`])
}

// Lighthouse asks for robots.txt from within the page, which the page's policy forbids as it should:
// in this copy it may ask its own host, and nothing else is different.
const text = readFileSync('dist/index.html', 'utf8')
const page = gzipSync(text.replace("connect-src 'none'", "connect-src 'self'"))
const server = createServer((request, response) => {
  if (request.url === '/')
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(page)
  else if (request.url === '/robots.txt')
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n')
  else if (request.url === '/sw.js')
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync('dist/sw.js'))
  else if (request.url === '/manifest.webmanifest')
    response
      .writeHead(200, { 'content-type': 'application/manifest+json' })
      .end(readFileSync('dist/manifest.webmanifest'))
  else response.writeHead(404).end()
})
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())

/** @param {string} throttling */
async function run(throttling) {
  const out = join(home, `${throttling}.json`)
  const flags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu'
  const words = [program, `http://127.0.0.1:${port}/`, '--quiet', '--output=json', flags]
  const running = spawn(
    process.execPath,
    [...words, `--output-path=${out}`, `--throttling-method=${throttling}`],
    { stdio: 'inherit', env: { CHROME_PATH: '/usr/bin/chromium', ...process.env } },
  )
  await new Promise((done) => running.on('exit', done))
  const { audits, categories } = JSON.parse(readFileSync(out, 'utf8'))
  const chosen = ['performance', 'accessibility', 'best-practices', 'seo']
  console.log(`${throttling}:`)
  for (const name of chosen) {
    const { score, auditRefs } = categories[name]
    console.log(`  ${name} ${Math.round(score * 100)}`)
    for (const { id, weight } of auditRefs)
      if (weight > 0 && audits[id].score !== null && audits[id].score < 1)
        console.log(`    ${id} ${audits[id].displayValue ?? audits[id].explanation ?? ''}`)
  }
}

for (const throttling of ['simulate', 'devtools']) await run(throttling)
server.close()
