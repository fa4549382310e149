/** Long work: honest progress, a way out within a second, and fast changes that end at the last. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { answered, choose, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { assertSame, reportOf, shown } from './figures.mjs'

const folder = mkdtempSync(join(tmpdir(), 'upgrade-rate-'))
after(() => rmSync(folder, { recursive: true }))
const large = join(folder, 'large.csv')
const some = planHistory(100_000)
// Copies under other customers' names: about 60 MB.
const body = some.slice(some.indexOf('\n') + 1)
const copies = Array.from({ length: 14 }, (_, i) => body.replaceAll('\nC', `\nC${i}-`))
writeFileSync(large, some.slice(0, some.indexOf('\n') + 1) + copies.join(''))

/** Watches the bar until it is gone: what it said, in order. @param {import('playwright-core').Page} page */
const watchProgress = (page) =>
  page.evaluate(() => {
    /** @type {{ value: number, max: number, text: string }[]} */
    const seen = []
    globalThis.progressSeen = seen
    new MutationObserver(() => {
      const bar = document.querySelector('progress')
      const text = document.querySelector('.reading p')?.textContent ?? ''
      if (bar && seen.at(-1)?.text !== text) seen.push({ value: bar.value, max: bar.max, text })
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })

test('60 MB: progress moves and never goes back; cancel frees the page within a second', async () => {
  const { page, end } = await open()
  await watchProgress(page)
  await choose(page, large)
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await eventually(async () =>
    assert.ok((await page.evaluate(() => globalThis.progressSeen.length)) >= 4),
  )
  const asked = Date.now()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.locator('.drop').waitFor()
  const freed = Date.now() - asked
  assert.ok(freed < 1000, `${freed} ms until the page was free`)
  /** @type {{ value: number, max: number, text: string }[]} */
  const seen = await page.evaluate(() => globalThis.progressSeen)
  const shares = seen.map(({ value, max }) => value / max)
  assert.deepEqual(
    shares,
    [...shares].sort((a, b) => a - b),
  )
  assert.ok((shares.at(-1) ?? 0) > (shares[0] ?? 0), 'it moved')
  const counts = seen.map(({ text }) =>
    Number(text.match(/([\d,]+) rows/)?.[1]?.replaceAll(',', '')),
  )
  assert.ok((counts.at(-1) ?? 0) > 0, `rows are told: ${seen.at(-1)?.text}`)
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => a - b),
  )
  assert.match(seen.at(-1)?.text ?? '', /^[\d.]+ k?M?B of 6\d(\.\d)? MB · [\d,]+ rows$/)
  const history = planHistory(300)
  const again = Date.now()
  await paste(page, history)
  await answered(page)
  assert.ok(Date.now() - again < 3000, 'the worker is free too')
  await end()
})

test('a setting changed ten times in a row ends at the last', async () => {
  const { page, end } = await open()
  const history = planHistory(20_000)
  await paste(page, history)
  await answered(page)
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await page.evaluate(() => {
    for (let i = 0; i < 10; i++)
      for (const unit of ['week', 'year', 'month', 'quarter'])
        document.querySelector(`[data-focus=unit-${unit}]`)?.click()
  })
  const wanted = await reportOf(history, { period: 'quarter' })
  await eventually(async () => assertSame(await shown(page), wanted))
  await new Promise((done) => setTimeout(done, 500))
  assertSame(await shown(page), wanted)
  await end()
})
