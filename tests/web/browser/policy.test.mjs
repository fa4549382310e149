/** That data stays in the page: the policy blocks every way out, and the page needs none of them. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { address, answered, open, paste, served } from './browser.mjs'
import { planHistory } from './data.mjs'

const history = planHistory(300)

/** Uses the page as a reader does. @param {import('playwright-core').Page} page */
async function use(page) {
  await paste(page, history)
  await answered(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Quarter' }).click()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await page.getByLabel('Language').selectOption('Deutsch')
}

for (const offline of [false, true])
  test(`the whole page without a request or a violation${offline ? ', with the network off' : ''}`, async () => {
    const { page, end } = await open({ offline })
    await use(page)
    await end()
  })

test('every way out is blocked, and nothing reaches a server', async () => {
  const { origin, asked, close } = await served()
  const { page, context, faults } = await open()
  await use(page)
  const outcome = await page.evaluate(async (target) => {
    const failed = async (/** @type {() => unknown} */ way) => {
      try {
        await way()
        return false
      } catch {
        return true
      }
    }
    /** It ends by an error, never by an opening or an answer. */
    const ends = (/** @type {any} */ thing) =>
      new Promise((done, fail) => {
        thing.onerror = fail
        thing.onload = thing.onopen = done
      })
    const added = (/** @type {string} */ name, /** @type {object} */ more) => {
      const element = Object.assign(document.createElement(name), more)
      document.head.append(element)
      return element
    }
    const asked = () => {
      const request = new XMLHttpRequest()
      const end = ends(request)
      request.open('GET', `${target}/xhr`)
      request.send()
      return end
    }
    const worker = () => new Worker(URL.createObjectURL(new Blob([`fetch('${target}/blob')`])))
    new Image().src = `${target}/image`
    navigator.sendBeacon(`${target}/beacon`)
    for (const rel of [
      'prefetch',
      'preload',
      'modulepreload',
      'dns-prefetch',
      'stylesheet',
      'icon',
    ])
      added('link', { rel, as: 'font', href: `${target}/${rel}` })
    for (const [name, more] of Object.entries({
      video: { src: `${target}/video`, preload: 'auto' },
      base: { href: `${target}/base/` },
    }))
      document.body.append(Object.assign(document.createElement(name), more))
    const form = document.createElement('form')
    form.action = `${target}/form`
    document.body.append(form)
    form.submit()
    const socket = target.replace('http', 'ws')
    return {
      fetch: await failed(() => fetch(`${target}/fetch`)),
      xhr: await failed(asked),
      socket: await failed(() => ends(new WebSocket(`${socket}/socket`))),
      events: await failed(() => ends(new EventSource(`${target}/events`))),
      font: await failed(() => new FontFace('f', `url(${target}/font)`).load()),
      script: await failed(() => added('script', { src: `${target}/script.js` })),
      frame: await failed(() => {
        document.body.innerHTML = '<iframe></iframe>'
      }),
      worker: await failed(worker),
      imported: await failed(() => import(`${target}/module.js`)),
      evaluated: await failed(() => new Function('return 1')()),
      served: await failed(() => navigator.serviceWorker.register(`${target}/sw.js`)),
    }
  }, origin)
  assert.deepEqual(
    Object.entries(outcome).filter(([, refused]) => !refused),
    [],
  )
  // The worker is under the same policy.
  const inside = await page.workers()[0]?.evaluate(async (target) => {
    const ways = {
      fetch: () => fetch(`${target}/worker`),
      scripts: () => globalThis.importScripts(`${target}/worker.js`),
      socket: () =>
        new Promise((done, fail) => {
          const socket = new WebSocket(`${target.replace('http', 'ws')}/worker`)
          Object.assign(socket, { onopen: done, onerror: fail })
        }),
      events: () =>
        new Promise((done, fail) => {
          Object.assign(new EventSource(`${target}/worker`), { onopen: done, onerror: fail })
        }),
      evaluated: () => new Function('return 1')(),
    }
    const open = []
    for (const [name, way] of Object.entries(ways))
      await Promise.resolve()
        .then(way)
        .then(
          () => open.push(name),
          () => {},
        )
    return open
  }, origin)
  assert.deepEqual(inside, [])
  await new Promise((done) => setTimeout(done, 300))
  const violations = (await page.evaluate(() => globalThis.violations)).join('\n')
  for (const rule of [
    'connect-src',
    'img-src',
    'font-src',
    'style-src',
    'media-src',
    'base-uri',
    'form-action',
    'require-trusted-types-for',
    'script-src',
  ])
    assert.ok(violations.includes(rule), `${rule} was not among:\n${violations}`)
  assert.deepEqual(asked, [])
  assert.ok(faults.length > 0, 'the collector of faults sees them')
  await context.close()
  close()
})

test('no inline handler, style attribute or foreign address, in the file and as rendered', async () => {
  const source = readFileSync(fileURLToPath(address), 'utf8')
  const shell = source
    .replace(/<script[^>]*>.*?<\/script>/gs, '')
    .replace(/<link rel="icon" href="data:[^"]*">/, '')
  const [, policy = ''] = shell.match(/Content-Security-Policy" content="([^"]*)"/) ?? []
  assert.ok(policy.includes("default-src 'none'") && policy.includes("connect-src 'none'"))
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval|https?:|\*/)
  assert.doesNotMatch(shell, /\son\w+=|\sstyle=|src=|href=|<style/)
  const { page, end } = await open()
  await use(page)
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => /^on|^style$|^src/.test(name))
        .map((name) => `${element.localName} ${name}`),
    ),
  )
  assert.deepEqual(found, [])
  await end()
})

test('text of the data is only ever text', async () => {
  const { page, end } = await open()
  const plan = '<img src=x onerror=alert(1)>'
  const evil = history.replaceAll('basic', plan).replaceAll('EMEA', '<script>alert(1)</script>')
  await paste(page, evil)
  await answered(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  assert.equal(await page.locator('img, #app script').count(), 0)
  assert.ok((await page.locator('.plan-name').allInnerTexts()).includes(plan))
  await end()
})
