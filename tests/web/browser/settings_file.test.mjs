/**
 * The settings as a file in the real page: saved, loaded, undone, wrong, dropped before and with the
 * data; leaving asks only where data would be lost; a frame that forbids downloads lays the text out.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { address, answered, drop, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { reportOf } from './figures.mjs'

/** @typedef {import('playwright-core').Page} Page */

const history = planHistory(900)

/** @param {Page} page @param {unknown} document */
const load = (page, document, name = 'mine.json') =>
  page.locator('[data-focus="load-settings"]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
  })

/** @param {Page} page @param {string} key */
const chosen = (page, key) =>
  page.locator(`[data-focus="set-${key}"]`).evaluate((menu) => menu.selectedOptions[0].textContent)

/** Whether the page asks before it is left. @param {Page} page */
const asks = (page) =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('saved, changed, loaded, undone; what is wrong is named', async () => {
  const { page, end } = await open()
  assert.equal(await asks(page), false)
  await paste(page, history)
  await answered(page)
  assert.equal(await asks(page), true)
  await page.locator('[data-focus="set-base"]').selectOption({ label: 'active in the period' })
  const { settings } = await reportOf(history, { base: 'active' })
  await eventually(async () =>
    assert.match((await page.locator('.formula').textContent()) ?? '', /active in the period/),
  )

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save settings' }).click()
  const download = await coming
  assert.equal(download.suggestedFilename(), 'upgrade-rate settings.json')
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8'))
  // The file has the name of what was pasted; the day is that of the machine.
  const own = { files: [{ ...settings.files?.[0], name: 'Pasted table' }], today: saved.today }
  assert.deepEqual(saved, { ...settings, ...own })
  assert.match(saved.today, /^\d{4}-\d\d-\d\d$/)

  await page.locator('[data-focus="reset"]').click()
  await eventually(async () => assert.equal(await chosen(page, 'base'), 'customers at start'))
  await load(page, saved)
  const note = page.locator('.counted [role=status]')
  await note.getByText('The settings of “mine.json” are in force.').waitFor()
  assert.equal(await chosen(page, 'base'), 'active in the period')
  await note.getByRole('button', { name: 'Find the end in the data' }).click()
  await note.waitFor({ state: 'detached' })
  await page.locator('[data-focus="undo"]').click()
  await note.waitFor()
  await page.locator('[data-focus="undo"]').click()
  await eventually(async () => assert.equal(await chosen(page, 'base'), 'customers at start'))

  const alert = page.getByRole('alert')
  await load(page, { schema: 1, basis: 'active' })
  await alert.getByText('There is no setting of this name.').waitFor()
  assert.match((await alert.textContent()) ?? '', /basis/)
  await alert.getByRole('button', { name: 'Undo the last change' }).click()
  await alert.waitFor({ state: 'detached' })
  await load(page, { schema: 1, level: 2 })
  await alert.getByText('A setting has a value outside its range.').waitFor()
  await alert.getByRole('button', { name: 'Undo the last change' }).click()
  await alert.waitFor({ state: 'detached' })
  await load(page, '{"schema": 1,', 'cut.json')
  await alert.getByText('These settings are not JSON.').waitFor()
  assert.match((await alert.textContent()) ?? '', /cut\.json/)
  assert.equal(await alert.getByRole('button', { name: 'Undo the last change' }).count(), 0)
  await alert.getByRole('button', { name: 'Close' }).click()
  await drop(page, 'any name', JSON.stringify({ schema: 1, numerator: 'kept' }))
  await eventually(async () => assert.equal(await chosen(page, 'numerator'), 'upgraded and kept'))

  await page.locator('[data-focus="new"]').click()
  assert.equal(await asks(page), false)
  await end()
})

test('dropped before the data they wait; with the data they are in force at once', async () => {
  const { page, end } = await open()
  await drop(page, 'mine.json', JSON.stringify({ schema: 1, numerator: 'kept' }))
  await page.getByText('The settings of “mine.json” wait for your data.').waitFor()
  await drop(page, 'history.csv', history)
  await answered(page)
  assert.equal(await chosen(page, 'numerator'), 'upgraded and kept')
  await page.getByText('The settings of “mine.json” are in force.').waitFor()
  await page.locator('[data-focus="new"]').click()
  await page.locator('.drop input[type=file]').setInputFiles([
    { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(history) },
    {
      name: 'b.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"schema":1,"period":"quarter"}'),
    },
  ])
  await answered(page)
  assert.equal(await chosen(page, 'period'), 'Quarter')
  assert.match((await page.locator('.file strong').textContent()) ?? '', /^a\.csv$/)
  await end()
})

test('in a frame that forbids downloads the settings are text to select', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frame-'))
  const host = join(folder, 'host.html')
  writeFileSync(
    host,
    `<!doctype html><iframe sandbox="allow-scripts" width="1000" height="800" src="${address}"></iframe>`,
  )
  const { page, context } = await open({ url: pathToFileURL(host).href })
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: /Monthly totals/ }).click()
  await frame.getByRole('button', { name: 'Save settings' }).click()
  const dialog = frame.getByRole('dialog')
  const text = await dialog.getByRole('textbox').inputValue()
  assert.equal(JSON.parse(text).numerator, 'upgraded')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await context.close()
  rmSync(folder, { recursive: true })
})
