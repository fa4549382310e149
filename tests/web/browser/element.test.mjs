/**
 * `<upgrade-rate>` in pages of other people: with and without their policy, in a closed frame, fed by
 * a link, an address and a property; its words and figures are the report's. One page of the browser
 * visits them all.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { eventually, open } from './browser.mjs'
import { planHistory } from './data.mjs'
import { isRounded, reportOf } from './figures.mjs'
import { host, linkOf } from './links.mjs'

const table = planHistory(1500)
const fragment = linkOf(table)
const letters = new URLSearchParams(fragment).get('data') ?? ''
const script = readFileSync('dist/upgrade-rate-element.js')
const listener = `globalThis.told = []
for (const name of ['upgrade-rate-report', 'upgrade-rate-error'])
  addEventListener(name, ({ target, detail }) => told.push([target.id, name.slice(13), detail.code ?? detail.headline.rate, detail.where ?? '']))
addEventListener('securitypolicyviolation', (e) => (globalThis.violations ??= []).push(e.effectiveDirective + ' ' + e.blockedURI))`

const open_ = "script-src 'self' 'wasm-unsafe-eval'; style-src 'none'"
/** The policy of each page by its path. @type {{ [path: string]: string }} */
const policies = {
  '/plain': '',
  '/strict': `default-src 'none'; ${open_}; worker-src blob:; require-trusted-types-for 'script'; trusted-types upgrade-rate lit-html`,
  '/no-worker': `default-src 'none'; ${open_}`,
  '/no-wasm': "default-src 'none'; script-src 'self'",
  '/no-connection': `default-src 'none'; ${open_}; worker-src blob:`,
  '/module': '',
  '/closed': '',
}
/** @type {{ [path: string]: string }} */
const bodies = {
  '/plain': `<style>upgrade-rate { --accent: #123456 } p { color: red; font: 40px serif }</style>
    <div style="width:280px"><upgrade-rate id="a" view="kpi" data="${letters}"></upgrade-rate></div>
    <upgrade-rate id="b" lang="de" theme="dark" data="https://x.example/#${fragment.replaceAll('&', '&amp;')}"></upgrade-rate>
    <upgrade-rate id="c" view="kpi" data="${letters.slice(0, -30)}"></upgrade-rate>
    <upgrade-rate id="d" view="trend" src="data/table.csv" settings='{"period":"quarter"}'></upgrade-rate>
    <upgrade-rate id="e" view="kpi" src="data/link.txt"></upgrade-rate>
    <upgrade-rate id="f" view="kpi" src="data/missing.csv"></upgrade-rate>
    <upgrade-rate id="g" view="kpi"></upgrade-rate>`,
  '/no-connection': '<upgrade-rate id="a" view="kpi" src="data/table.csv"></upgrade-rate>',
  '/closed': '<iframe sandbox="allow-scripts" width="600" height="400" src="/plain"></iframe>',
}
const one = `<upgrade-rate id="a" view="kpi" data="${letters}"></upgrade-rate>`
/** @type {{ [path: string]: { body: string | Buffer, type: string } }} */
const files = {
  '/listener.js': { body: listener, type: 'text/javascript' },
  '/element.js': { body: script, type: 'text/javascript' },
  '/data/table.csv': { body: table, type: 'text/csv' },
  '/data/link.txt': { body: `https://x.example/#${fragment}\n`, type: 'text/plain' },
}

/** @type {Awaited<ReturnType<typeof host>>} */
let server
/** @type {Awaited<ReturnType<typeof open>>} */
let opened
/** @type {import('../../../web/src/engine/documents.js').Report} */
let report

before(async () => {
  server = await host((path) => {
    if (files[path]) return files[path]
    const policy = policies[path]
    if (policy === undefined) return null
    const how = path === '/module' ? 'type="module"' : 'defer'
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><script src="listener.js"></script><script ${how} src="element.js"></script><body><p id="around">A wiki</p>${bodies[path] ?? one}`
    return { body, headers: policy ? { 'content-security-policy': policy } : {} }
  })
  opened = await open()
  report = await reportOf(table)
})
after(async () => {
  await opened.context.close()
  await server.close()
})

/** What the elements of a page told, once there are so many. @param {string} path @param {number} count */
async function told(path, count) {
  server.asked.length = 0
  await opened.page.goto(`${server.origin}${path}`)
  return eventually(async () => {
    const all = await opened.page.evaluate(() => globalThis.told)
    assert.ok(all.length >= count, `${path}: ${JSON.stringify(all)}`)
    return all.sort()
  })
}

test('a link, an address and a property; words and figures of the report', async () => {
  const { page } = opened
  const all = await told('/plain', 6)
  const rate = report.headline?.rate ?? 0
  const quarters = await reportOf(table, { period: 'quarter' })
  assert.deepEqual(all, [
    ['a', 'report', rate, ''],
    ['b', 'report', rate, ''],
    ['c', 'error', 'share.damaged', ''],
    ['d', 'report', quarters.headline?.rate, ''],
    ['e', 'report', rate, ''],
    ['f', 'error', 'element.unreadable', `${server.origin}/data/missing.csv`],
  ])
  isRounded((await page.locator('#a .figure').textContent()) ?? '', rate, 'the rate')
  assert.match((await page.locator('#c [role=alert]').textContent()) ?? '', /damaged/)
  assert.equal(await page.locator('#b .ground').getAttribute('lang'), 'de')
  assert.ok((await page.locator('#b .trend-section').count()) === 1, 'all views')
  assert.equal(
    await page.locator('#d').evaluate((d) => /** @type {any} */ (d).report.periods.length),
    quarters.periods.length,
  )
  const looks = await page.evaluate(() => {
    const inside = (/** @type {string} */ id, /** @type {string} */ query) =>
      document.getElementById(id)?.shadowRoot?.querySelector(query) ?? document.body
    const link = getComputedStyle(inside('a', '.copy'))
    return {
      accent: link.color,
      dark: getComputedStyle(inside('b', '.ground')).backgroundColor,
      wide: document.getElementById('a')?.scrollWidth,
      around: getComputedStyle(document.getElementById('around') ?? document.body).fontSize,
      inside: getComputedStyle(inside('a', '.say')).fontSize,
    }
  })
  assert.deepEqual(looks, {
    accent: 'rgb(18, 52, 86)',
    dark: 'rgb(18, 20, 24)',
    wide: 280,
    around: '40px',
    inside: '15px',
  })
  // Nothing is asked for but what the page names.
  assert.deepEqual([...new Set(server.asked)].sort(), [
    'GET /data/link.txt',
    'GET /data/missing.csv',
    'GET /data/table.csv',
    'GET /element.js',
    'GET /listener.js',
    'GET /plain',
  ])
})

test('properties, and attributes that change', async () => {
  const { page } = opened
  /** @param {string} what @param {any} given */
  const set = async (what, given) => {
    await page.evaluate(
      ([kind, value]) => {
        const element = /** @type {any} */ (document.getElementById('g'))
        globalThis.told.length = 0
        if (kind === 'blob') element.data = new File([value], 'plans.csv')
        else if (kind === 'bytes') element.data = new TextEncoder().encode(value).buffer
        else if (kind === 'text') element.data = value
        else if (kind === 'settings') element.settings = value
        else element.setAttribute(kind, value)
      },
      [what, given],
    )
  }
  const answer = () =>
    eventually(async () => {
      const [first] = await page.evaluate(() => globalThis.told)
      assert.ok(first)
      return first
    })
  const rate = report.headline?.rate
  for (const way of ['text', 'blob', 'bytes']) {
    await set(way, table)
    assert.deepEqual(await answer(), ['g', 'report', rate, ''], way)
  }
  await set('settings', { numerator: 'kept' })
  const kept = await reportOf(table, { numerator: 'kept' })
  assert.deepEqual(await answer(), ['g', 'report', kept.headline?.rate, ''])
  await set('settings', { bse: 1 })
  assert.deepEqual(await answer(), ['g', 'error', 'setting.unknownKey', 'bse'])
  await set('settings', null)
  assert.deepEqual(await answer(), ['g', 'report', rate, ''])
  await set('text', `https://x.example/#${fragment}`)
  assert.deepEqual(await answer(), ['g', 'report', rate, ''])
  await set('text', 'hello')
  assert.equal((await answer())[1], 'error')
  await page.evaluate(() => {
    const element = /** @type {any} */ (document.getElementById('a'))
    element.setAttribute('view', 'trend')
    element.setAttribute('lang', 'de')
  })
  await page.locator('#a .trend-section').waitFor()
  assert.equal(await page.locator('#a .ground').getAttribute('lang'), 'de')
  // Moved, it reads again; taken away, it is still.
  await page.evaluate(() => {
    globalThis.told.length = 0
    document.body.prepend(document.getElementById('a') ?? '')
  })
  assert.deepEqual(await answer(), ['a', 'report', rate, ''])
})

test('under the policy of the page around it, and what is missing is named', async () => {
  const { page } = opened
  const rate = report.headline?.rate
  const violations = () => page.evaluate(() => globalThis.violations ?? [])
  for (const path of ['/strict', '/module']) {
    assert.deepEqual(await told(path, 1), [['a', 'report', rate, '']], path)
    assert.deepEqual(await violations(), [], path)
  }
  // Without workers the page's own thread does it; the one attempt is seen.
  assert.deepEqual(await told('/no-worker', 1), [['a', 'report', rate, '']])
  assert.deepEqual([...new Set(await violations())], ['worker-src blob'])
  await page.locator('#a .figure').waitFor()
  const wasm = "script-src 'wasm-unsafe-eval'"
  assert.deepEqual(await told('/no-wasm', 1), [['a', 'error', 'element.blocked', wasm]])
  assert.match((await page.locator('#a [role=alert]').textContent()) ?? '', /wasm-unsafe-eval/)
  const connect = `connect-src ${server.origin}`
  assert.deepEqual(await told('/no-connection', 1), [['a', 'error', 'element.blocked', connect]])
})

test('in a closed frame', async () => {
  const { page } = opened
  await page.goto(`${server.origin}/closed`)
  const frame = page.frameLocator('iframe')
  isRounded(
    (await frame.locator('#a .figure').textContent()) ?? '',
    report.headline?.rate ?? 0,
    'the rate',
  )
})
