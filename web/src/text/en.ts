/** All words of the page in English. The German table has the same type, so neither can lack a word. */
import type { Base, Numerator } from '../engine/documents.js'
import { bring, reading, source } from './en_bring.js'
import { englishNotes } from './en_codes.js'
import { englishErrors } from './en_errors.js'
import { findings } from './en_findings.js'
import { heads, words } from './en_guide.js'
import { journeys } from './en_journeys.js'
import { money } from './en_money.js'
import { englishProblems } from './en_problems.js'
import { segments } from './en_segments.js'
import { englishSentence } from './en_sentence.js'
import { settings } from './en_settings.js'
import { share } from './en_share.js'
import { handed, take } from './en_take_away.js'
import { trend } from './en_trend.js'
import { warehouse } from './en_warehouse.js'
import type { Format } from './format.js'

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
  none: 'No answer yet',
  pickHint: 'Choose a period',
  noRate: 'No rate',
  notFinished: 'Not finished',
  notFinishedHint: 'the period still runs, so there is no verdict',
  periodPicker: 'Period shown',
  headline: (name: string) => `Last twelve full months: ${name}`,
  headlineRun: (name: string) => `Longest run: ${name}`,
  headlineRange: (name: string) => `Chosen range: ${name}`,
  headlineOnly: 'All there is',
  unfinished: (name: string) => `${name}, not finished`,
  scaleName: 'The scale',
  scaleLabel: (rate: string, range: string, bands: string) =>
    `${rate} on the scale; interval ${range}. ${bands}`,
  zone: (name: string, edge: string, chance: string | null) =>
    `${name} ${edge}${chance ? `: chance ${chance}` : ''}`,
  from: (edge: string) => `from ${edge}`,
  above: (edge: string) => `above ${edge}`,
  sure: (chance: string) => `${chance} sure`,
  /** Beside a verdict that may well be wrong. */
  unsure: (chance: string) => `only ${chance} sure`,
  interval: (level: string, range: string) => `${level} interval: ${range}`,
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

const rows = {
  title: 'Rows',
  subtitle: 'every row read ends in exactly one place',
  read: 'read',
  used: 'used',
  duplicate: 'duplicate',
  superseded: 'superseded',
  ignored: 'ignored',
  rejected: 'rejected',
  times: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'row', 'rows')}`,
  where: (file: string, line: string, column: string) =>
    column ? `${file}, line ${line}, ${column}` : `${file}, line ${line}`,
  moreOf: (n: string) => `and ${n} more`,
  download: {
    all: 'Download the table as it was read',
    setAside: 'Download the rows that are not used',
  },
  downloadOf: {
    all: (file: string) => `Download ${file} as it was read`,
    setAside: (file: string) => `Download the rows of ${file} that are not used`,
  },
  downloadHint: {
    all: 'CSV, every cell exactly as it came. A spreadsheet may run cells that start with = + - or @.',
    setAside: 'Each as it came, behind its line and the reason.',
  },
  downloadName: {
    all: (file: string) => `${file} as read.csv`,
    setAside: (file: string) => `${file} not used.csv`,
  },
  assumed: 'What was assumed',
}

export const english = (f: Format) => ({
  language: 'English',
  title: 'Upgrade Rate',
  skip: 'Skip to the answer',
  newVersion: { there: 'There is a new version of this page.', reload: 'Reload' },
  parts: 'Parts of the report',
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
  take,
  handed,
  docs: {
    figures: 'What each figure means',
    inputs: 'What can be brought',
    privacy: 'Privacy',
    changelog: 'Changelog',
    all: 'Documentation',
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
  journeys,
  segments,
  money,
  settings,
  share,
  warehouse,
  rows,
  guide: { ...words, heads },
  findings,
  notes: englishNotes(f),
  problems: englishProblems,
  errors: englishErrors,
  actions: {
    countAsFinished: 'Count it as finished',
    countAsUnfinished: 'Count the last period as unfinished',
    readScaleAs: (window: string) => `Read the scale as meant for ${window}`,
    readDatesAs: (format: string) => `Read dates as ${format}`,
  },
  sentence: englishSentence,
})
