/**
 * The figures in JavaScript, for parsers that give rows: what a careful programmer would write.
 *
 * Customers become numbers by a Map, rows become one number each (instant and standing), a counting
 * sort brings a customer's rows together, and one pass over them counts. What the data makes
 * unnecessary is left out, as in the SQL beside this file.
 */

import { STANDING } from './plans.mjs'
import { Tally } from './tally.mjs'

const DAY = 86400

/** Seconds since 1970 of "2024-01-31" or "2024-01-31 23:59:59". @param {string} text */
function seconds(text) {
  const digit = (/** @type {number} */ at) => text.charCodeAt(at) - 48
  const two = (/** @type {number} */ at) => digit(at) * 10 + digit(at + 1)
  const year = two(0) * 100 + two(2)
  const month = two(5)
  const day = days(month > 2 ? year : year - 1, month, two(8))
  return text.length === 10 ? day * DAY : day * DAY + two(11) * 3600 + two(14) * 60 + two(17)
}

/** Days since 1970-01-01; years begin in March, so the leap day comes last. */
function days(/** @type {number} */ year, /** @type {number} */ month, /** @type {number} */ day) {
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leaps + ofYear - 719468
}

/** Sorts in place. Most customers have few rows, and files in the order of time need nothing. */
function inOrder(/** @type {Float64Array} */ events) {
  if (events.length > 32) return events.sort()
  for (let i = 1; i < events.length; i++) {
    const event = events[i]
    let at = i
    for (; at > 0 && events[at - 1] > event; at--) events[at] = events[at - 1]
    events[at] = event
  }
  return events
}

export class Counter {
  /** @type {Map<string, number>} */
  #customers = new Map()
  #rows = 0
  #of = new Uint32Array(1 << 16)
  /** Instant times 8 plus standing plus 1: its order is that of time. */
  #events = new Float64Array(1 << 16)

  /** @param {string} customer @param {string} date @param {string} plan */
  add(customer, date, plan) {
    let number = this.#customers.get(customer)
    if (number === undefined) {
      number = this.#customers.size
      this.#customers.set(customer, number)
    }
    if (this.#rows === this.#of.length) this.#grow()
    this.#of[this.#rows] = number
    this.#events[this.#rows++] = seconds(date) * 8 + STANDING[plan] + 1
  }

  figures() {
    const { starts, sorted } = this.#byCustomer()
    let first = Number.POSITIVE_INFINITY
    let last = 0
    for (const event of sorted) {
      first = Math.min(first, event)
      last = Math.max(last, event)
    }
    const tally = new Tally(Math.floor(first / 8), Math.floor(last / 8))
    for (let customer = 0; customer + 1 < starts.length; customer++)
      tally.add(inOrder(sorted.subarray(starts[customer], starts[customer + 1])))
    return tally.figures()
  }

  #grow() {
    const of = new Uint32Array(this.#rows * 2)
    of.set(this.#of)
    this.#of = of
    const events = new Float64Array(this.#rows * 2)
    events.set(this.#events)
    this.#events = events
  }

  /** The counting sort: customer c has sorted[starts[c]] to before sorted[starts[c + 1]]. */
  #byCustomer() {
    const starts = new Uint32Array(this.#customers.size + 1)
    for (let row = 0; row < this.#rows; row++) starts[this.#of[row] + 1]++
    for (let customer = 1; customer < starts.length; customer++)
      starts[customer] += starts[customer - 1]
    const next = starts.slice()
    const sorted = new Float64Array(this.#rows)
    for (let row = 0; row < this.#rows; row++) sorted[next[this.#of[row]]++] = this.#events[row]
    return { starts, sorted }
  }
}
