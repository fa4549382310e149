/** The assistant's half: an engine that reads slices for another worker, one at a time. */
import type { CoreModule } from '../../../wasm/module.js'
import {
  type AssistantReply,
  type AssistantRequest,
  HEAD_BYTES,
  type Slice,
} from './assistant_messages.js'
import { bytesOf, chunks } from './chunks.js'
import { throwIfError } from './core_answers.js'
import { fill, type RunningCore } from './running_core.js'
import { type ByteSource, blobByteSource } from './sources.js'

export interface AssistantPort {
  onmessage: ((event: MessageEvent<AssistantRequest>) => void) | null
  postMessage(reply: AssistantReply, transfer?: Transferable[]): void
}

/** Answers requests that come over the port. The module is started by the first one. */
export function assist(port: AssistantPort, startModule: () => Promise<CoreModule>): void {
  let core: RunningCore | null = null
  let slice: Slice | null = null
  let stop = new AbortController()

  const read = async (order: string, start: number) => {
    if (slice === null) return
    stop.abort()
    stop = new AbortController()
    try {
      if (core === null) {
        const module = await startModule()
        core = { module, engine: new module.Engine() }
      }
      const taken = await readSlice(core, slice, order, start, stop.signal, (bytes, rows) =>
        port.postMessage({ type: 'progress', bytes, rows }),
      )
      port.postMessage({ type: taken ? 'read' : 'refused' })
    } catch (error) {
      core = null
      port.postMessage({ type: 'failed', message: String(error) })
    }
  }

  const answerPart = () => {
    try {
      const bytes = core === null ? new Uint8Array() : nextPart(core)
      port.postMessage({ type: 'part', bytes }, [bytes.buffer])
    } catch (error) {
      core = null
      port.postMessage({ type: 'failed', message: String(error) })
    }
  }

  port.onmessage = ({ data: request }) => {
    if (request.type === 'stop') stop.abort()
    else if (request.type === 'read') {
      slice = request
      void read(request.order, request.from)
    } else if (request.type === 'readAgain') void read(request.order, request.start)
    else answerPart()
  }
}

/** False: the file cannot be read in slices. */
async function readSlice(
  core: RunningCore,
  { settings, files, index, blob }: Slice,
  order: string,
  start: number,
  signal: AbortSignal,
  onProgress: (bytes: number, rows: number) => void,
): Promise<boolean> {
  const { engine } = core
  throwIfError(engine.begin(settings, files))
  throwIfError(engine.openSlice(index, order))
  const source = blobByteSource({ name: '', blob })
  if (!(await pushHead(core, source))) return false
  let told = performance.now()
  let read = 0
  for await (const bytes of chunks(source, signal, start)) {
    fill(core, bytes)
    read += bytes.length
    if (!engine.push(bytes.length)) break
    if (performance.now() - told < 50) continue
    told = performance.now()
    onProgress(read, engine.rows())
  }
  engine.closeSlice()
  onProgress(read, engine.rows())
  return true
}

/** Gives the core the file's first bytes, from which every slice learns how it is read. */
export async function pushHead(core: RunningCore, source: ByteSource): Promise<boolean> {
  const head = await bytesOf(source, 0, Math.min(HEAD_BYTES, source.bytes))
  fill(core, head)
  return core.engine.pushHead(head.length)
}

/** A copy: the module's memory moves and is used again. */
function nextPart({ module, engine }: RunningCore): Uint8Array<ArrayBuffer> {
  const bytes = engine.exportPart()
  const start = engine.partPointer()
  return new Uint8Array(module.HEAPU8.slice(start, start + bytes))
}
