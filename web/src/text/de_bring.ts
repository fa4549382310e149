/** The words of the first minute in German; same types as the English ones. */
import type { Messages } from './language.js'

export const bring: Messages['bring'] = {
  title: 'Welcher Anteil Ihrer Kunden ist in einen höheren Tarif gewechselt?',
  lead: 'Ziehen Sie einen Export Ihrer Abrechnung oder eine Tabelle mit Summen hierher. Quote, Urteil und Sicherheit erscheinen sofort.',
  dropTitle: 'Dateien hier ablegen oder Tabelle einfügen',
  dropHint:
    'CSV, JSON oder eine Excel-Mappe, aus jeder Abrechnung oder Tabellenkalkulation: eine Zeile je Tarifwechsel, je Vertrag, je Kunde und Monat, oder Summen je Zeitraum.',
  dropNow: 'Loslassen, um zu lesen',
  chooseFiles: 'Dateien wählen',
  pasteHow: 'Einfügen mit Strg+V (⌘V am Mac), überall auf dieser Seite.',
  pasted: 'Eingefügte Tabelle',
  twoNumbers: 'Nur zwei Zahlen?',
  upgraded: 'Aufgestiegene Kunden',
  total: 'Kunden insgesamt',
  typedAnswer: 'Ihre Antwort',
  openAnswer: 'Ganze Antwort öffnen',
  samples: 'Keine Daten zur Hand?',
  sampleHistory: 'Ein Tarifverlauf',
  sampleLaunch: 'Pro überarbeitet',
  sampleHistoryHint: 'drei Jahre, vier Tarife, Testphasen, eine Einführung',
  sampleTotals: 'Monatssummen',
  sampleTotalsHint: 'zwei Jahre, eine Zeile je Monat',
  synthetic:
    'Beide Beispiele sind künstlich: von einem kleinen Programm erfunden, niemandes Kunden.',
  sampleName: (kind) =>
    kind === 'history'
      ? 'Beispiel: Tarifverlauf (künstlich)'
      : 'Beispiel: Monatssummen (künstlich)',
  example: 'Beispiel',
  exampleNote:
    'Das kommt zurück: die Quote mit ihren Zahlen, ihr Platz auf der veröffentlichten Skala, wie sicher das ist, und der Verlauf dahinter. Erfundene Zahlen.',
  privacy: 'Bleibt in dieser Seite',
  privacyHow:
    "Ihre Daten werden von dieser Seite auf Ihrem Gerät gelesen und gehen nirgendwohin. Zum Prüfen: Netz abschalten, es geht weiter; oder im Netzwerk-Fenster des Browsers sehen, dass es leer bleibt. Die eigene Sicherheitsregel der Seite (connect-src 'none') verbietet jede Verbindung.",
}

export const reading: Messages['reading'] = {
  reading: (name) => `${name} wird gelesen`,
  progress: (bytes, total, rows) =>
    total ? `${bytes} von ${total} · ${rows} Zeilen` : `${bytes} · ${rows} Zeilen`,
  cancel: 'Abbrechen',
}

export const source: Messages['source'] = {
  rows: (n, f) => `${f.count(n)} ${f.plural(n, 'Zeile', 'Zeilen')}`,
  files: (n, f) => `${f.count(n)} ${f.plural(n, 'Datei', 'Dateien')}`,
  shapes: {
    totals: 'eine je Zeitraum',
    planHistory: 'eine je Tarifwechsel',
    subscriptions: 'eine je Vertrag',
    changes: 'eine je Wechsel von Tarif zu Tarif',
    movements: 'eine je Bewegung',
    snapshots: 'eine je Kunde und Zeitraum',
    matrix: 'eine je Kunde, mit einer Spalte je Zeitraum',
    flags: 'eine je Kunde, aufgestiegen oder nicht',
    planTable: 'eine je Tarif',
    customerTable: 'eine je Kunde',
  },
  shapeOf: {
    totals: 'die Summen eines Zeitraums',
    planHistory: 'ein Tarifwechsel eines Kunden',
    subscriptions: 'ein Vertrag von Beginn bis Ende',
    changes: 'ein Wechsel von einem Tarif zum anderen',
    movements: 'eine Bewegung (neu, Upgrade, Kündigung …)',
    snapshots: 'ein Kunde in einem Zeitraum',
    matrix: 'ein Kunde, mit einer Spalte je Zeitraum',
    flags: 'ein Kunde, der aufgestiegen ist oder nicht',
    planTable: 'Name, Stufe oder Preis eines Tarifs, nach Schlüssel',
    customerTable: 'was über einen Kunden bekannt ist, nach Schlüssel',
  },
  customers: (n, f) => `${f.count(n)} ${f.plural(n, 'Kunde', 'Kunden')}`,
  setAside: (n, f) => `${f.count(n)} ${f.plural(n, 'Zeile', 'Zeilen')} ausgelassen`,
  noneSetAside: 'keine Zeile ausgelassen',
  columns: 'Spalten',
  columnsTitle: 'Wie jede Spalte gelesen wird',
  columnsHint:
    'Die ersten Werte jeder Spalte. Ändern Sie eine Bedeutung, wird die Datei neu gelesen.',
  columnsAsk: 'Bitte sagen, was jede Spalte bedeutet; nach jeder Wahl wird neu gelesen.',
  shapeOpen: 'noch offen',
  shape: 'Eine Zeile ist',
  sheet: 'Tabellenblatt',
  sheetOpen: 'bitte wählen',
  hiddenSheet: (name) => `${name} (ausgeblendet)`,
  newData: 'Neue Daten',
  twoNumbers: 'Zwei Zahlen',
  partOf: (column) => `Bedeutung der Spalte ${column}`,
  parts: {
    customer: 'Kunde',
    date: 'Datum des Wechsels',
    plan: 'Tarif',
    value: 'Wert im Monat',
    quantity: 'Menge',
    interval: 'Zahlungszeitraum',
    currency: 'Währung',
    period: 'Zeitraum',
    start: 'Beginn',
    end: 'Ende',
    status: 'Status',
    subscription: 'Vertrag',
    fromPlan: 'Tarif vorher',
    toPlan: 'Tarif nachher',
    type: 'Art der Bewegung',
    valueBefore: 'Wert vorher',
    valueAfter: 'Wert nachher',
    key: 'Schlüssel',
    tier: 'Stufe',
    measure: 'was die Zeile zählt',
    stage: 'Stand des Geschäfts',
    total: 'Kunden insgesamt',
    upgraded: 'aufgestiegene Kunden',
    flag: 'aufgestiegen, ja oder nein',
    segment: 'Segment',
    none: 'nicht verwendet',
  },
  kinds: { date: 'Daten', number: 'Zahlen', text: 'Text', blank: 'leer' },
  blankCell: 'leer',
}
