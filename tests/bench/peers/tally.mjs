/** Counts customers by month, quarter and over the last twelve months, one customer after the other. */
import { TOP } from './plans.mjs'

const DAY = 86400

/** Months since the year 0 of an instant in seconds since 1970. @param {number} seconds */
function monthOf(seconds) {
  const date = new Date(seconds * 1000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const emptyUnit = (/** @type {string} */ name, /** @type {number} */ length) => ({
  name,
  joined: new Int32Array(length),
  left: new Int32Array(length),
  new: new Int32Array(length),
  reactivated: new Int32Array(length),
  moreEligible: new Int32Array(length),
  upgraded: new Int32Array(length),
  kept: new Int32Array(length),
  downgraded: new Int32Array(length),
  churned: new Int32Array(length),
})

export class Tally {
  /** The first and the last instant there is. @param {number} first @param {number} last */
  constructor(first, last) {
    this.firstMonth = monthOf(first)
    this.lastMonth = monthOf(last)
    this.firstDay = Math.floor(first / DAY)
    const length = Math.floor(last / DAY) - this.firstDay + 1
    /** A table, because making a Date of every row would cost more than all the rest. */
    this.months = Uint32Array.from({ length }, (_, i) => monthOf((this.firstDay + i) * DAY))
    const months = this.lastMonth - this.firstMonth + 1
    const quarters = Math.floor(this.lastMonth / 3) - Math.floor(this.firstMonth / 3) + 1
    this.units = [
      emptyUnit('month', months),
      emptyUnit('quarter', quarters),
      emptyUnit('headline', 2),
    ]
  }

  /** One customer's events in the order of time: instant times 8 plus standing plus 1. */
  add(/** @type {Float64Array} */ events) {
    this.#walk(events, this.units[0], (month) => month - this.firstMonth)
    const quarter = Math.floor(this.firstMonth / 3)
    this.#walk(events, this.units[1], (month) => Math.floor(month / 3) - quarter)
    this.#walk(events, this.units[2], (month) => (month > this.lastMonth - 12 ? 1 : 0))
  }

  #walk(
    /** @type {Float64Array} */ events,
    /** @type {ReturnType<typeof emptyUnit>} */ unit,
    /** @type {(month: number) => number} */ placeOf,
  ) {
    let tier = 0
    let was = false // ever a customer
    let at = -1 // the period of `deeds`
    let opens = 0
    let deeds = 0 // 1 new, 2 back, 4 up, 8 down, 16 gone
    for (let i = 0; i < events.length; i++) {
      const instant = Math.floor(events[i] / 8)
      const standing = (events[i] % 8) - 1
      if (standing === -1 && tier > 0 && bridged(events, i, instant)) continue
      const place = placeOf(this.months[Math.floor(instant / DAY) - this.firstDay])
      if (place !== at) {
        if (at >= 0) settle(unit, at, opens, tier, deeds)
        at = place
        opens = tier
        deeds = 0
      }
      const next = Math.max(standing, 0)
      if (next > 0 && tier === 0) deeds |= was ? 2 : 1
      else if (next > tier) deeds |= 4
      else if (next < tier) deeds |= next > 0 ? 8 : 16
      was ||= next > 0
      tier = next
    }
    settle(unit, at, opens, tier, deeds)
  }

  figures() {
    const [month, quarter, headline] = this.units
    const iso = (/** @type {number} */ months) =>
      `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
    const firstQuarter = Math.floor(this.firstMonth / 3)
    return [
      ...finished(month, (i) => iso(this.firstMonth + i)),
      ...finished(quarter, (i) => iso((firstQuarter + i) * 3)),
      ...finished(headline, () => iso(this.lastMonth - 11)).slice(1),
    ]
  }
}

/** A cancellation whose successor is a tier at most a day later. */
const bridged = (
  /** @type {Float64Array} */ events,
  /** @type {number} */ i,
  /** @type {number} */ instant,
) =>
  i + 1 < events.length && events[i + 1] % 8 > 1 && Math.floor(events[i + 1] / 8) <= instant + DAY

const eligible = (/** @type {number} */ tier) => (tier > 0 && tier < TOP ? 1 : 0)

function settle(
  /** @type {ReturnType<typeof emptyUnit>} */ unit,
  /** @type {number} */ at,
  /** @type {number} */ opens,
  /** @type {number} */ closes,
  /** @type {number} */ deeds,
) {
  if (closes > 0 && opens === 0) unit.joined[at]++
  if (opens > 0 && closes === 0) unit.left[at]++
  unit.moreEligible[at] += eligible(closes) - eligible(opens)
  if (deeds & 1) unit.new[at]++
  if (deeds & 2) unit.reactivated[at]++
  if (opens === 0) return
  if (deeds & 4) unit.upgraded[at]++
  if (deeds & 4 && closes > opens) unit.kept[at]++
  if (deeds & 8) unit.downgraded[at]++
  if (deeds & 16) unit.churned[at]++
}

/** Who stands where at a start is the sum of who came and went before. */
function finished(
  /** @type {ReturnType<typeof emptyUnit>} */ unit,
  /** @type {(i: number) => string} */ start,
) {
  let opening = 0
  let eligibleNow = 0
  const { moreEligible, ...counts } = unit
  return Array.from(moreEligible, (more, i) => {
    const at = (/** @type {Int32Array} */ of) => of[i]
    const row = {
      unit: unit.name,
      start: start(i),
      opening,
      closing: opening + at(counts.joined) - at(counts.left),
      joined: at(counts.joined),
      left: at(counts.left),
      new: at(counts.new),
      reactivated: at(counts.reactivated),
      eligible: eligibleNow,
      upgraded: at(counts.upgraded),
      kept: at(counts.kept),
      downgraded: at(counts.downgraded),
      churned: at(counts.churned),
      rate: opening > 0 ? at(counts.upgraded) / opening : null,
    }
    opening = row.closing
    eligibleNow += more
    return row
  })
}
