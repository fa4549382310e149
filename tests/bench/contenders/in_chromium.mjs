/** A page of its own in Chromium around a script, as contender.mjs wants it. */
import { answer, document, launch, renderersOf, serve, wasmBytes } from '../browser.mjs'
import { forget, nowKb, peakKb } from '../process_memory.mjs'

/** The page's process is the one that grew largest. @param {number[]} ids */
const largest = (ids) =>
  ids
    .map((id) => /** @type {const} */ ([id, peakKb(id)]))
    .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))[0]

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
      const before = new Map()
      for (const id of await renderersOf(browser)) {
        forget(id)
        before.set(id, nowKb(id))
      }
      const timed = await answer(page, file, given)
      const [id, peak] = largest(await renderersOf(browser))
      const memory = { readyKb: before.get(id) ?? null, peakKb: peak }
      return { ...timed, ...memory, readyWasm, peakWasm: await wasmBytes(page) }
    },
    async stop() {
      await browser.close()
      server.close()
    },
  }
}
