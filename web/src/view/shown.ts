/**
 * Which period the answer shows and how it is named: the headline, or the one picked from the list.
 * Everything the answer writes about it in words is put together here, once.
 */
import { bandName } from '../charts/bands.js'
import type { BandSetting, Base, Numerator, Period, Report } from '../engine/documents.js'
import { sentenceFacts } from '../text/sentence_facts.js'
import { shownCalendar, type View } from './context.js'
import { conditions } from './filters.js'

export interface Shown {
  period: Period
  report: Report
  numerator: Numerator
  base: Base
  bands: readonly BandSetting[]
  /** The calendar name; null where the data names no time. */
  name: string | null
  reason: 'last12Months' | 'longestRun' | 'range' | 'only' | null
  rate: string
  sentence: string
}

/** A headline spans months whatever the unit of the list is. */
export function headlineName(view: View, report: Report): string | null {
  const headline = report.headline
  if (!headline?.start || !headline.end) return null
  const zone = shownCalendar(view.state).timeZone
  const { f } = view.text
  return headline.reason === 'range'
    ? f.days(headline.start, headline.end, zone)
    : f.months(headline.start, headline.end, zone)
}

const isDated = (period: Period) => period.start !== null || period.label !== null

export function shownPeriod(view: View): Shown | null {
  const { state, text } = view
  const { report, picked } = state
  if (!report) return null
  const chosen = picked == null ? null : (report.periods[picked] ?? null)
  const period = chosen ?? report.headline
  if (!period) return null
  const { numerator = 'upgraded', base = 'opening', bands = [] } = report.settings
  const reason = chosen ? null : (report.headline?.reason ?? null)
  const listName = isDated(period) ? text.f.period(period, shownCalendar(state)) : null
  const name = chosen ? listName : headlineName(view, report)
  const rate = text.f.rate(period.rate, period.bandLimits)
  const frame = {
    numerator,
    base,
    bands,
    rate,
    periodName: name,
    lastTwelveMonths: reason === 'last12Months',
    only: conditions(view),
    bandName: period.band === null ? null : bandName(period.band, text),
  }
  const sentence = text.t.sentence(sentenceFacts(period, frame), text.f)
  return { period, report, numerator, base, bands, name, reason, rate, sentence }
}
