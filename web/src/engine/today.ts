/** The day it is, in the zone of the settings: the core has no clock, so the host hands the day in. */

/** `now` as the local calendar day "YYYY-MM-DD" in `zone`, a name that timeZone() accepts. */
export function today(zone: string, now: Date = new Date()): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const [month, day, year] = format.format(now).split('/')
  return `${year}-${month}-${day}`
}
