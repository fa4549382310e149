/** What the core's codes mean, in English: notes (assumptions, warnings), problems of rows, errors. */
import type { NoteTable } from './codes.js'
import type { Format } from './format.js'

export interface Explained {
  what: string
  advice: string
}
export type ExplainedTable = { readonly [code: string]: Explained }

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? '?'))
const bases: { [key: string]: string } = {
  opening: 'customers at start',
  eligible: 'those with a higher plan',
  average: 'the average of start and end',
  active: 'customers active in the period',
  closing: 'customers at end',
}
const units: { [key: string]: string } = {
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
}
const counts: { [key: string]: string } = {
  kept: 'upgraded and kept',
  upsold: 'customers who bought more',
  upgradedOrUpsold: 'upgraded or bought more',
  upgradeEvents: 'upgrades, each one',
}

export const englishNotes = (f: Format): NoteTable => ({
  'tiers.guessed': (p) =>
    ({
      value: 'The plans are ordered by their typical monthly value.',
      words: 'The plans are ordered by well-known words in their names.',
      appearance:
        'The order of the plans is a guess: they stand in the order they first appear. Please check it.',
    })[text(p.method)] ?? 'The order of the plans was guessed. Please check it.',
  'plans.merged': (p) =>
    `These spellings are read as one plan: ${Array.isArray(p.spellings) ? f.list(p.spellings) : text(p.spellings)}.`,
  'dataUntil.assumed': (p, zone) => {
    const day = Date.parse(text(p.dataUntil))
    const until = Number.isNaN(day)
      ? text(p.dataUntil)
      : f.day(new Date(day - 1).toISOString(), zone)
    return `The data is taken to be complete up to and including ${until}.`
  },
  'dates.assumed': (p) =>
    `Dates fit day first and month first. They are read as ${text(p.format)}${p.example ? `: ${text(p.example)}` : ''}.`,
  'number.assumed': () =>
    'Numbers fit both a decimal point and a decimal comma. Please check one value.',
  'columns.guessed': () =>
    'The file has no header, so what each column means is a guess from its values. Please check it.',
  'mapping.unclear': (p) =>
    `Another column could be the ${text(p.part)} as well: ${text(p.other)}. Please check the choice.`,
  'file.skipped': (p) => `${text(p.file)} is left out. ${englishErrors[text(p.code)]?.what ?? text(p.advice)}`,
  fileReversed: (p) =>
    `${text(p.file)} runs from newest to oldest; rows of one instant are read from the bottom up.`,
  blankPlan: (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'row has', 'rows have')} a blank plan, read as “not a customer”.`,
  'addOn.held': () =>
    'In a plan history an add-on is held until the customer’s next row that ends it all.',
  'coverage.low': () =>
    'Fewer than half of the customers active in this stretch were there at its start, so the rate speaks for a minority.',
  'headline.longestRun': () =>
    'Twelve full months with customers at the start are not there yet; this is the longest run of full months.',
  'base.empty': () =>
    'Where nobody was a customer at the start there is nothing to divide by: no rate, not 0 %.',
  'base.notShare': (p) =>
    `With ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? counts[text(p.base)] ?? 'this choice'} the rate is not a share of its base: it can pass 100 %, and has no interval, chances or change.`,
  'period.partial': () =>
    'The last period is not finished: it has no verdict and stays out of the headline.',
  'headline.none': () =>
    'There is no full month with customers at its start, so there is no rate to lead with yet.',
  'totals.assumesNoRepeat': () =>
    'Longer periods are summed from the rows, which assumes that nobody upgraded twice.',
  'totals.noCustomers': (p) =>
    `Totals do not hold ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? 'this figure'}; bring a plan history for it.`,
  'totals.gap': () => 'Some periods miss rows of their own, so no sum can be made for them.',
  'totals.sumOverBase': () =>
    'Summed over time, more upgrades than customers at the start: no share any more, so no interval and no chances.',
  'period.coarser': (p) =>
    `These totals do not fit into ${units[text(p.unit)] ?? 'that unit'}; their own periods are shown.`,
  'bandWindow.differs': (p) =>
    `Read as meant for ${p.window === 'year' ? 'a year' : `a ${text(p.window)}`}, the scale would say ${text(p.band)}.`,
  'encoding.used': (p) => `The file is read as ${text(p.encoding)}.`,
  'rows.setAside': () => 'Some rows could not be used; see below for each reason.',
  'upsells.needValue': () =>
    'What customers bought beside upgrades needs a value or quantity column.',
  'priceRises.unknown': () =>
    'Without quantities, a price rise cannot be told apart from buying more.',
})

export const englishProblems: ExplainedTable = {
  'date.unreadable': {
    what: 'Dates that are not in the calendar or not in the column’s format',
    advice: 'Correct the cell, or choose another date column.',
  },
  'customer.blank': {
    what: 'Rows without a customer',
    advice: 'Fill in the customer, or choose the column that names it.',
  },
  'number.unreadable': {
    what: 'Numbers that cannot be read',
    advice: 'Remove words and signs from the cell, or choose another column.',
  },
  'date.blank': {
    what: 'Rows without a date',
    advice: 'Fill in the date the plan started, or choose the column that holds it.',
  },
  'row.extraCells': {
    what: 'Rows with more cells than the header',
    advice: 'A delimiter inside a cell needs quotes around the cell.',
  },
  'row.tooLong': {
    what: 'Rows longer than 16 MiB',
    advice: 'A line end or a closing quote is missing; look at the line named.',
  },
  'row.nul': {
    what: 'Rows that hold NUL bytes',
    advice: 'They may be damaged. Export the file again.',
  },
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
  'totals.upgradedOverTotal': {
    what: 'More customers upgraded than there are',
    advice: 'Check that the two columns are not swapped.',
  },
  'totals.notCount': {
    what: 'Counts that are negative or not whole',
    advice: 'Totals are whole numbers from 0 up.',
  },
  'row.duplicate': { what: 'Rows that say the same twice', advice: 'Counted once; nothing to do.' },
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
  'input.periodUnclear': {
    what: 'How long the periods of these totals are is unclear.',
    advice: 'Write the period as 2024-03, 2024-Q1 or 2024-W07.',
  },
  'mapping.twice': {
    what: 'One column is chosen for two parts.',
    advice: 'Choose another column for one of them.',
  },
  'setting.notJson': {
    what: 'These settings are not JSON.',
    advice: 'Look for a missing quote, comma or bracket.',
  },
  'setting.unsupported': {
    what: 'This setting has no effect yet.',
    advice: 'Leave it out.',
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
  'input.noUsableRows': {
    what: 'No row could be used.',
    advice: 'Often one column plays the wrong part; choose another meaning for it.',
  },
  'input.shapeUnknown': {
    what: 'The columns could not be recognised.',
    advice:
      'Needed are either a customer, a date and a plan in each row, or a period, all customers and those upgraded.',
  },
  'input.shapeUnsupported': {
    what: 'This table has one row per subscription or per move, which is not read yet.',
    advice:
      'Bring one row per plan change (customer, date, plan; an empty plan for a cancellation), or say below that one row is a plan change.',
  },
  'input.mixedShapes': {
    what: 'These files hold different kinds of rows.',
    advice: 'Bring them one after the other.',
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
