/** One reading of all files into the core: its calls from begin to finish, in their order. */
import type { CoreEngine } from '../../../wasm/module.js'
import type { Content } from './content.js'
import { answer, throwIfError } from './core_answers.js'
import type { CoreError, Summary } from './documents.js'
import { UpgradeRateError } from './errors.js'
import { ProgressMeter, type WorkOptions } from './progress.js'
import { fill, type RunningCore } from './running_core.js'
import { SliceReaders } from './slices.js'

/** How often one file may be read anew: for its encoding, the keys of JSON, dates and numbers. */
const REREADINGS = 4

/** `settings`: a settings document as text. Throws what the core refuses; then nothing is loaded. */
export async function readContents(
  core: RunningCore,
  contents: Content[],
  settings: string,
  { onProgress, signal }: WorkOptions,
  slices = new SliceReaders([]),
): Promise<void> {
  const { engine } = core
  const files = JSON.stringify(contents.map(asFile))
  throwIfError(engine.begin(settings, files))
  const total = contents.reduce((sum, { bytes }) => sum + bytes, 0)
  const meter = new ProgressMeter(total, () => engine.rows() + slices.rows(), onProgress)
  for (const [index, content] of contents.entries()) {
    const once = async () => {
      const { plain } = content
      if (plain?.blob !== undefined && slices.reads(plain)) {
        const file = { settings, files, index, source: { ...plain, blob: plain.blob } }
        if (await slices.read(core, file, meter, signal)) return
        meter.addTotal(content.bytes)
      }
      engine.openFile(index)
      meter.addTotal(-(await pushAll(core, content, meter, signal)))
    }
    await untilSettled(core, content, meter, once)
  }
  const refused = engine.finish()
  if (refused !== '') throw withFound(refused, engine, contents)
  meter.end()
}

const asFile = ({ name, bytes, sheet }: Content) =>
  sheet === null ? { name, bytes } : { name, bytes: null, sheet }

/** What the core found, and the sheets it knows nothing of. */
export function summaryOf(engine: CoreEngine, contents: readonly Content[]): Summary {
  const summary = answer<Summary>(engine.summary())
  const files = summary.files.map((file, index) => {
    const { sheets = null, sheet = null } = contents[index] ?? {}
    return sheets === null ? file : { ...file, sheets, sheet }
  })
  return { ...summary, files }
}

/** The columns are known also where no row could be used. */
function withFound(refused: string, engine: CoreEngine, contents: Content[]): UpgradeRateError {
  const error = JSON.parse(refused) as CoreError
  return new UpgradeRateError({ ...error, found: summaryOf(engine, contents) })
}

/** Reads a file until the core is content with how. */
async function untilSettled(
  core: RunningCore,
  content: Content,
  meter: ProgressMeter,
  readOnce: () => Promise<void>,
): Promise<void> {
  for (let again = 0; again <= REREADINGS; again++) {
    if (again > 0) meter.addTotal(content.bytes)
    await readOnce()
    if (!core.engine.closeFile()) return
  }
  throw new UpgradeRateError({
    code: 'file.unsettled',
    where: content.name,
    advice: `After ${REREADINGS + 1} readings it is still unclear how this file is to be read; set its encoding, delimiter and mapping in the settings.`,
  })
}

/** Gives the bytes that were left over: more than 0 where the core could not read on. */
async function pushAll(
  core: RunningCore,
  content: Content,
  meter: ProgressMeter,
  signal?: AbortSignal,
): Promise<number> {
  let left = content.bytes
  for await (const { bytes, read } of content.pieces(signal)) {
    left -= read
    if (bytes.length > 0) fill(core, bytes)
    const goOn = bytes.length === 0 || core.engine.push(bytes.length)
    meter.addBytes(read)
    if (!goOn) break
  }
  return left
}
