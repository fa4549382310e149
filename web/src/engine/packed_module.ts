/**
 * The module as the bundles carry it, base64(gzip(bytes)), unpacked and started where it runs, so
 * that no other thread works for it. It is compiled while the rest of it is still being inflated.
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

async function compiled(packed: string): Promise<WebAssembly.Module> {
  const bytes = new Blob([decoded(packed)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const response = new Response(bytes, { headers: { 'content-type': 'application/wasm' } })
  if (typeof WebAssembly.compileStreaming === 'function')
    return WebAssembly.compileStreaming(response)
  return WebAssembly.compile(await response.arrayBuffer())
}

export async function startedModule(source: ModuleSource): Promise<CoreModule> {
  if (typeof source !== 'string') return createCore({ wasmBinary: source })
  const module = await compiled(source)
  return new Promise((resolve, reject) => {
    createCore({
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(module, imports).then(done, reject)
        return {}
      },
    }).then(resolve, reject)
  })
}
