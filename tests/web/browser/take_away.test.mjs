/**
 * What is taken along from the real page: every chart as SVG and PNG that explain themselves, from a
 * dark page on a phone too; tables as TSV and Markdown with all their rows. Segments have names that
 * are markup, formulas, and no XML.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PNG } from 'pngjs'
import { answered, drop, eventually, open } from './browser.mjs'
import { planHistory } from './data.mjs'
import { reportOf } from './figures.mjs'

/** @typedef {import('playwright-core').Page} Page */

const names = [
  '=1+1',
  'a<b> & "c"\u0001',
  '@x|y',
  ...Array.from('DEFGHIJKLMNO', (n) => `Segment ${n}`),
]
let at = 0
const history = planHistory(1200).replace(/(EMEA|AMER|APAC)$/gm, () => {
  at++
  return `"${names[at % names.length]?.replaceAll('"', '""')}"`
})
const settings = { segmentBy: ['region'], launches: [{ date: '2024-09-01', name: 'New <Pro>' }] }

/** @param {Page} page @param {string} place @param {'SVG' | 'PNG'} form @param {boolean} [again] */
async function saved(page, place, form, again = true) {
  const coming = page.waitForEvent('download', { timeout: 6000 }).catch((error) => {
    // A chart that is being drawn anew at that moment gives no picture; a reader clicks again.
    if (!again) throw error
    return null
  })
  await page
    .locator(`[data-focus="picture-${place}-${form}"]`)
    .evaluate((/** @type {HTMLElement} */ button) => button.click())
  const download = await coming
  if (download === null) return saved(page, place, form, false)
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** What a strict parser makes of it. @param {Page} page @param {string} text */
const parsed = (page, text) =>
  page.evaluate((xml) => {
    const { documentElement: root } = new DOMParser().parseFromString(xml, 'image/svg+xml')
    const all = [...root.querySelectorAll('*')]
    return {
      fault: root.querySelector('parsererror')?.textContent ?? null,
      root: root.localName,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      title: root.querySelector('title')?.textContent ?? '',
      texts: [...root.querySelectorAll('text')].map((each) => each.textContent?.trim() ?? ''),
      elements: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((each) => each.getAttributeNames()))],
      ground: root.querySelector('rect')?.getAttribute('fill'),
      inks: [...new Set([...root.querySelectorAll('text')].map((e) => e.getAttribute('fill')))],
    }
  }, text)

/** The place of each chart and the title of its picture. */
const charts = {
  scale: 'Upgrade Rate: ',
  trend: 'Upgrade Rate: Trend',
  'funnel-region': 'Upgrade Rate: By region',
  'mix-region': 'Upgrade Rate: ',
  paths: 'Upgrade Rate: Paths from plan to plan',
  cohorts: 'Upgrade Rate: Cohorts',
  'time-to-upgrade': 'Upgrade Rate: Time to the first upgrade',
  'bridge-': 'Upgrade Rate: From the start to the end',
  beside: 'Upgrade Rate: Kept, moved down, left',
  stays: 'Upgrade Rate: Do upgrades last?',
  leaving: 'Upgrade Rate: Who leaves: the upgraded and the others',
}
const ofRate = ['scale', 'trend', 'funnel-region', 'mix-region']

test('every chart is a picture that explains itself, tables come whole', async () => {
  const { page, context, end } = await open({
    viewport: { width: 390, height: 800 },
    colorScheme: 'dark',
    locale: 'en-US',
  })
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      globalThis.copiedText = text
    }
  })
  // The page's own policy forbids parsing text.
  const parser = await context.newPage()
  await page.bringToFront()
  await drop(page, 'settings.json', JSON.stringify({ schema: 1, ...settings }))
  await drop(page, 'plans of 2025.csv', history)
  await answered(page)
  await page.locator('[data-focus="picture-funnel-region-SVG"]').waitFor()
  const report = await reportOf(history, settings)
  const places = await page
    .locator('[data-focus^="picture-"][data-focus$="-SVG"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-focus')?.slice(8, -4)))
  assert.deepEqual(places.sort(), Object.keys(charts).sort())

  for (const [place, title] of Object.entries(charts)) {
    const { name, bytes } = await saved(page, place, 'SVG')
    assert.match(name, /^Upgrade Rate .*\.svg$/, place)
    const text = bytes.toString('utf8')
    const found = await parsed(parser, text)
    assert.equal(found.fault, null, place)
    assert.equal(found.root, 'svg', place)
    assert.ok(found.title.startsWith(title), `${place}: ${found.title}`)
    assert.ok(found.title.startsWith(found.texts[0] ?? '?'), place)
    for (const banned of ['class', 'style', 'tabindex'])
      assert.ok(!found.attributes.includes(banned), `${place}: ${banned}`)
    for (const banned of ['script', 'style', 'foreignObject', 'image', 'a'])
      assert.ok(!found.elements.includes(banned), `${place}: ${banned}`)
    assert.doesNotMatch(text, /var\(|url\("?https?:|<!--/, place)
    // Light, whatever the page: near-black text on white.
    assert.equal(found.ground, '#ffffff', place)
    assert.ok(found.inks.includes('#15181d') && !found.inks.includes('#eceef2'), `${place}`)
    const all = found.texts.join('\n')
    assert.equal(
      /Rate = customers upgraded ÷ customers at start\./.test(all),
      ofRate.includes(place),
      place,
    )
    const { ledger, data } = report
    const source = `Source: plans of 2025.csv · ${ledger.rows.toLocaleString('en-US')} rows`
    assert.ok(all.includes(source), `${place}: ${all}`)
    assert.ok(all.includes(`${data.customers?.toLocaleString('en-US')} customers`), place)
    assert.match(
      all.replaceAll('\u00a0', ' ').replaceAll('\n', ' '),
      /made on \w+ \d+, \d{4}/,
      place,
    )
    assert.doesNotMatch(all, /\bC\d+\b/, `${place}: an id of a customer`)
    // One size, drawn for it, not for the phone.
    assert.ok(found.width >= 704, `${place}: ${found.width}`)
  }

  const trend = await parsed(parser, (await saved(page, 'trend', 'SVG')).bytes.toString('utf8'))
  assert.ok(trend.texts.includes('New <Pro>'))
  assert.equal(trend.width, 960)
  const { name, bytes } = await saved(page, 'trend', 'PNG')
  assert.equal(name, 'Upgrade Rate Trend.png')
  const picture = PNG.sync.read(bytes)
  assert.deepEqual([picture.width, picture.height], [2 * trend.width, 2 * trend.height])
  assert.deepEqual([...picture.data.subarray(0, 4)], [255, 255, 255, 255])
  const dark = picture.data.some((value, i) => i % 4 < 3 && value < 60)
  assert.ok(dark, 'something is drawn')

  const rows = report.segments?.[0]?.rows ?? []
  assert.equal(rows.length, names.length)
  const copied = () => page.evaluate(() => globalThis.copiedText)
  const button = (/** @type {string} */ form) =>
    page.locator(`[data-focus="table-${form} By region"]`)
  await button('TSV').click()
  await page.getByText('2 cells begin with an apostrophe').waitFor()
  const lines = (await copied())
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  assert.equal(lines.length, names.length + 1)
  assert.deepEqual(
    lines.slice(1).map(([value, base, counted]) => [value, base, counted]),
    rows.map((row) => [
      row.value.replace(/^[=@]/, "'$&").replace('\u0001', '\u0001'),
      row.base.toLocaleString('en-US'),
      row.numerator.toLocaleString('en-US'),
    ]),
  )
  await button('Markdown').click()
  await eventually(async () => assert.match(await copied(), /^\| /))
  const wiki = await copied()
  assert.ok(wiki.includes('\\@x') || wiki.includes('@x\\|y'), wiki)
  assert.ok(wiki.includes('a&#60;b&#62; &#38;'), wiki)
  assert.equal(wiki.trimEnd().split('\n').length, names.length + 2)
  assert.equal(await page.getByText('begin with an apostrophe').count(), 0)
  await end()
})
