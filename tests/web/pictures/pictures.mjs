/** Which pictures there are: a state of the page, seen in some way. `of`: only this part of it. */

/**
 * @typedef {{ state: string, of?: string, print?: boolean, width?: number, height?: number }
 *   & import('playwright-core').BrowserContextOptions} Picture
 */

const phone = { width: 320, height: 900 }
/** 1280 pixels at 400 %. */
const zoomed = { width: 320, height: 256 }
const embedded = { width: 600, height: 400 }
/** @type {import('playwright-core').BrowserContextOptions} */
const dark = { colorScheme: 'dark' }
const german = { locale: 'de-DE' }

/** @type {{ [name: string]: Picture }} */
export const pictures = {
  empty: { state: 'empty' },
  'empty-dark-phone': { state: 'empty', ...phone, ...dark },
  loading: { state: 'loading', height: 620 },
  error: { state: 'error' },
  'error-dark-phone': { state: 'error', ...phone, ...dark },
  typed: { state: 'typed', height: 620 },
  answer: { state: 'sample', width: 1440 },
  'answer-dark': { state: 'sample', ...dark },
  'answer-phone': { state: 'sample', width: 320, height: 1500 },
  'answer-embedded': { state: 'sample', ...embedded },
  'answer-zoomed': { state: 'sample', ...zoomed },
  'answer-forced-colours': { state: 'sample', forcedColors: 'active' },
  'answer-print': { state: 'sample', print: true, width: 794, height: 1123 },
  'answer-german-phone': { state: 'sample', width: 360, height: 1500, ...german },
  'paths-phone': { state: 'sample', of: '.part.paths', ...phone },
  'cohorts-dark': { state: 'sample', of: '.part.cohorts', ...dark },
  money: { state: 'sample', of: '.money' },
  'what-to-do': { state: 'sample', of: '.guide' },
  columns: { state: 'columns', height: 560 },
  'columns-phone': { state: 'columns', ...phone, height: 560 },
  table: { state: 'table', of: '.trend-section' },
  little: { state: 'little' },
  huge: { state: 'huge', ...phone },
  'long-names': { state: 'long' },
  'right-to-left': { state: 'rtl', of: '.part.paths' },
  'one-period': { state: 'one' },
  'many-periods': { state: 'many' },
  'one-segment': { state: 'oneSegment', of: '.why' },
  'many-segments': { state: 'segments', of: '.part.segments' },
  'many-segments-phone': { state: 'segments', of: '.part.segments', ...phone },
}
