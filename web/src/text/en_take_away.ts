/** What is taken along, in English: pictures, tables, what a frame lays out instead. */
import type { Layer } from '../page/state.js'
import type { Format } from './format.js'

export const take = {
  picture: 'Save picture:',
  pictureOf: (what: string) => `Save ${what} as a picture`,
  saveAs: (what: string, form: string) => `Save as ${form}: ${what}`,
  table: 'Copy table:',
  tableOf: (what: string) => `Copy ${what}`,
  copyAs: (what: string, form: string) => `Copy as ${form}: ${what}`,
  guarded: (n: number, f: Format) =>
    `Copied. ${f.count(n)} ${f.plural(n, 'cell begins', 'cells begin')} with an apostrophe, so that a spreadsheet does not run ${f.plural(n, 'it', 'them')} as ${f.plural(n, 'a formula', 'formulas')}.`,
  source: (facts: string) => `Source: ${facts}`,
  fromLink: 'figures that came with a link',
  made: (day: string) => `made on ${day}`,
  rate: (numerator: string, base: string) => `Rate = ${numerator} ÷ ${base}.`,
  definitions: {
    'time-to-upgrade':
      'Share = customers whose first upgrade came by that day, of all who began; those who left first cannot upgrade any more.',
    cohorts: 'Share = customers of a cohort who had upgraded by that age ÷ all customers of it.',
    stays: 'Share = customers still on the higher plan after so many days ÷ customers upgraded.',
    leaving: 'Per 30 days = customers who left ÷ days under observation × 30.',
  } as { [place: string]: string },
  lines: {
    pooled3: 'average of 3 (grey line)',
    pooled12: 'average of 12 (grey line)',
    limits: 'control limits (dashed steps)',
  } as { [l in Exclude<Layer, 'forecast'>]: string },
  shaded: (name: string) => `Shaded: ${name}, chosen as the range of the answer.`,
  drawn: (list: string) => `Also drawn: ${list}.`,
}

export const handed = {
  title: 'To copy by hand',
  text: 'Perhaps nothing was saved or copied, as the frame around this page may forbid it. Here is the text to select and copy.',
  image:
    'Perhaps nothing was saved, as the frame around this page may forbid it. Here is the picture to save or copy from its menu.',
}
