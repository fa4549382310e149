/**
 * One large file read by this engine and its assistants together, a slice each, with the result that
 * this engine alone would have had. It pays from a few megabytes on: an assistant must start, and
 * what it found must be taken over.
 */

import { pushHead } from './assist.js'
import { Assistant, type AssistantLine } from './assistant.js'
import type { AssistantReply, Slice } from './assistant_messages.js'
import { chunks } from './chunks.js'
import { throwIfError } from './core_answers.js'
import { cancelled } from './errors.js'
import type { ProgressMeter } from './progress.js'
import { fill, type RunningCore } from './running_core.js'
import type { ByteSource } from './sources.js'

export const FEWEST_SLICED_BYTES = 16 * 1024 * 1024

/** What taking over costs beside reading: the first slice is so much larger than the others. */
const FIRST_SHARE = 1.3

/** What is to be read: `begin` was called with these documents. */
export interface SlicedFile {
  settings: string
  files: string
  index: number
  source: ByteSource & { blob: Blob }
}

/** The assistants of one worker; ask `reads` first. */
export class SliceReaders {
  #assistants: Assistant[]
  #fewestBytes: number

  /** `fewestBytes`: of a file for which it pays. */
  constructor(lines: AssistantLine[], fewestBytes = FEWEST_SLICED_BYTES) {
    this.#fewestBytes = fewestBytes
    this.#assistants = lines.map((line) => new Assistant(line))
  }

  /** These assistants are gone; what waits for them goes on without. */
  lose(): void {
    for (const assistant of this.#assistants) assistant.lose()
    this.#assistants = []
  }

  /** Whether it pays. */
  reads({ bytes, blob }: ByteSource): boolean {
    return this.#assistants.length > 0 && blob !== undefined && bytes >= this.#fewestBytes
  }

  /** Rows that assistants have read so far and this engine has not taken over. */
  rows(): number {
    return this.#assistants.reduce((sum, { rows }) => sum + rows, 0)
  }

  /** Leaves the file open: closeFile is next. False: it cannot be read so; read it in one piece. */
  async read(
    core: RunningCore,
    file: SlicedFile,
    meter: ProgressMeter,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const { settings, files, index, source } = file
    const cuts = this.#cuts(source.bytes)
    const slices = this.#assistants.map((assistant, i) => {
      const [from, to] = [cuts[i] as number, cuts[i + 1] as number]
      const order = core.engine.order(index, from, to)
      const slice: Slice = { settings, files, index, blob: source.blob, from, to, order }
      return { assistant, slice, answer: assistant.ask({ type: 'read', ...slice }) }
    })
    const stopAll = () => {
      for (const assistant of this.#assistants) assistant.stop()
    }
    signal?.addEventListener('abort', stopAll)
    try {
      const told = new Map<Assistant, number>()
      const tell = () => this.#tell(meter, told)
      if (!(await readFirst(core, file, cuts[0] as number, meter, tell, signal))) return false
      for (const { assistant, slice, answer } of slices) {
        if (!(await takeOver(core, assistant, slice, answer, tell, signal))) return false
      }
      return true
    } finally {
      signal?.removeEventListener('abort', stopAll)
      stopAll()
      for (const assistant of this.#assistants) assistant.bytes = assistant.rows = 0
    }
  }

  /** Where slices end, the last one at the file's end. */
  #cuts(bytes: number): number[] {
    const shares = this.#assistants.length + FIRST_SHARE
    const cuts = this.#assistants.map((_, i) => Math.floor((bytes * (FIRST_SHARE + i)) / shares))
    return [...cuts, bytes]
  }

  #tell(meter: ProgressMeter, told: Map<Assistant, number>): void {
    for (const assistant of this.#assistants) {
      meter.addBytes(assistant.bytes - (told.get(assistant) ?? 0))
      told.set(assistant, assistant.bytes)
    }
  }
}

async function readFirst(
  core: RunningCore,
  { index, source }: SlicedFile,
  to: number,
  meter: ProgressMeter,
  tell: () => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const { engine } = core
  throwIfError(engine.openSlice(index, engine.order(index, 0, to)))
  if (!(await pushHead(core, source))) return false
  for await (const bytes of chunks(source, signal)) {
    fill(core, bytes)
    const goOn = engine.push(bytes.length)
    meter.addBytes(bytes.length)
    tell()
    if (!goOn) break
  }
  engine.closeSlice()
  return true
}

/** Adds what an assistant read; where it began at the wrong place, it reads its slice again. */
async function takeOver(
  core: RunningCore,
  assistant: Assistant,
  { from, to }: Slice,
  reading: Promise<AssistantReply>,
  tell: () => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const { engine } = core
  if ((await finished(reading, tell, signal)).type !== 'read') return false
  assistant.rows = 0 // The engine counts them from here on.
  for (let next = assistant.ask({ type: 'nextPart' }); ; ) {
    const reply = await finished(next, tell, signal)
    if (reply.type !== 'part') return false
    if (reply.bytes.length === 0) return true
    next = assistant.ask({ type: 'nextPart' })
    fill(core, reply.bytes)
    if (engine.importPart(reply.bytes.length)) continue
    await next
    const order = engine.orderAgain(from, to)
    const { start } = JSON.parse(order) as { start: number }
    const again = assistant.ask({ type: 'readAgain', order, start })
    if ((await finished(again, tell, signal)).type !== 'read') return false
    next = assistant.ask({ type: 'nextPart' })
  }
}

/** Waits for an answer, telling progress meanwhile; rejects when the work is stopped. */
async function finished(
  answer: Promise<AssistantReply>,
  tell: () => void,
  signal?: AbortSignal,
): Promise<AssistantReply> {
  const timer = setInterval(tell, 50)
  try {
    return await new Promise((resolve, reject) => {
      const stop = () => reject(cancelled())
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
      void answer.then(resolve)
    })
  } finally {
    clearInterval(timer)
    tell()
  }
}
