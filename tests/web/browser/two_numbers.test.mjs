/**
 * The form for two numbers, in English and in German, with the numbers of the case folders: what the
 * card and then the page show is what was derived for the folder by hand.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { aboutFigure, assertAboutFigure } from './answer_facts.mjs'
import { answered, eventually, open } from './browser.mjs'
import { filesOf, folders } from './case_folders.mjs'
import { assertAnswer, isRoundedInterval, isWritten, reportOf, shown } from './figures.mjs'
import { assertSentence, everyText } from './row_figures.mjs'
import { assertSpeaks, count, locales } from './words.mjs'

const ofTwo = folders.filter((folder) => folder.startsWith('two-numbers'))
assert.ok(ofTwo.length >= 3)

const says = {
  'en-US': { open: 'Open the full answer', name: 'Two numbers', copied: 'Copied' },
  'de-DE': { open: 'Ganze Antwort öffnen', name: 'Zwei Zahlen', copied: 'Kopiert' },
}

/** Derived by hand. @param {string} folder */
const derived = (folder) =>
  JSON.parse(readFileSync(`tests/data/${folder}/expected.json`, 'utf8')).periods[0]

for (const locale of locales) {
  for (const folder of ofTwo)
    test(`${locale}: the numbers of ${folder}, typed, then opened as a page`, async () => {
      const { page, context, end } = await open({ locale })
      const { upgraded, opening, rate, interval, toNextBand } = derived(folder)
      const [top, bottom] = [0, 1].map((i) => page.locator('.two-numbers input').nth(i))
      await top?.fill(count(upgraded, locale))
      await bottom?.pressSequentially(count(opening, locale))
      const card = page.locator('.card.own')
      await eventually(async () => {
        isWritten((await card.locator('.figure').textContent()) ?? '', rate * 100, folder, locale)
        assert.deepEqual(
          await card.locator('.formula b').allTextContents(),
          [upgraded, opening].map((n) => count(n, locale)),
        )
      })
      const range = (await card.locator('p.num').textContent()) ?? ''
      isRoundedInterval(range, interval, folder, locale)
      const distance = (await card.locator('.facts dd').first().textContent()) ?? ''
      isWritten(distance, toNextBand, 'distance', locale)

      await card.getByRole('button', { name: says[locale].open }).click()
      await answered(page)
      const report = await reportOf(filesOf(folder))
      assert.ok(report.headline)
      const now = await shown(page)
      assertAnswer(now, { ...report.headline, rate, interval }, locale)
      assertSentence(now.sentence, now.rate, report.headline, locale)
      assertAboutFigure(await aboutFigure(page), report.headline, report, locale)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.locator('[data-focus="copy-sentence"]').click()
      await page.getByRole('button', { name: says[locale].copied }).waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      const close = copied.lastIndexOf(' (')
      assert.ok(close > 40 && now.sentence.startsWith(copied.slice(0, close)), copied)
      assert.equal(copied.slice(close), ` (${range})`)
      assert.equal(await page.locator('.loaded strong').textContent(), says[locale].name)
      assert.equal(await page.locator('#rows').count(), 0, 'there are no rows')
      assertSpeaks(await everyText(page), locale)
      await end()
    })

  test(`${locale}: more upgraded than there are customers is refused in words, then mended`, async () => {
    const { page, end } = await open({ locale })
    const [top, bottom] = [0, 1].map((i) => page.locator('.two-numbers input').nth(i))
    await top?.fill('40')
    await bottom?.fill('38')
    const card = page.locator('.card.own')
    await eventually(async () => {
      const texts = await card.locator('p').allTextContents()
      assert.ok(texts.length === 1 && (texts[0]?.length ?? 0) > 30, texts.join())
      assertSpeaks(texts, locale)
    })
    await bottom?.fill('400')
    await eventually(async () =>
      isWritten((await card.locator('.figure').textContent()) ?? '', 10, 'mended', locale),
    )
    await end()
  })
}
