/** Blobs that a worker cannot read itself: WebKit's refusal is played by a Blob whose reading fails on one side. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { borrowed, lendTo } from '../../../web/src/engine/blob_loan.js'

/** A worker's scope and the page's handle on it, joined by messages as a browser joins them. */
function pair() {
  const scope = new EventTarget()
  const later: unknown[] = []
  const worker = {
    postMessage: (data: unknown) => {
      const event = new MessageEvent('message', { data, cancelable: true })
      scope.dispatchEvent(event)
    },
  }
  const read = borrowed(scope)
  // What the worker serves comes second and must never see the offer.
  scope.addEventListener('message', (event) => later.push((event as MessageEvent).data))
  return { worker, read, later }
}

const refused = () => Promise.reject(new Error('refused in a worker'))
const text = async (bytes: Promise<ArrayBuffer>) => new TextDecoder().decode(await bytes)

/** Cloned without its own `arrayBuffer`, so that only this side is refused. */
function unreadableHere(content: string): Blob {
  const blob = new Blob([content])
  Object.defineProperty(blob, 'arrayBuffer', { value: refused, enumerable: false })
  return blob
}

test('a Blob that can be read is read here', async () => {
  const { read } = pair()
  assert.equal(await text(read(new Blob(['own']))), 'own')
})

test('one that cannot is read by the page; wishes under way together keep apart', async () => {
  const { worker, read, later } = pair()
  const line = lendTo(worker)
  const wishes = ['first', 'second', 'third'].map((content) => text(read(unreadableHere(content))))
  assert.deepEqual(await Promise.all(wishes), ['first', 'second', 'third'])
  assert.deepEqual(later, [])
  worker.postMessage('init')
  assert.deepEqual(later, ['init'])
  line.close()
})

test('without a page to ask, the worker’s own reason stands', async () => {
  await assert.rejects(pair().read(unreadableHere('x')), /refused in a worker/)
})
