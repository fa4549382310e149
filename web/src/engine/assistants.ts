/**
 * The workers that help to read large files. They live as long as one load: WebAssembly gives no
 * memory back, and a worker starts in less time than it saves.
 */
import type { ClientOptions, WorkerLike } from './client.js'
import { FEWEST_SLICED_BYTES } from './slices.js'
import type { BlobSource } from './sources.js'

export class AssistantWorkers {
  #options: ClientOptions
  #workers: WorkerLike[] = []

  constructor(options: ClientOptions) {
    this.#options = options
  }

  /** Ports to the reading worker, for those that these sources are worth. `onLost`: one has failed. */
  start(sources: readonly BlobSource[], onLost: () => void): MessagePort[] {
    const { workers = 1, startWorker, wasm } = this.#options
    this.end()
    if (!sources.some(({ blob }) => blob.size >= FEWEST_SLICED_BYTES)) return []
    const ports: MessagePort[] = []
    for (let i = 1; i < workers; i++) {
      const worker = startWorker()
      const { port1, port2 } = new MessageChannel()
      worker.onerror = (event) => {
        event.preventDefault?.()
        onLost()
      }
      worker.postMessage({ type: 'init', wasm, idle: true })
      worker.postMessage({ type: 'assist', port: port1 }, [port1])
      this.#workers.push(worker)
      ports.push(port2)
    }
    return ports
  }

  /** Whether there were any. */
  end(): boolean {
    const ended = this.#workers
    this.#workers = []
    for (const worker of ended) worker.terminate()
    return ended.length > 0
  }
}
