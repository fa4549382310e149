/** Makes dist/ from the sources and the built WebAssembly module. Run by web/build. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './core.mjs'
import { writeDocs } from './docs.mjs'
import { writePackage } from './package.mjs'
import { writePage } from './page.mjs'

const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
await writePage(join(dist, 'index.html'))
await writePackage(join(dist, 'package'))
await writeDocs(join(dist, 'docs'))
