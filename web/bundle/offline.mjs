/**
 * Writes what a web server has beside the page so that it opens without network: `sw.js`, its
 * service worker, and `manifest.webmanifest`, with its icon inside, because the page's policy lets no
 * picture be fetched. The service worker holds a mark of all files it keeps, so that it changes with
 * them and the browser sees a new version.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './core.mjs'
import { iconAddress } from './page.mjs'

const manifest = {
  name: 'Upgrade Rate',
  short_name: 'Upgrade Rate',
  description: 'What share of your customers moved to a higher plan. Nothing is uploaded.',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#fcfcfa',
  theme_color: '#2f4bc7',
  icons: [{ src: iconAddress, sizes: 'any', type: 'image/svg+xml' }],
}

/** @param {string} dist after page and documentation are in it */
export async function writeOffline(dist) {
  writeFileSync(join(dist, 'manifest.webmanifest'), `${JSON.stringify(manifest, null, 2)}\n`)
  const docs = readdirSync(join(dist, 'docs')).sort()
  const beside = ['manifest.webmanifest', ...docs.map((name) => `docs/${name}`)]
  const mark = createHash('sha256')
  for (const file of ['index.html', ...beside]) mark.update(readFileSync(join(dist, file)))
  const script = await bundle('web/src/offline/service_worker.ts', { format: 'iife' })
  const given = `const upgradeRateVersion="${mark.digest('hex').slice(0, 16)}",upgradeRateFiles=${JSON.stringify(beside)};`
  writeFileSync(join(dist, 'sw.js'), `${given}\n${script.trim()}\n`)
}
