/**
 * A Chromium, a server on this machine for the files a page needs, and how much memory the page's
 * process took. Files go in as a person gives them: chosen from the disk, never copied into the page.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { chromium } from 'playwright-core'

const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const launch = () => chromium.launch({ executablePath, args: quiet.split(' ') })

/** Serves `text` by path, and files under folders by prefix. @param {{ [path: string]: string }} folders @param {{ [path: string]: string }} texts */
export async function serve(folders, texts) {
  const server = createServer(({ url = '/' }, response) => {
    const prefix = Object.keys(folders).find((folder) => url.startsWith(folder))
    const type = TYPES[extname(url)] ?? 'text/html'
    try {
      const body = texts[url] ?? readFileSync(folders[prefix] + url.slice(prefix?.length))
      response.writeHead(200, { 'content-type': type }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

export const document = (script) =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><input type="file"><script type="module" src="${script}"></script>`

/** The answer of globalThis.answer to one file of the disk. */
export async function answer(page, path, given) {
  await page.locator('input').setInputFiles(path)
  return page.evaluate(
    (handed) => globalThis.answer(document.querySelector('input').files[0], handed),
    given,
  )
}

/** Bytes of all WebAssembly memories in the page's workers. */
export const wasmBytes = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel('memory')
        let bytes = 0
        channel.onmessage = ({ data }) => {
          if (typeof data === 'number') bytes += data
        }
        channel.postMessage('ask')
        setTimeout(() => {
          channel.close()
          resolve(bytes)
        }, 200)
      }),
  )

/** The processes that hold this browser's pages. Browsers keep a spare one beside the page's. */
export async function renderersOf(browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}
