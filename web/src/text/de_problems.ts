/** What is wrong with rows, in German. */
import { aggregateProblems } from './de_aggregates.js'
import { tableProblems } from './de_tables.js'
import type { ExplainedTable } from './en_problems.js'

export const germanProblems: ExplainedTable = {
  ...tableProblems,
  ...aggregateProblems,
  'date.unreadable': {
    what: 'Daten, die es im Kalender oder im Format der Spalte nicht gibt',
    advice: 'Zelle berichtigen oder eine andere Datumsspalte wählen.',
  },
  'customer.blank': {
    what: 'Zeilen ohne Kunden',
    advice: 'Kunden eintragen oder die Spalte wählen, die ihn nennt.',
  },
  'interval.unreadable': {
    what: 'Unlesbare Zahlungszeiträume',
    advice: 'Monat, Quartal, Jahr oder 3 Monate schreiben oder eine andere Spalte wählen.',
  },
  'currency.unreadable': {
    what: 'Unlesbare Währungen',
    advice: 'Das Kürzel aus drei Buchstaben schreiben oder die Zelle leer lassen.',
  },
  'number.unreadable': {
    what: 'Unlesbare Zahlen',
    advice: 'Wörter und Zeichen aus der Zelle entfernen oder eine andere Spalte wählen.',
  },
  'row.tooLong': {
    what: 'Zeilen über 16 MiB',
    advice: 'Vor der genannten Zeile fehlt ein Zeilenende oder ein Anführungszeichen.',
  },
  'row.extraCells': {
    what: 'Zeilen mit mehr Zellen als die Kopfzeile',
    advice: 'Eine Zelle, die das Trennzeichen enthält, braucht Anführungszeichen.',
  },
  'row.nul': {
    what: 'Zeilen mit NUL-Bytes, die kein Text hat',
    advice: 'Die Datei ist vielleicht beschädigt; bitte noch einmal exportieren.',
  },
  'date.blank': {
    what: 'Zeilen ohne Datum',
    advice: 'Das Datum eintragen oder eine andere Datumsspalte wählen.',
  },
  'number.tooLarge': {
    what: 'Zahlen, die zum Rechnen zu groß sind',
    advice: 'Bitte prüfen, ob eine andere Spalte den Wert enthält.',
  },
  'row.comment': {
    what: 'Kommentarzeilen, die mit # beginnen',
    advice: 'Ausgelassen; nichts zu tun.',
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
  'json.broken': {
    what: 'Der JSON-Text bricht hier ab oder ist fehlerhaft; Zeilen danach sind vielleicht nicht gelesen',
    advice: 'Die Datei noch einmal exportieren oder in der genannten Zeile berichtigen.',
  },
  'json.notARow': {
    what: 'Etwas in der Liste, das nicht wie ihre anderen Zeilen geschrieben ist',
    advice: 'Ebenso schreiben oder weglassen.',
  },
  'totals.upgradedOverTotal': {
    what: 'Mehr Aufgestiegene als Kunden',
    advice: 'Prüfen, ob die beiden Spalten vertauscht sind.',
  },
  'totals.measureAlone': {
    what: 'Zeilen mit der einen Anzahl ohne die andere',
    advice:
      'Kunden insgesamt und hochgestufte Kunden stehen in zwei Zeilen; bitte die andere ergänzen, mit denselben Wörtern daneben.',
  },
  'row.noMeasure': {
    what: 'Zeilen, die weder Kunden noch Upgrades zählen',
    advice: 'Ausgelassen; nichts zu tun.',
  },
  'row.noFigure': {
    what: 'Zeilen ohne einen Zeitraum, für den beide Anzahlen da sind',
    advice: 'Ausgelassen; beide Zeilen des Zeitraums ausfüllen.',
  },
  'row.notWon': {
    what: 'Offene oder verlorene Geschäfte',
    advice: 'Ausgelassen; nur gewonnene Geschäfte zählen.',
  },
  'totals.notCount': {
    what: 'Anzahlen, die negativ oder nicht ganz sind',
    advice: 'Summen sind ganze Zahlen ab 0.',
  },
  'row.duplicate': {
    what: 'Zeilen, die dasselbe zweimal sagen',
    advice: 'Einmal gezählt; nichts zu tun.',
  },
  'flag.unreadable': {
    what: 'Zeilen, die weder Ja noch Nein sagen',
    advice: 'Ja oder nein, true oder false, 1 oder 0 schreiben.',
  },
  'end.unreadable': {
    what: 'Enden, die im Format der Spalte kein Datum sind',
    advice: 'Zelle berichtigen; leer lassen, wenn der Vertrag weiterläuft.',
  },
  'end.beforeStart': {
    what: 'Verträge, die vor ihrem Beginn enden',
    advice: 'Eines der Daten berichtigen, oder prüfen, ob die Spalten vertauscht sind.',
  },
  'plan.blank': { what: 'Zeilen ohne Tarif', advice: 'Tarif eintragen.' },
  'type.unknown': {
    what: 'Bewegungen unbekannter Art',
    advice:
      'Eine Art eintragen wie neu, Upgrade, Downgrade, Erweiterung, Reduzierung, Kündigung oder Verlängerung.',
  },
  'row.noPlan': {
    what: 'Verträge über einen Tarif, der für „kein Kunde“ steht',
    advice: 'Ausgelassen; den Platz des Tarifs ändern, falls er einer ist.',
  },
  'row.status': {
    what: 'Verträge, aus denen laut Status nie etwas wurde',
    advice: 'Ausgelassen; die Bedeutung des Status ändern, falls doch.',
  },
  'row.endedWithoutEnd': {
    what: 'Verträge, die endeten, ohne dass jemand sagt, wann',
    advice: 'Die Spalte mit dem Ende mitbringen oder die Bedeutung des Status ändern.',
  },
  'row.emptyStretch': {
    what: 'Verträge, die mit ihrem Beginn enden',
    advice: 'Nie in Kraft; nichts zu tun.',
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
