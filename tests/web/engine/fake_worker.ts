/** Workers for tests: serve() behind a real message channel, so that structured cloning is real too. */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { WorkerLike } from '../../../web/src/engine/client.js'
import type { Reply, Request } from '../../../web/src/engine/messages.js'
import { type StartModule, serve } from '../../../web/src/engine/serve.js'

export interface FakeWorker extends WorkerLike {
  /** As posted by the client, in order. */
  requests: Request[]
  terminated: boolean
}

export function fakeWorkers(startModule: StartModule) {
  const started: FakeWorker[] = []
  const startWorker = () => {
    const worker = fakeWorker(startModule)
    started.push(worker)
    return worker
  }
  return { started, startWorker }
}

function fakeWorker(startModule: StartModule): FakeWorker {
  const { port1: page, port2: inside } = new MessageChannel()
  const scope = {
    onmessage: null as ((event: MessageEvent<Request>) => void) | null,
    onmessageerror: null,
    postMessage: (reply: Reply, transfer: Transferable[] = []) =>
      inside.postMessage(reply, transfer as unknown as MessagePort[]),
  }
  serve(scope, startModule)
  inside.on('message', (data) => scope.onmessage?.({ data } as MessageEvent<Request>))
  const worker: FakeWorker = {
    requests: [],
    terminated: false,
    postMessage(request) {
      worker.requests.push(request)
      page.postMessage(request)
    },
    terminate() {
      worker.terminated = true
      page.close()
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  }
  page.on('message', (data) => worker.onmessage?.({ data } as MessageEvent<Reply>))
  return worker
}
