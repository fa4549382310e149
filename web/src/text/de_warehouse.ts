/** Daten in einem Warehouse, auf Deutsch: das Formular und was mit dem SQL zu tun ist. */
import { warehouse as english } from './en_warehouse.js'

export const warehouse: typeof english = {
  title: 'Meine Daten liegen in einem Warehouse',
  lead: 'Das Warehouse zählt, diese Seite macht den Rest: die Tabelle benennen, das SQL dort ausführen und die kleine Tabelle, die es ausgibt, irgendwo auf dieser Seite einfügen. Zeilen und Kunden bleiben, wo sie sind.',
  dialect: 'Datenbank',
  dialects: english.dialects,
  from: 'Tabelle oder Sicht',
  columns: 'Ihre Spalten',
  columnsHint:
    'Namen, wie die Tabelle sie hat. Ein Auszug einiger Zeilen, zuerst auf dieser Seite abgelegt, trägt Spalten und Tarife ein.',
  orderBy: 'was Zeilen eines Zeitpunkts ordnet, falls da',
  segments: 'Kunden vergleichen nach (durch Kommas getrennt)',
  plans: 'Tarife',
  tiers: 'bezahlte Tarife',
  tiersHow:
    'Bezahlte Tarife, der niedrigste zuerst: eine Zeile je Stufe, Kommas zwischen Tarifen einer Stufe',
  maybe: (label) => `${label}, falls da`,
  prospects: 'Test oder kostenlos',
  none: 'gekündigt',
  addOns: 'Zusätze',
  missing: (names) => `Noch zu nennen: ${names}.`,
  sql: 'SQL für das Warehouse',
  script:
    'Ein Skript: ganz in einer Sitzung ausführen, wie es clickhouse client tut. Große Schritte werden temporäre Tabellen; die letzte Anweisung gibt die Tabelle aus.',
  oneQuery: 'Stattdessen eine Abfrage: langsamer, für Werkzeuge, die nur eine annehmen',
  next: 'Ausführen, die Ausgabe als CSV mit Kopfzeile speichern und hier ablegen oder einfügen.',
}
