/** One call of the client, from its being asked to its being answered, exactly once. */
import type { UpgradeRateError } from './errors.js'
import type { Request } from './messages.js'
import type { WorkOptions } from './progress.js'

export type WorkRequest = Extract<
  Request,
  { type: 'load' | 'report' | 'aggregates' | 'opened' | 'sql' | 'table' }
>

/** Makes the message when the call's turn has come; a load may have to collect streams first. */
export type MakeRequest = (id: number, ended: AbortSignal) => Promise<WorkRequest>

export class Call {
  readonly id: number
  readonly type: WorkRequest['type']
  readonly options: WorkOptions
  /** What the caller waits for. */
  readonly answer: Promise<unknown>
  /** What table() gave so far. */
  readonly pieces: BlobPart[] = []
  /** The worker has the message, and will reply to it even if the call has ended meanwhile. */
  sent = false
  #make: MakeRequest
  #ended = new AbortController()
  #settle: { resolve(value: unknown): void; reject(error: UpgradeRateError): void } | null = null

  constructor(id: number, type: Call['type'], options: WorkOptions, make: MakeRequest) {
    this.id = id
    this.type = type
    this.options = options
    this.#make = make
    this.answer = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
  }

  request(): Promise<WorkRequest> {
    return this.#make(this.id, this.#ended.signal)
  }

  /** Fires when the call is answered or given up; what was at work for it alone stops then. */
  get ended(): AbortSignal {
    return this.#ended.signal
  }

  resolve(value: unknown): void {
    this.#settle?.resolve(value)
    this.#end()
  }

  reject(error: UpgradeRateError): void {
    this.#settle?.reject(error)
    this.#end()
  }

  #end(): void {
    this.#settle = null
    this.#ended.abort()
  }
}
