/**
 * Undo and redo of the settings the user chose: three lists, never changed in place. The same value
 * twice in a row is one step.
 */
export interface History<T> {
  past: readonly T[]
  now: T
  future: readonly T[]
}

const steps = 200

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] })

export function record<T>(history: History<T>, now: T): History<T> {
  if (JSON.stringify(now) === JSON.stringify(history.now)) return history
  return { past: [...history.past, history.now].slice(-steps), now, future: [] }
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return { past: history.past.slice(0, -1), now: last, future: [history.now, ...history.future] }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.now], now: next, future: rest }
}
