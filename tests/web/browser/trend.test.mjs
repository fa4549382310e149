/** The trend in the real page: its layers, and launches that are added, moved, named and removed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { reportOf } from './figures.mjs'

const history = planHistory(1500)

/** @param {import('playwright-core').Page} page @param {string} query */
const drawn = (page, query) => page.locator(`.trend-section .chart ${query}`).count()

test('each layer is drawn when it is switched on, and only then', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  /** @type {[layer: string, mark: string, atFirst: boolean][]} */
  const layers = [
    ['pooled3', '.pooled', false],
    ['pooled12', '.pooled', true],
    ['limits', '.limit', false],
    ['forecast', '.ahead', true],
  ]
  for (const [layer, mark, atFirst] of layers) {
    const button = page.locator(`[data-focus="layer-${layer}"]`)
    assert.equal(await button.getAttribute('aria-pressed'), String(atFirst), layer)
    const before = await drawn(page, mark)
    await button.click()
    await eventually(async () => assert.notEqual(await drawn(page, mark), before, layer))
    assert.equal(await button.getAttribute('aria-pressed'), String(!atFirst), layer)
    assert.equal((await drawn(page, mark)) > before, !atFirst, layer)
    await button.click()
    await eventually(async () => assert.equal(await drawn(page, mark), before, layer))
  }
  await end()
})

test('a launch is added, gives its sentence, moves, gets a name, and goes; undo brings it back', async () => {
  const { page, end } = await open()
  await paste(page, history)
  await answered(page)
  await page.getByText('Launches', { exact: true }).click()
  const form = page.getByRole('form', { name: 'New launch' })
  await form.getByLabel('Day').fill('2024-06-01')
  await form.getByLabel('Name').fill('New Pro')
  await form.getByRole('button', { name: 'Add' }).click()
  const says = page.locator('.says')
  const launches = [{ date: '2024-06-01', name: 'New Pro' }]
  const [effect] = (await reportOf(history, { launches })).launches
  assert.ok(effect?.before?.rate != null && effect.after?.rate != null)
  const percent = (/** @type {number} */ ratio) => (ratio * 100).toFixed(ratio >= 0.1 ? 1 : 2)
  await says.getByText('New Pro, Jun 1, 2024').waitFor()
  const sentence = (await says.getByText('New Pro, Jun 1, 2024').textContent()) ?? ''
  assert.ok(sentence.includes(`${percent(effect.before.rate)}% in the 90 days before`), sentence)
  assert.ok(sentence.includes(`${percent(effect.after.rate)}% in the 90 days from`), sentence)
  assert.ok(sentence.includes(effect.change?.clear ? 'clear' : 'within noise'), sentence)
  await eventually(async () => assert.equal(await drawn(page, '.launch.flag'), 1))

  const day = page.locator('[data-focus="launch-day-0"]')
  await day.fill('2024-09-01')
  await says.getByText('New Pro, Sep 1, 2024').waitFor()
  await page.locator('[data-focus="launch-name-0"]').fill('Bundle')
  await page.keyboard.press('Tab')
  await says.getByText('Bundle, Sep 1, 2024').waitFor()
  await page.getByRole('button', { name: 'Remove Bundle' }).click()
  await eventually(async () => assert.equal(await drawn(page, '.launch.flag'), 0))
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await says.getByText('Bundle, Sep 1, 2024').waitFor()
  await end()
})
