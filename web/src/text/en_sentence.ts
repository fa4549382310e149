/** The plain sentence under the rate, in English: one clause per fact, each right for 0, 1 and many. */
import type { Base, Numerator } from '../engine/documents.js'
import type { Format } from './format.js'
import type { SentenceFacts } from './sentence_facts.js'

const did: { [n in Exclude<Numerator, 'upgradeEvents'>]: string } = {
  upgraded: 'moved to a higher plan',
  kept: 'moved to a higher plan and were still above where they began at the end',
  upsold: 'bought more on the plan they had',
  upgradedOrUpsold: 'moved to a higher plan or bought more',
}

const of: { [b in Base]: [one: string, other: string] } = {
  opening: ['customer', 'customers'],
  eligible: [
    'customer who had a higher plan to move to',
    'customers who had a higher plan to move to',
  ],
  average: ['customer (average of start and end)', 'customers (average of start and end)'],
  active: ['customer active in the period', 'customers active in the period'],
  closing: ['customer at the end', 'customers at the end'],
}

const when = (s: SentenceFacts) =>
  s.lastTwelveMonths
    ? ` in the last twelve full months${s.period ? ` (${s.period})` : ''}`
    : s.period
      ? ` in ${s.period}`
      : ''

function noRate(s: SentenceFacts): string {
  if (s.of === 0) {
    const nobody =
      s.base === 'opening' ? 'nobody was a customer at the start' : 'there was nobody to count from'
    return `There is no rate${when(s)}: ${nobody}.`
  }
  return `There is no rate${when(s)}: the data does not hold the counts it needs.`
}

function counts(s: SentenceFacts, f: Format): string {
  const among = s.only.length > 0 ? ` (only ${s.only.join('; ')})` : ''
  const customers = f.plural(s.of as number, ...of[s.base]) + among
  if (s.numerator === 'upgradeEvents') {
    const upgrades = f.plural(
      s.counted as number,
      'There was 1 upgrade',
      `There were ${f.count(s.counted)} upgrades`,
    )
    return `${upgrades}${when(s)}, for ${f.count(s.of)} ${customers}.`
  }
  const verb = did[s.numerator]
  const known = s.counted === 1 ? verb.replace('were still', 'was still') : verb
  if (s.counted === 0) return `None of ${f.count(s.of)} ${customers} ${known}${when(s)}.`
  return `${f.count(s.counted)} of ${f.count(s.of)} ${customers} ${known}${when(s)}.`
}

function comparison(s: SentenceFacts, f: Format): string {
  if (!s.comparison) return ''
  const before = s.comparison.with === 'year' ? 'a year before' : 'the period before'
  const { points, clear } = s.comparison
  if (points === 0) return `, the same as ${before}`
  const size = f.points(points)
  const unit = size === f.points(0.01) ? 'point' : 'points'
  const side = points > 0 ? 'above' : 'below'
  return `, and ${size} ${unit} ${side} ${before}, ${clear ? 'more than noise' : 'which is within noise'}`
}

export function englishSentence(s: SentenceFacts, f: Format): string {
  if (s.counted == null || s.of == null || s.of === 0) return noRate(s)
  const scale = s.publishedScale ? 'the published scale' : 'your scale'
  const sure = s.unsure === null ? '' : ` (only ${f.chance(s.unsure)} sure)`
  const verdict = s.band ? `, ${s.band.toLowerCase()} on ${scale}${sure}` : ''
  const parts = [counts(s, f), `That is ${s.rate}${verdict}${comparison(s, f)}.`]
  if (s.kept) {
    const { kept, upgraded } = s.kept
    if (kept === upgraded)
      parts.push(upgraded === 1 ? 'The higher plan was kept.' : 'All kept the higher plan.')
    else if (kept === 0) parts.push('None was still on a higher plan at the end.')
    else parts.push(`${f.count(kept)} of ${f.count(upgraded)} kept the higher plan.`)
  }
  if (s.partial) parts.push('The period is not finished, so it gets no verdict yet.')
  return parts.join(' ')
}
