/** The words about groups of customers: segments, mix or rate, and the choice of who is counted. */
import type { Format } from './format.js'

const segmentsOf = (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'segment', 'segments')}`
const have = (n: number, f: Format) => f.plural(n, 'has', 'have')

interface Named {
  names: string
  count: number
}

export const segments = {
  by: (column: string) => `By ${column}`,
  title: 'Segments',
  needColumn:
    'Segments need one more column, such as a region, a product line or a channel. This data has none.',
  choose: 'Choose a column, and its groups of customers stand beside each other:',
  blank: '(blank)',
  value: 'Segment',
  base: 'Base',
  counted: 'Counted',
  rate: 'Rate',
  share: 'Share of all',
  small: 'too few to judge',
  others: (n: number, f: Format) => `${f.count(n)} ${f.plural(n, 'other', 'others')}`,
  nobody: 'Nobody is in the base, so there is nothing to tell apart.',
  one: (name: string) => `All are in one segment, ${name}: there is nothing to compare with.`,
  allSmall: (n: number, f: Format) =>
    n === 1
      ? 'The only segment has fewer than 30 in its base: too few to judge.'
      : `All ${segmentsOf(n, f)} have fewer than 30 in their base: too few to judge.`,
  apart: (above: Named | null, below: Named | null, f: Format) => {
    if (above && below)
      return `${above.names} ${have(above.count, f)} a clearly higher rate than the rest, ${below.names} a clearly lower one`
    if (above) return `${above.names} ${have(above.count, f)} a clearly higher rate than the rest`
    if (below) return `${below.names} ${have(below.count, f)} a clearly lower rate than the rest`
    return 'No segment stands out from what chance alone would give'
  },
  ends: (high: string, low: string) =>
    `The highest rate is that of ${high}, the lowest that of ${low}`,
  alike: (rate: string) => `All segments have the same rate, ${rate}`,
  tooSmall: (n: number, f: Format) =>
    `${segmentsOf(n, f)} ${f.plural(n, 'is', 'are')} too small to judge`,
  more: (n: number, base: string, counted: string, f: Format) =>
    `${f.count(n)} more ${f.plural(n, 'segment is', 'segments are')} not listed, with ${counted} of ${base}.`,
  showAll: (n: string) => `Show all ${n}`,
  showFirst: (n: string) => `Show the first ${n} only`,
  funnelLabel: (column: string) =>
    `Rate against base by ${column}. Left and right arrow keys read the segments.`,
  baseAxis: 'base',
  ofBase: (counted: string, base: string) => `${counted} of ${base}`,
  limits: (range: string) => `chance alone: ${range}`,
  beyond: { above: 'above its limits', below: 'below its limits' },
  centre: (rate: string) => `line: all together, ${rate}`,
  dashed: 'dashed: what chance alone would give at that base, in 997 cases of 1,000',
  ringed: 'ringed: outside',
  open: 'open: too few to judge',

  mix: (column: string) => `Mix or rate, by ${column}`,
  mixHint: (column: string) =>
    `Mix: how customers are spread over ${column} has changed. Rates: how often customers of one kind upgrade has changed.`,
  mixSays: (points: string, mix: string, rate: string, before: string) =>
    `Against ${before} the rate changed by ${points} points: ${mix} from the mix, ${rate} from the rates.`,
  mixNoShare: 'Mix and rate need a rate that is a share of its base; what is counted now is none.',
  mixNone: (before: string) => `Against ${before} the rate has not changed.`,
  againstAll:
    'The whole moved one way and every segment the other way (Simpson’s paradox). Trust the segments: the whole only shows that customers are spread differently.',
  mixLabel: 'What the change came from, in points. Up and down arrow keys read the parts.',
  change: 'Change',
  fromMix: 'Mix',
  fromRates: 'Rates',
  ofMix: (name: string) => `${name}, mix`,
  ofRates: (name: string) => `${name}, rates`,
  most: (n: string) => `The ${n} segments that moved it most; all are in the table.`,
  shareBefore: 'Share before',
  shareAfter: 'Share now',
  rateBefore: 'Rate before',
  rateAfter: 'Rate now',
  mixPoints: 'Mix, points',
  ratePoints: 'Rates, points',
  rest: (n: number, f: Format) => `${f.count(n)} more`,

  launch: (name: string, column: string) => `${name}: by ${column}`,
  before: 'Before',
  after: 'From then on',
  difference: 'Points',
  verdict: 'Against noise',
  clear: 'clear',
  noise: 'within noise',

  columns: 'Segments',
  noColumns: 'There is no further column.',
  filters: 'Only some customers',
  filtersHelp:
    'Where nothing is ticked, all are counted. A customer’s value at the start of a period decides.',
  filterPlan: 'Plan at the start',
  only: 'Only customers with',
  condition: (what: string, values: string) => `${what}: ${values}`,
  unfilter: (what: string) => `Remove the condition on ${what}`,
  orBetween: ' or ',
  or: (a: string, n: number, f: Format) => `${a} or ${f.count(n)} more`,
}
