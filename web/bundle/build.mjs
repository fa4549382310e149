/**
 * Makes dist/ from the sources and the built WebAssembly module. Run by web/build. SITE_URL: where it
 * will lie, for the tags by which other sites show a link to it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './core.mjs'
import { writeDocs } from './docs.mjs'
import { writeElement } from './element.mjs'
import { writeOffline } from './offline.mjs'
import { writePackage } from './package.mjs'
import { writePage } from './page.mjs'
import { siteAddress, siteTags, writeSite } from './site.mjs'

const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
const address = siteAddress(process.env.SITE_URL)
await writePage(join(dist, 'index.html'), address ? siteTags(address) : '')
await writeElement(join(dist, 'upgrade-rate-element.js'))
await writePackage(join(dist, 'package'))
await writeDocs(join(dist, 'docs'))
await writeOffline(dist)
if (address) writeSite(dist, address)
