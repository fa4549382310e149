/** One reading of all sources into the core: its calls from begin to finish, in their order. */
import type { CoreEngine, CoreModule } from '../../../wasm/module.js'
import { chunks } from './chunks.js'
import { answer, throwIfError } from './core_answers.js'
import type { CoreError, Summary } from './documents.js'
import { UpgradeRateError } from './errors.js'
import { ProgressMeter, type WorkOptions } from './progress.js'
import type { ByteSource } from './sources.js'

/** A started module and the one engine in it. */
export interface RunningCore {
  module: CoreModule
  engine: CoreEngine
}

/** How often one file may be read anew within one reading. */
const REREADINGS = 3

/** `settings`: a settings document as text. Throws what the core refuses; then nothing is loaded. */
export async function readSources(
  core: RunningCore,
  sources: ByteSource[],
  settings: string,
  { onProgress, signal }: WorkOptions,
): Promise<void> {
  const { engine } = core
  const files = sources.map(({ name, bytes }) => ({ name, bytes }))
  throwIfError(engine.begin(settings, JSON.stringify(files)))
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const meter = new ProgressMeter(total, () => engine.rows(), onProgress)
  for (const [index, source] of sources.entries())
    await readFile(core, index, source, meter, signal)
  const refused = engine.finish()
  if (refused !== '') throw withFound(refused, engine)
  meter.end()
}

/** The columns are known also where no row could be used. */
function withFound(refused: string, engine: CoreEngine): UpgradeRateError {
  const error = JSON.parse(refused) as CoreError
  return new UpgradeRateError({ ...error, found: answer<Summary>(engine.summary()) })
}

async function readFile(
  core: RunningCore,
  index: number,
  source: ByteSource,
  meter: ProgressMeter,
  signal?: AbortSignal,
): Promise<void> {
  for (let again = 0; again <= REREADINGS; again++) {
    if (again > 0) meter.addTotal(source.bytes)
    core.engine.openFile(index)
    meter.addTotal(-(await pushAll(core, source, meter, signal)))
    if (!core.engine.closeFile()) return
  }
  throw new UpgradeRateError({
    code: 'file.unsettled',
    where: source.name,
    advice: `After ${REREADINGS + 1} readings it is still unclear how this file is to be read; set its encoding, delimiter and mapping in the settings.`,
  })
}

/** Gives the bytes that were left over: more than 0 where the core could not read on. */
async function pushAll(
  core: RunningCore,
  source: ByteSource,
  meter: ProgressMeter,
  signal?: AbortSignal,
): Promise<number> {
  let left = source.bytes
  for await (const bytes of chunks(source, signal)) {
    fill(core, bytes)
    const goOn = core.engine.push(bytes.length)
    left -= bytes.length
    meter.addBytes(bytes.length)
    if (!goOn) break
  }
  return left
}

/** Puts bytes where the next push takes them from. */
export function fill({ module, engine }: RunningCore, bytes: Uint8Array): void {
  const pointer = engine.reserve(bytes.length)
  if (pointer === 0) throw new Error('out of memory')
  // Reserving may grow the memory, which kills every older view: HEAPU8 is taken after it.
  module.HEAPU8.set(bytes, pointer)
}
