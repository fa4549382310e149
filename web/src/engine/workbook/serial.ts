/**
 * Numbers that are shown as dates: which formats do that, and the day and time a serial number means.
 *
 * Sources: ECMA-376 part 1, 18.8.30 (formats that have only a number) and 18.17.4.1 (the two date
 * bases). In the 1900 base 60 is 29 February 1900, a day that never was: it is written so, as
 * spreadsheets show it, and the day before it is one further from 1899-12-31 than from 1899-12-30.
 * Left out: numbers that a base has no day for, which stay numbers, and durations ([h]:mm).
 */

/** What a number's format shows of it. */
export type Shows = 'number' | 'date' | 'time'

const NAMED: readonly [from: number, to: number, shows: Shows][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [47, 47, 'time'],
  [50, 58, 'date'],
  [71, 74, 'date'],
  [75, 76, 'time'],
  [77, 77, 'date'],
  [78, 80, 'time'],
  [81, 81, 'date'],
]

/** Of a format that has only a number. */
export const shownByNumber = (id: number): Shows =>
  NAMED.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number'

/** Of a format's code. Its first section counts, which is that of positive numbers. */
export function shownByCode(code: string): Shows {
  const bare = code
    .replace(/"[^"]*"?|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .split(';', 1)[0] as string
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'number'
  if (/[yd]/i.test(bare)) return 'date'
  if (/[hs]/i.test(bare)) return 'time'
  return /m/i.test(bare) ? 'date' : 'number'
}

const DAY_SECONDS = 86_400
const LAST_SECOND = 253_402_300_799 // 9999-12-31T23:59:59
/** 1899-12-30 and 1904-01-01, in days from 1970. */
const DAY_ZERO = { 1900: -25_569, 1904: -24_107 } as const
export type DateBase = keyof typeof DAY_ZERO

/** Null where the number has no day in this base. */
export function dateText(serial: number, base: DateBase, shows: 'date' | 'time'): string | null {
  const seconds = Math.round(serial * DAY_SECONDS)
  if (!Number.isFinite(seconds) || (base === 1900 && seconds < 0)) return null
  const time = ((seconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS
  const days = (seconds - time) / DAY_SECONDS
  if (days === 0 && shows === 'time') return clockText(time)
  const day = dayText(days, base)
  return day === null || time === 0 ? day : `${day}T${clockText(time)}`
}

const clockText = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19)

const MOST_KNOWN = 20_000
const known = { 1900: new Map<number, string | null>(), 1904: new Map<number, string | null>() }

/** The days of a sheet are few, and its cells are many. */
function dayText(days: number, base: DateBase): string | null {
  let text = known[base].get(days)
  if (text === undefined) {
    text = newDayText(days, base)
    if (known[base].size > MOST_KNOWN) known[base].clear()
    known[base].set(days, text)
  }
  return text
}

function newDayText(days: number, base: DateBase): string | null {
  if (base === 1900 && days === 0) return '1900-01-00'
  if (base === 1900 && days === 60) return '1900-02-29'
  const fromEpoch = days + DAY_ZERO[base] + (base === 1900 && days < 60 ? 1 : 0)
  const seconds = fromEpoch * DAY_SECONDS
  if (seconds > LAST_SECOND) return null
  const text = new Date(seconds * 1000).toISOString()
  return text.length === 24 ? text.slice(0, 10) : null
}

/**
 * A number as it stands, without the noise of binary fractions: 0.30000000000000004 is 0.3, as
 * spreadsheets show it. Whole numbers keep all their digits: they may be keys.
 */
export function numberText(stands: string): string {
  if (/^-?\d+$/.test(stands) || /^-?\d{1,12}\.\d{1,3}$/.test(stands)) return stands
  const number = Number(stands)
  if (stands === '' || !Number.isFinite(number)) return stands
  const text = String(Number(number.toPrecision(15)))
  return text.includes('e') ? withoutExponent(text) : text
}

/** Only the smallest and largest numbers have one. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', rest = '', power] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  const digits = whole + rest
  const point = 1 + Number(power)
  if (point > 40 || point < -40) return text
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}
