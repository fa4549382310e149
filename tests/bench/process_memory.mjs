/**
 * Resident memory of a process by its number, from Linux's /proc; null elsewhere. `forget` makes the
 * peak start anew, so that what came before does not count.
 */
import { readFileSync, writeFileSync } from 'node:fs'

function field(id, name) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) || null
  } catch {
    return null
  }
}

export const nowKb = (id) => field(id, 'VmRSS')
export const peakKb = (id) => field(id, 'VmHWM')

export function forget(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5')
  } catch {
    // Then the peak is that of the whole life of the process.
  }
}
