// How long the module takes from its bytes to an engine that can be called.
import createCore from '/module/upgrade_rate_wasm.mjs'

// A failure in here must reach the page, which waits.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason
})

self.onmessage = async ({ data: wasmBinary }) => {
  const started = performance.now()
  const module = await createCore({ wasmBinary })
  const engine = new module.Engine()
  const readyMs = performance.now() - started
  engine.delete()
  postMessage(readyMs)
}
