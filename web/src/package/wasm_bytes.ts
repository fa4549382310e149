/** The bytes of the WebAssembly file beside the package's module, in Node and in browsers. */
import { UpgradeRateError } from '../engine/errors.js'

export async function wasmBytes(url: URL): Promise<Uint8Array> {
  try {
    return url.protocol === 'file:' ? await fromDisk(url) : await fromNetwork(url)
  } catch (error) {
    throw new UpgradeRateError(
      {
        code: 'wasm.unavailable',
        where: url.href,
        advice: `The WebAssembly file could not be read (${error instanceof Error ? error.message : error}); put it there, or hand its bytes in: createEngine({ wasm }).`,
      },
      { cause: error },
    )
  }
}

async function fromDisk(url: URL): Promise<Uint8Array> {
  // Not written into the import itself: bundlers for browsers would look for the module.
  const name = 'node:fs/promises'
  const { readFile }: typeof import('node:fs/promises') = await import(/* @vite-ignore */ name)
  return readFile(url)
}

async function fromNetwork(url: URL): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
