// The bytes are there before the clock starts: how they come is the host's affair.
const wasm = await (await fetch('/module/upgrade_rate_wasm.wasm')).arrayBuffer()
const worker = new Worker('/in_page/start_worker.js', { type: 'module' })
globalThis.moduleStart = () =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(wasm)
  })
globalThis.started = true
