/** The plain sentence under the rate, in German; see en_sentence.ts for the parts. */
import type { Base, Numerator } from '../engine/documents.js'
import type { Format } from './format.js'
import type { SentenceFacts } from './sentence_facts.js'

type Verb = [one: string, other: string]

const did: { [n in Exclude<Numerator, 'upgradeEvents'>]: Verb } = {
  upgraded: ['ist in einen höheren Tarif gewechselt', 'sind in einen höheren Tarif gewechselt'],
  kept: [
    'ist in einen höheren Tarif gewechselt und lag am Ende noch über dem Anfang',
    'sind in einen höheren Tarif gewechselt und lagen am Ende noch über dem Anfang',
  ],
  upsold: ['hat im bisherigen Tarif mehr gekauft', 'haben im bisherigen Tarif mehr gekauft'],
  upgradedOrUpsold: [
    'ist in einen höheren Tarif gewechselt oder hat mehr gekauft',
    'sind in einen höheren Tarif gewechselt oder haben mehr gekauft',
  ],
}

/** Dative after "von": von 1 Kunden, von 2 Kunden. */
const of: { [b in Base]: string } = {
  opening: 'Kunden',
  eligible: 'Kunden mit einem höheren Tarif über sich',
  average: 'Kunden (Mittel aus Anfang und Ende)',
  active: 'im Zeitraum aktiven Kunden',
  closing: 'Kunden am Ende',
}

const when = (s: SentenceFacts) =>
  s.lastTwelveMonths
    ? ` in den letzten zwölf vollen Monaten${s.period ? ` (${s.period})` : ''}`
    : s.period
      ? ` im Zeitraum ${s.period}`
      : ''

function noRate(s: SentenceFacts): string {
  if (s.of === 0) {
    const nobody =
      s.base === 'opening'
        ? 'Am Anfang war niemand Kunde'
        : 'Es gab niemanden, von dem aus zu zählen wäre'
    return `Keine Quote${when(s)}: ${nobody}.`
  }
  return `Keine Quote${when(s)}: Den Daten fehlen die nötigen Zahlen.`
}

function counts(s: SentenceFacts, f: Format): string {
  const among = s.only.length > 0 ? ` (nur ${s.only.join('; ')})` : ''
  const all = `${f.count(s.of)} ${of[s.base]}${among}`
  if (s.numerator === 'upgradeEvents') {
    const upgrades = f.plural(s.counted as number, '1 Aufstieg', `${f.count(s.counted)} Aufstiege`)
    return `Auf ${all} ${s.counted === 1 ? 'kam' : 'kamen'}${when(s)} ${upgrades}.`
  }
  const [one, other] = did[s.numerator]
  const start = when(s).trim()
  if (s.counted === 0)
    return `Von ${all} ${one.replace(/^(ist|hat)/, start ? `$1 ${start} keiner` : '$1 keiner')}.`
  const verb = s.counted === 1 ? one : other
  const [auxiliary, ...rest] = verb.split(' ')
  return `${f.count(s.counted)} von ${all} ${[auxiliary, start, ...rest].filter(Boolean).join(' ')}.`
}

function comparison(s: SentenceFacts, f: Format): string {
  if (!s.comparison) return ''
  const before = s.comparison.with === 'year' ? 'ein Jahr zuvor' : 'im Zeitraum davor'
  const { points, clear } = s.comparison
  if (points === 0) return `, genauso viel wie ${before}`
  const size = f.points(points)
  const unit = size === f.points(0.01) ? 'Punkt' : 'Punkte'
  const side = points > 0 ? 'mehr' : 'weniger'
  return `, und ${size} ${unit} ${side} als ${before}, ${clear ? 'deutlicher als das Rauschen' : 'was im Rauschen liegt'}`
}

export function germanSentence(s: SentenceFacts, f: Format): string {
  if (s.counted == null || s.of == null || s.of === 0) return noRate(s)
  const scale = s.publishedScale ? 'nach der veröffentlichten Skala' : 'nach Ihrer Skala'
  const sure = s.unsure === null ? '' : ` (nur ${f.chance(s.unsure)} sicher)`
  const band = s.publishedScale ? s.band?.toLowerCase() : s.band
  const verdict = s.band ? `, ${scale} ${band}${sure}` : ''
  const parts = [counts(s, f), `Das sind ${s.rate}${verdict}${comparison(s, f)}.`]
  if (s.kept) {
    const { kept, upgraded } = s.kept
    if (kept === upgraded)
      parts.push(
        upgraded === 1
          ? 'Der höhere Tarif wurde behalten.'
          : 'Alle haben den höheren Tarif behalten.',
      )
    else if (kept === 0) parts.push('Keiner war am Ende noch in einem höheren Tarif.')
    else
      parts.push(
        `${f.count(kept)} von ${f.count(upgraded)} ${kept === 1 ? 'hat' : 'haben'} den höheren Tarif behalten.`,
      )
  }
  if (s.partial)
    parts.push('Der Zeitraum ist noch nicht zu Ende, deshalb gibt es noch kein Urteil.')
  return parts.join(' ')
}
