/**
 * What only a page with an address of its own has: tags by which other sites show a link to it
 * (OpenGraph) and the document that turns such a link into a frame (oEmbed 1.0, as a static file).
 * Left out: an oEmbed server, so the frame is always that of the page itself, without shared figures,
 * which stand behind `#` and never reach a server.
 */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './core.mjs'

const title = 'Upgrade Rate'
const description =
  'What share of your customers moved to a higher plan, whether it is good, and what to make of it. Computed in your browser; nothing is uploaded.'
const size = { width: 900, height: 600 }

/** With a slash at its end; null without one. @param {string | undefined} given */
export function siteAddress(given) {
  if (!given) return null
  const url = new URL(given)
  if (!/^https?:$/.test(url.protocol)) throw new Error(`SITE_URL must begin with http: ${given}`)
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`
}

const attribute = (/** @type {string} */ text) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** @param {string} address as siteAddress() gives it */
export function siteTags(address) {
  const tags = {
    'og:type': 'website',
    'og:title': title,
    'og:description': description,
    'og:url': address,
    'og:image': `${address}docs/picture.png`,
    'og:image:alt': 'The answer for a sample of three years: the rate, its scale and its trend',
  }
  const metas = Object.entries(tags).map(
    ([name, content]) => `<meta property="${name}" content="${attribute(content)}">`,
  )
  const oembed = `<link rel="alternate" type="application/json+oembed" href="${attribute(`${address}oembed.json`)}" title="${title}">`
  return [...metas, '<meta name="twitter:card" content="summary_large_image">', oembed].join('\n')
}

/** @param {string} dist @param {string} address */
export function writeSite(dist, address) {
  copyFileSync(join(root, 'web/docs/picture.png'), join(dist, 'docs/picture.png'))
  const oembed = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: title,
    provider_url: address,
    ...size,
    html: `<iframe src="${attribute(address)}" title="${title}" width="${size.width}" height="${size.height}" frameborder="0" sandbox="allow-scripts"></iframe>`,
  }
  writeFileSync(join(dist, 'oembed.json'), `${JSON.stringify(oembed, null, 2)}\n`)
}
