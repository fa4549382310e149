// The npm package in a worker of the page, given a real File.
import './memory.js'
import { timed } from './timed.js'

const { createEngine } = await import('/package/upgrade-rate.js')
let engine = null

// A failure in here must reach the page, which waits.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason
})

self.onmessage = async ({ data: { options, file, settings } }) => {
  engine ??= await createEngine(options)
  postMessage(await timed(engine, { name: 'history.csv', data: file }, settings))
}
postMessage('started')
