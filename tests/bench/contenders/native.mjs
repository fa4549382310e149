/** The native core: a program of its own, which speaks as contender.mjs does. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { built, work } from '../places.mjs'

/** What to start for these data. */
export function nativeCommand({ file, warmUp, settings }) {
  const host = { today: settings[0].today, zone: { name: 'UTC', transitions: [[0, 0]] } }
  const documents = [host, ...settings].map((document, i) => {
    const path = join(work, `native-${i}.json`)
    writeFileSync(path, JSON.stringify(document))
    return path
  })
  return [join(built, 'upgrade_rate_timed'), [warmUp, file, ...documents]]
}
