// The npm package in a worker of the page, given a real File.
import './memory.js'

const { createEngine } = await import('/package/upgrade-rate.js')
let engine = null

// A failure in here must reach the page, which waits.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason
})

self.onmessage = async ({ data: { options, file, settings } }) => {
  engine ??= await createEngine(options)
  const started = performance.now()
  await engine.load([{ name: 'history.csv', data: file }], settings[0])
  const loadMs = performance.now() - started
  const reports = []
  const reportMs = []
  for (const one of settings) {
    const asked = performance.now()
    reports.push(await engine.report(one))
    reportMs.push(performance.now() - asked)
  }
  postMessage({ loadMs, reportMs, reports })
}
postMessage('started')
