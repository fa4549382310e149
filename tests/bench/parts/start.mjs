/** The module in Chromium, from bytes to ready, each time in a new browser. */
import { join } from 'node:path'
import { document, launch, serve } from '../browser.mjs'
import { here, root } from '../places.mjs'
import { median, ms, print } from '../table.mjs'

const TIMES = 5

async function once(origin) {
  const browser = await launch()
  const page = await browser.newPage()
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => globalThis.started === true)
  const taken = await page.evaluate(() => globalThis.moduleStart())
  await browser.close()
  return taken
}

export async function run() {
  const server = await serve(
    { '/in_page/': join(here, 'in_page/'), '/module/': join(root, 'build/wasm/') },
    { '/': document('/in_page/start.js') },
  )
  const taken = []
  for (let i = 0; i < TIMES; i++) taken.push(await once(server.origin))
  server.close()
  print(
    'Start of the module in Chromium: compiled, an engine made',
    ['', 'median', 'fastest', 'slowest'],
    [['bytes to ready', ms(median(taken)), ms(Math.min(...taken)), ms(Math.max(...taken))]],
  )
}
