/**
 * What all browser tests share: one Chromium, a page that collects everything it should not do
 * (policy violations, requests, errors, console warnings), and the three ways to bring data.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, resolve } from 'node:path'
import { after } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

export { drop, eventually, paste } from './gestures.mjs'

const file = resolve('dist/index.html')
export const address = pathToFileURL(file).href

/** @type {{ [extension: string]: string }} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.webmanifest': 'application/manifest+json',
}

const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: quiet.split(' '),
})
after(() => browser.close())

/**
 * Opens the page. `faults` fills with what it must not do; `end()` closes it and says there were none.
 * @param {import('playwright-core').BrowserContextOptions & { url?: string }} options
 */
export async function open({ url = address, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults = watch(page, url)
  await page.addInitScript(() => {
    globalThis.violations = []
    addEventListener('securitypolicyviolation', (e) =>
      globalThis.violations.push(`${e.violatedDirective} ${e.blockedURI}`),
    )
  })
  await page.goto(url)
  const end = async () => {
    assert.deepEqual(await page.evaluate(() => globalThis.violations), [])
    await context.close()
    assert.deepEqual(faults, [])
  }
  return { page, context, faults, end }
}

/** @param {import('playwright-core').Page} page @param {string} url */
function watch(page, url) {
  /** @type {string[]} */
  const faults = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const asked = request.url()
    const own = url.split('#')[0] ?? ''
    // On a server the page also keeps itself for use without network.
    const kept = own.startsWith('http') ? ['sw.js', 'manifest.webmanifest'] : []
    const known = [own, ...kept.map((name) => new URL(name, own).href)]
    if (!known.includes(asked) && !asked.startsWith('blob:')) faults.push(`request: ${asked}`)
  })
  return faults
}

/** The built folder on http under a sub-path, as project sites have it; every request is written down. */
export async function served() {
  /** @type {string[]} */
  const asked = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const [, name = ''] = /^\/sub\/path\/([\w./-]*)$/.exec(request.url ?? '') ?? []
    const found = resolve('dist', name || 'index.html')
    if (!request.url?.startsWith('/sub/path/') || !existsSync(found))
      return void response.writeHead(404).end()
    const type = types[extname(found)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type }).end(readFileSync(found))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)))
  server.unref()
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

/** Bytes or a path through the file button. @param {import('playwright-core').Page} page @param {string | { name: string, mimeType: string, buffer: Buffer }} given */
export const choose = (page, given) => page.locator('input[type=file]').setInputFiles(given)

/** The answer stands there, and all parts of its report (their names come last). @param {import('playwright-core').Page} page */
export async function answered(page) {
  await page.locator('.full .say').waitFor()
  await page.locator('.full .parts a').first().waitFor()
}
