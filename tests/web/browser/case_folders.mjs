/** The case folders as a reader brings them: all their files at once, by the file button. */
import { readdirSync, readFileSync } from 'node:fs'
import { reportOf } from './figures.mjs'

/** @typedef {{ name: string, data: Buffer }} CaseFile */

export const folders = readdirSync('tests/data', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

/** The files of a folder, in name order. @param {string} folder @returns {CaseFile[]} */
export const filesOf = (folder) =>
  readdirSync(`tests/data/${folder}`)
    .filter((name) => name.startsWith('input'))
    .sort()
    .map((name) => ({ name, data: readFileSync(`tests/data/${folder}/${name}`) }))

/** What the package says of a folder with nothing but its files, as the page has them: a report, or what was wrong. @param {string} folder */
export async function outcomeOf(folder) {
  try {
    return { report: await reportOf(filesOf(folder)), error: null }
  } catch (error) {
    return { report: null, error: /** @type {{ code: string, where: string }} */ (error) }
  }
}

/** In place of what was there before. @param {import('playwright-core').Page} page @param {string} folder */
export async function bringFolder(page, folder) {
  const again = page.locator('[data-focus="new"]')
  if ((await again.count()) > 0) await again.click()
  await page.locator('input[type=file]').setInputFiles(
    filesOf(folder).map(({ name, data }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: data,
    })),
  )
}
