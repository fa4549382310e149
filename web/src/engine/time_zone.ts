/**
 * The offset changes of one IANA time zone, for the core, which has no zone data of its own.
 *
 * Method: Intl formats an instant as wall-clock time; the difference is the offset. Every seventh
 * day from 1970 to 2100 is asked (the shortest stretch on record in that span is Tucumán's twelve
 * days in June 2004), and between two days that differ the change is found by halving, first to the
 * hour and then, where the change is not on an hour, to the second.
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
const STEP = 7 * 24 * HOUR
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

/** Wall-clock fields of an instant in a zone, as one number that reads as UTC seconds. */
type WallClock = (unixSeconds: number) => number

function offsetOf(name: string): WallClock {
  const format = zoneFormat(name)
  return (unixSeconds) => {
    // "12/31/1969, 23:00:00"; en-US in this form has fixed places.
    const text = format.format(unixSeconds * 1000)
    const number = (from: number, length: number) => Number(text.slice(from, from + length))
    const wall = Date.UTC(
      number(6, 4),
      number(0, 2) - 1,
      number(3, 2),
      number(12, 2),
      number(15, 2),
      number(18, 2),
    )
    return wall / 1000 - unixSeconds
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
        year: 'numeric',
        month: '2-digit',
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

function findTransitions(offset: WallClock): Transition[] {
  let before = offset(START)
  const found: Transition[] = [[BEFORE_ALL, before]]
  for (let low = START; low < END; low += STEP) {
    const high = Math.min(low + STEP, END)
    const after = offset(high)
    if (after !== before) found.push([changeBetween(low, high, offset), after])
    before = after
  }
  return found
}

/** The first second in (low, high] whose offset is not the one of `low`; one change is assumed. */
function changeBetween(low: number, high: number, offset: WallClock): number {
  const before = offset(low)
  const halve = (from: number, to: number, step: number): number => {
    while (to - from > step) {
      const middle = from + Math.floor((to - from) / step / 2) * step
      if (offset(middle) === before) from = middle
      else to = middle
    }
    return to
  }
  const hour = halve(low, high, HOUR)
  return offset(hour - 1) === before ? hour : halve(hour - HOUR, hour, 1)
}
