/** From data to the answer in the real page: each way to bring data, each setting, back and forth. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { answered, choose, drop, eventually, open, paste, served } from './browser.mjs'
import { changes, menu } from './changes.mjs'
import { planHistory } from './data.mjs'
import { assertSame, reportOf, shown } from './figures.mjs'

const history = planHistory(1500)

/** @param {import('playwright-core').Page} page @param {string} text @param {object} [settings] */
async function assertAnswers(page, text, settings) {
  const report = await reportOf(text, settings)
  await answered(page)
  const table = page.getByRole('button', { name: 'Table', exact: true })
  if (report.periods[0]?.start) await table.click()
  await eventually(async () => assertSame(await shown(page), report))
}

/** @type {[name: string, bring: (page: import('playwright-core').Page) => Promise<unknown>][]} */
const ways = [
  ['pasted', (page) => paste(page, history)],
  ['dropped', (page) => drop(page, 'history.csv', history)],
  [
    'chosen by the file button',
    (page) =>
      choose(page, { name: 'history.csv', mimeType: 'text/csv', buffer: Buffer.from(history) }),
  ],
]
for (const [name, bring] of ways)
  test(`a plan history, ${name}`, async () => {
    const { page, end } = await open()
    await bring(page)
    await assertAnswers(page, history)
    await end()
  })

test('a real paste by keyboard', async () => {
  const { page, end } = await open()
  await page.evaluate((text) => {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
  }, history)
  await page.keyboard.press('Control+c')
  await page.evaluate(() => document.querySelector('textarea')?.remove())
  await page.keyboard.press('Control+v')
  await assertAnswers(page, history)
  await end()
})

test('served over http under a sub-path, nothing else is asked for', async () => {
  const { origin, asked, close } = await served()
  const { page, end } = await open({ url: `${origin}/sub/path/` })
  await paste(page, history)
  await assertAnswers(page, history)
  await end()
  close()
  assert.deepEqual(asked, ['/sub/path/'])
})

test('two numbers typed, then opened as a page', async () => {
  const { page, end } = await open()
  await page.getByLabel('Customers upgraded').fill('512')
  await page.getByLabel('Customers in total').pressSequentially('2,814')
  const report = await reportOf('total,upgraded\n2814,512\n')
  await eventually(async () =>
    assert.equal(await page.locator('.own .figure').textContent(), '18.2%'),
  )
  assert.equal(report.headline?.rate?.toFixed(3), '0.182')
  await page.getByRole('button', { name: 'Open the full answer' }).click()
  await answered(page)
  assert.match(
    await page.locator('.answer .formula').textContent(),
    /512 upgraded ÷ 2,814 customers/,
  )
  await end()
})

for (const [index, name] of ['plan history', 'monthly totals'].entries())
  test(`the sample: ${name}, and its table as it was read`, async () => {
    const { page, end } = await open()
    await page.locator('.sample').nth(index).click()
    await answered(page)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the table' }).click()
    const table = readFileSync(await (await coming).path(), 'utf8')
    await assertAnswers(page, table)
    await end()
  })

test('every setting, changed once, gives the figures of the package; undo and redo', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await assertAnswers(page, history)
  const detected = await reportOf(history)
  await page.getByText('Time, gaps and certainty').click()
  for (const [name, change, settings] of changes) {
    // A year that starts in April shows only where years are listed.
    const year = name === 'year starts in'
    if (year) await menu(page, 'period').selectOption('Year')
    const wanted = await reportOf(history, year ? { ...settings, period: 'year' } : settings)
    assert.notDeepEqual(
      wanted.periods.concat(wanted.headline ?? []),
      detected.periods.concat(detected.headline ?? []),
      `${name} changes something`,
    )
    await change(page)
    await eventually(async () => assertSame(await shown(page), wanted)).catch((error) => {
      throw new Error(`${name}: ${error.message}`)
    })
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    if (year) await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await eventually(async () => assertSame(await shown(page), detected))
  }
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  const last = await reportOf(history, changes.at(-1)?.[2])
  await eventually(async () => assertSame(await shown(page), last))
  await page.getByRole('button', { name: 'As detected' }).click()
  await eventually(async () => assertSame(await shown(page), detected))
  await end()
})

test('the next best guess of what a row is stands beside the menu, and is a click away', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await assertAnswers(page, history)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByText('Could also be a customer in one period').waitFor()
  const detected = await reportOf(history)
  await page.getByRole('button', { name: 'Read it so' }).click()
  const wanted = await reportOf(history, { files: [{ shape: 'snapshots' }] })
  await eventually(async () => assertSame(await shown(page), wanted))
  assert.equal(await page.getByText('Could also be').count(), 0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => assertSame(await shown(page), detected))
  await page.getByText('Could also be a customer in one period').waitFor()
  await end()
})

test('a column without a part is read again without it', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await assertAnswers(page, history)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByLabel('Meaning of column mrr').selectOption('not used')
  const mapping = { value: null, segments: ['region'] }
  const wanted = await reportOf(history, { files: [{ mapping }] })
  await eventually(async () => assertSame(await shown(page), wanted))
  const order = await page.locator('.ladder .plan-name').allInnerTexts()
  const tiers = wanted.data.plans.filter((plan) => plan.role === 'tier')
  assert.deepEqual(
    order.slice(0, tiers.length),
    tiers.sort((a, b) => (b.tier ?? 0) - (a.tier ?? 0)).map(({ plan }) => plan),
  )
  await end()
})

test('language and colours change in place, and the figures stay', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  const figure = await page.locator('.answer .figure').textContent()
  await page.getByLabel('Language').selectOption('Deutsch')
  await page.getByText('Wie gezählt wird').waitFor()
  assert.equal(await page.locator('.answer .figure').textContent(), figure.replace('.', ','))
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByLabel('Farben').selectOption('dark')
  assert.equal(await ground(), 'rgb(18, 20, 24)')
  await page.getByLabel('Farben').selectOption('light')
  assert.equal(await ground(), 'rgb(252, 252, 250)')
  await end()
})
