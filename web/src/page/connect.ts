/**
 * Joins the page to its engine: takes the two texts that the build puts into the page (the worker's
 * script, the packed module) and makes the client from them.
 */
import { createClient } from '../engine/client.js'
import type { EnginePort } from './engine_port.js'

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''

export const connect = (): EnginePort => createClient({ worker: textOf('worker'), wasm: textOf('wasm') })
