/**
 * Joins the page to its engine. The build puts two blocks of text into the page: the worker's
 * script, started from a Blob, and the packed module, base64(gzip(bytes)). Both are unpacked once
 * and the worker is started, after the first paint and before the first load asks for it.
 */
import { lendTo } from '../engine/blob_loan.js'
import { EngineClient } from '../engine/client.js'
import type { EnginePort } from './engine_port.js'

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''

interface ScriptUrlPolicy {
  createScriptURL(url: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy
}

/** The one place that makes a script from text: only the page's own worker passes. */
function workerUrl(): string {
  const url = URL.createObjectURL(new Blob([textOf('worker')], { type: 'text/javascript' }))
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  const onlyThis = (asked: string) => {
    if (asked !== url) throw new TypeError('Only the page’s own worker may be started.')
    return asked
  }
  return (
    factory?.createPolicy('upgrade-rate', { createScriptURL: onlyThis }).createScriptURL(url) ?? url
  )
}

/** The blocks stand behind this script, and may be on their way still. */
const wholePage = () =>
  new Promise<void>((resolve) => {
    if (document.readyState !== 'loading') resolve()
    else addEventListener('DOMContentLoaded', () => resolve(), { once: true })
  })

async function unpackedWasm(): Promise<ArrayBuffer> {
  await wholePage()
  const letters = atob(textOf('wasm'))
  const packed = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) packed[i] = letters.charCodeAt(i)
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(inflated).arrayBuffer()
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
      })
      made.start()
      return made
    })
    return client
  }
  // While the reader still looks at the empty page; a fault shows at the first load.
  afterFirstPaint(() => void ready().catch(() => {}))
  return {
    load: async (sources, settings, options) => (await ready()).load(sources, settings, options),
    report: async (settings) => (await ready()).report(settings),
    answer: async (settings) => (await ready()).answer(settings),
    aggregates: async (settings, shared) => (await ready()).aggregates(settings, shared),
    opened: async (aggregates) => (await ready()).opened(aggregates),
    table: async (file, rows) =>
      rows === 'all' ? (await ready()).table(file) : (await ready()).setAside(file),
  }
}
