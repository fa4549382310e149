/**
 * The bands as drawn and named: which of the three colours, the name in the reader's language,
 * where each begins. With any number of bands the first is low, the last high, all between mid. The
 * limits are those of a period (ratios, from the report): they depend on its length where the scale
 * is meant for another one.
 */
import type { BandSetting } from '../engine/documents.js'
import type { Text } from '../text/language.js'

export type Tone = 'low' | 'mid' | 'high'

/** The published scale. */
export const published: BandSetting[] = [
  { name: 'concerning', from: 0 },
  { name: 'healthy', from: 15 },
  { name: 'exceptional', above: 25 },
]

export const tone = (index: number, count: number): Tone =>
  index === 0 && count > 1 ? 'low' : index === count - 1 ? 'high' : 'mid'

/** As set, in percent; 0 where there is no such band. */
export const edgeOf = (band: BandSetting | undefined): number => band?.from ?? band?.above ?? 0

/** The bands with the limits between them, as ratios: one fewer than bands. */
export interface Scale {
  bands: readonly BandSetting[]
  limits: readonly number[]
}

/** Own names stay as they are; the published three are words of the page. */
export const bandName = (name: string, { t }: Text): string => t.standardBands[name] ?? name

/** Where band `index` begins, in words. */
export function edgeText({ bands, limits }: Scale, index: number, { t, f }: Text): string {
  const text = f.limit(index === 0 ? 0 : (limits[index - 1] ?? 0))
  return bands[index]?.above === undefined ? t.answer.from(text) : t.answer.above(text)
}

export interface Zone {
  /** Of the band it draws. */
  index: number
  name: string
  tone: Tone
  /** Ratios. `to` is the top of the drawing for the last one. */
  from: number
  to: number
}

/** The zones that lie between 0 and `top` (a ratio). */
export function zonesUpTo({ bands, limits }: Scale, top: number, text: Text): Zone[] {
  return bands
    .map((band, i) => ({
      index: i,
      name: bandName(band.name, text),
      tone: tone(i, bands.length),
      from: i === 0 ? 0 : (limits[i - 1] ?? top),
      to: Math.min(top, limits[i] ?? top),
    }))
    .filter((zone) => zone.from < top && zone.to > zone.from)
}
