/** Serves one folder on localhost, for looking at a build: `node serve.mjs FOLDER`, PORT=8080. */
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** @type {{ [extension: string]: string }} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}
const folder = process.argv[2] ?? 'dist'
const port = Number(process.env.PORT ?? 8080)

/** The file an address names: normalising first keeps it inside the folder. @param {string} url */
function fileOf(url) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
  const file = join(folder, path)
  return statSync(file).isDirectory() ? join(file, 'index.html') : file
}

const server = createServer((request, response) => {
  try {
    const file = fileOf(request.url ?? '/')
    const length = statSync(file).size
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, {
      'content-type': type,
      'content-length': length,
      'cache-control': 'no-store',
    })
    createReadStream(file).pipe(response)
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n')
  }
})
server.on('error', (error) => {
  console.error(
    `Port ${port} cannot be used (${error.message}); choose another: PORT=8081 ./web/serve`,
  )
  process.exit(1)
})
server.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}/`))
