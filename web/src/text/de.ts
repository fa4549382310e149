/** All words of the page in German; same type as the English table. */
import { bring, reading, source } from './de_bring.js'
import { germanNotes } from './de_codes.js'
import { germanErrors } from './de_errors.js'
import { findings } from './de_findings.js'
import { heads, words } from './de_guide.js'
import { journeys } from './de_journeys.js'
import { money } from './de_money.js'
import { germanProblems } from './de_problems.js'
import { segments } from './de_segments.js'
import { germanSentence } from './de_sentence.js'
import { settings } from './de_settings.js'
import { share } from './de_share.js'
import { handed, take } from './de_take_away.js'
import { trend } from './de_trend.js'
import { warehouse } from './de_warehouse.js'
import type { Format } from './format.js'
import type { Messages } from './language.js'

const answer: Messages['answer'] = {
  title: 'Antwort',
  counted: {
    upgraded: 'aufgestiegen',
    kept: 'aufgestiegen und geblieben',
    upsold: 'mehr gekauft',
    upgradedOrUpsold: 'aufgestiegen oder mehr gekauft',
    upgradeEvents: 'Aufstiege',
  },
  of: {
    opening: 'Kunden am Anfang',
    eligible: 'Kunden mit höherem Tarif über sich',
    average: 'Kunden, Mittel aus Anfang und Ende',
    active: 'im Zeitraum aktive Kunden',
    closing: 'Kunden am Ende',
  },
  customers: 'Kunden',
  none: 'Noch keine Antwort',
  pickHint: 'Zeitraum wählen',
  noRate: 'Keine Quote',
  notFinished: 'Nicht zu Ende',
  notFinishedHint: 'der Zeitraum läuft noch, deshalb kein Urteil',
  periodPicker: 'Gezeigter Zeitraum',
  headline: (name) => `Letzte zwölf volle Monate: ${name}`,
  headlineRun: (name) => `Längste Reihe: ${name}`,
  headlineRange: (name) => `Gewählter Zeitraum: ${name}`,
  headlineOnly: 'Alles, was da ist',
  unfinished: (name) => `${name}, nicht zu Ende`,
  scaleName: 'Die Skala',
  scaleLabel: (rate, range, bands) => `${rate} auf der Skala; Intervall ${range}. ${bands}`,
  zone: (name, edge, chance) => `${name} ${edge}${chance ? `: Wahrscheinlichkeit ${chance}` : ''}`,
  from: (edge) => `ab ${edge}`,
  above: (edge) => `über ${edge}`,
  sure: (chance) => `${chance} sicher`,
  unsure: (chance) => `nur ${chance} sicher`,
  interval: (level, range) => `${level}-Intervall: ${range}`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  yearBefore: 'Gegenüber dem Vorjahr',
  periodBefore: 'Gegenüber dem Zeitraum davor',
  toward: (band) => `Bis ${band}`,
  keeping: (band) => `Bevor es ${band} wird`,
  upgrades: (n, f) => `${f.count(n)} ${f.plural(n, 'Aufstieg', 'Aufstiege')}`,
  upgradesFewer: (n, f) => `${f.count(n)} ${f.plural(n, 'Aufstieg', 'Aufstiege')} weniger`,
  fewerHint: (n, band, f) => `${f.count(n)} weniger wären ${band}`,
  range: (low, high) => `${low} bis ${high}`,
  points: (text) => `${text} Punkte`,
  clear: (range) => `klar: ${range}`,
  withinNoise: (range) => `im Rauschen: ${range}`,
  nothingBefore: 'nichts zum Vergleichen',
  keptTitle: 'Am Ende behalten',
  keptOf: (kept, upgraded) => `${kept} von ${upgraded}`,
  net: (rate) => `abzüglich Abstiegen ${rate}`,
  flowTitle: 'Kunden',
  flow: (from, to) => `${from} → ${to}`,
  flowHint: (joined, left) => `${joined} dazu, ${left} weg`,
  alsoUpgraded: (n, f) =>
    `${f.count(n)} weitere stiegen noch im Zeitraum ihres Beitritts auf; sie gehören nicht zur Basis.`,
}

const rows: Messages['rows'] = {
  title: 'Zeilen',
  subtitle: 'jede gelesene Zeile endet an genau einer Stelle',
  read: 'gelesen',
  used: 'verwendet',
  duplicate: 'doppelt',
  superseded: 'ersetzt',
  ignored: 'übergangen',
  rejected: 'abgelehnt',
  times: (n, f) => `${f.count(n)} ${f.plural(n, 'Zeile', 'Zeilen')}`,
  where: (file, line, column) =>
    column ? `${file}, Zeile ${line}, ${column}` : `${file}, Zeile ${line}`,
  moreOf: (n) => `und ${n} weitere`,
  download: {
    all: 'Tabelle herunterladen, wie sie gelesen wurde',
    setAside: 'Nicht verwendete Zeilen herunterladen',
  },
  downloadOf: {
    all: (file) => `${file} herunterladen, wie gelesen`,
    setAside: (file) => `Nicht verwendete Zeilen von ${file} herunterladen`,
  },
  downloadHint: {
    all: 'CSV, jede Zelle genau wie sie kam. Eine Tabellenkalkulation kann Zellen ausführen, die mit = + - oder @ beginnen.',
    setAside: 'Jede, wie sie kam, hinter ihrer Zeilennummer und dem Grund.',
  },
  downloadName: {
    all: (file) => `${file} wie gelesen.csv`,
    setAside: (file) => `${file} nicht verwendet.csv`,
  },
  assumed: 'Was angenommen wurde',
}

export const german = (f: Format): Messages => ({
  language: 'Deutsch',
  title: 'Upgrade Rate',
  skip: 'Zur Antwort springen',
  newVersion: { there: 'Es gibt eine neue Fassung dieser Seite.', reload: 'Neu laden' },
  parts: 'Teile des Berichts',
  languageSwitch: 'Sprache',
  themeSwitch: 'Farben',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  error: {
    title: 'Das ließ sich nicht lesen',
    settingsTitle: 'Diese Einstellung ist nicht verwendbar',
    brokenTitle: 'Die Seite hat einen eigenen Fehler',
    where: 'Wo',
    brought: 'Was gebracht wurde',
    dismiss: 'Schließen',
    undo: 'Letzte Änderung zurücknehmen',
  },
  take,
  handed,
  docs: {
    figures: 'Was jede Zahl bedeutet (englisch)',
    inputs: 'Was gelesen wird (englisch)',
    privacy: 'Datenschutz (englisch)',
    changelog: 'Änderungen (englisch)',
    all: 'Dokumentation (englisch)',
  },
  severity: { info: 'Hinweis', warning: 'Warnung' },
  standardBands: { concerning: 'bedenklich', healthy: 'gesund', exceptional: 'herausragend' },
  bring,
  reading,
  source,
  answer,
  trend,
  journeys,
  segments,
  money,
  settings,
  share,
  warehouse,
  rows,
  guide: { ...words, heads },
  findings,
  notes: germanNotes(f),
  problems: germanProblems,
  errors: germanErrors,
  actions: {
    countAsFinished: 'Als abgeschlossen zählen',
    countAsUnfinished: 'Den letzten Zeitraum als unfertig zählen',
    readScaleAs: (window) => `Skala für ${window} lesen`,
    readDatesAs: (format) => `Daten als ${format} lesen`,
  },
  sentence: germanSentence,
})
