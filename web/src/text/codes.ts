/**
 * From a code of the core to a sentence. A code the tables do not know is still shown: its advice
 * where it has one, else the code itself, made readable, with its parameters.
 */
import type { CoreError, Note, Problem } from '../engine/documents.js'
import type { Text } from './language.js'

export type Params = Note['params']
export type NoteTable = { readonly [code: string]: (p: Params) => string }

/** "band.tooWide" → "band: too wide". */
export function readable(code: string): string {
  return code
    .replace(/\./g, ': ')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
}

const written = (value: Params[string]): string => (Array.isArray(value) ? value.join(', ') : String(value))

export function noteText(note: Note, { t }: Text): string {
  const known = t.notes[note.code]
  if (known) return known(note.params)
  const params = Object.entries(note.params).map(([name, value]) => `${readable(name)} ${written(value)}`)
  return [readable(note.code), ...params].join(', ')
}

export const problemText = (problem: Problem, { t }: Text): string => t.problems[problem.code]?.what ?? readable(problem.code)

/** The advice of the table in the reader's language, else the core's own. */
export const problemAdvice = (problem: Problem, { t }: Text): string => t.problems[problem.code]?.advice ?? problem.advice

export function errorText(error: CoreError, { t }: Text): { what: string; advice: string } {
  const known = t.errors[error.code]
  return { what: known?.what ?? readable(error.code), advice: known?.advice ?? error.advice }
}
