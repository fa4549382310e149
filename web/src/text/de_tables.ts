/** Was über Tabellen gesagt wird, die zu anderen Dateien gehören, auf Deutsch. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_problems.js'
import type { Format } from './format.js'

export const tableNotes = (f: Format): NoteTable => ({
  'customerTable.joined': (p) =>
    `${String(p.file)} nennt ${f.count(Number(p.found))} von ${f.count(Number(p.found) + Number(p.missing))} Kunden; bei den übrigen sind ihre Spalten leer.`,
  'planTable.joined': (p) =>
    `${String(p.file)} nennt ${f.count(Number(p.found))} von ${f.count(Number(p.found) + Number(p.missing))} Schreibweisen von Tarifen; die übrigen bleiben, wie die Zeilen sie nennen.`,
  'table.noneMatched': (p) =>
    `Nichts aus ${String(p.file)} kommt in einer anderen Datei vor, sie sagt also nichts. Bitte die Schlüsselspalte prüfen.`,
})

export const tableProblems: ExplainedTable = {
  'key.blank': {
    what: 'Zeilen einer Tabelle ohne Schlüssel',
    advice: 'Bitte ausfüllen oder die Spalte wählen, die der Schlüssel ist.',
  },
  'lookup.unmatched': {
    what: 'Zeilen einer Tabelle, die keine andere Datei nennt',
    advice: 'Nichts zu tun, außer sie sind dort anders geschrieben.',
  },
  'lookup.duplicate': {
    what: 'Zeilen einer Tabelle, die dasselbe sagen wie eine spätere',
    advice: 'Einmal gezählt; nichts zu tun.',
  },
  'lookup.superseded': {
    what: 'Zeilen einer Tabelle, die eine spätere mit demselben Schlüssel ersetzt',
    advice: 'Die letzte zählt; am besten nur eine Zeile je Schlüssel.',
  },
}

export const tableErrors: ExplainedTable = {
  'input.tableAlone': {
    what: 'Das ist eine Tabelle von Kunden oder Tarifen ohne Datum.',
    advice: 'Bitte zusammen mit der Datei bringen, die sagt, was sie taten.',
  },
}
