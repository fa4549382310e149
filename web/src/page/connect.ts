/**
 * Joins the page to its engine. The build puts two blocks of text into the page: the worker's
 * script, started from a Blob, and the packed module, base64(gzip(bytes)). Both are unpacked once,
 * at the first load.
 */
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

async function unpackedWasm(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(textOf('wasm')), (letter) => letter.charCodeAt(0))
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(inflated).arrayBuffer()
}

export function connect(): EnginePort {
  let client: Promise<EngineClient> | null = null
  const ready = () => {
    client ??= unpackedWasm().then((wasm) => {
      const url = workerUrl()
      return new EngineClient({ wasm, startWorker: () => new Worker(url) })
    })
    return client
  }
  // Unpacked while the reader still looks at the empty page; a fault shows at the first load.
  setTimeout(() => void ready().catch(() => {}), 100)
  return {
    load: async (sources, settings, options) => (await ready()).load(sources, settings, options),
    report: async (settings) => (await ready()).report(settings),
    table: async () => (await ready()).table(),
  }
}
