/** A view's template as text, without a browser: what Lit would write, listeners left out. */
import type { TemplateResult } from 'lit'

export function markupOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(markupOf).join('')
  if (typeof part === 'string' || typeof part === 'number') return String(part)
  if (typeof part !== 'object' || part === null) return ''
  if ('strings' in part) {
    const { strings, values } = part as TemplateResult
    return strings.map((text, i) => text + markupOf(values[i])).join('')
  }
  // A directive with its arguments; the last one is or makes the content.
  const last = (part as { values?: unknown[] }).values?.at(-1)
  return markupOf(typeof last === 'function' ? last() : last)
}

/** The heads of the rows of all tables, in order. */
export const rowHeads = (markup: string): string[] =>
  [...markup.matchAll(/<th scope="row">(.*?)<\/th>/gs)].map(([, text = '']) => text)
