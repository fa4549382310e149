/**
 * Engines for elements: in a worker made of the element's own text, or, where the page's policy
 * refuses that, in the page's thread.
 */
import { EngineClient, type WorkerLike } from '../engine/client.js'
import { UpgradeRateError } from '../engine/errors.js'
import type { Reply, Request } from '../engine/messages.js'
import type { WorkerScope } from '../engine/serve.js'

/** Put in by the build: the script of the engine, and base64(gzip(module)). */
declare const upgradeRateEngine: (scope: WorkerScope) => void
declare const upgradeRateWasm: string

/** A worker that does not even start says so at once; this is for one that says nothing. */
const patienceMilliseconds = 4000

const blocked = (directive: string, advice: string) =>
  new UpgradeRateError({ code: 'element.blocked', where: directive, advice })

/** The smallest module there is: a policy refuses it as it refuses all others. */
function mayCompile(): boolean {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) !== null
  } catch {
    return false
  }
}

/** In the page's own thread: messages go round by tasks, so that the page is drawn between them. */
function workerHere(): WorkerLike {
  const scope: WorkerScope = {
    onmessage: null,
    onmessageerror: null,
    postMessage: (data: Reply) => void setTimeout(() => worker.onmessage?.(event(data))),
  }
  const event = <T>(data: T) => ({ data }) as MessageEvent<T>
  const worker: WorkerLike = {
    postMessage: (data: Request) => void setTimeout(() => scope.onmessage?.(event(data))),
    terminate: () => {
      scope.onmessage = null
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  }
  upgradeRateEngine(scope)
  return worker
}

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let trusted: string | null = null

/** One for all: a policy of this name may be made once. */
function workerUrl(): string {
  if (trusted !== null) return trusted
  const text = `postMessage(null);(${upgradeRateEngine})(self)`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  const rules = { createScriptURL: (asked: string) => (asked === url ? asked : '') }
  trusted = factory?.createPolicy('upgrade-rate', rules).createScriptURL(url) ?? url
  return trusted
}

/** Null where no worker may be started, or none answers. */
function startedWorker(): Promise<Worker | null> {
  return new Promise((done) => {
    try {
      const worker = new Worker(workerUrl())
      const end = (started: Worker | null) => {
        clearTimeout(timer)
        if (started === null) worker.terminate()
        done(started)
      }
      const timer = setTimeout(() => end(null), patienceMilliseconds)
      worker.onmessage = () => end(worker)
      worker.onerror = (e) => {
        e.preventDefault()
        end(null)
      }
    } catch {
      done(null)
    }
  })
}

/** The first worker is the one that was tried; after a crash another is made the same way. */
export async function startEngine(): Promise<EngineClient> {
  if (!mayCompile())
    throw blocked(
      "script-src 'wasm-unsafe-eval'",
      "The policy of this page forbids WebAssembly; it needs 'wasm-unsafe-eval' in script-src.",
    )
  const first = await startedWorker()
  let tried = first
  const startWorker = (): WorkerLike => {
    const worker = tried ?? (first ? new Worker(workerUrl()) : workerHere())
    tried = null
    return worker
  }
  const client = new EngineClient({ wasm: upgradeRateWasm, startWorker })
  client.start()
  return client
}
