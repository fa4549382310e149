/**
 * Joins the page to its engine. The build puts two blocks of text into the page: the worker's
 * script, started from a Blob, and the packed module, base64(gzip(bytes)). Both are unpacked once
 * and the worker is started, after the first paint and before the first load asks for it.
 */
import { lendTo } from '../engine/blob_loan.js'
import { EngineClient } from '../engine/client.js'
import { unpackedModule } from '../engine/packed_module.js'
import { readFragment } from '../share/fragment.js'
import type { EnginePort } from './engine_port.js'
import { portOver } from './port_over.js'
import { scriptUrl } from './script_urls.js'

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''

const workerUrl = (): string =>
  scriptUrl(URL.createObjectURL(new Blob([textOf('worker')], { type: 'text/javascript' })))

/** The blocks stand behind this script, and may be on their way still. */
const wholePage = () =>
  new Promise<void>((resolve) => {
    if (document.readyState !== 'loading') resolve()
    else addEventListener('DOMContentLoaded', () => resolve(), { once: true })
  })

async function unpackedWasm(): Promise<ArrayBuffer> {
  await wholePage()
  return unpackedModule(textOf('wasm'))
}

/** A frame is drawn after the callback of the frame, so the task after that callback finds it painted. */
const afterFirstPaint = (work: () => void) => requestAnimationFrame(() => setTimeout(work))

/** More than three wait for the disk and for one another. */
const readers = () => Math.min(3, navigator.hardwareConcurrency || 1)

export function connect(): EnginePort {
  let client: Promise<EngineClient> | null = null
  const ready = () => {
    client ??= unpackedWasm().then((wasm) => {
      const url = workerUrl()
      const made = new EngineClient({
        wasm,
        startWorker: () => {
          const worker = new Worker(url)
          lendTo(worker)
          return worker
        },
        workers: readers(),
        rehearse: readFragment(location.hash) === null,
      })
      made.start()
      return made
    })
    return client
  }
  // While the reader still looks at the empty page; a fault shows at the first load.
  afterFirstPaint(() => void ready().catch(() => {}))
  return portOver(ready)
}
