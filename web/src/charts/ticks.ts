/**
 * Which values and which periods get a label. Rates: round steps from zero (d3-array), few. Time:
 * the finest calendar step (month, quarter, half-year, year, several years) whose labels keep their
 * distance; the year is written where it begins and on the first label.
 */
import { tickStep, ticks } from 'd3-array'
import type { Period } from '../engine/documents.js'
import type { Calendar, Format } from '../text/format.js'

/** All that a drawing of the trend needs to know of a period. */
export type Drawn = Pick<Period, 'start' | 'end' | 'label' | 'partial' | 'rate' | 'interval'>

export interface RateTick {
  value: number
  label: string
}

export function rateTicks(top: number, height: number, f: Format): RateTick[] {
  const wanted = Math.max(2, Math.min(4, Math.floor(height / 56)))
  const step = tickStep(0, top, wanted)
  const decimals = Math.max(0, -Math.floor(Math.log10(step * 100) + 1e-9))
  return ticks(0, top, wanted).map((value) => ({
    value,
    label: f.percent(value, value === 0 ? 0 : decimals),
  }))
}

/**
 * The top of the rate axis, a ratio above every rate. Very wide intervals (tiny bases) are cut so
 * that they do not press the line flat.
 */
export function rateTop(periods: readonly Pick<Drawn, 'rate' | 'interval' | 'partial'>[]): number {
  const rates = periods.flatMap((p) => (p.rate == null ? [] : [p.rate]))
  const highest = Math.max(0, ...rates)
  const uppers = periods.flatMap((p) => (p.interval && !p.partial ? [p.interval[1]] : []))
  const cut = highest > 0 ? highest * 2 : Number.POSITIVE_INFINITY
  const top = Math.max(highest * 1.12, ...uppers.map((u) => Math.min(u, cut) * 1.04))
  return top > 0 ? top : 0.1
}

export interface TimeTick {
  index: number
  label: string
}

interface Month {
  /** Months since year 0. */
  month: number
  fromYearStart: number
}

function monthsOf(periods: readonly Drawn[], calendar: Calendar, f: Format): (Month | null)[] {
  return periods.map((p) => {
    if (!p.start) return null
    const { year, month } = f.civil(p.start, calendar.timeZone)
    const whole = year * 12 + month - 1
    return { month: whole, fromYearStart: (whole - (calendar.fiscalStartMonth - 1)) % 12 }
  })
}

const stepsInMonths = [1, 3, 6, 12, 24, 60, 120, 240]

/** Periods that open a step: the first of its month whose month is a multiple of the step. */
function opening(months: readonly (Month | null)[], step: number): number[] {
  return months.flatMap((m, i) => {
    if (!m) return []
    const before = months[i - 1]
    const first = before == null ? m.fromYearStart % step === 0 : before.month !== m.month
    const aligned =
      step < 12
        ? m.fromYearStart % step === 0
        : m.fromYearStart === 0 && Math.floor(m.month / 12) % (step / 12) === 0
    return first && aligned ? [i] : []
  })
}

function label(
  period: Drawn,
  month: Month,
  first: boolean,
  step: number,
  calendar: Calendar,
  f: Format,
): string {
  const { unit, timeZone, fiscalStartMonth } = calendar
  const start = period.start as string
  const withYear = first || month.fromYearStart === 0
  if (unit === 'year' || step >= 12)
    return fiscalStartMonth === 1 ? f.year(start, timeZone) : f.month(start, timeZone)
  if (unit === 'quarter' && fiscalStartMonth === 1) {
    return withYear ? f.period(period, calendar) : f.period(period, calendar).slice(0, 2)
  }
  return withYear ? f.month(start, timeZone) : f.monthOnly(start, timeZone)
}

/** `spacing`: pixels from one period to the next. */
export function timeTicks(
  periods: readonly Drawn[],
  calendar: Calendar,
  spacing: number,
  f: Format,
): TimeTick[] {
  const months = monthsOf(periods, calendar, f)
  if (months.some((m) => m === null)) return edges(periods, calendar, f)
  for (const step of stepsInMonths) {
    const found = opening(months, step)
    const room = step >= 12 ? 48 : 66
    const apart = found.every(
      (index, i) => i === 0 || (index - (found[i - 1] ?? 0)) * spacing >= room,
    )
    if (!apart) continue
    if (found.length === 0) break
    return found.map((index, i) => ({
      index,
      label: label(periods[index] as Drawn, months[index] as Month, i === 0, step, calendar, f),
    }))
  }
  return edges(periods, calendar, f)
}

/** First and last period by name, for lists too short or too odd for calendar steps. */
function edges(periods: readonly Drawn[], calendar: Calendar, f: Format): TimeTick[] {
  const last = periods.length - 1
  const indices = last > 0 ? [0, last] : [0]
  return indices.map((index) => ({ index, label: f.period(periods[index] as Drawn, calendar) }))
}
