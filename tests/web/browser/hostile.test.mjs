/**
 * Text that acts, in every place a stranger can write: cells, header, file name, plan, segment,
 * settings, fragment and message. It never runs, never breaks the layout, and stands there as it was
 * typed; in what is shared too, in pages of other people, with and without a policy of theirs.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { answered, drop, eventually, open, served } from './browser.mjs'
import { planHistory } from './data.mjs'
import { host } from './links.mjs'

const plan = '<img src=x onerror=hacked()>'
const segments = [
  '<script>hacked()</script>',
  '"onmouseover="hacked()" x="',
  'javascript:hacked()',
  '</textarea></svg><svg onload=hacked()>',
  '=HYPERLINK("http://x")',
  'a]]>b{}*{display:none}',
  `\u202egpj.exe ${'x'.repeat(10_000)}`,
]
const column = 'region <b style="position:fixed">'
const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`
let at = 0
const table = planHistory(1500)
  .replaceAll('basic', quoted(plan))
  .replace('region', quoted(column))
  .replace(/(EMEA|AMER|APAC)$/gm, () => quoted(segments[at++ % segments.length] ?? ''))
const settings = {
  schema: 1,
  segmentBy: [column],
  launches: [{ date: '2024-09-01', name: '<iframe srcdoc="<script>parent.hacked()</script>">' }],
}

const served_ = await served()
after(() => served_.close())

/** Nothing ran. @param {import('playwright-core').Page | import('playwright-core').Frame} place */
const untouched = async (place) =>
  assert.equal(await place.evaluate(() => /** @type {any} */ (globalThis).hackedBy ?? null), null)

const trap = () => {
  const all = /** @type {any} */ (globalThis)
  all.hacked = () => {
    all.hackedBy = new Error().stack
  }
}

/** @type {{ [format: string]: string }} */
let snippets = {}

test('in the page', async () => {
  const { page, end } = await open()
  await page.evaluate(trap)
  await drop(page, 'settings.json', JSON.stringify(settings))
  await drop(page, '"><svg onload=hacked()>.csv', table)
  await answered(page)
  await page.evaluate(() => {
    for (const message of [
      '<img src=x onerror=hacked()>',
      { type: 'upgrade-rate-height', height: 'javascript:hacked()' },
      { type: 'settings', settings: { launches: '<script>' } },
    ])
      postMessage(message, '*')
  })
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.locator('.part.segments table').first().waitFor()
  const said = (await page.locator('body').textContent()) ?? ''
  for (const text of [plan, column, ...segments, settings.launches[0]?.name ?? ''])
    assert.ok(said.includes(text), text.slice(0, 80))
  assert.match(
    (await page.locator('.file strong').textContent()) ?? '',
    /^"><svg onload=hacked\(\)>\.csv/,
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 1280, `${wide} pixels wide`)
  assert.equal(await page.locator('#app script, #app img, #app iframe, #app [onload]').count(), 0)
  await page.locator('[data-focus="share"]').click()
  const areas = page.locator('.snippet textarea')
  await areas.first().waitFor()
  snippets = Object.fromEntries(
    await page
      .locator('.snippet')
      .evaluateAll((all) =>
        all.map((each) => [
          /** @type {HTMLElement} */ (each).dataset.format ?? '',
          each.querySelector('textarea')?.value ?? '',
        ]),
      ),
  )
  await untouched(page)
  await end()
})

test('in fragments: words, or the figures', async () => {
  const { page, end } = await open()
  await page.evaluate(trap)
  // The short link leaves out what such long names make too long.
  const data = (snippets.wholeLink ?? snippets.link)?.split('data=')[1] ?? ''
  const letters = 'A'.repeat(5_000_000)
  const wrong = [
    '<script>hacked()</script>',
    '%3Cimg%20src=x%20onerror=hacked()%3E',
    'javascript:hacked()',
    `${data}"><svg onload=hacked()>`,
    letters,
  ]
  for (const each of wrong) {
    await page.evaluate((given) => {
      location.hash = `#view=<b>&lang=<i>&data=${given}`
    }, each)
    await page.getByRole('alert').waitFor()
    await page.evaluate(() => {
      location.hash = ''
    })
  }
  await page.evaluate((given) => {
    location.hash = `#view="><b onclick=hacked()>&theme=x&lang=../&data=${given}`
  }, data)
  await page.locator('.shared .say').waitFor()
  assert.equal(await page.locator('main').getAttribute('data-view'), 'page')
  const said = (await page.locator('body').textContent()) ?? ''
  // Marks that turn the reading direction and long names are the data's; each comes back as typed.
  for (const text of [plan, ...segments]) assert.ok(said.includes(text), text.slice(0, 80))
  await untouched(page)
  await end()
})

test('in what is shared, in pages of other people', async () => {
  const strict =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'unsafe-inline'; img-src data:; frame-src *"
  const element = readFileSync('dist/upgrade-rate-element.js')
  const [, address = ''] = /src="([^"]*)"/.exec(snippets.iframe ?? '') ?? []
  const framed = (snippets.iframe ?? '').replace(
    address.split('#')[0] ?? '',
    `${served_.origin}/sub/path/`,
  )
  const picture = `data:image/svg+xml;base64,${Buffer.from(snippets.svg ?? '').toString('base64')}`
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><script src="trap.js"></script>
    <body>${snippets.html}${framed}<img src="${picture}" alt="">${snippets.element}`
  const files = {
    '/upgrade-rate-element.js': { body: element, type: 'text/javascript' },
    '/trap.js': { body: `(${trap})()`, type: 'text/javascript' },
    '/open': { body },
    '/strict': { body, headers: { 'content-security-policy': strict } },
    '/closed': {
      body: '<iframe sandbox="allow-scripts" src="/open" width="900" height="600"></iframe>',
    },
  }
  const wiki = await host((path) => files[/** @type {keyof typeof files} */ (path)] ?? null)
  const { page, context } = await open()
  for (const path of ['/open', '/strict', '/closed']) {
    await page.goto(`${wiki.origin}${path}`)
    const place = path === '/closed' ? page.frames()[1] : page.mainFrame()
    assert.ok(place)
    await place.waitForSelector('upgrade-rate')
    // It loads when it comes near.
    await place.locator('iframe').scrollIntoViewIfNeeded()
    await eventually(async () => {
      const rates = [
        await place.locator('upgrade-rate .figure').textContent({ timeout: 500 }),
        await place.frameLocator('iframe').locator('.answer .figure').textContent({ timeout: 500 }),
      ]
      assert.ok(rates[0])
      assert.equal(rates[0], rates[1], path)
    }, 15_000)
    const said = await place.locator('upgrade-rate .ground').textContent()
    for (const text of segments.slice(0, 4)) assert.ok(said?.includes(text), `${path} ${text}`)
    const seen = await place.evaluate(() => ({
      picture: document.querySelector('img')?.naturalWidth,
      table: document.querySelectorAll('body > table td').length > 10,
    }))
    assert.deepEqual(seen, { picture: 600, table: true })
    for (const frame of page.frames()) await untouched(frame)
  }
  assert.ok(
    wiki.asked.every((each) =>
      /^GET \/(open|strict|closed|trap\.js|upgrade-rate-element\.js)$/.test(each),
    ),
  )
  await context.close()
  await wiki.close()
})

/** Ways to be shut in: by attribute, with an origin, by the server's header, as text of the host. */
test('shut in four ways: opened, pasted, answered, shared by text to select', async () => {
  const file = readFileSync('dist/index.html')
  const source = file.toString().replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const wiki = await host((path) => {
    if (path === '/page') return { body: file }
    if (path === '/boxed')
      return { body: file, headers: { 'content-security-policy': 'sandbox allow-scripts' } }
    const frames = {
      '/attribute': '<iframe sandbox="allow-scripts" src="/page"',
      '/origin': '<iframe sandbox="allow-scripts allow-same-origin" src="/page"',
      '/header': '<iframe src="/boxed"',
      '/text': `<iframe sandbox="allow-scripts" srcdoc="${source}"`,
    }[path]
    return frames ? { body: `<!doctype html>${frames} width="900" height="700"></iframe>` } : null
  })
  const { page, context } = await open()
  for (const path of ['/attribute', '/origin', '/header', '/text']) {
    wiki.asked.length = 0
    await page.goto(`${wiki.origin}${path}`)
    const frame = page.frames()[1]
    assert.ok(frame, path)
    await frame.locator('.sample').first().waitFor()
    await drop(frame, 'plans.csv', planHistory(300))
    await frame.locator('.full .parts a').first().waitFor()
    await frame.locator('[data-focus="share"]').click()
    const area = frame.locator('.snippet textarea').first()
    await area.focus()
    const link = await area.evaluate((/** @type {HTMLTextAreaElement} */ own) =>
      own.value.slice(own.selectionStart, own.selectionEnd),
    )
    assert.match(link, /#data=[\w-]+$/, path)
    await frame.locator('.snippet[data-format="csv"] summary').click()
    await frame.locator('.snippet[data-format="csv"] .snippet-acts .link').last().click()
    const shown = await frame.locator('dialog.handed textarea').inputValue()
    assert.match(shown, /^label,start,end/, path)
    assert.ok(wiki.asked.length <= 2 && !wiki.asked.join().includes('sw.js'), wiki.asked.join())
  }
  await context.close()
  await wiki.close()
})
