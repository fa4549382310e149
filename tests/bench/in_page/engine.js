// The page's side of engine_worker.js: globalThis.answer(file) gives times and reports.
const worker = new Worker('/in_page/engine_worker.js', { type: 'module' })
const reply = () =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  })
await reply()

globalThis.answer = (file, { settings, options }) => {
  worker.postMessage({ options, file, settings })
  return reply()
}
globalThis.started = true
