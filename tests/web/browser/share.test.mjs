/**
 * What leaves the page: a link opens the same answer elsewhere and in another language, nothing in
 * it or in any snippet tells of a customer, widgets show their view alone, and damaged links give
 * words. Links are opened as a reader does, in a page of their own.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { PNG } from 'pngjs'
import { address, answered, eventually, open, paste, served } from './browser.mjs'

/** A history in which every input column holds a word that must not get out. */
function history() {
  const rows = ['customer,date,plan,value,region,email']
  for (let c = 0; c < 120; c++) {
    const few = c < 12 ? 'west' : 'north'
    const region =
      c < 3 ? 'segment-canary' : c % 2 || c < 12 ? few : '<b onclick=alert(1)>south</b>'
    const row = (date, plan, value) =>
      rows.push(`id-canary-${c},${date},${plan},${value},${region},mail-canary-${c}@example.org`)
    row(`2023-0${1 + (c % 9)}-1${c % 8}`, 'Basic', 20)
    if (c % 3 === 0) row(`2024-0${1 + (c % 9)}-2${c % 8}`, 'Pro', 50)
    if (c % 10 === 0) row(`2024-11-0${1 + (c % 8)}`, 'none', '')
  }
  rows.push('id-canary-x,2024-77-77,row-canary,1,north,mail-canary')
  return rows.join('\n')
}

/** @param {import('playwright-core').Page} page */
const figures = async (page) => {
  const digits = await page.locator('.answer .figure, .answer .formula').allInnerTexts()
  return digits.map((text) => text.replace(/\D/g, ''))
}

/** Brings the history, splits it by region, and asks for what can be shared. */
async function shared() {
  const { page, end } = await open()
  await paste(page, history())
  await answered(page)
  await page.locator('[data-focus="split-region"]').click()
  await page.locator('.segments table, [data-measure^="segments"]').first().waitFor()
  await page.locator('[data-focus="share"]').click()
  const areas = page.locator('.snippet textarea')
  await areas.first().waitFor()
  const texts = await areas.evaluateAll((all) => all.map((area) => area.value))
  return { page, end, texts, link: texts[0] ?? '', shown: await figures(page) }
}

/** @type {Awaited<ReturnType<typeof shared>>} */
let made
let hash = ''

test('nothing that tells of a customer is in any of the texts', async () => {
  made = await shared()
  assert.equal(made.texts.length, 11)
  for (const text of made.texts) assert.doesNotMatch(text, /canary/)
  hash = made.link.slice(made.link.indexOf('#'))
  const { page } = made
  await page.locator('[data-format="svg"] summary').click()
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-save="png"]').click(),
  ])
  const { width, height } = PNG.sync.read(readFileSync(await picture.path()))
  assert.deepEqual([picture.suggestedFilename(), width, height], ['upgrade-rate.png', 1200, 440])
  await page.evaluate(() => {
    globalThis.print = () => {
      globalThis.printed = true
    }
  })
  await page.locator('[data-focus="print"]').click()
  assert.equal(await page.evaluate(() => globalThis.printed), true)
})

test('the page with the figures in one file opens them from any disk, and tells of nobody', async () => {
  const coming = made.page.waitForEvent('download')
  await made.page.locator('[data-focus="share-page"]').click()
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-rate-'))
  const file = join(folder, 'sent.html')
  await (await coming).saveAs(file)
  await made.end()
  const sent = readFileSync(file, 'utf8')
  assert.doesNotMatch(sent, /canary/)
  const { page, end } = await open({ url: pathToFileURL(file).href })
  await page.locator('.shared .say').waitFor()
  assert.deepEqual(await figures(page), made.shown)
  // Sent on, it is the same file again; another link in its address goes before what is in it.
  await page.goto(`${pathToFileURL(file).href}#view=kpi&${hash.slice(1)}`)
  await page.locator('[data-view="kpi"] .figure').waitFor()
  await end()
  rmSync(folder, { recursive: true })
})

test('a link opens the same answer, in the reader’s language, and still tells of nobody', async () => {
  const { page, end } = await open({ url: `${address}${hash}`, locale: 'de-DE' })
  await page.locator('.shared .say').waitFor()
  assert.deepEqual(await figures(page), made.shown)
  assert.equal(await page.locator('html').getAttribute('lang'), 'de')
  assert.doesNotMatch(await page.content(), /canary/)
  assert.match(await page.locator('main').textContent(), /<b onclick=alert\(1\)>south<\/b>/)
  assert.equal(await page.locator('main b[onclick]').count(), 0)
  await end()
})

test('damaged links and links of a newer version give words', async () => {
  const { page, end } = await open({ url: `${address}${hash.slice(0, -20)}` })
  const error = page.locator('.error')
  await error.waitFor()
  assert.match(await error.textContent(), /damaged/)
  const newer = 'q1ZKTE8vSk1PLEktVrIyqgUA'
  await page.evaluate((data) => {
    location.hash = `#view=kpi&data=${data}`
  }, newer)
  await eventually(async () => assert.match(await error.textContent(), /newer version/))
  await end()
})

for (const [view, place] of [
  ['kpi', '.answer .figure'],
  ['trend', '.trend-section'],
  ['segments', '[data-view="segments"] table'],
  ['cohorts', '[data-view="cohorts"] .part'],
])
  test(`the widget ${view}: its view alone, in 280 pixels, in the dark`, async () => {
    const { page, end } = await open({
      url: `${address}#view=${view}&theme=dark&lang=en&${hash.slice(1)}`,
      viewport: { width: 280, height: 400 },
    })
    await page.locator(place).first().waitFor()
    assert.equal(await page.locator('.masthead, .foot, #share, .counted').count(), 0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= 280, `${wide} pixels wide`)
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
    await end()
  })

test('a closed frame shows the answer and tells its height', async () => {
  const { origin, close } = await served()
  const { page, context } = await open()
  const host = { contentType: 'text/html', body: '<!doctype html><p>A wiki</p>' }
  await page.route(`${origin}/wiki`, (route) => route.fulfill(host))
  await page.goto(`${origin}/wiki`)
  const height = await page.evaluate(
    (src) =>
      new Promise((done) => {
        const frame = document.createElement('iframe')
        frame.setAttribute('sandbox', 'allow-scripts')
        frame.width = '600'
        addEventListener('message', ({ source, data }) => {
          if (source === frame.contentWindow && data.height > 150) done(data)
        })
        frame.src = src
        document.body.append(frame)
      }),
    `${origin}/sub/path/#view=kpi&${hash.slice(1)}`,
  )
  assert.equal(height.type, 'upgrade-rate-height')
  const frame = page.frames().at(-1)
  assert.ok(await frame?.locator('.answer .figure').textContent())
  await context.close()
  close()
})
