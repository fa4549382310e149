/**
 * The page as an offline app: the built folder under a sub-path, then with its server stopped; a new
 * version is offered and comes when asked for; from disk and in a frame nothing of it is tried.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { test } from 'node:test'
import { answered, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { host } from './links.mjs'

/** @type {{ [extension: string]: string }} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.webmanifest': 'application/manifest+json',
}
/** The next version: other bytes of the page, and of the mark in its service worker. */
let renewed = false

/** @param {string} path */
function fileOf(path) {
  if (!path.startsWith('/sub/path/')) return null
  const name = path.slice('/sub/path/'.length) || 'index.html'
  const file = join('dist', name)
  if (!existsSync(file) || !statSync(file).isFile()) return null
  const body = readFileSync(file)
  const type = types[extname(name)] ?? 'application/octet-stream'
  if (!renewed) return { body, type }
  const text = body.toString().replace('<html lang="en">', '<html lang="en" class="second">')
  return { body: text.replace(/upgradeRateVersion="\w+"/, 'upgradeRateVersion="second"'), type }
}

test('served under a sub-path, then without its server, then anew', async () => {
  const first = await host(fileOf)
  const address = `${first.origin}/sub/path/`
  const { page, context } = await open({ url: address })
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  assert.ok(first.asked.every((each) => each.startsWith('GET /sub/path/')))
  assert.ok(first.asked.includes('GET /sub/path/sw.js'))
  const session = await context.newCDPSession(page)
  const { errors, manifest } = await session.send('Page.getAppManifest')
  assert.deepEqual(errors, [])
  assert.deepEqual([manifest.scope, manifest.startUrl], [address, address])
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  assert.deepEqual(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
    [],
  )
  const stored = await page.evaluate(async () => {
    const [name = ''] = await caches.keys()
    return (await (await caches.open(name)).keys()).length
  })
  assert.ok(stored > 10, `${stored} files`)

  // Without network it all opens.
  await context.setOffline(true)
  await page.goto(`${address}?any=1#rows`)
  assert.deepEqual(await page.evaluate(() => globalThis.violations), [])
  await paste(page, planHistory(300))
  await answered(page)
  await page.goto(`${address}index.html`)
  await page.locator('.sample').first().waitFor()
  await page.goto(`${address}docs/privacy.html`)
  assert.match((await page.locator('h1').textContent()) ?? '', /Privacy/)
  await context.setOffline(false)

  renewed = true
  await page.goto(address)
  const offer = page.locator('.new-version')
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await offer.waitFor()
  // It waits for the one message that it knows.
  const waits = await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready
    for (const message of ['skipWaiting', { type: 'SKIP_WAITING' }, '<script>', null])
      waiting?.postMessage(message)
    await new Promise((done) => setTimeout(done, 300))
    return waiting?.state
  })
  assert.equal(waits, 'installed')
  assert.equal(await page.locator('html.second').count(), 0)
  await offer.getByRole('button', { name: 'Reload' }).click()
  await page.locator('html.second').waitFor()
  assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1)

  await context.close()
  await first.close()
})

test('in a frame, and under another name, nothing is asked for but the page', async () => {
  const first = await host(fileOf)
  const address = `${first.origin}/sub/path/`
  const frames = await host((path) =>
    path === '/' ? { body: `<iframe src="${address}"></iframe>` } : fileOf('/sub/path/'),
  )
  const { page, context } = await open({ url: `${frames.origin}/` })
  await page.frameLocator('iframe').locator('.sample').first().waitFor()
  await page.goto(`${frames.origin}/wiki/rate.html`)
  await page.waitForTimeout(900)
  assert.deepEqual(first.asked, ['GET /sub/path/'])
  assert.deepEqual(frames.asked, ['GET /', 'GET /wiki/rate.html'])
  await context.close()
  await Promise.all([first.close(), frames.close()])
})
