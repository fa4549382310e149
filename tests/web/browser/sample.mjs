/** The plan-history sample on the page, and the package's report for the table as the page gives it back. */
import { readFileSync } from 'node:fs'
import { answered, open } from './browser.mjs'
import { reportOf } from './figures.mjs'

/** @param {import('./words.mjs').Locale} locale */
export async function sample(locale) {
  const { page, end } = await open({ locale })
  await page.locator('.sample').first().click()
  await answered(page)
  const coming = page.waitForEvent('download')
  await page.locator('.download button').click()
  const report = await reportOf(readFileSync(await (await coming).path(), 'utf8'))
  return { page, end, report }
}
