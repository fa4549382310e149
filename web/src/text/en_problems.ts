/** What went wrong, in English: problems of rows, and errors that end a reading. */
import { tableErrors, tableProblems } from './en_tables.js'

export interface Explained {
  what: string
  advice: string
}
export type ExplainedTable = { readonly [code: string]: Explained }

export const englishProblems: ExplainedTable = {
  ...tableProblems,
  'date.unreadable': {
    what: 'Dates that are not in the calendar or not in the column’s format',
    advice: 'Correct the cell, or choose another date column.',
  },
  'customer.blank': {
    what: 'Rows without a customer',
    advice: 'Fill in the customer, or choose the column that names it.',
  },
  'interval.unreadable': {
    what: 'Billing intervals that cannot be read',
    advice: 'Write month, quarter, year or 3 months, or choose another column.',
  },
  'currency.unreadable': {
    what: 'Currencies that cannot be read',
    advice: 'Write the code of three letters, or leave the cell blank.',
  },
  'number.unreadable': {
    what: 'Numbers that cannot be read',
    advice: 'Remove words and signs from the cell, or choose another column.',
  },
  'row.tooLong': {
    what: 'Rows longer than 16 MiB',
    advice: 'Look for a missing line end or closing quote before the line named.',
  },
  'row.extraCells': {
    what: 'Rows with more cells than the header',
    advice: 'A delimiter inside a cell needs quotes around the cell.',
  },
  'row.nul': {
    what: 'Rows with NUL bytes, which no text has',
    advice: 'The file may be damaged; export it again.',
  },
  'date.blank': {
    what: 'Rows without a date',
    advice: 'Fill in the date, or choose another date column.',
  },
  'number.tooLarge': {
    what: 'Numbers too large to count with',
    advice: 'Check whether another column holds the value.',
  },
  'row.comment': { what: 'Comment lines, which begin with #', advice: 'Left out; nothing to do.' },
  'row.title': { what: 'Lines above the header', advice: 'Left out; nothing to do.' },
  'row.unclosedQuote': {
    what: 'A quote that is opened and never closed',
    advice: 'Close the quote in the line named, or double it if it belongs to the text.',
  },
  'cell.tooLong': {
    what: 'Cells longer than 1 MiB',
    advice: 'Often a quote is missing before; look at the line named.',
  },
  'columns.tooMany': {
    what: 'Rows with more than 4,096 columns',
    advice: 'Check the delimiter, or leave out columns.',
  },
  'json.broken': {
    what: 'The JSON text breaks off or is broken here, and rows after it may not have been read',
    advice: 'Export the file again, or correct it at the line named.',
  },
  'json.notARow': {
    what: 'Something in the list that is not written as its other rows',
    advice: 'Write it as they are, or leave it out.',
  },
  'totals.upgradedOverTotal': {
    what: 'More customers upgraded than there are',
    advice: 'Check that the two columns are not swapped.',
  },
  'totals.notCount': {
    what: 'Counts that are negative or not whole',
    advice: 'Totals are whole numbers from 0 up.',
  },
  'row.duplicate': { what: 'Rows that say the same twice', advice: 'Counted once; nothing to do.' },
  'flag.unreadable': {
    what: 'Rows that say neither yes nor no',
    advice: 'Write yes or no, true or false, 1 or 0.',
  },
  'end.unreadable': {
    what: 'Ends that are no date in the column’s format',
    advice: 'Correct the cell; leave it empty for a subscription that runs on.',
  },
  'end.beforeStart': {
    what: 'Subscriptions that end before they start',
    advice: 'Correct one of the two dates, or check that the columns are not swapped.',
  },
  'plan.blank': { what: 'Rows without a plan', advice: 'Fill in the plan.' },
  'type.unknown': {
    what: 'Movements of a kind that is not known',
    advice: 'Write one such as new, upgrade, downgrade, expansion, contraction, churn or renewal.',
  },
  'row.noPlan': {
    what: 'Subscriptions to a plan that stands for “not a customer”',
    advice: 'Left out; change the plan’s place if it is one.',
  },
  'row.status': {
    what: 'Subscriptions whose status says that they never came to anything',
    advice: 'Left out; change what the status means if they did.',
  },
  'row.endedWithoutEnd': {
    what: 'Subscriptions that ended, and nothing says when',
    advice: 'Bring the column with their end, or change what the status means.',
  },
  'row.emptyStretch': {
    what: 'Subscriptions that end as they start',
    advice: 'Never in force; nothing to do.',
  },
  'row.superseded': {
    what: 'Rows replaced by a later row of the same customer and instant',
    advice: 'The last one counts; nothing to do unless the order is wrong.',
  },
  'row.afterDataUntil': {
    what: 'Changes scheduled at or after the end of the data',
    advice: 'They count once the data reaches them; see “Data until”.',
  },
  'row.repeatedHeader': {
    what: 'The header, repeated inside the data',
    advice: 'Left out; nothing to do.',
  },
  'row.totalsLine': { what: 'A totals line', advice: 'Left out; nothing to do.' },
}

export const englishErrors: ExplainedTable = {
  ...tableErrors,
  'mapping.twice': {
    what: 'One column is chosen for two parts.',
    advice: 'Choose another column for one of them.',
  },
  'setting.notJson': {
    what: 'These settings are not JSON.',
    advice: 'Look for a missing quote, comma or bracket.',
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
