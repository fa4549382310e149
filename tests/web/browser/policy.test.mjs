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
    const worker = () => new Worker(URL.createObjectURL(new Blob([`fetch('${target}/blob')`])))
    const image = new Image()
    image.src = `${target}/image`
    navigator.sendBeacon(`${target}/beacon`)
    const form = document.createElement('form')
    form.action = `${target}/form`
    document.body.append(form)
    form.submit()
    return {
      fetch: await failed(() => fetch(`${target}/fetch`)),
      frame: await failed(() => {
        document.body.innerHTML = '<iframe></iframe>'
      }),
      worker: await failed(worker),
      imported: await failed(() => import(`${target}/module.js`)),
    }
  }, origin)
  assert.deepEqual(outcome, {
    fetch: true,
    frame: true,
    worker: true,
    imported: true,
  })
  await new Promise((done) => setTimeout(done, 300))
  const violations = (await page.evaluate(() => globalThis.violations)).join('\n')
  for (const rule of [
    'connect-src',
    'img-src',
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
  const shell = source.replace(/<script[^>]*>.*?<\/script>/gs, '')
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
