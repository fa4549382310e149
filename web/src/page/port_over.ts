/** The engine as page and element ask for it, over a client that may be starting still. */
import type { EngineClient } from '../engine/client.js'
import type { EnginePort } from './engine_port.js'

export const portOver = (ready: () => Promise<EngineClient>): EnginePort => ({
  load: async (sources, settings, options) => (await ready()).load(sources, settings, options),
  report: async (settings) => (await ready()).report(settings),
  answer: async (settings) => (await ready()).answer(settings),
  aggregates: async (settings, shared) => (await ready()).aggregates(settings, shared),
  opened: async (aggregates) => (await ready()).opened(aggregates),
  sql: async (settings, request) => (await ready()).sql(settings, request),
  table: async (file, rows) =>
    rows === 'all' ? (await ready()).table(file) : (await ready()).setAside(file),
})
