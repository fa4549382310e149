/**
 * The engine of one element. A table needs one of its own, which holds its rows; figures of links
 * are opened by one for all elements, one after the other, because a newer wish ends an older one.
 */
import type { EngineClient } from '../engine/client.js'
import type { Report } from '../engine/documents.js'
import type { EnginePort } from '../page/engine_port.js'
import { portOver } from '../page/port_over.js'
import { startEngine } from './engine_start.js'

let forLinks: Promise<EngineClient> | null = null
let last: Promise<unknown> = Promise.resolve()

function opened(aggregates: string): Promise<Report> {
  forLinks ??= startEngine()
  const client = forLinks
  const turn = last.then(async () => (await client).opened(aggregates))
  last = turn.catch(() => {})
  return turn
}

export class ElementPort {
  #client: Promise<EngineClient> | null = null
  readonly port: EnginePort = {
    ...portOver(() => {
      this.#client ??= startEngine()
      return this.#client
    }),
    opened,
  }

  /** Gives the memory back; the next wish starts anew. */
  end(): void {
    this.#client?.then(
      (client) => client.dispose(),
      () => {},
    )
    this.#client = null
  }
}
