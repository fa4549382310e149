/** What ends a reading, in German. */

import { aggregateErrors } from './de_aggregates.js'
import { shareErrors } from './de_share.js'
import { tableErrors } from './de_tables.js'
import type { ExplainedTable } from './en_problems.js'

export const germanErrors: ExplainedTable = {
  ...tableErrors,
  ...aggregateErrors,
  ...shareErrors,
  'mapping.twice': {
    what: 'Eine Spalte ist für zwei Bedeutungen gewählt.',
    advice: 'Für eine davon eine andere Spalte wählen.',
  },
  'setting.notJson': {
    what: 'Diese Einstellungen sind kein JSON.',
    advice: 'Nach einem fehlenden Anführungszeichen, Komma oder einer Klammer suchen.',
  },
  'sql.dialect': {
    what: 'Dieser SQL-Dialekt ist nicht bekannt.',
    advice: 'Wählen Sie ClickHouse, DuckDB, PostgreSQL, Spark, BigQuery oder Snowflake.',
  },
  'sql.from': {
    what: 'So heißt keine Tabelle.',
    advice: 'Nennen Sie sie wie im Warehouse, etwa analytics.plan_changes.',
  },
  'sql.shape': {
    what: 'Für Zeilen dieser Art wird kein SQL geschrieben.',
    advice:
      'Geschrieben wird es für Tarifverläufe, Wechsel von Tarif zu Tarif, Stände je Zeitraum und Abonnements.',
  },
  'sql.needsMapping': {
    what: 'Die Einstellungen sagen nicht, welche Spalten die Tabelle hat.',
    advice:
      'Nennen Sie, was eine Zeile ist, und die Spalten von Kunde, Datum und Plan; eine Probe zeigt sie.',
  },
  'sql.needsPlans': {
    what: 'Die Einstellungen sagen nicht, welcher Plan über welchem steht.',
    advice:
      'Nennen Sie die Pläne mit ihren Stufen; der Bericht einer Probe hat sie in seinen Einstellungen.',
  },
  'sql.notWritten': {
    what: 'Das kann das SQL noch nicht.',
    advice: 'Lassen Sie diese Einstellung weg oder werten Sie die Zeilen selbst aus.',
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
  'input.brokenJson': {
    what: 'Das beginnt als JSON, ist aber fehlerhaft, bevor die erste Zeile vollständig ist.',
    advice: 'Noch einmal exportieren oder in der genannten Zeile berichtigen.',
  },
  'input.tooLarge': {
    what: 'Es ist zu viel darin.',
    advice: 'Die Tabelle als CSV speichern oder einen Teil davon bringen.',
  },
  'input.damaged': {
    what: 'Die Datei ist beschädigt oder abgeschnitten.',
    advice: 'Noch einmal ausgeben oder herunterladen; eine Mappe noch einmal speichern.',
  },
  'input.sheetMissing': {
    what: 'Die Mappe hat kein Tabellenblatt dieses Namens.',
    advice: 'Eines ihrer Tabellenblätter wählen.',
  },
  'input.noUsableRows': {
    what: 'Keine Zeile war verwendbar.',
    advice: 'Oft hat eine Spalte die falsche Bedeutung; bitte eine andere wählen.',
  },
  'input.tooManyPlans': {
    what: 'Es gibt mehr Tarife, als je eine Preisliste hat.',
    advice: 'Die als Tarif gelesene Spalte ist wohl eine andere; bitte die wählen, die ihn nennt.',
  },
  'input.shapeUnknown': {
    what: 'Die Spalten wurden nicht erkannt.',
    advice:
      'Nötig sind je Zeile Kunde, Datum und Tarif, oder Kunde, Tarif, Beginn und Ende, oder Kunde, Datum und die Tarife vorher und nachher oder die Art der Bewegung, oder Kunde und eine Spalte je Zeitraum, oder Zeitraum, alle Kunden und die Aufgestiegenen.',
  },
  'input.shapeUnsupported': {
    what: 'Diese Tabelle hat Zeilen einer Art, die noch nicht gelesen wird.',
    advice:
      'Bringen Sie eine Zeile je Tarifwechsel (Kunde, Datum, Tarif; leerer Tarif bei Kündigung), oder sagen Sie unten, dass eine Zeile ein Tarifwechsel ist.',
  },
  'input.payments': {
    what: 'Das sind Zahlungen, keine Tarife.',
    advice:
      'Sie sagen nicht, welcher Tarif von wann bis wann galt. Bitte stattdessen die Verträge (Subscriptions) aus demselben System exportieren: Kunde, Produkt, Status, Beginn und Ende.',
  },
  'input.mixedShapes': {
    what: 'Diese Dateien enthalten verschiedene Arten von Zeilen.',
    advice: 'Bitte nacheinander bringen.',
  },
  'input.periodUnclear': {
    what: 'Es ist unklar, wie lang die Zeiträume dieser Zeilen sind.',
    advice: 'Jede Zeile braucht einen Zeitraum, etwa 2024-03, 2024-Q1 oder 2024.',
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
