/**
 * The worker's half of the protocol: one session, one request at a time. Apart from worker.ts, so
 * that it runs wherever messages can be passed (and in tests without a worker).
 */
import type { CoreModule } from '../../../wasm/module.js'
import { assist } from './assist.js'
import { CoreSession } from './core_session.js'
import type { Report } from './documents.js'
import { asUpgradeRateError, crashed } from './errors.js'
import type { Reply, Request } from './messages.js'
import type { ModuleSource } from './packed_module.js'
import type { WorkOptions } from './progress.js'
import { SliceReaders } from './slices.js'
import { blobByteSource } from './sources.js'

/** What a dedicated worker's global scope offers, as far as it is needed. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(reply: Reply, transfer?: Transferable[]): void
}

export type StartModule = (source: ModuleSource) => Promise<CoreModule>
export type Rehearse = (
  module: CoreModule,
  isWanted: () => boolean,
  tell: (report: Report) => void,
) => Promise<void>

type Work = Extract<
  Request,
  { type: 'load' | 'report' | 'aggregates' | 'opened' | 'sql' | 'table' }
>

export function serve(scope: WorkerScope, startModule: StartModule, rehearse?: Rehearse): void {
  let session = new CoreSession(() => Promise.reject(crashed('init', 'no init message came')))
  let running: { id: number; abort: AbortController } | null = null

  const run = async (request: Work) => {
    const abort = new AbortController()
    running = { id: request.id, abort }
    const { id } = request
    const onProgress: WorkOptions['onProgress'] = (progress) =>
      scope.postMessage({ type: 'progress', id, progress })
    try {
      const value = await perform(session, request, { onProgress, signal: abort.signal }, scope)
      scope.postMessage({ type: 'done', id, value })
    } catch (error) {
      scope.postMessage({
        type: 'failed',
        id,
        error: asUpgradeRateError(error, request.type).toJSON(),
      })
    } finally {
      running = null
    }
  }

  let isWanted = false
  const prepare = async ({ wasm, rehearse: asked }: Extract<Request, { type: 'init' }>) => {
    const module = await session.warmUp()
    if (module === null || !asked || !rehearse) return
    const tell = (report: Report) => scope.postMessage({ type: 'rehearsed', id: 0, report })
    try {
      await rehearse(module, () => isWanted, tell)
    } catch {
      session = new CoreSession(() => startModule(wasm))
    }
  }

  // Becomes the worker's error event, upon which the client replaces the worker.
  scope.onmessageerror = () => {
    throw new Error('a request could not be read')
  }
  let wasm: ModuleSource = ''
  scope.onmessage = ({ data: request }) => {
    switch (request.type) {
      case 'init':
        wasm = request.wasm
        session = new CoreSession(() => startModule(request.wasm))
        if (!request.idle) void prepare(request)
        break
      case 'assist':
        assist(request.port, () => startModule(wasm))
        break
      case 'assistants':
        session.readWith(new SliceReaders(request.ports))
        break
      case 'remember':
        session.remember(request.sources.map(blobByteSource))
        break
      case 'cancel':
        if (running?.id === request.id) running.abort.abort()
        break
      default:
        isWanted = true
        void run(request)
    }
  }
}

async function perform(
  session: CoreSession,
  request: Work,
  options: WorkOptions,
  scope: WorkerScope,
) {
  switch (request.type) {
    case 'load':
      return session.load(request.sources.map(blobByteSource), request.settings, options)
    case 'report':
      return session.report(request.settings, options, request.part)
    case 'aggregates':
      return session.aggregates(request.settings, request.shared, options)
    case 'opened':
      return session.opened(request.document)
    case 'sql':
      return session.sql(request.settings, request.request)
    case 'table':
      for await (const piece of session.table(request, request.settings, options)) {
        const bytes = piece as Uint8Array<ArrayBuffer>
        scope.postMessage({ type: 'chunk', id: request.id, bytes }, [bytes.buffer])
      }
      return null
  }
}
