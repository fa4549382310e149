/** The documentation from disk, under its policy: the field of every page leads to results that the keyboard walks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, eventually, open } from './browser.mjs'

const docs = address.replace(/index\.html$/, 'docs/')

test('search: from any page to results, by keyboard to a section', async () => {
  const { page, context, faults } = await open({ url: `${docs}privacy.html` })
  await page.getByRole('searchbox').fill('fiscal year')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search\.html#fiscal%20year$/)
  const results = page.locator('#results a')
  await results.first().waitFor()
  assert.match((await page.getByRole('status').textContent()) ?? '', /^\d+ sections?$/)
  assert.ok((await page.locator('mark').allTextContents()).some((hit) => /fiscal/i.test(hit)))

  await page.getByRole('searchbox').fill('row.superseded')
  await eventually(async () =>
    assert.match((await results.first().getAttribute('href')) ?? '', /^inputs\.html#/),
  )
  await page.getByRole('searchbox').fill('<img src=x onerror=alert(1)>')
  await eventually(async () => assert.equal(await results.count(), 0))
  assert.equal(await page.getByRole('status').textContent(), 'Nothing found.')

  await page.getByRole('searchbox').fill('changelog')
  await eventually(async () => assert.ok((await results.count()) >= 1))
  await page.keyboard.press('ArrowDown')
  assert.equal(
    await page.evaluate(() => document.activeElement?.getAttribute('href')),
    await results.first().getAttribute('href'),
  )
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL(/changelog\.html/)
  await page.locator('.turn a[rel=prev]').click()
  await page.waitForURL(/dependencies\.html$/)
  assert.deepEqual(await page.evaluate(() => globalThis.violations), [])
  // Only its own pages were asked for, and nothing else went wrong.
  assert.deepEqual(
    faults.filter((fault) => !fault.startsWith(`request: ${docs}`)),
    [],
  )
  await context.close()
})
