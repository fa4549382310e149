/**
 * What the command does, told apart from the process it runs in: arguments and streams go in, an
 * exit status comes out. Nothing but the answer goes to standard output.
 */
import { readFile } from 'node:fs/promises'
import type { CoreError, Report, Settings } from '../engine/documents.js'
import { csvReport } from '../formats/csv_report.js'
import { markdownReport } from '../formats/markdown_report.js'
import { printable } from '../formats/printable.js'
import { svgReport } from '../formats/svg_report.js'
import { htmlReport } from '../formats/table_formats.js'
import { textReport } from '../formats/text_report.js'
import { pack } from '../share/codec.js'
import { writeFragment } from '../share/fragment.js'
import { type Format, HELP, type Order, readArguments } from './arguments.js'
import type { Engine } from './engine_type.js'
import { openFiles } from './file_source.js'
import { sqlFor } from './sql_command.js'

export const EXIT = { done: 0, failed: 1, usage: 2, unusable: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

export interface Surroundings {
  createEngine(): Promise<Engine>
  version(): Promise<string>
  stdin: AsyncIterable<Uint8Array>
  /** Resolves when more may be written. */
  write(text: string | Uint8Array): Promise<void>
  complain(text: string): void
}

export async function runCommand(args: string[], around: Surroundings): Promise<Exit> {
  const order = readArguments(args)
  switch (order.does) {
    case 'help':
      await around.write(HELP)
      return EXIT.done
    case 'version':
      await around.write(`${await around.version()}\n`)
      return EXIT.done
    case 'refuse':
      around.complain(`upgrade-rate: ${printable(order.because)}\n\n${HELP}`)
      return EXIT.usage
    default:
      return answer(order, around)
  }
}

type ReportOrder = Extract<Order, { does: 'report' }>
type Work = Extract<Order, { does: 'report' | 'table' | 'setAside' | 'sql' }>

async function answer(order: Work, around: Surroundings): Promise<Exit> {
  let settings: Settings
  try {
    settings = await readSettings(order.settings, around.stdin)
  } catch (error) {
    return complain(
      `${order.settings}: these settings cannot be read (${said(error)}).`,
      EXIT.usage,
      around,
    )
  }
  try {
    await print(order, settings, around)
    return EXIT.done
  } catch (error) {
    return complain(said(error), exitFor(error), around)
  }
}

async function readSettings(
  path: string | null,
  stdin: AsyncIterable<Uint8Array>,
): Promise<Settings> {
  if (path === null) return {}
  const parts: Uint8Array[] = []
  if (path === '-') for await (const part of stdin) parts.push(part)
  const bytes = path === '-' ? Buffer.concat(parts) : await readFile(path)
  // A byte order mark is what Windows editors put first; TextDecoder takes it off.
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Settings
}

async function print(order: Work, settings: Settings, around: Surroundings): Promise<void> {
  const files = await openFiles(order.files, around.stdin)
  let engine: Engine | null = null
  try {
    engine = await around.createEngine()
    if (order.does === 'sql') {
      await around.write(await sqlFor(engine, files.sources, settings, order.request))
      return
    }
    await engine.load(files.sources, settings)
    if (order.does === 'report') await around.write(await formatted(engine, order))
    else {
      const table = order.does === 'table' ? engine.tableChunks() : engine.setAsideChunks()
      for await (const bytes of table) await around.write(bytes)
    }
  } finally {
    engine?.dispose()
    await files.close()
  }
}

async function formatted(engine: Engine, { format, page }: ReportOrder): Promise<string> {
  if (format === 'link') {
    const data = await pack(await engine.aggregates())
    return `${page}${writeFragment({ view: null, theme: null, language: null, data })}\n`
  }
  return written(await engine.report(), format)
}

function written(report: Report, format: Exclude<Format, 'link'>): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'text':
      return textReport(report)
    case 'md':
      return markdownReport(report)
    case 'csv':
      return csvReport(report)
    case 'html':
      return htmlReport(report)
    case 'svg':
      return svgReport(report)
  }
}

/** By code, not by class: the engine may come from another copy of this code. */
function exitFor(error: unknown): Exit {
  if (!isCoreError(error)) return EXIT.failed
  if (/^(setting|sql\.)/.test(error.code)) return EXIT.usage
  return /^(engine|wasm)\./.test(error.code) ? EXIT.failed : EXIT.unusable
}

function isCoreError(error: unknown): error is CoreError {
  return error instanceof Error && 'code' in error && 'where' in error && 'advice' in error
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error))

function complain(text: string, exit: Exit, { complain }: Surroundings): Exit {
  complain(`upgrade-rate: ${printable(text)}\n`)
  return exit
}
