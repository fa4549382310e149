/**
 * Joins the page to its engine, in the worker that was started before this script (early.ts). The
 * module's text, base64(gzip(bytes)), stands behind this script and may be on its way still.
 */
import { EngineClient } from '../engine/client.js'
import type { Early } from './early.js'
import type { EnginePort } from './engine_port.js'
import { portOver } from './port_over.js'

declare const upgradeRateEarly: Early

const wholePage = () =>
  new Promise<void>((resolve) => {
    if (document.readyState !== 'loading') resolve()
    else addEventListener('DOMContentLoaded', () => resolve(), { once: true })
  })

/** More than three wait for the disk and for one another. */
const readers = () => Math.min(3, navigator.hardwareConcurrency || 1)

export function connect(): EnginePort {
  const { startWorker, takeStarted, textOf, openedEarly, rehearsed } = upgradeRateEarly
  const client = wholePage().then(() => {
    const made = new EngineClient({
      wasm: textOf('wasm'),
      startWorker,
      takeStarted,
      workers: readers(),
    })
    made.start()
    return made
  })
  return { ...portOver(() => client), openedEarly, rehearsed }
}
