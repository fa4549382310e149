/**
 * The bands as drawn and named: which of the three colours, the name in the reader's language, the
 * limits in percent. With any number of bands the first is low, the last high, all between mid.
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

/** In percent; 0 where there is no such band. */
export const edgeOf = (band: BandSetting | undefined): number => band?.from ?? band?.above ?? 0

/** The limits between bands, in percent. */
export const limitsOf = (bands: readonly BandSetting[]): number[] => bands.slice(1).map(edgeOf)

/** Own names stay as they are; the published three are words of the page. */
export const bandName = (name: string, { t }: Text): string => t.standardBands[name] ?? name

export function edgeText(band: BandSetting, { t, f }: Text): string {
  const edge = edgeOf(band)
  const text = f.percent(edge / 100, Number.isInteger(edge) ? 0 : 1)
  return band.above === undefined ? t.answer.from(text) : t.answer.above(text)
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
export function zonesUpTo(bands: readonly BandSetting[], top: number, text: Text): Zone[] {
  return bands
    .map((band, i) => ({
      index: i,
      name: bandName(band.name, text),
      tone: tone(i, bands.length),
      from: Math.max(0, edgeOf(band) / 100),
      to: i + 1 < bands.length ? Math.min(top, edgeOf(bands[i + 1]) / 100) : top,
    }))
    .filter((zone) => zone.from < top && zone.to > zone.from)
}
