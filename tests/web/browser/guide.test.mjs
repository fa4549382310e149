/** What to do: the findings that the package gives for the same data, what they raise, and the guide. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { reportOf } from './figures.mjs'

const history = planHistory(1500)

/** @param {import('playwright-core').Page} page */
const foundCodes = (page) =>
  page
    .locator('.findings .finding')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-code')))

/** Its words, with one space between them. @param {import('playwright-core').Locator} locator */
const words = async (locator) => (await locator.textContent())?.trim().replace(/\s+/g, ' ') ?? ''

/** @param {import('playwright-core').Page} page */
const texts = (page) =>
  page
    .locator('.guide summary')
    .evaluateAll((all) => all.map((one) => one.textContent?.trim().replace(/\s+/g, ' ') ?? ''))

test('without data the guide can be read, by keyboard', async () => {
  const { page, end } = await open()
  const inside = page.locator('.guide-alone .head')
  assert.equal(await inside.first().isVisible(), false)
  await page.locator('.guide-alone > summary').focus()
  await page.keyboard.press('Enter')
  assert.equal(await inside.count(), 12)
  for (const head of await inside.all()) {
    await head.locator('summary').focus()
    await page.keyboard.press('Enter')
    assert.ok(await head.locator('.points li').last().isVisible())
  }
  await end()
})

test('the findings are those of the report, the first one open, in both languages', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  const { findings } = await reportOf(history)
  assert.ok(findings.length > 1)
  const codes = findings.map(({ code }) => code)
  assert.deepEqual(await foundCodes(page), codes)
  const details = page.locator('.findings .finding')
  assert.equal(await details.first().getAttribute('open'), '')
  assert.equal(await details.nth(1).getAttribute('open'), null)
  await details.nth(1).locator('summary').focus()
  await page.keyboard.press('Space')
  assert.ok(await details.nth(1).locator('.raised li').first().isVisible())
  const english = await texts(page)
  await page.getByLabel('Language').selectOption('Deutsch')
  await page.getByRole('heading', { name: 'Was zu tun ist' }).waitFor()
  assert.deepEqual(await foundCodes(page), codes)
  const german = await texts(page)
  assert.equal(german.length, english.length)
  for (const [i, sentence] of german.entries()) {
    assert.notEqual(sentence, english[i])
    assert.doesNotMatch(sentence, /undefined|NaN|null/)
  }
  await end()
})

test('a finding leads to its head, which tells it again and puts what it raised first', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  const first = page.locator('.findings .finding').first()
  const title = await words(first.locator('h3'))
  const sentence = await words(first.locator('summary p'))
  const asked = await words(first.locator('.raised li b').first())
  const link = first.locator('a')
  const head = page.locator(`${await link.getAttribute('href')}`)
  await link.click()
  assert.equal(await head.getAttribute('open'), '')
  assert.ok((await words(head.locator('.in-data'))).includes(sentence))
  assert.equal(
    await head.locator('summary').evaluate((it) => it === document.activeElement),
    true,
    'the focus goes there',
  )
  await page.locator('#guide-questions > summary').click()
  const raised = page.locator('#guide-questions .points li', { has: page.locator('.because') })
  assert.ok((await raised.locator('b').allTextContents()).includes(asked))
  assert.ok((await raised.locator('.because').allTextContents()).some((by) => by.includes(title)))
  const marks = await page
    .locator('#guide-questions .points li')
    .evaluateAll((all) => all.map((li) => li.querySelector('.because') !== null))
  assert.deepEqual(
    marks,
    [...marks].sort((a, b) => Number(b) - Number(a)),
    'raised ones first',
  )
  await end()
})

test('the formula stands there with the counts of the data; on paper all of it is open', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  await page.locator('#guide-formula > summary').click()
  const formula = await words(page.locator('.answer .formula'))
  const rate = await words(page.locator('.answer .figure'))
  const told = await words(page.locator('#guide-formula .in-data'))
  assert.ok(told.includes(`${formula} = ${rate}`), told)
  await page.emulateMedia({ media: 'print' })
  for (const point of await page.locator('.guide .points').all()) assert.ok(await point.isVisible())
  assert.ok(await page.locator('.findings .raised').last().isVisible())
  await end()
})

test('two numbers: few customers are said first; a change of settings changes the findings', async () => {
  const { page, end } = await open()
  await page.getByLabel('Customers upgraded').fill('9')
  await page.getByLabel('Customers in total').fill('90')
  await page.getByRole('button', { name: 'Open the full answer' }).click()
  await answered(page)
  assert.deepEqual(await foundCodes(page), ['base.few', 'band.low'])
  assert.match((await texts(page))[0] ?? '', /^Few customers Only 90 customers are in the base\./)
  await page.locator('.bands input[type=number]').first().fill('5')
  await page.keyboard.press('Enter')
  await eventually(async () =>
    assert.deepEqual(await foundCodes(page), ['base.few', 'band.middle']),
  )
  await end()
})
