/**
 * The part of a link behind `#`, which browsers send to no server: which view in which dress, and
 * the shared figures. `#view=trend&theme=dark&lang=de&data=…`. What is not known is left out.
 */
import type { SharePart } from '../engine/share_options.js'
import type { Language } from '../text/language.js'

export const SHARE_VIEWS = ['kpi', 'trend', 'segments', 'cohorts', 'full'] as const
export type ShareView = (typeof SHARE_VIEWS)[number]
export type ShareTheme = 'system' | 'light' | 'dark'

export interface Fragment {
  /** Null: the whole page, not a widget. */
  view: ShareView | null
  theme: ShareTheme | null
  language: Language | null
  /** As pack() wrote it. */
  data: string
}

/** Null where the fragment carries no figures (an anchor of the page, or nothing). */
export function readFragment(hash: string): Fragment | null {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  const data = given.get('data')
  if (data === null) return null
  const one = <T extends string>(key: string, known: readonly T[]) =>
    known.find((each) => each === given.get(key)) ?? null
  return {
    view: one('view', SHARE_VIEWS),
    theme: one('theme', ['system', 'light', 'dark'] as const),
    language: one('lang', ['en', 'de'] as const),
    data,
  }
}

export function writeFragment({ view, theme, language, data }: Fragment): string {
  const parts = [
    view && `view=${view}`,
    theme && theme !== 'system' && `theme=${theme}`,
    language && `lang=${language}`,
    `data=${data}`,
  ]
  return `#${parts.filter(Boolean).join('&')}`
}

/** What a view shows, so that a link carries no more. */
export function partsOf(view: ShareView | null): readonly SharePart[] {
  switch (view) {
    case 'kpi':
      return []
    case 'trend':
      return ['periods']
    case 'segments':
      return ['segments']
    case 'cohorts':
      return ['cohorts']
    default:
      return ['periods', 'segments', 'cohorts', 'paths', 'money']
  }
}
