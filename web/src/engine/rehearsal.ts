/**
 * Lets a started module read and report a small table, once. A browser compiles WebAssembly when it
 * first runs; after this the reader's own file does not wait for that. Nothing of it is kept.
 */
import type { CoreModule } from '../../../wasm/module.js'
import { plainContent } from './content.js'
import { hostDocument } from './host.js'
import { readContents } from './reading.js'
import { blobByteSource } from './sources.js'

const plans = ['basic', 'pro', 'none', 'pro', 'basic']
const rows = Array.from({ length: 200 }, (_, i) => {
  const month = String((i % 12) + 1).padStart(2, '0')
  return `c${i % 40},${2021 + (i % 4)}-${month}-15,${plans[i % 5]},${10 * (i % 5)}`
})
const table = `customer,date,plan,value\n${rows.join('\n')}\n`

export async function rehearsed(module: CoreModule): Promise<CoreModule> {
  const engine = new module.Engine()
  const source = blobByteSource({ name: '', blob: new Blob([table]) })
  await readContents({ module, engine }, [plainContent(source)], '{}', {})
  engine.report('{}', hostDocument({}))
  engine.delete()
  return module
}
