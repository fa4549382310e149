/** The words of the views that follow customers, in German; same types as the English ones. */
import type { Format } from './format.js'
import { isolate } from './isolate.js'
import type { Messages } from './language.js'

const customers = (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'Kunde', 'Kunden')}`
/** After "von": the dative. */
const ofCustomers = (n: number, f: Format) => f.plural(n, '1 Kunden', `${f.count(n)} Kunden`)
const days = (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'Tag', 'Tage')}`
const people = (n: number, f: Format) => (n === 0 ? 'niemand' : f.count(n))
const verb = (n: number, f: Format, one: string, many: string) =>
  n === 0 ? one : f.plural(n, one, many)
const during = (when: string | null) => (when ? ` (${when})` : '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const others = (down: number, left: number, f: Format) =>
  `${people(down, f)} ${verb(down, f, 'stieg', 'stiegen')} ab, ${people(left, f)} ${verb(left, f, 'ging', 'gingen')}${left === 0 ? '' : ' irgendwann'}`

type Unit = 'month' | 'quarter'

const units = { month: 'Monat', quarter: 'Quartal' }

/** Age 0 is the month or quarter they began in. */
const byAge = (unit: Unit, age: number, f: Format) =>
  age === 0
    ? `bis zum Ende des ${units[unit]}s, in dem sie begannen,`
    : `bis zum Ende des ${f.count(age)}. ${units[unit]}s nach dem des Beginns`

export const journeys: Messages['journeys'] = {
  why: 'Warum',
  whySubtitle: 'welche Kunden aufsteigen, wer wohin wechselte, und wie lange es dauerte',
  good: 'Ist die Quote gut?',
  goodSubtitle: 'was neben ihr steht',
  asTable: 'Als Tabelle',
  customers: 'Kunden',
  customersOf: customers,
  share: 'Anteil',
  interval: 'Intervall',
  days: 'Tage',
  daysOf: days,
  countsOnly: 'Weniger als 5 Kunden: nur Anzahlen.',
  countOf: (part, whole) => `${part} von ${whole}`,

  paths: 'Wege von Tarif zu Tarif',
  pathsOfAll: 'alle Kunden, auch die, die erst in dieser Zeit begannen',
  pathsLabel: 'Wechsel von Tarif zu Tarif. Die Pfeiltasten gehen von Wechsel zu Wechsel.',
  pathsNeedHeadline:
    'Wege brauchen einen abgeschlossenen Zeitraum, der vorn steht; diese Daten haben noch keinen.',
  pathsNone: (when) => `Niemand hat den Tarif gewechselt${during(when)}.`,
  pathsSay: (up, down, across, when) =>
    `${when ? `${when}: ` : ''}${[
      up ? `häufigster Aufstieg ${up}` : 'niemand stieg auf',
      down ? `häufigster Abstieg ${down}` : 'niemand stieg ab',
      ...(across ? [`häufigster Wechsel gleicher Stufe ${across}`] : []),
    ].join(', ')}.`.replace(/^./, (first) => first.toUpperCase()),
  pathTop: (names, n, each, f) => `${names} (${each ? 'je ' : ''}${customers(n, f)})`,
  pathsAlike: (n, f) => `einer von ${f.count(n)} gleich häufigen`,
  path: (from, to) => `${isolate(from)} → ${isolate(to)}`,
  kinds: { upgrade: 'Aufstieg', downgrade: 'Abstieg', switch: 'Wechsel' },
  kind: 'Art',
  from: 'Von',
  to: 'Nach',
  corner: 'von ↓ nach →',
  events: 'Wie oft',
  eventsOf: (n, f) => `${f.count(n)}-mal`,
  value: 'Wert im Monat',
  valueOf: (value) => `${value} im Monat`,
  valuedOf: (part, whole) => `Wert bei ${part} von ${whole} Wechseln bekannt`,
  valueUnknown: 'Wert nicht bekannt',

  cohorts: 'Kohorten',
  cohortsLabel:
    'Anteil der Aufsteiger nach Kohorte und Alter. Die Pfeiltasten gehen von Feld zu Feld.',
  cohortsSubtitle: {
    month: 'Anteil der Aufsteiger, nach Monat des Beginns und Monaten seither',
    quarter: 'Anteil der Aufsteiger, nach Quartal des Beginns und Quartalen seither',
  },
  cohort: 'Beginn',
  age: { month: 'Monate seither', quarter: 'Quartale seither' },
  cohortOne: (name, n, share, unit, age, f) =>
    `Von ${ofCustomers(n, f)} mit Beginn ${name} waren ${byAge(unit, age, f)} ${share} aufgestiegen.`,
  cohortAlike: (count, share, unit, age, f) =>
    `In allen ${count} vergleichbaren Kohorten waren ${byAge(unit, age, f)} ${share} aufgestiegen.`,
  cohortRange: (low, high, unit, age, f) =>
    `${capital(byAge(unit, age, f))} waren zwischen ${low.share} (${low.name}, ${low.counts}) und ${high.share} (${high.name}, ${high.counts}) einer Kohorte aufgestiegen.`,
  cohortsNotYet: (n, f) =>
    `${f.count(n)} ${f.plural(n, 'Kohorte', 'Kohorten')}, aber noch keine mit 5 Kunden und einem abgeschlossenen Zeitraum.`,
  cohortCell: (unit, age, f) => `${units[unit]} ${f.count(age)}`,
  stillRunning: 'läuft noch',
  darker: (share) => `je kräftiger die Farbe, desto größer der Anteil, bis ${share}`,
  hatched: 'schraffiert: Zeitraum noch nicht zu Ende',
  outlined: 'umrandet: weniger als 5 Kunden, nur Anzahlen',
  showAll: (n) => `Alle ${n} Kohorten zeigen`,
  showLatest: (n) => `Nur die letzten ${n} zeigen`,
  latestOf: (n, all) => `Die letzten ${n} von ${all} Kohorten.`,
  unknownStart: (n, f) =>
    `${customers(n, f)} ${f.plural(n, 'begann', 'begannen')} vor den Daten und ${f.plural(n, 'fehlt', 'fehlen')} hier.`,

  time: 'Zeit bis zum ersten Aufstieg',
  timeLabel: 'Anteil der Aufsteiger nach Tagen. Die Pfeiltasten links und rechts lesen die Tage.',
  timeMedian: (median, range) =>
    `Die Hälfte der neuen Kunden war nach ${dative(median)} aufgestiegen${range ? ` (${range})` : ''}.`,
  medianRange: (level, low, high) =>
    high
      ? `${level}-Intervall ${low} – ${high} Tage`
      : `${level}-Intervall ab ${low}, in Tagen; noch ohne obere Grenze`,
  timeShare: (after, share, range) =>
    `Weniger als die Hälfte der neuen Kunden stieg auf: Nach ${dative(after)} waren es ${share}${range ? ` (${range})` : ''}.`,
  timeCounts: (all, up, left, neither, f) =>
    `Von ${f.plural(all, '1 neuen Kunden', `${f.count(all)} neuen Kunden`)} ${verb(up, f, 'stieg', 'stiegen')} ${people(up, f)} auf, ${people(left, f)} ${verb(left, f, 'ging', 'gingen')} vorher, und ${people(neither, f)} ${verb(neither, f, 'wartet', 'warten')} noch.`,
  newOnTop: (n, f) =>
    `${customers(n, f)} ${f.plural(n, 'begann', 'begannen')} im höchsten Tarif und ${f.plural(n, 'fehlt', 'fehlen')} hier.`,
  afterDays: (n, f) => `Nach ${dative(days(n, f))}`,
  upgradedLine: 'aufgestiegen',
  leftLine: 'vorher gegangen',
  leftBy: (share) => `${share} vorher gegangen`,
  watched: 'Warten noch',
  watchedOf: (n) => `${n} warten noch`,
  medianMark: (median) => `Median ${median}`,
  daysAxis: 'Tage seit dem Beginn',
  curve: 'Die ganze Kurve als Tabelle',

  beside: 'Gehalten, abgestiegen, gegangen',
  besideLabel: 'Anzahlen neben der Quote. Die Pfeiltasten auf und ab lesen sie.',
  besideSay: (up, kept, down, left, when, f) =>
    up === 0
      ? `Niemand stieg auf${during(when)}; ${others(down, left, f)}.`
      : `Von ${ofCustomers(up, f)}, die aufstiegen${during(when)}, ${verb(kept, f, 'hatte', 'hatten')} es ${people(kept, f)} am Ende gehalten; daneben: ${others(down, left, f)}.`,
  counts: {
    upgraded: 'aufgestiegen',
    kept: 'am Ende gehalten',
    downgraded: 'abgestiegen',
    churned: 'irgendwann gegangen',
  },
  what: 'Was',

  stays: 'Halten die Aufstiege?',
  staysLabel: 'Nach einigen Tagen noch aufgestiegen. Die Pfeiltasten auf und ab lesen sie.',
  staysSay: (n, when, list, f) =>
    `Von ${ofCustomers(n, f)}, die aufstiegen${during(when)}, noch auf dieser oder einer höheren Stufe: ${list}.`,
  stayedAfter: (count, share, after) =>
    `${count}${share ? ` (${share})` : ''} nach ${dative(after)}`,
  staysLatest: 'Der letzte Zeitraum, für den diese Tage bei allen Aufgestiegenen vorbei sind.',
  notAllYet: 'noch nicht für alle vorbei',
  observed: 'Tag erreicht von',
  stayed: 'Noch aufgestiegen',
  whole: 'Aufgestiegen',

  leaving: 'Wer geht: Aufgestiegene und die anderen',
  leavingLabel:
    'Abwanderung nach einem Aufstieg und der anderen. Die Pfeiltasten auf und ab lesen sie.',
  leavingSay: (after, rest) => `Nach einem Aufstieg ${after}; von den anderen ${rest}.`,
  leavingRate: (rate) => `gingen ${rate} je 30 Tage`,
  leavingCount: (n, f) => `${verb(n, f, 'ging', 'gingen')} ${people(n, f)}`,
  leavingNobody: 'konnte niemand gehen',
  leavingHint: 'Das zeigt, was zusammen auftritt, nicht, was wovon kommt.',
  afterUpgrade: 'nach einem Aufstieg',
  ofOthers: 'die anderen',
  churns: 'Gegangen',
  customerDays: 'Kundentage',
  per30: 'Je 30 Tage',
}

/** "30 Tage" becomes "30 Tagen"; "1 Tag" stays. */
function dative(span: string): string {
  return span.endsWith('Tage') ? `${span}n` : span
}
