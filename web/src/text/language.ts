/** Which language the page speaks, and with which locale it writes numbers and dates. */
import { german } from './de.js'
import { english } from './en.js'
import { Format } from './format.js'

export type Language = 'en' | 'de'
export type Messages = ReturnType<typeof english>
export interface Text {
  t: Messages
  f: Format
}

const wanted = (): readonly string[] => globalThis.navigator?.languages ?? ['en']

/** The reader's first language that the page has; English otherwise. */
export function detectLanguage(preferred: readonly string[] = wanted()): Language {
  const match = preferred
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => tag === 'de' || tag === 'en')
  return match === 'de' ? 'de' : 'en'
}

/** The reader's own regional form of that language (en-GB, de-AT), else the plain language. */
export function localeFor(language: Language, preferred: readonly string[] = wanted()): string {
  return preferred.find((tag) => tag.slice(0, 2).toLowerCase() === language) ?? language
}

const built = new Map<string, Text>()

export function textFor(language: Language, locale: string): Text {
  const key = `${language} ${locale}`
  const found = built.get(key)
  if (found) return found
  const f = new Format(locale)
  const text = { f, t: language === 'de' ? german(f) : english(f) }
  built.set(key, text)
  return text
}
