/** Around the main path (tests/web/browsers): hosted, typed, samples, a column left out, language and colours. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { answered, eventually, open, paste, served } from './browser.mjs'
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

test('served over http under a sub-path, nothing is asked for but its own folder', async () => {
  const { origin, asked, close } = await served()
  const { page, end } = await open({ url: `${origin}/sub/path/` })
  await paste(page, history)
  await assertAnswers(page, history)
  await end()
  close()
  assert.deepEqual(
    asked.filter((each) => !each.startsWith('/sub/path/')),
    [],
  )
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
