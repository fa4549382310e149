/** Chromium driven by Playwright, under the same few verbs as the other browsers. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const program = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const missing = existsSync(program)
  ? null
  : `no Chromium at ${program} (CHROMIUM names another)`

export async function launch() {
  const downloads = mkdtempSync(join(tmpdir(), 'upgrade-rate-chromium-'))
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  page.setDefaultTimeout(15_000)
  // Playwright keeps downloads to itself; here they go where a browser puts them.
  page.on('download', (download) => download.saveAs(join(downloads, download.suggestedFilename())))
  const close = async () => {
    await browser.close()
    rmSync(downloads, { recursive: true, force: true })
  }
  return { page, downloads, close }
}
