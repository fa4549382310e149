/** What is said of tables joined to other files, in English. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_problems.js'
import type { Format } from './format.js'

export const tableNotes = (f: Format): NoteTable => ({
  'customerTable.joined': (p) =>
    `${String(p.file)} names ${f.count(Number(p.found))} of ${f.count(Number(p.found) + Number(p.missing))} customers; those it does not name are blank in its columns.`,
  'planTable.joined': (p) =>
    `${String(p.file)} names ${f.count(Number(p.found))} of ${f.count(Number(p.found) + Number(p.missing))} plan spellings; the others keep what the rows say.`,
  'table.noneMatched': (p) =>
    `Nothing in ${String(p.file)} is named by another file, so it says nothing. Please check its key column.`,
})

export const tableProblems: ExplainedTable = {
  'key.blank': {
    what: 'Rows of a table without a key',
    advice: 'Fill it in, or choose the column that is the key.',
  },
  'lookup.unmatched': {
    what: 'Rows of a table that no other file names',
    advice: 'Nothing to do, unless they are written otherwise there.',
  },
  'lookup.duplicate': {
    what: 'Rows of a table that say the same as a later one',
    advice: 'Counted once; nothing to do.',
  },
  'lookup.superseded': {
    what: 'Rows of a table replaced by a later one of the same key',
    advice: 'The last one counts; keep one row per key.',
  },
}

export const tableErrors: ExplainedTable = {
  'input.tableAlone': {
    what: 'This is a table of customers or plans, without dates.',
    advice: 'Bring the file of what they did together with it.',
  },
}
