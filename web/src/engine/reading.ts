/** One reading of all sources into the core: its calls from begin to finish, in their order. */
import type { CoreEngine } from '../../../wasm/module.js'
import { chunks } from './chunks.js'
import { answer, throwIfError } from './core_answers.js'
import type { CoreError, Summary } from './documents.js'
import { UpgradeRateError } from './errors.js'
import { ProgressMeter, type WorkOptions } from './progress.js'
import { fill, type RunningCore } from './running_core.js'
import { SliceReaders } from './slices.js'
import type { ByteSource } from './sources.js'

/** How often one file may be read anew within one reading. */
const REREADINGS = 3

/** `settings`: a settings document as text. Throws what the core refuses; then nothing is loaded. */
export async function readSources(
  core: RunningCore,
  sources: ByteSource[],
  settings: string,
  { onProgress, signal }: WorkOptions,
  slices = new SliceReaders([]),
): Promise<void> {
  const { engine } = core
  const files = JSON.stringify(sources.map(({ name, bytes }) => ({ name, bytes })))
  throwIfError(engine.begin(settings, files))
  const total = sources.reduce((sum, { bytes }) => sum + bytes, 0)
  const meter = new ProgressMeter(total, () => engine.rows() + slices.rows(), onProgress)
  for (const [index, source] of sources.entries()) {
    const once = async () => {
      const { blob } = source
      if (blob !== undefined && slices.reads(source)) {
        const file = { settings, files, index, source: { ...source, blob } }
        if (await slices.read(core, file, meter, signal)) return
        meter.addTotal(source.bytes)
      }
      engine.openFile(index)
      meter.addTotal(-(await pushAll(core, source, meter, signal)))
    }
    await untilSettled(core, source, meter, once)
  }
  const refused = engine.finish()
  if (refused !== '') throw withFound(refused, engine)
  meter.end()
}

/** The columns are known also where no row could be used. */
function withFound(refused: string, engine: CoreEngine): UpgradeRateError {
  const error = JSON.parse(refused) as CoreError
  return new UpgradeRateError({ ...error, found: answer<Summary>(engine.summary()) })
}

/** Reads a file until the core is content with how. */
async function untilSettled(
  core: RunningCore,
  source: ByteSource,
  meter: ProgressMeter,
  readOnce: () => Promise<void>,
): Promise<void> {
  for (let again = 0; again <= REREADINGS; again++) {
    if (again > 0) meter.addTotal(source.bytes)
    await readOnce()
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
