/**
 * The scale as a ruler, with the limits as they hold for this period: zones from 0 up, the limits between them, the rate as a marker
 * with its interval as a whisker, under each zone its name and the chance of it. Drawn for its real
 * width; the top is chosen so that the last zone holds its own name. Where names do not fit their
 * zones, a list under the ruler says them.
 */
import { html, nothing, svg, type TemplateResult } from 'lit'
import type { BandSetting, Period } from '../engine/documents.js'
import type { Text } from '../text/language.js'
import { bandName, edgeText, type Scale, tone, type Zone, zonesUpTo } from './bands.js'

export interface ScaleFrame {
  period: Pick<Period, 'rate' | 'interval' | 'bandChances' | 'bandLimits'>
  bands: readonly BandSetting[]
  width: number
  text: Text
  /** The rate as written beside it. */
  rate: string
}

const bar = { top: 28, height: 14 }
const letter = 6.8

const labelWidth = (zone: Zone, chance: string | null) =>
  Math.max(zone.name.length, chance?.length ?? 0) * letter + 10

/** The ratio at the right end of the ruler. */
function scaleTop(frame: ScaleFrame): number {
  const lastLimit = frame.period.bandLimits.at(-1) ?? 0.2
  const furthest = Math.max(frame.period.rate ?? 0, frame.period.interval?.[1] ?? 0)
  const last = frame.bands.at(-1)
  const room = Math.min(0.5, ((last?.name.length ?? 0) * letter + 24) / Math.max(1, frame.width))
  return Math.max(lastLimit * 1.28, furthest * 1.12, lastLimit / (1 - room))
}

function whisker(frame: ScaleFrame, x: (v: number) => number) {
  const { rate, interval } = frame.period
  const y = bar.top + bar.height / 2
  if (rate == null) return nothing
  const line = interval
    ? svg`<path class="whisker-halo" d="M${x(interval[0])} ${y}H${x(interval[1])}"/>
      <path class="whisker" d="M${x(interval[0])} ${y - 5}v10M${x(interval[0])} ${y}H${x(interval[1])}M${x(interval[1])} ${y - 5}v10"/>`
    : nothing
  return svg`${line}<circle class="marker" cx=${x(rate)} cy=${y} r="7"/>`
}

function chancesOf(frame: ScaleFrame): (string | null)[] {
  const { bandChances } = frame.period
  return frame.bands.map((band) => {
    const chance = bandChances?.[band.name]
    return chance === undefined ? null : frame.text.f.chance(chance)
  })
}

const scaleOf = ({ bands, period }: ScaleFrame): Scale => ({ bands, limits: period.bandLimits })

function zoneList(frame: ScaleFrame, chances: (string | null)[]) {
  const { t } = frame.text
  return html`<ul class="zone-list">
    ${frame.bands.map(
      (band, i) => html`<li>
        <span class="swatch ${tone(i, frame.bands.length)}"></span>
        <span>${bandName(band.name, frame.text)} <span class="soft">${edgeText(scaleOf(frame), i, frame.text)}</span></span>
        ${chances[i] ? html`<span class="soft">${t.answer.sure(chances[i])}</span>` : nothing}
      </li>`,
    )}
  </ul>`
}

export function scaleChart(frame: ScaleFrame): TemplateResult {
  const { width, bands, text } = frame
  const { t, f } = text
  const top = scaleTop(frame)
  const x = (v: number) => Math.min(width, (v / top) * width)
  const zones = zonesUpTo(scaleOf(frame), top, text)
  const chances = chancesOf(frame)
  const sure = (index: number) => {
    const chance = chances[index]
    return chance ? t.answer.sure(chance) : null
  }
  const isMost = (index: number) => frame.period.bandChances?.[bands[index]?.name ?? ''] === most
  const most = frame.period.bandChances
    ? Math.max(...Object.values(frame.period.bandChances))
    : null
  const fits = zones.every((z) => x(z.to) - x(z.from) >= labelWidth(z, sure(z.index)))
  const inWords = bands
    .map((b, i) =>
      t.answer.zone(bandName(b.name, text), edgeText(scaleOf(frame), i, text), chances[i] ?? null),
    )
    .join('; ')
  const height = fits ? 86 : 52
  // A limit that would stand on the label before it keeps its zone and loses its label.
  const limits = frame.period.bandLimits.filter(
    (limit, i, all) => x(limit - (all[i - 1] ?? 0)) >= 6 + f.limit(limit).length * 8,
  )
  return html`<svg class="scale" role="img" viewBox="0 0 ${width} ${height}"
      aria-label=${t.answer.scaleLabel(frame.rate, f.interval(frame.period.interval), inWords)}>
      <text x="0" y="16">${f.percent(0, 0)}</text>
      ${limits.map(
        (limit) =>
          svg`<text class="num" text-anchor="middle" x=${x(limit)} y="16">${f.limit(limit)}</text>`,
      )}
      ${zones.map(
        (
          z,
        ) => svg`<rect class="zone ${z.tone}" x=${x(z.from) + (z.index ? 1 : 0)} y=${bar.top} height=${bar.height}
          width=${Math.max(0, x(z.to) - x(z.from) - 2)} rx="2"/>`,
      )}
      ${
        fits
          ? zones.map(
              (
                z,
              ) => svg`<text class="zone-name ${z.tone}" x=${x(z.from) + 2} y="62">${z.name}</text>
            ${sure(z.index) ? svg`<text class=${isMost(z.index) ? 'strong' : ''} x=${x(z.from) + 2} y="80">${sure(z.index)}</text>` : nothing}`,
            )
          : nothing
      }
      ${whisker(frame, x)}
    </svg>
    ${fits ? nothing : zoneList(frame, chances)}`
}
