/** What the core's codes mean, in German: notes (assumptions, warnings), problems of rows, errors. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_codes.js'
import type { Format } from './format.js'

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? '?'))
const bases: { [key: string]: string } = {
  opening: '„Kunden am Anfang“',
  eligible: '„Kunden mit höherem Tarif über sich“',
  average: '„Mittel aus Anfang und Ende“',
  active: '„im Zeitraum aktive Kunden“',
  closing: '„Kunden am Ende“',
}
const counts: { [key: string]: string } = {
  kept: '„aufgestiegen und geblieben“',
  upsold: '„Kunden, die mehr kauften“',
  upgradedOrUpsold: '„aufgestiegen oder mehr gekauft“',
  upgradeEvents: '„jeder einzelne Aufstieg“',
}
const windows: { [key: string]: string } = {
  month: 'einen Monat',
  quarter: 'ein Quartal',
  year: 'ein Jahr',
  week: 'eine Woche',
}
const units: { [key: string]: string } = {
  week: 'Wochen',
  month: 'Monate',
  quarter: 'Quartale',
  year: 'Jahre',
}
const bands: { [key: string]: string } = {
  concerning: 'bedenklich',
  healthy: 'gesund',
  exceptional: 'herausragend',
}

export const germanNotes = (f: Format): NoteTable => ({
  'tiers.guessed': (p) =>
    ({
      value: 'Die Tarife sind nach ihrem typischen Monatswert geordnet.',
      words: 'Die Tarife sind nach bekannten Wörtern in ihren Namen geordnet.',
      appearance:
        'Die Reihenfolge der Tarife ist geraten: Sie stehen, wie sie zuerst vorkommen. Bitte prüfen.',
    })[text(p.method)] ?? 'Die Reihenfolge der Tarife ist geraten. Bitte prüfen.',
  'plans.merged': (p) =>
    `Diese Schreibweisen gelten als ein Tarif: ${Array.isArray(p.spellings) ? f.list(p.spellings) : text(p.spellings)}.`,
  'dataUntil.assumed': (p, zone) => {
    const day = Date.parse(text(p.dataUntil))
    const until = Number.isNaN(day)
      ? text(p.dataUntil)
      : f.day(new Date(day - 1).toISOString(), zone)
    return `Die Daten gelten als vollständig bis einschließlich ${until}.`
  },
  'dates.assumed': (p) =>
    `Die Daten passen mit dem Tag und mit dem Monat zuerst. Gelesen wird ${text(p.format)}${p.example ? `: ${text(p.example)}` : ''}.`,
  'number.assumed': () =>
    'Die Zahlen passen mit Dezimalpunkt und mit Dezimalkomma. Bitte einen Wert prüfen.',
  'columns.guessed': () =>
    'Die Datei hat keine Kopfzeile; was jede Spalte bedeutet, ist aus ihren Werten erraten. Bitte prüfen.',
  'mapping.unclear': (p) =>
    `Auch eine andere Spalte käme infrage (${text(p.part)}): ${text(p.other)}. Bitte die Wahl prüfen.`,
  'file.skipped': (p) => `${text(p.file)} wurde ausgelassen. ${germanErrors[text(p.code)]?.what ?? text(p.advice)}`,
  fileReversed: (p) =>
    `${text(p.file)} läuft von neu nach alt; Zeilen eines Zeitpunkts werden von unten nach oben gelesen.`,
  blankPlan: (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'Zeile hat', 'Zeilen haben')} keinen Tarif, gelesen als „kein Kunde“.`,
  'addOn.held': () =>
    'In einem Tarifverlauf gilt ein Zusatz, bis eine Zeile des Kunden alles beendet.',
  'coverage.low': () =>
    'Weniger als die Hälfte der aktiven Kunden war am Anfang schon da; die Quote spricht also für eine Minderheit.',
  'headline.longestRun': () =>
    'Zwölf volle Monate mit Kunden am Anfang gibt es noch nicht; dies ist die längste Reihe voller Monate.',
  'base.empty': () =>
    'Wo am Anfang niemand Kunde war, gibt es nichts zu teilen: keine Quote, nicht 0 %.',
  'base.notShare': (p) =>
    `Mit ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? counts[text(p.base)] ?? 'dieser Wahl'} ist die Quote kein Anteil: Sie kann über 100 % liegen und hat weder Intervall noch Wahrscheinlichkeiten noch Veränderung.`,
  'period.partial': () =>
    'Der letzte Zeitraum ist nicht zu Ende: Er bekommt kein Urteil und zählt nicht zur Hauptzahl.',
  'headline.none': () =>
    'Es gibt noch keinen vollen Monat mit Kunden am Anfang, also noch keine Hauptzahl.',
  'totals.assumesNoRepeat': () =>
    'Längere Zeiträume sind aus den Zeilen summiert; das setzt voraus, dass niemand zweimal aufstieg.',
  'totals.noCustomers': (p) =>
    `Summen enthalten ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? 'diese Zahl'} nicht; dafür braucht es einen Tarifverlauf.`,
  'totals.gap': () =>
    'Manchen Zeiträumen fehlen eigene Zeilen; für sie lässt sich keine Summe bilden.',
  'totals.sumOverBase': () =>
    'Über die Zeit summiert sind es mehr Aufstiege als Kunden am Anfang: kein Anteil mehr, also kein Intervall und keine Wahrscheinlichkeiten.',
  'period.coarser': (p) =>
    `Diese Summen passen nicht in ${units[text(p.unit)] ?? 'diesen Zeitraum'}; gezeigt werden ihre eigenen Zeiträume.`,
  'bandWindow.differs': (p) =>
    `Gilt die Skala für ${windows[text(p.window)] ?? text(p.window)}, lautet das Urteil: ${bands[text(p.band)] ?? text(p.band)}.`,
  'encoding.used': (p) => `Die Datei wird als ${text(p.encoding)} gelesen.`,
  'rows.setAside': () => 'Einige Zeilen waren nicht verwendbar; unten steht zu jeder der Grund.',
  'upsells.needValue': () =>
    'Was Kunden außer Aufstiegen dazukauften, zeigt erst eine Spalte mit Wert oder Menge.',
  'priceRises.unknown': () =>
    'Ohne Mengen lässt sich eine Preiserhöhung nicht von einem Mehrkauf unterscheiden.',
})

export const germanProblems: ExplainedTable = {
  'date.unreadable': {
    what: 'Daten, die es im Kalender oder im Format der Spalte nicht gibt',
    advice: 'Zelle berichtigen oder eine andere Datumsspalte wählen.',
  },
  'customer.blank': {
    what: 'Zeilen ohne Kunden',
    advice: 'Kunden eintragen oder die Spalte wählen, die ihn nennt.',
  },
  'number.unreadable': {
    what: 'Unlesbare Zahlen',
    advice: 'Wörter und Zeichen aus der Zelle entfernen oder eine andere Spalte wählen.',
  },
  'date.blank': {
    what: 'Zeilen ohne Datum',
    advice: 'Das Datum eintragen, an dem der Tarif begann, oder die richtige Spalte wählen.',
  },
  'row.extraCells': {
    what: 'Zeilen mit mehr Zellen als die Kopfzeile',
    advice: 'Ein Trennzeichen in einer Zelle braucht Anführungszeichen um die Zelle.',
  },
  'row.tooLong': {
    what: 'Zeilen von mehr als 16 MiB',
    advice: 'Ein Zeilenende oder schließendes Anführungszeichen fehlt; siehe die genannte Zeile.',
  },
  'row.nul': {
    what: 'Zeilen mit NUL-Bytes',
    advice: 'Sie sind vielleicht beschädigt. Bitte noch einmal exportieren.',
  },
  'row.title': { what: 'Zeilen über der Kopfzeile', advice: 'Ausgelassen; nichts zu tun.' },
  'row.unclosedQuote': {
    what: 'Ein Anführungszeichen, das nie geschlossen wird',
    advice: 'In der genannten Zeile schließen, oder verdoppeln, wenn es zum Text gehört.',
  },
  'cell.tooLong': {
    what: 'Zellen über 1 MiB',
    advice: 'Oft fehlt davor ein Anführungszeichen; bitte die genannte Zeile ansehen.',
  },
  'columns.tooMany': {
    what: 'Zeilen mit mehr als 4.096 Spalten',
    advice: 'Trennzeichen prüfen oder Spalten weglassen.',
  },
  'totals.upgradedOverTotal': {
    what: 'Mehr Aufgestiegene als Kunden',
    advice: 'Prüfen, ob die beiden Spalten vertauscht sind.',
  },
  'totals.notCount': {
    what: 'Anzahlen, die negativ oder nicht ganz sind',
    advice: 'Summen sind ganze Zahlen ab 0.',
  },
  'row.duplicate': {
    what: 'Zeilen, die dasselbe zweimal sagen',
    advice: 'Einmal gezählt; nichts zu tun.',
  },
  'row.superseded': {
    what: 'Zeilen, die eine spätere Zeile desselben Kunden und Zeitpunkts ersetzt',
    advice: 'Die letzte gilt; nichts zu tun, solange die Reihenfolge stimmt.',
  },
  'row.afterDataUntil': {
    what: 'Änderungen am oder nach dem Ende der Daten',
    advice: 'Sie zählen, sobald die Daten so weit reichen; siehe „Daten bis“.',
  },
  'row.repeatedHeader': {
    what: 'Die Kopfzeile, mitten in den Daten wiederholt',
    advice: 'Ausgelassen; nichts zu tun.',
  },
  'row.totalsLine': { what: 'Eine Summenzeile', advice: 'Ausgelassen; nichts zu tun.' },
}

export const germanErrors: ExplainedTable = {
  'input.periodUnclear': {
    what: 'Wie lang die Zeiträume dieser Summen sind, ist unklar.',
    advice: 'Den Zeitraum als 2024-03, 2024-Q1 oder 2024-W07 schreiben.',
  },
  'mapping.twice': {
    what: 'Eine Spalte ist für zwei Bedeutungen gewählt.',
    advice: 'Für eine davon eine andere Spalte wählen.',
  },
  'setting.notJson': {
    what: 'Diese Einstellungen sind kein JSON.',
    advice: 'Nach einem fehlenden Anführungszeichen, Komma oder einer Klammer suchen.',
  },
  'setting.unsupported': {
    what: 'Diese Einstellung wirkt noch nicht.',
    advice: 'Bitte weglassen.',
  },
  'engine.notLoaded': { what: 'Es ist nichts geladen.', advice: 'Zuerst eine Datei bringen.' },
  'input.empty': {
    what: 'Es ist nichts darin.',
    advice: 'Noch einmal exportieren und prüfen, dass die Datei nicht 0 Byte hat.',
  },
  'input.headerOnly': {
    what: 'Es gibt eine Kopfzeile, aber keine Zeile darunter.',
    advice: 'Mit Zeilen exportieren, vielleicht über einen längeren Zeitraum.',
  },
  'input.binary': {
    what: 'Das ist keine Texttabelle.',
    advice: 'Als CSV oder TSV speichern und diese Datei bringen.',
  },
  'input.noUsableRows': {
    what: 'Keine Zeile war verwendbar.',
    advice: 'Oft hat eine Spalte die falsche Bedeutung; bitte eine andere wählen.',
  },
  'input.shapeUnknown': {
    what: 'Die Spalten wurden nicht erkannt.',
    advice:
      'Nötig sind je Zeile entweder Kunde, Datum und Tarif oder Zeitraum, alle Kunden und die Aufgestiegenen.',
  },
  'input.shapeUnsupported': {
    what: 'Diese Tabelle hat eine Zeile je Abonnement oder je Wechsel; das wird noch nicht gelesen.',
    advice:
      'Bringen Sie eine Zeile je Tarifwechsel (Kunde, Datum, Tarif; leerer Tarif bei Kündigung), oder sagen Sie unten, dass eine Zeile ein Tarifwechsel ist.',
  },
  'input.mixedShapes': {
    what: 'Diese Dateien enthalten verschiedene Arten von Zeilen.',
    advice: 'Bitte nacheinander bringen.',
  },
  'source.unreadable': {
    what: 'Die Datei ließ sich nicht öffnen.',
    advice: 'Bitte prüfen, dass sie da und unverändert ist, und noch einmal geben.',
  },
  'file.unsettled': {
    what: 'Es bleibt unklar, wie diese Datei zu lesen ist.',
    advice: 'Bitte sagen, was jede Spalte bedeutet.',
  },
  'engine.crashed': {
    what: 'Die Berechnung ist stehen geblieben.',
    advice: 'Ihre Daten sind unberührt. Noch einmal versuchen, sonst weniger Zeilen bringen.',
  },
  'setting.unknownKey': {
    what: 'Eine Einstellung dieses Namens gibt es nicht.',
    advice: 'Bitte die Schreibweise prüfen.',
  },
  'setting.type': {
    what: 'Eine Einstellung hat einen Wert der falschen Art.',
    advice: 'Bitte einen Wert der verlangten Art angeben.',
  },
  'setting.value': {
    what: 'Eine Einstellung hat einen Wert außerhalb ihres Bereichs.',
    advice: 'Bitte einen Wert innerhalb angeben.',
  },
  'mapping.missing': {
    what: 'Eine nötige Spalte ist nicht gewählt.',
    advice: 'Bitte im Menü über der Spalte wählen.',
  },
  'page.fault': {
    what: 'In der Seite selbst ist etwas fehlgeschlagen.',
    advice: 'Ihre Daten sind unberührt. Noch einmal versuchen; sonst die Seite neu laden.',
  },
}
