/**
 * From a code of the core to a sentence. A code the tables do not know is still shown: its advice
 * where it has one, else the code itself, made readable, with its parameters.
 */
import type { CoreError, Note, Problem } from '../engine/documents.js'
import type { Text } from './language.js'

export type Params = Note['params']
/** `zone`: the time zone in force, for days. */
export type NoteTable = { readonly [code: string]: (p: Params, zone: string) => string }

/** "band.tooWide" → "band: too wide". */
export function readable(code: string): string {
  return code
    .replace(/\./g, ': ')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
}

const written = (value: Params[string]): string =>
  Array.isArray(value) ? value.join(', ') : String(value)

export function noteText(note: Note, { t }: Text, zone: string): string {
  const known = t.notes[note.code]
  if (known) return known(note.params, zone)
  const params = Object.entries(note.params).map(
    ([name, value]) => `${readable(name)} ${written(value)}`,
  )
  return [readable(note.code), ...params].join(', ')
}

export const problemText = (problem: Problem, { t }: Text): string =>
  t.problems[problem.code]?.what ?? readable(problem.code)

/** The advice of the table in the reader's language, else the core's own. */
export const problemAdvice = (problem: Problem, { t }: Text): string =>
  t.problems[problem.code]?.advice ?? problem.advice

export interface ErrorWords {
  what: string
  advice: string
  /** The core's own words, where the page speaks another language. */
  detail: string | null
}

/** The core speaks English and knows the case at hand, so in English its advice goes first. */
export function errorText(error: CoreError, { t, f }: Text): ErrorWords {
  const known = t.errors[error.code]
  const english = f.locale.startsWith('en')
  const advice = english ? error.advice || known?.advice : (known?.advice ?? error.advice)
  const detail = !english && known && error.advice ? error.advice : null
  return { what: known?.what ?? readable(error.code), advice: advice ?? '', detail }
}
