/** A page of its own in Chromium around a script, as contender.mjs wants it. */
import { answer, document, launch, rendererOf, serve, wasmBytes } from '../browser.mjs'
import { forget, nowKb, peakKb } from '../process_memory.mjs'

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
      const readyWasm = await wasmBytes(page)
      const renderer = await rendererOf(browser)
      forget(renderer)
      const readyKb = nowKb(renderer)
      const timed = await answer(page, file, given)
      const peak = { peakKb: peakKb(renderer), peakWasm: await wasmBytes(page) }
      return { ...timed, readyKb, readyWasm, ...peak }
    },
    async stop() {
      await browser.close()
      server.close()
    },
  }
}
