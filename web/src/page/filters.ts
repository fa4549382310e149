/**
 * Editing which customers are counted. A condition names a column, or the plan, and the values that
 * are let in; without values there is no condition.
 */
import type { Filter } from '../engine/documents_segments.js'

/** What a condition is about: a column by its name, or the plan. */
export type About = { column: string } | { plan: true }

export const isAbout = (filter: Filter, about: About): boolean =>
  'plan' in about ? 'plan' in filter : 'column' in filter && filter.column === about.column

export const valuesOf = (filters: readonly Filter[], about: About): readonly string[] =>
  filters.find((filter) => isAbout(filter, about))?.in ?? []

/** The conditions with this one set to these values, in its place or at the end. */
export function withValues(
  filters: readonly Filter[],
  about: About,
  values: readonly string[],
): Filter[] {
  const next: Filter = { ...about, in: [...values] }
  const kept = filters.some((filter) => isAbout(filter, about))
    ? filters.map((filter) => (isAbout(filter, about) ? next : filter))
    : [...filters, next]
  return kept.filter((filter) => filter.in.length > 0)
}
