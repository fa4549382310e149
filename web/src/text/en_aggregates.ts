/** What is said of reports that a warehouse counted, in English. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_problems.js'
import type { Format } from './format.js'

const listed = (value: unknown, f: Format) =>
  Array.isArray(value) ? f.list(value.map(String)) : String(value ?? '?')

export const aggregateNotes = (f: Format): NoteTable => ({
  'aggregates.source': (p) =>
    `These figures are computed from counts that a query made where the rows are${p.dialect ? ` (${String(p.dialect)})` : ''}; rows and customers were never here.`,
  'aggregates.fixed': (p) =>
    `The query decided ${listed(p.settings, f)}. To change that, write the query again and bring its result; base, count, scale and level can be changed here.`,
  'aggregates.missing': (p) =>
    `The table has no rows for ${listed(p.parts, f)}; what needs them is left out.`,
  'aggregates.unknown': (p) =>
    `The table has parts that this version does not know, and leaves out: ${listed(p.parts, f)}.`,
  'aggregates.unknownPlans': (p) =>
    `The rows name plans that the settings of the query do not: ${listed(p.plans, f)}. Add them, and run the query again.`,
  'aggregates.overlaps': () =>
    'How many customers two periods share was counted for another rate, so changes between periods are left out. Write the query again for this one.',
})

export const aggregateProblems: ExplainedTable = {
  'aggregates.incomplete': {
    what: 'Rows that name no part or no measure of the report',
    advice:
      'Nothing to do for a line of dashes or a count of rows; else copy the whole result again.',
  },
}

export const aggregateErrors: ExplainedTable = {
  'aggregates.noSettings': {
    what: 'The table does not say what was counted.',
    advice: 'Copy the whole result of the query, with the rows “about”.',
  },
  'aggregates.settings': {
    what: 'The settings in the table cannot be read.',
    advice: 'Write the query again, and bring its result.',
  },
  'aggregates.newer': {
    what: 'The query was written by a newer version of Upgrade Rate.',
    advice: 'Open its result with that version, or write the query again with this one.',
  },
  'aggregates.value': {
    what: 'A count in the table cannot be read.',
    advice: 'Copy the result of the query as it is.',
  },
  'aggregates.duplicate': {
    what: 'The table says something twice.',
    advice: 'Bring the result of one query, once.',
  },
  'aggregates.contradiction': {
    what: 'The counts contradict each other.',
    advice: 'Copy the whole result of the query as it is.',
  },
  'aggregates.several': {
    what: 'These are the results of two queries.',
    advice: 'Bring one of them.',
  },
}
