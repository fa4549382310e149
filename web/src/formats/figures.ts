/** The report's numbers as English text. Formats, and computes nothing: what is null stays "-". */
import type { Change, Period, Report } from '../engine/documents.js'

/** Made when it is first asked for: to make one takes milliseconds, at a page's start. */
function numbers(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  let made: Intl.NumberFormat | undefined
  return () => {
    made ??= new Intl.NumberFormat('en', options)
    return made
  }
}

const twoDecimals = {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
} as const
const count = numbers({ maximumFractionDigits: 1 })
const percent = numbers(twoDecimals)
const signed = numbers({ ...twoDecimals, signDisplay: 'exceptZero' })

export const NONE = '-'

export const counted = (value: number | null) => (value === null ? NONE : count().format(value))

export const ratio = (value: number | null) => (value === null ? NONE : percent().format(value))

/** A difference of two ratios, in percentage points: 0.02 is "+2.00". */
export const points = (value: number) =>
  signed()
    .formatToParts(value)
    .filter(({ type }) => type !== 'percentSign')
    .map(({ value: text }) => text)
    .join('')

export const interval = (value: [number, number] | null) =>
  value === null ? NONE : `${ratio(value[0])} to ${ratio(value[1])}`

export function change(value: Change | null): string {
  if (value === null || value.points === null) return NONE
  const span =
    value.interval === null ? '' : ` (${points(value.interval[0])} to ${points(value.interval[1])})`
  const verdict = value.clear === null ? '' : value.clear ? ', clear' : ', within noise'
  return `${points(value.points)} points${span}${verdict}`
}

/** The period's own label, else its days: [start, end). */
export function periodName({ label, start, end, partial }: Period): string {
  const name =
    label ?? (start === null && end === null ? 'all' : `${day(start)} to before ${day(end)}`)
  return partial ? `${name} (partial)` : name
}

const day = (instant: string | null) => (instant === null ? '…' : instant.slice(0, 10))

const NUMERATORS: { [name: string]: string } = {
  upgraded: 'upgraded',
  kept: 'upgraded and kept it',
  upsold: 'upsold',
  upgradedOrUpsold: 'upgraded or upsold',
  upgradeEvents: 'upgrade events',
}
const BASES: { [name: string]: string } = {
  opening: 'customers at start',
  eligible: 'customers who could upgrade',
  average: 'customers on average',
  active: 'customers active in the period',
  closing: 'customers at end',
}

export const numeratorName = ({ settings }: Report) =>
  NUMERATORS[settings.numerator ?? ''] ?? 'upgraded'
export const baseName = ({ settings }: Report) => BASES[settings.base ?? ''] ?? 'customers'
