/** Was über Berichte gesagt wird, die ein Data Warehouse gezählt hat, auf Deutsch. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_problems.js'
import type { Format } from './format.js'

const listed = (value: unknown, f: Format) =>
  Array.isArray(value) ? f.list(value.map(String)) : String(value ?? '?')

export const aggregateNotes = (f: Format): NoteTable => ({
  'aggregates.source': (p) =>
    `Diese Zahlen sind aus Zählungen berechnet, die eine Abfrage dort gemacht hat, wo die Zeilen liegen${p.dialect ? ` (${String(p.dialect)})` : ''}; Zeilen und Kunden waren nie hier.`,
  'aggregates.fixed': (p) =>
    `Die Abfrage hat ${listed(p.settings, f)} festgelegt. Um das zu ändern, bitte die Abfrage neu schreiben und ihr Ergebnis bringen; Basis, Zählung, Skala und Niveau lassen sich hier ändern.`,
  'aggregates.missing': (p) =>
    `Die Tabelle hat keine Zeilen für ${listed(p.parts, f)}; was sie braucht, fehlt.`,
  'aggregates.unknown': (p) =>
    `Die Tabelle hat Teile, die diese Version nicht kennt und auslässt: ${listed(p.parts, f)}.`,
  'aggregates.unknownPlans': (p) =>
    `Die Zeilen nennen Tarife, die in den Einstellungen der Abfrage fehlen: ${listed(p.plans, f)}. Bitte ergänzen und die Abfrage neu ausführen.`,
  'aggregates.overlaps': () =>
    'Wie viele Kunden zwei Zeiträume gemeinsam haben, wurde für eine andere Rate gezählt; Veränderungen zwischen Zeiträumen fehlen daher. Bitte die Abfrage für diese Rate neu schreiben.',
})

export const aggregateProblems: ExplainedTable = {
  'aggregates.incomplete': {
    what: 'Zeilen, die keinen Teil oder kein Maß des Berichts nennen',
    advice:
      'Nichts zu tun bei einem Strich oder einer Zeilenzahl; sonst bitte das ganze Ergebnis neu kopieren.',
  },
}

export const aggregateErrors: ExplainedTable = {
  'aggregates.noSettings': {
    what: 'Die Tabelle sagt nicht, was gezählt wurde.',
    advice: 'Bitte das ganze Ergebnis der Abfrage kopieren, mit den Zeilen „about“.',
  },
  'aggregates.settings': {
    what: 'Die Einstellungen in der Tabelle sind nicht lesbar.',
    advice: 'Bitte die Abfrage neu schreiben und ihr Ergebnis bringen.',
  },
  'aggregates.newer': {
    what: 'Die Abfrage stammt von einer neueren Version von Upgrade Rate.',
    advice:
      'Bitte ihr Ergebnis mit jener Version öffnen oder die Abfrage mit dieser neu schreiben.',
  },
  'aggregates.value': {
    what: 'Eine Zählung in der Tabelle ist nicht lesbar.',
    advice: 'Bitte das Ergebnis der Abfrage unverändert kopieren.',
  },
  'aggregates.duplicate': {
    what: 'Die Tabelle sagt etwas zweimal.',
    advice: 'Bitte das Ergebnis einer Abfrage bringen, einmal.',
  },
  'aggregates.contradiction': {
    what: 'Die Zählungen widersprechen sich.',
    advice: 'Bitte das ganze Ergebnis der Abfrage unverändert kopieren.',
  },
  'aggregates.several': {
    what: 'Das sind die Ergebnisse zweier Abfragen.',
    advice: 'Bitte nur eines davon bringen.',
  },
}
