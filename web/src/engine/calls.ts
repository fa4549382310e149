/** One call of the client from its being asked to its being answered, exactly once. */
import type { UpgradeRateError } from './errors.js'
import type { Request } from './messages.js'
import type { WorkOptions } from './progress.js'

export type WorkRequest = Extract<Request, { type: 'load' | 'report' | 'table' }>

export interface Call {
  id: number
  type: WorkRequest['type']
  /** Makes the message when the call's turn has come; a load may have to collect streams first. */
  request(): Promise<WorkRequest>
  options: WorkOptions
  /** What table() gave so far. */
  pieces: BlobPart[]
  /** Given up: the caller has its answer, whatever the worker still replies is dropped. */
  settled: boolean
  resolve(value: unknown): void
  reject(error: UpgradeRateError): void
}

/** A call whose first resolve or reject counts; later ones do nothing. */
export function newCall(
  about: Pick<Call, 'id' | 'type' | 'request' | 'options'>,
  resolve: (value: unknown) => void,
  reject: (error: UpgradeRateError) => void,
): Call {
  const settle = <T>(then: (value: T) => void) => (value: T) => {
    if (call.settled) return
    call.settled = true
    then(value)
  }
  const call: Call = { ...about, pieces: [], settled: false, resolve: settle(resolve), reject: settle(reject) }
  return call
}
