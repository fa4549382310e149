/**
 * What does not wait for the page's own script: a worker is started while that script still comes,
 * is given the module as soon as its text stands in the page, and opens the figures of a link. A
 * small script of its own, in front of the others; the page's script finds what it started in
 * `upgradeRateEarly`.
 */
import { lendTo } from '../engine/blob_loan.js'
import type { Report } from '../engine/documents.js'
import type { Reply } from '../engine/messages.js'
import { unpack } from '../share/codec.js'
import { readFragment } from '../share/fragment.js'
import { figuresWithin } from './one_file.js'
import { scriptUrl } from './script_urls.js'

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''

let url: string | null = null

function startWorker(): Worker {
  url ??= scriptUrl(URL.createObjectURL(new Blob([textOf('worker')], { type: 'text/javascript' })))
  const worker = new Worker(url)
  lendTo(worker)
  return worker
}

/** The worker of the start; null where there is none, or no more: then another says why. */
let first: Worker | null = null
try {
  first = startWorker()
  first.addEventListener('error', () => {
    first = null
  })
} catch {}

const figures = (readFragment(location.hash) ?? readFragment(figuresWithin(document)))?.data

/** The client counts its calls from 1. */
const ID = 0

const rehearsed = new Promise<Report>((resolve) =>
  first?.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
    if (reply.type === 'rehearsed') resolve(reply.report)
  }),
)

/** What the worker makes of the figures; null for whatever else comes of it. */
function opened(worker: Worker, document: string): Promise<Report | null> {
  return new Promise((resolve) => {
    worker.addEventListener('error', () => resolve(null))
    worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
      if (reply.id === ID) resolve(reply.type === 'done' ? (reply.value as Report) : null)
    })
    worker.postMessage({ type: 'opened', id: ID, document })
  })
}

let moduleIsThere = () => {}
const whenModuleIsThere = new Promise<void>((resolve) => {
  moduleIsThere = resolve
})

async function started(): Promise<Report | null> {
  const unpacked = figures === undefined ? null : unpack(figures).catch(() => null)
  await whenModuleIsThere
  const worker = first
  worker?.postMessage({ type: 'init', wasm: textOf('wasm'), rehearse: figures === undefined })
  const document = await unpacked
  return worker && document ? opened(worker, document) : null
}

const report = started()

const early = {
  scriptUrl,
  startWorker,
  textOf,
  /** Called by the script behind the module's text. */
  moduleIsThere,
  /** The worker that is started, once. */
  takeStarted: (): Worker | null => {
    const worker = first
    first = null
    return worker
  },
  /** Of the figures that the page came with. Null: they are still to be opened, or are none. */
  openedEarly: (data: string): Promise<Report | null> =>
    data === figures ? report : Promise.resolve(null),
  rehearsed,
}

export type Early = typeof early

Object.assign(globalThis, { upgradeRateEarly: early })
