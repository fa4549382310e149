/**
 * The offset changes of one IANA time zone, for the core, which has no zone data of its own.
 *
 * Method: Intl formats an instant as wall-clock time; the difference is the offset. Every seventh
 * day from 1970 to 2100 is asked (the shortest stretch on record in that span is Tucumán's twelve
 * days in June 2004). Between two days that differ, the change is tried at the weekday and time of
 * the change before last, since most rules repeat by year; else it is found by halving.
 * Source: the time zone data of the browser or Node. Left out: changes before 1970.
 */
import { UpgradeRateError } from './errors.js'

/** From `unixSeconds` on, local time is UTC plus `offsetSeconds` (east is positive). */
export type Transition = [unixSeconds: number, offsetSeconds: number]

export interface Zone {
  name: string
  /** Ascending. The first stands for all time before the second. */
  transitions: Transition[]
}

const HOUR = 3600
const DAY = 24 * HOUR
const WEEK = 7 * DAY
/** 1970-01-01, from where instants count up. */
const START = 0
const END = Date.UTC(2100, 0, 1) / 1000
/** Long before any data: 1900-01-01T00:00:00Z. */
const BEFORE_ALL = Date.UTC(1900, 0, 1) / 1000

/** Of UTC, the default, without hunting for changes. */
const NO_CHANGES: Transition[] = [[BEFORE_ALL, 0]]

const known = new Map<string, Zone>()

/** The zone's transitions; throws `setting.timeZone` for a name that Intl does not know. */
export function timeZone(name: string): Zone {
  let zone = known.get(name)
  if (zone === undefined) {
    const transitions = name === 'UTC' ? NO_CHANGES : findTransitions(offsetOf(name))
    zone = { name, transitions }
    known.set(name, zone)
  }
  return zone
}

/** Offset in seconds, east positive, at an instant. */
type OffsetAt = (unixSeconds: number) => number

function offsetOf(name: string): OffsetAt {
  const format = zoneFormat(name)
  return (unixSeconds) => {
    // "31, 23:00:00": en-US in this form has fixed places. Day and time are enough, as no offset
    // reaches a whole day, and the fewer fields the faster.
    const text = format.format(unixSeconds * 1000)
    const field = (from: number) => Number(text.slice(from, from + 2))
    const days = field(0) - new Date(unixSeconds * 1000).getUTCDate()
    // 31 against 1 is the day before, 1 against 31 the day after.
    const day = days > 1 ? -1 : days < -1 ? 1 : days
    const seconds = field(4) * HOUR + field(7) * 60 + field(10)
    return day * DAY + seconds - (unixSeconds % DAY)
  }
}

function zoneFormat(name: string): Intl.DateTimeFormat {
  // Intl also takes bare offsets such as "+02:00", which are no IANA names.
  if (/^[A-Za-z]/.test(name)) {
    try {
      return new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      })
    } catch {
      // Falls through to the error in our own words.
    }
  }
  throw new UpgradeRateError({
    code: 'setting.timeZone',
    where: 'timeZone',
    advice: `"${name.slice(0, 80)}" is no time zone known here; use an IANA name such as "UTC" or "Europe/Berlin".`,
  })
}

function findTransitions(offset: OffsetAt): Transition[] {
  let before = offset(START)
  const found: Transition[] = [[BEFORE_ALL, before]]
  for (let low = START; low < END; low += WEEK) {
    const after = offset(low + WEEK)
    if (after === before) continue
    const alike = found.at(-2)?.[0] ?? low
    found.push([changeAfter(low, alike, offset), after])
    before = after
  }
  return found
}

/** The first second of the week after `low` whose offset is another; one change is assumed. */
function changeAfter(low: number, alike: number, offset: OffsetAt): number {
  const before = offset(low)
  const guess = low + modulo(alike - low, WEEK)
  if (guess > low && offset(guess) !== before && offset(guess - 1) === before) return guess
  let last = low
  let first = low + WEEK
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2)
    if (offset(middle) === before) last = middle
    else first = middle
  }
  return first
}

const modulo = (value: number, by: number) => ((value % by) + by) % by
