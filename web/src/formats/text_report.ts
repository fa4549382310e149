/** The report for a person at a terminal: the answer, the periods, what was set aside. */
import type { Ledger, Note, Report } from '../engine/documents.js'
import { aboutJourneys } from '../engine/documents_journeys.js'
import { baseName, change, counted, interval, numeratorName, periodName, ratio } from './figures.js'
import { isFigure, periodTable } from './period_table.js'
import { printable } from './printable.js'

const PROBLEMS_SHOWN = 10

export function textReport(report: Report): string {
  const parts = [headline(report), periods(report), rows(report.ledger), notes(report.notes)]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`
}

function headline(report: Report): string[] {
  const { headline: best } = report
  if (best === null) return ['No upgrade rate: no whole period in the data.']
  const band = best.band === null ? '' : `, ${best.band}`
  const lines = [
    `Upgrade rate ${ratio(best.rate)}${band}`,
    `${counted(best.numerator)} ${numeratorName(report)} / ${counted(best.base)} ${baseName(report)}, ${periodName(best)}`,
  ]
  if (best.interval !== null) lines.push(`Interval ${interval(best.interval)}${level(report)}`)
  for (const [name, chance] of Object.entries(best.bandChances ?? {}))
    lines.push(`Chance of ${name}: ${ratio(chance)}`)
  if (best.toNextBand !== null) lines.push(`To the next band: ${counted(best.toNextBand)} more`)
  if (best.toLowerBand !== null) lines.push(`To the band below: ${counted(best.toLowerBand)} fewer`)
  if (best.change !== null) lines.push(`From the period before: ${change(best.change)}`)
  if (best.changeYear !== null) lines.push(`From a year before: ${change(best.changeYear)}`)
  for (const [currency, money] of Object.entries(best.value ?? {}))
    lines.push(
      `Money${currency === '' ? '' : ` in ${currency}`}: net retention ${ratio(money.netRetention)}, upgrades ${counted(money.upgradeValue)} a month`,
    )
  if (best.why.length > 0) lines.push(`Not known because of: ${best.why.join(', ')}`)
  return lines
}

const level = ({ settings }: Report) =>
  settings.level === undefined ? '' : ` at ${settings.level} confidence`

function periods(report: Report): string[] {
  const { heads, rows } = periodTable(report)
  const body = rows.map((row, i) => [...row, change(report.periods[i]?.change ?? null)])
  return body.length === 0 ? [] : columns([[...heads, 'Change'], ...body])
}

/** Text to the left, figures to the right. */
function columns(cells: string[][]): string[] {
  const widths = (cells[0] ?? []).map((_, at) =>
    Math.max(...cells.map((row) => row[at]?.length ?? 0)),
  )
  return cells.map((row) =>
    row
      .map((cell, at) =>
        isFigure(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

function rows(ledger: Ledger): string[] {
  const kinds = ['used', 'duplicate', 'superseded', 'ignored', 'rejected'] as const
  const sums = kinds.filter((kind) => kind === 'used' || ledger[kind] > 0)
  const lines = [
    `Rows: ${counted(ledger.rows)} read, ${sums.map((kind) => `${counted(ledger[kind])} ${kind}`).join(', ')}`,
  ]
  for (const { file, line, column, text, advice } of ledger.problems.slice(0, PROBLEMS_SHOWN))
    lines.push(`  ${file}, line ${line}, ${column}: "${text}": ${advice}`)
  if (ledger.problems.length > PROBLEMS_SHOWN) lines.push('  … the rest is in --format json')
  return lines
}

/** Journeys are not printed here, so neither is why something in them is null. */
function notes(all: Note[]): string[] {
  const printed = all.filter(({ code }) => !aboutJourneys(code))
  const lines = printed.map(({ severity, code, params }) => {
    const details = Object.entries(params).map(([name, value]) => `${name}: ${value}`)
    return `  ${severity}: ${code}${details.length === 0 ? '' : ` (${details.join('; ')})`}`
  })
  return lines.length === 0 ? [] : ['Notes:', ...lines]
}
