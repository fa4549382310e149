/** Links as the built command makes them, and a small server for pages that host what is shared. */
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'

/** @param {string} table @param {string[]} more @returns {string} what stands behind # */
export function linkOf(table, ...more) {
  const args = ['dist/package/cli.js', '-', '--format', 'link', ...more]
  const link = execFileSync(process.execPath, args, { input: table }).toString().trim()
  return link.slice(link.indexOf('#') + 1)
}

/**
 * Serves what it is given by path, from any port; every request is written down.
 * @param {(path: string) => { body: string | Buffer, type?: string, headers?: object } | null} give
 */
export async function host(give) {
  /** @type {string[]} */
  const asked = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // The browser's own wish, of whatever page.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end()
    asked.push(`${request.method} ${pathname}`)
    const given = give(pathname)
    if (!given) return void response.writeHead(404).end()
    const { body, type = 'text/html; charset=utf-8', headers = {} } = given
    response.writeHead(200, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)))
  server.unref()
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const close = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  }
  return { origin: `http://127.0.0.1:${port}`, asked, close }
}
