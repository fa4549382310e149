/** From what the reader did (dropped, pasted, typed) to sources for the engine. Nothing is parsed here. */
import type { Source } from './engine_port.js'

export const fromFiles = (files: readonly File[]): Source[] =>
  files.map((file) => ({ name: file.name, data: file }))

export const fromText = (name: string, text: string): Source[] => [{ name, data: text }]

/** Digits with any grouping a reader may type: "2,814", "2.814", "2 814", "2'814". Null for anything else. */
export function typedCount(text: string): string | null {
  const digits = text.trim().replace(/(?<=\d)[\s.,'’\u00a0\u202f](?=\d{3}(\D|$))/g, '')
  return /^-?\d+([.,]\d+)?$/.test(digits) ? digits : null
}

/** The two-number form as the table it stands for, once both fields hold a number. */
export function fromTyped(typed: { upgraded: string; total: string }): Source[] | null {
  const upgraded = typedCount(typed.upgraded)
  const total = typedCount(typed.total)
  if (upgraded === null || total === null) return null
  return [{ name: '', data: `total;upgraded\n${total};${upgraded}\n` }]
}

/** Text pasted as cells; null when the clipboard holds only a picture or nothing. */
export const pastedText = (clipboard: DataTransfer | null): string | null =>
  clipboard?.getData('text/plain') || null
