/** A page of its own in Chromium around a script, as contender.mjs wants it. */
import { answer, document, launch, rendererKb, serve, wasmBytes } from '../browser.mjs'

/** `given` is handed to the script with each file. */
export async function startPage({ folders, texts, script, given }) {
  const server = await serve(folders, { '/': document(script), ...texts })
  const browser = await launch()
  const page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`))
  await page.goto(`${server.origin}/`)
  await page.waitForFunction(() => globalThis.started === true)
  return {
    page,
    async answer(file) {
      const before = { readyKb: await rendererKb(browser), readyWasm: await wasmBytes(page) }
      const timed = await answer(page, file, given)
      return { ...timed, ...before, peakKb: await rendererKb(browser), peakWasm: await wasmBytes(page) }
    },
    async stop() {
      await browser.close()
      server.close()
    },
  }
}
