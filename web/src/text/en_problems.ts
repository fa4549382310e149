/** What is wrong with rows, in English. */
import { aggregateProblems } from './en_aggregates.js'
import { tableProblems } from './en_tables.js'

export interface Explained {
  what: string
  advice: string
}
export type ExplainedTable = { readonly [code: string]: Explained }

export const englishProblems: ExplainedTable = {
  ...tableProblems,
  ...aggregateProblems,
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
  'totals.measureAlone': {
    what: 'Rows of a count without the other one',
    advice:
      'Customers in total and customers upgraded stand in two rows; add the other row, with the same words beside it.',
  },
  'row.noMeasure': {
    what: 'Rows that count neither customers nor upgrades',
    advice: 'Left out; nothing to do.',
  },
  'row.noFigure': {
    what: 'Rows without a figure that both counts have',
    advice: 'Left out; fill in both rows of the period.',
  },
  'row.notWon': {
    what: 'Deals that are open or lost',
    advice: 'Left out; only deals that were won count.',
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
