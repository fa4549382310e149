/** What only the host knows: the day it is and the time zone's offsets, as the core takes them. */
import type { Settings } from './documents.js'
import { timeZone } from './time_zone.js'
import { today } from './today.js'

/**
 * The host document for these settings. Throws `setting.timeZone` for an unknown zone.
 * Settings of a wrong type fall back to UTC here: the core refuses them, by name.
 */
export function hostDocument(settings: Settings, now?: Date): string {
  const named = settings?.timeZone
  const zone = timeZone(typeof named === 'string' ? named : 'UTC')
  return JSON.stringify({ today: today(zone.name, now), zone })
}
