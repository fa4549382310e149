/**
 * Repeatable chance for the samples: mulberry32 (Tommy Ettinger's 32-bit mixer), one seed, the same
 * table on every machine. Not for anything that needs real chance.
 */
export interface Chance {
  /** In [0, 1). */
  next: () => number
  /** A whole number in [low, high]. */
  whole: (low: number, high: number) => number
  happens: (probability: number) => boolean
  pick: <T>(weighted: readonly (readonly [T, number])[]) => T
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(weighted: readonly (readonly [T, number])[]): T => {
    let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of weighted) {
      left -= weight
      if (left < 0) return value
    }
    // Only rounding gets here: the last one.
    return (weighted.at(-1) as readonly [T, number])[0]
  }
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (p) => next() < p,
    pick,
  }
}
