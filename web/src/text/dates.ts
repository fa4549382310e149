/**
 * Days, months and periods by name, in the reader's language and the time zone in force. Instants
 * come as ISO 8601 in UTC; ends are exclusive, so the last day named is the one before.
 */
import type { PeriodUnit } from '../engine/documents.js'

/** What stands where there is nothing to say. */
export const missing = '–'

/** What a period needs to be named. `timeZone` and `fiscalStartMonth` as in the settings in force. */
export interface Calendar {
  unit: PeriodUnit
  timeZone: string
  fiscalStartMonth: number
}

export interface Span {
  start: string | null
  end: string | null
  label: string | null
}

export class Dates {
  readonly locale: string
  private readonly made = new Map<string, Intl.DateTimeFormat>()

  constructor(locale: string) {
    this.locale = locale
  }

  private dates(options: Intl.DateTimeFormatOptions, locale = this.locale): Intl.DateTimeFormat {
    const key = locale + JSON.stringify(options)
    const found = this.made.get(key) ?? new Intl.DateTimeFormat(locale, options)
    this.made.set(key, found)
    return found
  }

  day(iso: string, timeZone: string): string {
    return this.dates({ year: 'numeric', month: 'short', day: 'numeric', timeZone }).format(
      new Date(iso),
    )
  }

  month(iso: string, timeZone: string): string {
    return this.dates({ year: 'numeric', month: 'short', timeZone }).format(new Date(iso))
  }

  monthOnly(iso: string, timeZone: string): string {
    return this.dates({ month: 'short', timeZone }).format(new Date(iso))
  }

  year(iso: string, timeZone: string): string {
    return this.dates({ year: 'numeric', timeZone }).format(new Date(iso))
  }

  /** The civil year and month (1–12) of an instant in a zone. */
  civil(iso: string, timeZone: string): { year: number; month: number } {
    const format = this.dates({ year: 'numeric', month: 'numeric', timeZone }, 'en-US')
    const parts = format.formatToParts(new Date(iso))
    const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
    return { year: part('year'), month: part('month') }
  }

  /** The civil day of an instant in a zone, as a date field wants it: "2025-11-12". */
  isoDay(iso: string, timeZone: string): string {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const
    return this.dates(parts, 'en-CA').format(new Date(iso))
  }

  monthName(month: number): string {
    return this.dates({ month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, month - 1, 1)),
    )
  }

  /** "Nov 2024 – Oct 2025": whole months from an inclusive start to an exclusive end. */
  months(start: string, end: string, timeZone: string): string {
    const last = new Date(Date.parse(end) - 1)
    return this.dates({ year: 'numeric', month: 'short', timeZone }).formatRange(
      new Date(start),
      last,
    )
  }

  days(start: string, end: string, timeZone: string): string {
    const last = new Date(Date.parse(end) - 1)
    return this.dates({ year: 'numeric', month: 'short', day: 'numeric', timeZone }).formatRange(
      new Date(start),
      last,
    )
  }

  /** A period of the list by its calendar name; its own label where it has no instants. */
  period(span: Span, calendar: Calendar): string {
    if (!span.start || !span.end) return span.label ?? missing
    const { unit, timeZone, fiscalStartMonth } = calendar
    if (unit === 'month') return this.month(span.start, timeZone)
    if (unit === 'week') return this.days(span.start, span.end, timeZone)
    if (fiscalStartMonth !== 1) return this.months(span.start, span.end, timeZone)
    if (unit === 'year') return this.year(span.start, timeZone)
    return `Q${/[1-4]$/.exec(span.label ?? '')?.[0] ?? '?'} ${this.year(span.start, timeZone)}`
  }
}
