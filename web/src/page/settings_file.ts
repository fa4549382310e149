/**
 * A settings file: told from data, read, and laid on the data at hand.
 *
 * Among dropped files a JSON object with "schema" and keys of the settings is one; so is a whole
 * report, whose settings count. Values are not judged here: the core refuses what it does not know,
 * with the key's name. Entries of `files` that name other files are laid on the files in the same
 * place, where there are as many: next month's export has another name.
 */
import type { Settings } from '../engine/documents.js'

export interface SettingsFile {
  name: string
  settings: Settings
}

const keys: { [key in keyof Required<Settings>]: true } = {
  schema: true,
  files: true,
  plans: true,
  statuses: true,
  prospectsAreCustomers: true,
  bridgeDays: true,
  movementValues: true,
  period: true,
  range: true,
  fiscalStartMonth: true,
  timeZone: true,
  dataUntil: true,
  today: true,
  base: true,
  numerator: true,
  level: true,
  bands: true,
  bandWindow: true,
  launches: true,
  segmentBy: true,
  filters: true,
  currencyRates: true,
  reportingCurrency: true,
}

/** No settings are larger; a large file of data is not read to find that out. */
const mostBytes = 1 << 22

type JsonObject = { [key: string]: unknown }
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The settings that a JSON document is or, as a report, holds; null for anything else. */
export function settingsOf(document: unknown): Settings | null {
  if (!isObject(document) || !('schema' in document)) return null
  const inner = document.settings
  if (isObject(inner) && Array.isArray(document.periods)) return inner
  const others = Object.keys(document).filter((key) => key !== 'schema')
  const isSettings = others.length === 0 || others.some((key) => Object.hasOwn(keys, key))
  return isSettings ? document : null
}

/** Of text that is not JSON null, else what it holds. */
export function parsed(text: string): { document: unknown } | null {
  try {
    return { document: JSON.parse(text) }
  } catch {
    return null
  }
}

async function asSettings(file: File): Promise<SettingsFile | null> {
  if (file.size > mostBytes) return null
  try {
    const start = await file.slice(0, 64).text()
    if (!start.trimStart().startsWith('{')) return null
    const settings = settingsOf(parsed(await file.text())?.document)
    return settings && { name: file.name, settings }
  } catch {
    return null // The engine says what is wrong with the file.
  }
}

/** Settings among the files, the last where there are several, and the rest, which is data. */
export async function apart(
  files: readonly File[],
): Promise<{ found: SettingsFile | null; data: File[] }> {
  const read = await Promise.all(files.map(asSettings))
  return {
    found: read.findLast((each) => each !== null) ?? null,
    data: files.filter((_, i) => read[i] === null),
  }
}

export function placedOn(settings: Settings, names: readonly string[]): Settings {
  const { files } = settings
  if (!Array.isArray(files) || files.length !== names.length) return settings
  if (files.every(({ name }) => name === undefined || names.includes(name))) return settings
  return { ...settings, files: files.map((file, i) => ({ ...file, name: names[i] as string })) }
}

export const settingsText = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`
