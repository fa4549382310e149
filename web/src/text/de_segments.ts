/** The words about groups of customers, in German; same types as the English ones. */
import type { Format } from './format.js'
import type { Messages } from './language.js'

const segmentsOf = (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'Segment', 'Segmente')}`
const have = (n: number, f: Format) => f.plural(n, 'hat', 'haben')

export const segments: Messages['segments'] = {
  by: (column) => `Nach ${column}`,
  title: 'Segmente',
  needColumn:
    'Segmente brauchen eine weitere Spalte, etwa Region, Produktlinie oder Kanal. Diese Daten haben keine.',
  choose: 'Eine Spalte wählen, dann stehen ihre Gruppen von Kunden nebeneinander:',
  blank: '(leer)',
  value: 'Segment',
  base: 'Basis',
  counted: 'Gezählt',
  rate: 'Quote',
  share: 'Anteil an allen',
  small: 'zu wenige für ein Urteil',
  others: (n, f) => `${f.count(n)} ${f.plural(n, 'weiteres', 'weitere')}`,
  nobody: 'Niemand ist in der Basis, also gibt es nichts zu unterscheiden.',
  one: (name) => `Alle sind in einem Segment, ${name}: Es gibt nichts zu vergleichen.`,
  allSmall: (n, f) =>
    n === 1
      ? 'Das einzige Segment hat weniger als 30 in der Basis: zu wenige für ein Urteil.'
      : `Alle ${segmentsOf(n, f)} haben weniger als 30 in der Basis: zu wenige für ein Urteil.`,
  apart: (above, below, f) => {
    if (above && below)
      return `${above.names} ${have(above.count, f)} eine deutlich höhere Quote als der Rest, ${below.names} eine deutlich niedrigere`
    if (above)
      return `${above.names} ${have(above.count, f)} eine deutlich höhere Quote als der Rest`
    if (below)
      return `${below.names} ${have(below.count, f)} eine deutlich niedrigere Quote als der Rest`
    return 'Kein Segment hebt sich von dem ab, was der Zufall allein ergäbe'
  },
  ends: (high, low) => `Die höchste Quote hat ${high}, die niedrigste ${low}`,
  alike: (rate) => `Alle Segmente haben dieselbe Quote, ${rate}`,
  tooSmall: (n, f) => `${segmentsOf(n, f)} ${f.plural(n, 'ist', 'sind')} zu klein für ein Urteil`,
  more: (n, base, counted, f) =>
    `${f.count(n)} ${f.plural(n, 'weiteres Segment steht', 'weitere Segmente stehen')} nicht hier, mit ${counted} von ${base}.`,
  showAll: (n) => `Alle ${n} zeigen`,
  showFirst: (n) => `Nur die ersten ${n} zeigen`,
  funnelLabel: (column) =>
    `Quote gegen Basis, nach ${column}. Die Pfeiltasten links und rechts lesen die Segmente.`,
  baseAxis: 'Basis',
  ofBase: (counted, base) => `${counted} von ${base}`,
  limits: (range) => `Zufall allein: ${range}`,
  beyond: { above: 'über seinen Grenzen', below: 'unter seinen Grenzen' },
  centre: (rate) => `Linie: alle zusammen, ${rate}`,
  dashed: 'gestrichelt: was der Zufall allein bei dieser Basis ergäbe, in 997 von 1.000 Fällen',
  ringed: 'umringt: außerhalb',
  open: 'offen: zu wenige für ein Urteil',

  mix: (column) => `Mischung oder Quote, nach ${column}`,
  mixHint: (column) =>
    `Mischung: Die Kunden verteilen sich anders als vorher auf ${column}. Quoten: Gleichartige Kunden steigen anders auf als vorher.`,
  mixSays: (points, mix, rate, before) =>
    `Gegenüber ${before} änderte sich die Quote um ${points} Punkte: ${mix} durch die Mischung, ${rate} durch die Quoten.`,
  mixNoShare:
    'Mischung und Quote brauchen eine Quote, die ein Anteil ihrer Basis ist; was jetzt gezählt wird, ist keiner.',
  mixNone: (before) => `Gegenüber ${before} hat sich die Quote nicht geändert.`,
  againstAll:
    'Das Ganze bewegte sich in die eine Richtung, jedes Segment in die andere (Simpson-Paradox). Den Segmenten ist zu trauen: Das Ganze zeigt nur, dass sich die Kunden anders verteilen.',
  mixLabel: 'Woher die Änderung kam, in Punkten. Die Pfeiltasten auf und ab lesen die Teile.',
  change: 'Änderung',
  fromMix: 'Mischung',
  fromRates: 'Quoten',
  ofMix: (name) => `${name}, Mischung`,
  ofRates: (name) => `${name}, Quoten`,
  most: (n) => `Die ${n} Segmente, die am meisten bewegten; alle stehen in der Tabelle.`,
  shareBefore: 'Anteil vorher',
  shareAfter: 'Anteil jetzt',
  rateBefore: 'Quote vorher',
  rateAfter: 'Quote jetzt',
  mixPoints: 'Mischung, Punkte',
  ratePoints: 'Quoten, Punkte',
  rest: (n, f) => `${f.count(n)} ${f.plural(n, 'weiteres', 'weitere')}`,

  launch: (name, column) => `${name}: nach ${column}`,
  before: 'Vorher',
  after: 'Von da an',
  difference: 'Punkte',
  verdict: 'Gegen Rauschen',
  clear: 'klar',
  noise: 'im Rauschen',

  columns: 'Segmente',
  noColumns: 'Es gibt keine weitere Spalte.',
  filters: 'Nur manche Kunden',
  filtersHelp:
    'Wo nichts angekreuzt ist, zählen alle. Es gilt der Wert des Kunden am Anfang eines Zeitraums.',
  filterPlan: 'Tarif am Anfang',
  only: 'Nur Kunden mit',
  condition: (what, values) => `${what}: ${values}`,
  unfilter: (what) => `Bedingung für ${what} entfernen`,
  orBetween: ' oder ',
  or: (a, n, f) => `${a} oder ${f.count(n)} ${f.plural(n, 'weiterem', 'weiteren')}`,
}
