// The bytes are there before the clock starts: how they come is the host's affair.
const wasm = await (await fetch('/module/upgrade_rate_wasm.wasm')).arrayBuffer()
const worker = new Worker('/in_page/start_worker.js', { type: 'module' })
const reply = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = ({ message }) => reject(new Error(`The worker failed: ${message}`))
})
globalThis.moduleStart = () => {
  worker.postMessage(wasm)
  return reply
}
globalThis.started = true
