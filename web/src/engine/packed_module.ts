/**
 * The module as the bundles carry it, base64(gzip(bytes)), unpacked and started where it runs, so
 * that no other thread works for it.
 */
import createCore, { type CoreModule } from '../../../wasm/module.js'

/** As `init` brings it: packed, or the bytes themselves. */
export type ModuleSource = string | ArrayBuffer | Uint8Array

type FromBase64 = { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }

/** In one step where the browser has it. */
function decoded(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as FromBase64
  if (fromBase64) return fromBase64.call(Uint8Array, text)
  const letters = atob(text)
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i)
  return bytes
}

/** Not by way of a Blob: in WebKit a worker of a page opened from disk may read none (blob_loan.ts). */
function unpacked(text: string): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  // What fails here fails for the reader too.
  writer.write(decoded(text)).catch(() => {})
  writer.close().catch(() => {})
  return new Response(readable).arrayBuffer()
}

export async function startedModule(source: ModuleSource): Promise<CoreModule> {
  return createCore({ wasmBinary: typeof source === 'string' ? await unpacked(source) : source })
}
