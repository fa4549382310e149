/** All words of the page in English. The German table has the same type, so neither can lack a word. */
import type {
  BandWindow,
  Base,
  Mapping,
  Numerator,
  PeriodUnit,
  Role,
  Shape,
} from '../engine/documents.js'
import { englishErrors, englishNotes, englishProblems } from './en_codes.js'
import { englishSentence } from './en_sentence.js'
import type { Format } from './format.js'

export type Part = keyof Omit<Mapping, 'segments'> | 'segment' | 'none'

const settings = {
  howCounted: 'How it is counted',
  plans: 'Plans, highest first',
  plansHelp:
    'Drag a plan, or use the arrow keys on its handle. With Shift it joins its neighbour’s step.',
  movePlan: (plan: string) => `Move ${plan}`,
  placeOf: (plan: string) => `Place of ${plan}`,
  step: (n: number) => `Step ${n}`,
  roles: {
    tier: 'a step of its own',
    addOn: 'add-on, beside a plan',
    prospect: 'not yet a customer',
    none: 'not a customer',
  } as { [r in Role]: string },
  rolesShort: {
    tier: 'step',
    addOn: 'add-on',
    prospect: 'not yet a customer',
    none: 'not a customer',
  } as { [r in Role]: string },
  counted: 'Counted',
  numerators: {
    upgraded: 'customers upgraded',
    kept: 'upgraded and kept',
    upsold: 'customers who bought more',
    upgradedOrUpsold: 'upgraded or bought more',
    upgradeEvents: 'upgrades, each one',
  } as { [n in Numerator]: string },
  outOf: 'Out of',
  bases: {
    opening: 'customers at start',
    eligible: 'those with a higher plan',
    average: 'average of start and end',
    active: 'active in the period',
    closing: 'customers at end',
  } as { [b in Base]: string },
  period: 'Period',
  units: { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' } as {
    [u in PeriodUnit]: string
  },
  range: 'One range instead',
  rangeFrom: 'from',
  rangeTo: 'to, not included',
  rangeApply: 'Use this range',
  rangeClear: 'Back to the last twelve months',
  fiscalStart: 'Year starts in',
  timeZone: 'Time zone',
  dataUntil: 'Data until, not incl.',
  detected: 'detected',
  prospects: 'Trials are customers',
  bridge: 'Gap that is no break',
  days: (n: number, f: Format) => f.plural(n, 'day', 'days'),
  level: 'Interval level',
  scale: 'Scale',
  scaleWindow: 'Scale is meant for',
  windows: {
    'as shown': 'any period, as shown',
    month: 'a month',
    quarter: 'a quarter',
    year: 'a year',
  } as { [w in BandWindow]: string },
  bandName: 'Name',
  bandEdge: 'Limit in percent',
  bandFrom: 'from',
  bandAbove: 'above',
  bandAdd: 'Add a band',
  bandRemove: (name: string) => `Remove ${name}`,
  bandsPublished: 'Back to 15 / 25 %',
  undo: 'Undo',
  redo: 'Redo',
  reset: 'As detected',
  more: 'Time, gaps and certainty',
}

const bring = {
  title: 'What share of your customers moved to a higher plan?',
  lead: 'Drop an export of your billing system or a table of totals. The rate, how good it is and how sure that is appear at once.',
  dropTitle: 'Drop files here, or paste a table',
  dropHint:
    'CSV or TSV, from any billing system or spreadsheet: one row per plan change, or totals per period.',
  dropNow: 'Let go to read it',
  chooseFiles: 'Choose files',
  pasteHow: 'Paste with Ctrl+V (⌘V on a Mac), anywhere on this page.',
  pasted: 'Pasted table',
  twoNumbers: 'Only two numbers?',
  upgraded: 'Customers upgraded',
  total: 'Customers in total',
  typedAnswer: 'Your answer',
  openAnswer: 'Open the full answer',
  samples: 'No data at hand?',
  sampleHistory: 'A plan history',
  sampleHistoryHint: 'three years, four plans, trials, one launch',
  sampleTotals: 'Monthly totals',
  sampleTotalsHint: 'two years, one row per month',
  synthetic: 'Both samples are synthetic: made up by a small program, nobody’s customers.',
  sampleName: (kind: 'history' | 'totals'): string =>
    kind === 'history' ? 'Sample: plan history (synthetic)' : 'Sample: monthly totals (synthetic)',
  example: 'Example',
  exampleNote:
    'What comes back: the rate with its counts, its place on the published scale and how sure that is, and the trend behind it. Invented figures.',
  privacy: 'Stays in this page',
  privacyHow:
    "Your data is read by this page on your machine and goes nowhere. To check: switch the network off and it still works, or watch the browser’s network panel stay empty. The page’s own security policy (connect-src 'none') forbids every connection.",
}

const reading = {
  reading: (name: string) => `Reading ${name}`,
  progress: (bytes: string, total: string | null, rows: string) =>
    total ? `${bytes} of ${total} · ${rows} rows` : `${bytes} · ${rows} rows`,
  cancel: 'Cancel',
  counting: 'Counting',
}

const shapes: { [s in Shape]: string } = {
  totals: 'one per period',
  planHistory: 'one per plan change',
}
const shapeOf: { [s in Shape]: string } = {
  totals: 'the totals of a period',
  planHistory: 'a plan change of a customer',
}

const source = {
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
  shape: 'One row is',
  newData: 'New data',
  twoNumbers: 'Two numbers',
  partOf: (column: string) => `Meaning of column ${column}`,
  parts: {
    customer: 'customer',
    date: 'date of change',
    plan: 'plan',
    value: 'value a month',
    quantity: 'quantity',
    period: 'period',
    total: 'customers in total',
    upgraded: 'customers upgraded',
    segment: 'segment',
    none: 'not used',
  } as { [p in Part]: string },
  kinds: { date: 'dates', number: 'numbers', text: 'text', blank: 'blank' },
  blankCell: 'blank',
}

const answer = {
  title: 'Answer',
  counted: {
    upgraded: 'upgraded',
    kept: 'upgraded and kept',
    upsold: 'bought more',
    upgradedOrUpsold: 'upgraded or bought more',
    upgradeEvents: 'upgrades',
  } as { [n in Numerator]: string },
  of: {
    opening: 'customers at start',
    eligible: 'customers with a higher plan above them',
    average: 'customers, average of start and end',
    active: 'customers active in the period',
    closing: 'customers at end',
  } as { [b in Base]: string },
  customers: 'customers',
  noRate: 'No rate',
  notFinished: 'Not finished',
  notFinishedHint: 'the period still runs, so there is no verdict',
  reasons: {
    last12Months: 'the last twelve full months',
    longestRun: 'the longest run of full months with customers at its start',
    range: 'the range you chose',
    only: 'all there is',
  },
  periodPicker: 'Period shown',
  headline: (name: string) => `Last twelve full months: ${name}`,
  headlineRun: (name: string) => `Longest run: ${name}`,
  headlineRange: (name: string) => `Chosen range: ${name}`,
  headlineOnly: 'All there is',
  unfinished: (name: string) => `${name}, not finished`,
  scaleLabel: (rate: string, range: string, bands: string) =>
    `${rate} on the scale; interval ${range}. ${bands}`,
  zone: (name: string, edge: string, chance: string | null) =>
    `${name} ${edge}${chance ? `: chance ${chance}` : ''}`,
  from: (edge: string) => `from ${edge}`,
  above: (edge: string) => `above ${edge}`,
  sure: (chance: string) => `${chance} sure`,
  interval: (level: string, range: string) => `${level} interval: ${range}`,
  scaleMoves: 'Limits are fitted to the period’s length, so they are not drawn here.',
  copy: 'Copy',
  copied: 'Copied',
  yearBefore: 'Against a year before',
  periodBefore: 'Against the period before',
  toward: (band: string) => `To ${band}`,
  keeping: (band: string) => `Before it falls to ${band}`,
  upgrades: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'upgrade', 'upgrades')}`,
  upgradesFewer: (n: number, f: Format) =>
    `${f.count(n)} ${f.plural(n, 'upgrade', 'upgrades')} fewer`,
  fewerHint: (n: number, band: string, f: Format) => `${f.count(n)} fewer would be ${band}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  points: (text: string) => `${text} points`,
  clear: (range: string) => `clear: ${range}`,
  withinNoise: (range: string) => `within noise: ${range}`,
  nothingBefore: 'nothing to compare with',
  keptTitle: 'Kept at the end',
  keptOf: (kept: string, upgraded: string) => `${kept} of ${upgraded}`,
  net: (rate: string) => `net of downgrades ${rate}`,
  flowTitle: 'Customers',
  flow: (from: string, to: string) => `${from} → ${to}`,
  flowHint: (joined: string, left: string) => `${joined} joined, ${left} left`,
  alsoUpgraded: (n: number, f: Format) =>
    `${f.count(n)} more upgraded in the period they joined; they are not in the base.`,
}

const trend = {
  title: 'Trend',
  subtitle: (unit: PeriodUnit, level: string) =>
    `share per ${{ week: 'week', month: 'month', quarter: 'quarter', year: 'year' }[unit]}, with ${level} interval`,
  unitSwitch: 'Period length',
  chart: 'Chart',
  table: 'Table',
  tableOf: 'Trend as a table',
  lookAs: 'Show as',
  label: 'Rate by period. Left and right arrow keys read the periods, Enter shows one above.',
  notFinished: 'not finished',
  noRate: 'no rate',
  noneHasRate: 'No period has a rate yet.',
  noneHasRateHint:
    'A rate needs customers at the start of a period. The first period of a data set has none.',
  aboveChart: (band: string, edge: string) =>
    `The band “${band}” begins at ${edge}, above this chart.`,
  readHint: 'Point at the chart, or focus it and use the arrow keys.',
  period: 'Period',
  rate: 'Rate',
  intervalHead: 'Interval',
  band: 'Band',
  change: 'Change',
  show: 'Show above',
  showMore: (n: string) => `Show ${n} more`,
  first: (n: string) => `Latest ${n} shown`,
}

const rows = {
  title: 'Rows',
  subtitle: 'every row read ends in exactly one place',
  read: 'read',
  used: 'used',
  duplicate: 'duplicate',
  superseded: 'superseded',
  ignored: 'ignored',
  rejected: 'rejected',
  equals: '=',
  times: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'row', 'rows')}`,
  where: (file: string, line: string, column: string) =>
    column ? `${file}, line ${line}, ${column}` : `${file}, line ${line}`,
  moreOf: (n: string) => `and ${n} more`,
  download: 'Download the table as it was read',
  downloadHint: 'CSV. Cells that a spreadsheet would run as a formula are made safe.',
  downloadName: 'table-as-read.csv',
  assumed: 'What was assumed',
}

export const english = (f: Format) => ({
  language: 'English',
  title: 'Upgrade Rate',
  skip: 'Skip to the answer',
  languageSwitch: 'Language',
  themeSwitch: 'Colours',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  error: {
    title: 'This could not be read',
    settingsTitle: 'This setting cannot be used',
    brokenTitle: 'The page met a fault of its own',
    where: 'Where',
    brought: 'What was brought',
    dismiss: 'Close',
    undo: 'Undo the last change',
  },
  severity: { info: 'Note', warning: 'Warning' },
  standardBands: { concerning: 'concerning', healthy: 'healthy', exceptional: 'exceptional' } as {
    [name: string]: string
  },
  bring,
  reading,
  source,
  answer,
  trend,
  settings,
  rows,
  notes: englishNotes(f),
  problems: englishProblems,
  errors: englishErrors,
  actions: {
    readScaleAs: (window: string) => `Read the scale as meant for ${window}`,
    readDatesAs: (format: string) => `Read dates as ${format}`,
  },
  sentence: englishSentence,
})
