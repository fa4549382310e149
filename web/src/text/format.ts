/**
 * Numbers and plurals in the reader's language, through Intl. Nothing here computes a
 * figure: it writes figures of the report. The one rule of its own: a rate is never rounded onto or
 * across a limit it is not on (14.96 % stays 14.96 %, not "15 %"), so text and verdict agree.
 * A missing figure is written as a dash.
 */
import { Dates, missing } from './dates.js'

export { type Calendar, missing, type Span } from './dates.js'

/** Decimals for a ratio shown in percent: about three figures, more where rounding would reach a limit (a ratio too). */
export function rateDecimals(ratio: number, limits: readonly number[] = []): number {
  const percent = Math.abs(ratio * 100)
  const first = percent >= 10 || percent === 0 ? 1 : 2
  for (let digits = first; digits < 7; digits++) {
    const shown = Number(percent.toFixed(digits))
    const crosses = limits.some((ratioOfLimit) => {
      const limit = ratioOfLimit * 100
      const exact = Math.abs(percent - limit) < 1e-9 ? 0 : Math.sign(percent - limit)
      return exact !== 0 && Math.sign(shown - limit) !== exact
    })
    if (!crosses) return percent === 0 ? 0 : digits
  }
  return 7
}

export class Format extends Dates {
  private readonly kept = new Map<string, Intl.NumberFormat>()
  private readonly rules: Intl.PluralRules

  constructor(locale: string) {
    super(locale)
    this.rules = new Intl.PluralRules(locale)
  }

  private numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options)
    const found = this.kept.get(key) ?? new Intl.NumberFormat(this.locale, options)
    this.kept.set(key, found)
    return found
  }

  count(n: number | null | undefined): string {
    return n == null ? missing : this.numbers({ maximumFractionDigits: 1 }).format(n)
  }

  amount(n: number | null): string {
    return n == null ? missing : this.numbers({ maximumFractionDigits: 2 }).format(n)
  }

  /** With sign, and a real minus. */
  signedAmount(n: number): string {
    const options = { maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const
    return this.numbers(options).format(n).replace('-', '−')
  }

  /**
   * Money in a currency by its code; any other key stands behind the number as it was written.
   * `like`: an amount whose decimals to share; those from 1000 on have none.
   */
  money(n: number | null, currency: string, signed = false, like = n): string {
    if (n == null) return missing
    const byCode = /^[A-Z]{3}$/.test(currency)
    const large = Math.abs(like ?? 0) >= 1000
    const text = this.numbers({
      ...(byCode ? { style: 'currency', currency } : { maximumFractionDigits: 2 }),
      ...(large ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
      signDisplay: signed ? 'exceptZero' : 'negative',
    })
      .format(n)
      .replace('-', '−')
    return byCode || !currency ? text : `${text} ${currency}`
  }

  percent(ratio: number, decimals: number): string {
    return this.numbers({
      style: 'percent',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(ratio)
  }

  /** A threshold: whole percents without decimals, others with as many as tell them apart. */
  limit(ratio: number): string {
    const percent = Math.round(ratio * 1e6) / 1e4
    return this.numbers({
      style: 'percent',
      maximumFractionDigits: percent < 10 ? 2 : 1,
    }).format(percent / 100)
  }

  /** `limits`, ratios: thresholds the text must not seem to touch or cross. */
  rate(ratio: number | null, limits: readonly number[] = []): string {
    return ratio == null ? missing : this.percent(ratio, rateDecimals(ratio, limits))
  }

  /** The figure and its percent sign apart, for the large figure. */
  rateParts(ratio: number, limits: readonly number[]): { figure: string; sign: string } {
    const decimals = rateDecimals(ratio, limits)
    const options = {
      style: 'percent',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    } as const
    const parts = this.numbers(options).formatToParts(ratio)
    const sign = parts
      .filter((p) => p.type === 'percentSign')
      .map((p) => p.value)
      .join('')
    const figure = parts
      .filter((p) => p.type !== 'percentSign' && p.type !== 'literal')
      .map((p) => p.value)
      .join('')
    return { figure, sign }
  }

  /** An interval of rates as one range, both ends with as many decimals as tell them apart. */
  interval(ends: readonly [number, number] | null): string {
    if (!ends) return missing
    let decimals = ends[1] >= 0.1 ? 1 : 2
    const alike = () => this.percent(ends[0], decimals) === this.percent(ends[1], decimals)
    while (ends[0] < ends[1] && decimals < 4 && alike()) decimals++
    return `${this.numbers({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(ends[0] * 100)} – ${this.percent(ends[1], decimals)}`
  }

  /** A chance in percent; never shown as certain. */
  chance(p: number): string {
    if (p > 0.999) return `> ${this.percent(0.999, 1)}`
    if (p < 0.001) return `< ${this.percent(0.001, 1)}`
    return this.percent(p, p > 0.99 || p < 0.01 ? 1 : 0)
  }

  /** A difference of rates, in points, without sign. */
  points(difference: number): string {
    const size = Math.abs(difference * 100)
    const decimals = size >= 0.995 || size === 0 ? 1 : 2
    return this.numbers({
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(size)
  }

  /** With sign, and a real minus; `like`: a larger difference whose decimals to share. */
  signedPoints(difference: number, like = difference): string {
    const size = Math.abs(like * 100)
    const decimals = size >= 0.995 || size === 0 ? 1 : 2
    const options = {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'exceptZero',
    } as const
    return this.numbers(options)
      .format(difference * 100)
      .replace('-', '−')
  }

  /** Two differences with the same decimals, as many as tell them apart, four at most. */
  twoPoints(a: number, b: number): [string, string] {
    const written = (decimals: number) =>
      [a, b].map((difference) =>
        this.numbers({
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(Math.abs(difference * 100)),
      ) as [string, string]
    let decimals = Math.max(Math.abs(a), Math.abs(b)) >= 0.00995 ? 1 : 2
    while (decimals < 4 && a !== b && written(decimals)[0] === written(decimals)[1]) decimals++
    return written(decimals)
  }

  /** "p = 0.013", "p < 0.001". */
  probability(p: number): string {
    if (p < 0.001) return `p < ${this.numbers({ maximumFractionDigits: 3 }).format(0.001)}`
    return `p = ${this.numbers({ maximumSignificantDigits: 2 }).format(p)}`
  }

  /** A factor: "3.0". */
  times(factor: number): string {
    return this.numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(factor)
  }

  bytes(n: number): string {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
    const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, n)) / 3)))
    return this.numbers({
      style: 'unit',
      unit: units[step],
      unitDisplay: step > 0 ? 'short' : 'long',
      maximumFractionDigits: step > 1 ? 1 : 0,
    }).format(n / 1000 ** step)
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items)
  }

  plural(n: number, one: string, other: string): string {
    return this.rules.select(n) === 'one' ? one : other
  }
}
