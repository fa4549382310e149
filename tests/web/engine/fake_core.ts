/**
 * A CoreModule for tests of what stands around the core: it counts bytes and lines, obeys the call
 * order of wasm/module.d.ts strictly (a wrong order throws, as a trap would), and moves its memory
 * at every reserve(), as growth does, so that a view kept too long is found out.
 */
import type { CoreEngine, CoreModule } from '../../../wasm/module.js'

export interface FakeOptions {
  /** Files, by index, that ask for this many further readings. */
  rereadings?: number[]
  /** push() says no after this many bytes of a file. */
  unreadableAfter?: number
  /** What report() answers, in place of one that repeats the settings. */
  report?: object
  /** Traps, once, when a call of this name has been made so often. */
  trap?: { call: string; at: number }
}

/** What happened, over all modules started by one fake. */
export interface FakeLog {
  calls: string[]
  modules: number
  deleted: number
  /** Texts of the files, as pushed in the last reading. */
  texts: string[]
  hosts: string[]
}

export function fakeCore(options: FakeOptions = {}) {
  const log: FakeLog = { calls: [], modules: 0, deleted: 0, texts: [], hosts: [] }
  const startModule = async (): Promise<CoreModule> => {
    log.modules++
    const module: { HEAPU8: Uint8Array; Engine: new () => CoreEngine } = {
      HEAPU8: new Uint8Array(0),
      Engine: class extends FakeEngine {
        constructor() {
          super(module, log, options)
        }
      },
    }
    return module
  }
  return { log, startModule }
}

class FakeEngine implements CoreEngine {
  #module: { HEAPU8: Uint8Array }
  #log: FakeLog
  #options: FakeOptions
  #files: { name: string; bytes: number }[] = []
  #settings: { [key: string]: unknown } = {}
  #reserved = -1
  #open = -1
  #openTable = -1
  #bytes: Uint8Array[] = []
  #readings: number[] = []
  #rows: number[] = []
  #finished = false
  #ended = false
  #text = ''
  #textBytes = 0

  constructor(module: { HEAPU8: Uint8Array }, log: FakeLog, options: FakeOptions) {
    this.#module = module
    this.#log = log
    this.#options = options
  }

  #note(call: string): void {
    this.#log.calls.push(call)
    const { trap } = this.#options
    if (trap === undefined || !call.startsWith(trap.call)) return
    if (--trap.at === 0) throw new WebAssembly.RuntimeError('unreachable')
  }

  #must(condition: boolean, what: string): void {
    if (!condition) throw new WebAssembly.RuntimeError(`call order: ${what}`)
  }

  begin(settings: string, files: string): string {
    this.#note(`begin ${settings}`)
    this.#finished = this.#ended = false
    this.#open = -1
    this.#settings = JSON.parse(settings)
    this.#files = JSON.parse(files)
    this.#readings = this.#files.map(() => 0)
    this.#rows = []
    this.#log.texts = this.#files.map(() => '')
    return refusal(this.#settings)
  }

  // Slices, and what is shared, are tested with the real core.
  openSlice(): never {
    throw new Error('no slices')
  }
  pushHead = this.openSlice
  closeSlice = this.openSlice
  exportPart = this.openSlice
  partPointer = this.openSlice
  importPart = this.openSlice
  order = this.openSlice
  orderAgain = this.openSlice
  aggregates = this.openSlice
  opened = this.openSlice
  sql = this.openSlice

  openFile(index: number): void {
    this.#note(`openFile ${index}`)
    this.#must(this.#open === -1 && index < this.#files.length, 'openFile')
    this.#open = index
    this.#readings[index] = (this.#readings[index] ?? 0) + 1
    this.#rows[index] = 0
    this.#bytes = []
  }

  reserve(bytes: number): number {
    this.#note(`reserve ${bytes}`)
    this.#module.HEAPU8 = new Uint8Array(bytes + 16)
    this.#reserved = bytes
    return 16
  }

  #take(bytes: number): Uint8Array {
    this.#must(bytes === this.#reserved, 'push as much as was reserved')
    return this.#module.HEAPU8.slice(16, 16 + bytes)
  }

  push(bytes: number): boolean {
    this.#note(`push ${bytes}`)
    this.#must(this.#open !== -1, 'push into an open file')
    const part = this.#take(bytes)
    this.#bytes.push(part)
    this.#rows[this.#open] = (this.#rows[this.#open] ?? 0) + lineEnds(part)
    const sum = this.#bytes.reduce((total, part) => total + part.length, 0)
    return sum < (this.#options.unreadableAfter ?? Number.POSITIVE_INFINITY)
  }

  closeFile(): boolean {
    this.#note('closeFile')
    this.#must(this.#open !== -1, 'close an open file')
    const index = this.#open
    this.#open = -1
    this.#log.texts[index] = Buffer.concat(this.#bytes).toString()
    return (this.#readings[index] ?? 0) <= (this.#options.rereadings?.[index] ?? 0)
  }

  finish(): string {
    this.#note('finish')
    this.#must(this.#open === -1, 'finish with all files closed')
    this.#ended = true
    if (this.rows() === 0)
      return errorText('rows.none', this.#files[0]?.name ?? '', 'No row was found; give a table.')
    this.#finished = true
    return ''
  }

  rows(): number {
    return this.#rows.reduce((sum, rows) => sum + rows, 0)
  }

  summary(): string {
    this.#note('summary')
    this.#must(this.#ended, 'summary after finish, a failed one too')
    const files = this.#files.map(({ name }) => ({ name, rows: this.rows(), shape: 'totals' }))
    return JSON.stringify({ ok: { files, rows: this.rows(), columns: [] } })
  }

  needsReading(settings: string): boolean {
    this.#note('needsReading')
    return JSON.stringify(JSON.parse(settings).files) !== JSON.stringify(this.#settings.files)
  }

  answer(settings: string, host: string): string {
    this.#note(`answer ${settings}`)
    return this.#reported(settings, host)
  }

  report(settings: string, host: string): string {
    this.#note(`report ${settings}`)
    return this.#reported(settings, host)
  }

  #reported(settings: string, host: string): string {
    this.#must(this.#finished, 'report after finish')
    this.#log.hosts.push(host)
    const refused = refusal(JSON.parse(settings))
    if (refused !== '') return `{"error":${refused}}`
    const today = JSON.parse(host).today
    return JSON.stringify({
      ok: this.#options.report ?? {
        schema: 1,
        settings: { ...JSON.parse(settings), today },
        rows: this.rows(),
      },
    })
  }

  openTable(index: number): void {
    this.#note(`openTable ${index}`)
    this.#must(index < this.#files.length, 'openTable')
    this.#openTable = index
  }

  openSetAside(index: number): void {
    this.#note(`openSetAside ${index}`)
    this.#must(index < this.#files.length, 'openSetAside')
    this.#openTable = index
  }

  pushTable(bytes: number): void {
    this.#note(`pushTable ${bytes}`)
    this.#must(this.#openTable !== -1, 'push into an open table')
    this.#say(Buffer.from(this.#take(bytes)).toString().toUpperCase())
  }

  closeTable(): void {
    this.#note('closeTable')
    this.#must(this.#openTable !== -1, 'close an open table')
    this.#say('END\r\n')
    this.#openTable = -1
  }

  #say(text: string): void {
    this.#text = text
    this.#textBytes = Buffer.byteLength(text)
    this.#module.HEAPU8 = new Uint8Array(Buffer.concat([Buffer.alloc(8), Buffer.from(text)]))
  }

  textPointer(): number {
    this.#must(this.#text !== '' || this.#textBytes === 0, 'text')
    return 8
  }

  textBytes(): number {
    return this.#textBytes
  }

  delete(): void {
    this.#log.deleted++
  }
}

function lineEnds(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === 10) count++
  return count
}

function refusal(settings: { [key: string]: unknown }): string {
  return 'bse' in settings
    ? errorText('setting.unknownKey', 'bse', 'No such setting; "base" is meant?')
    : ''
}

function errorText(code: string, where: string, advice: string): string {
  return JSON.stringify({ code, where, advice })
}
