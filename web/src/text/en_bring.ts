/** The words of the first minute in English: bringing data, reading it, what its columns mean. */
import type { Mapping, Shape } from '../engine/documents.js'
import type { SampleName } from '../samples/samples.js'
import type { Format } from './format.js'

export type Part = keyof Omit<Mapping, 'segments'> | 'segment' | 'none'

export const bring = {
  title: 'What share of your customers moved to a higher plan?',
  lead: 'Drop an export of your billing system or a table of totals. The rate, how good it is and how sure that is appear at once.',
  dropTitle: 'Drop files here, or paste a table',
  dropHint:
    'CSV, JSON or an Excel workbook, from any billing system or spreadsheet: one row per plan change, one per subscription, one per customer and month, or totals per period.',
  dropNow: 'Let go to read it',
  chooseFiles: 'Choose files',
  pasteHow: 'Paste with Ctrl+V (⌘V on a Mac), anywhere on this page.',
  pasted: 'Pasted table',
  goBack: (name: string): string => `Back to ${name}`,
  twoNumbers: 'Only two numbers?',
  upgraded: 'Customers upgraded',
  total: 'Customers in total',
  typedAnswer: 'Your answer',
  openAnswer: 'Open the full answer',
  samples: 'No data at hand?',
  sampleLaunch: 'Pro reworked',
  sample: {
    history: ['A plan history', 'three years, four plans, trials, one launch'],
    subscriptions: ['Subscriptions', 'prices by seat, month and year, trials'],
    totals: ['Monthly totals', 'two years, one row per month'],
    messy: ['A messy export', 'as people really get them'],
  } as { readonly [s in SampleName]: readonly [title: string, hint: string] },
  synthetic: 'All samples are synthetic: made up by small programs, nobody’s customers.',
  sampleName: (title: string): string => `Sample: ${title} (synthetic)`,
  example: 'Example',
  exampleNote:
    'What comes back: the rate with its counts, its place on the published scale and how sure that is, and the trend behind it. Invented figures.',
  privacy: 'Stays in this page',
  privacyHow:
    "Your data is read by this page on your machine and goes nowhere. To check: switch the network off and it still works, or watch the browser’s network panel stay empty. The page’s own security policy (connect-src 'none') forbids every connection.",
}

export const reading = {
  reading: (name: string) => `Reading ${name}`,
  progress: (bytes: string, total: string | null, rows: string) =>
    total ? `${bytes} of ${total} · ${rows} rows` : `${bytes} · ${rows} rows`,
  cancel: 'Cancel',
  counting: 'Counting the rest',
}

const shapes: { [s in Shape]: string } = {
  totals: 'one per period',
  planHistory: 'one per plan change',
  subscriptions: 'one per subscription',
  changes: 'one per change from plan to plan',
  movements: 'one per movement',
  snapshots: 'one per customer and period',
  matrix: 'one per customer, with a column per period',
  flags: 'one per customer, upgraded or not',
  planTable: 'one per plan',
  customerTable: 'one per customer',
  aggregates: 'one per count, from a warehouse',
}
const shapeOf: { [s in Shape]: string } = {
  totals: 'the totals of a period',
  planHistory: 'a plan change of a customer',
  subscriptions: 'a subscription from its start to its end',
  changes: 'a change from one plan to another',
  movements: 'a movement (new, upgrade, churn …)',
  snapshots: 'a customer in one period',
  matrix: 'a customer, with one column per period',
  flags: 'a customer who upgraded or did not',
  planTable: 'a plan’s name, tier or price, by its key',
  customerTable: 'what is known of a customer, by its key',
  aggregates: 'one count of a report, made in a warehouse',
}

export const source = {
  rows: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'row', 'rows')}`,
  files: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'file', 'files')}`,
  shapes,
  shapeOf,
  customers: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'customer', 'customers')}`,
  setAside: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'row', 'rows')} set aside`,
  noneSetAside: 'no rows set aside',
  columns: 'Columns',
  columnsTitle: 'How each column is read',
  columnsHint:
    'First values of each column. Change what a column means and the file is read again.',
  columnsAsk: 'Say what each column means; after every choice the file is read again.',
  shapeOpen: 'not known yet',
  shape: 'One row is',
  guessed: (share: string) => `guessed by headers and values, fits ${share}`,
  runnerUp: (shape: string, share: string) => `Could also be ${shape} (${share}).`,
  readSo: 'Read it so',
  sheet: 'Sheet',
  sheetOpen: 'choose one',
  hiddenSheet: (name: string) => `${name} (hidden)`,
  newData: 'New data',
  twoNumbers: 'Two numbers',
  partOf: (column: string) => `Meaning of column ${column}`,
  parts: {
    customer: 'customer',
    date: 'date of change',
    plan: 'plan',
    value: 'value a month',
    quantity: 'quantity',
    interval: 'billing interval',
    currency: 'currency',
    period: 'period',
    start: 'start',
    end: 'end',
    status: 'status',
    subscription: 'subscription',
    fromPlan: 'plan before',
    toPlan: 'plan after',
    type: 'kind of movement',
    valueBefore: 'value before',
    valueAfter: 'value after',
    key: 'key',
    tier: 'tier',
    measure: 'what a row counts',
    stage: 'stage of a deal',
    part: 'part of the report',
    name: 'what is counted',
    other: 'what it is counted with',
    total: 'customers in total',
    upgraded: 'customers upgraded',
    flag: 'upgraded, yes or no',
    segment: 'segment',
    none: 'not used',
  } as { [p in Part]: string },
  kinds: { date: 'dates', number: 'numbers', text: 'text', blank: 'blank' },
  blankCell: 'blank',
}
