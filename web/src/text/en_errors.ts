/** What ends a reading, in English. */

import { aggregateErrors } from './en_aggregates.js'
import type { ExplainedTable } from './en_problems.js'
import { shareErrors } from './en_share.js'
import { tableErrors } from './en_tables.js'

export const englishErrors: ExplainedTable = {
  ...tableErrors,
  ...aggregateErrors,
  ...shareErrors,
  'mapping.twice': {
    what: 'One column is chosen for two parts.',
    advice: 'Choose another column for one of them.',
  },
  'setting.notJson': {
    what: 'These settings are not JSON.',
    advice: 'Look for a missing quote, comma or bracket.',
  },
  'sql.dialect': {
    what: 'This dialect of SQL is not known.',
    advice: 'Choose ClickHouse, DuckDB, PostgreSQL, Spark, BigQuery or Snowflake.',
  },
  'sql.from': {
    what: 'This is not the name of a table.',
    advice: 'Name it as in the warehouse, such as analytics.plan_changes.',
  },
  'sql.shape': {
    what: 'For rows of this kind no SQL is written.',
    advice:
      'It is written for plan histories, changes from plan to plan, snapshots and subscriptions.',
  },
  'sql.needsMapping': {
    what: 'The settings do not say which columns the table has.',
    advice: 'Name what a row is and the columns of customer, date and plan; a sample shows them.',
  },
  'sql.needsPlans': {
    what: 'The settings do not say which plan is above which.',
    advice: 'Name the plans with their tiers; the report of a sample has them in its settings.',
  },
  'sql.notWritten': {
    what: 'The SQL cannot do this yet.',
    advice: 'Leave this setting out, or answer from the rows themselves.',
  },
  'engine.notLoaded': { what: 'Nothing is loaded.', advice: 'Bring a file first.' },
  'input.empty': {
    what: 'There is nothing in it.',
    advice: 'Export again, and check that the file is not 0 bytes.',
  },
  'input.headerOnly': {
    what: 'There is a header, but no row under it.',
    advice: 'Export again with rows, perhaps over a longer time.',
  },
  'input.binary': {
    what: 'This is not a text table.',
    advice: 'Save it as CSV or TSV and bring that.',
  },
  'input.brokenJson': {
    what: 'This begins as JSON, but breaks before its first row is whole.',
    advice: 'Export it again, or correct it at the line named.',
  },
  'input.tooLarge': {
    what: 'There is too much in it.',
    advice: 'Save the table as CSV, or bring a part of it.',
  },
  'input.damaged': {
    what: 'The file is damaged or was cut off.',
    advice: 'Export or download it again; of a workbook, save it once more.',
  },
  'input.sheetMissing': {
    what: 'The workbook has no sheet of this name.',
    advice: 'Choose one of its sheets.',
  },
  'input.noUsableRows': {
    what: 'No row could be used.',
    advice: 'Often one column plays the wrong part; choose another meaning for it.',
  },
  'input.tooManyPlans': {
    what: 'There are more plans than any price list has.',
    advice: 'The column read as the plan is probably another one; choose the one that names it.',
  },
  'input.shapeUnknown': {
    what: 'The columns could not be recognised.',
    advice:
      'Needed are a customer, a date and a plan in each row; or a customer, a plan, a start and an end; or a customer, a date and the plans before and after or a kind of movement; or a customer and one column per period; or a period, all customers and those upgraded.',
  },
  'input.shapeUnsupported': {
    what: 'This table has rows of a kind that is not read yet.',
    advice:
      'Bring one row per plan change (customer, date, plan; an empty plan for a cancellation), or say below that one row is a plan change.',
  },
  'input.payments': {
    what: 'These are payments, not plans.',
    advice:
      'They do not say which plan was held from when to when. Export the subscriptions from the same system instead: customer, product, status, start and end.',
  },
  'input.mixedShapes': {
    what: 'These files hold different kinds of rows.',
    advice: 'Bring them one after the other.',
  },
  'input.periodUnclear': {
    what: 'It is unclear how long the periods of these rows are.',
    advice: 'Give each row one period, such as 2024-03, 2024-Q1 or 2024.',
  },
  'source.unreadable': {
    what: 'The file could not be opened.',
    advice: 'See that it is there and unchanged, and give it again.',
  },
  'file.unsettled': {
    what: 'It stays unclear how this file is to be read.',
    advice: 'Say what each column means.',
  },
  'engine.crashed': {
    what: 'The computation stopped.',
    advice: 'Your data is untouched. Try again, or bring fewer rows if it stops again.',
  },
  'setting.unknownKey': {
    what: 'There is no setting of this name.',
    advice: 'Check its spelling.',
  },
  'setting.type': {
    what: 'A setting has a value of the wrong kind.',
    advice: 'Give it the kind it asks for.',
  },
  'setting.value': {
    what: 'A setting has a value outside its range.',
    advice: 'Give it a value inside.',
  },
  'mapping.missing': {
    what: 'A needed column is not chosen.',
    advice: 'Choose it in the menu above the column.',
  },
  'page.fault': {
    what: 'Something in the page itself failed.',
    advice: 'Your data is untouched. Try again; if it fails again, reload the page.',
  },
}
