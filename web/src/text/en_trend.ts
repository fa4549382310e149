/** The words of the trend and of the launches in English. */
import type { PeriodUnit, UnusualMark } from '../engine/documents.js'
import type { Format } from './format.js'

/** What a direction was told by: how many periods, from when to when, with which probability. */
export interface Across {
  unit: PeriodUnit
  count: string
  span: string
  /** "p = 0.01" */
  p: string
}

export const trend = {
  title: 'Trend',
  subtitle: (unit: PeriodUnit, level: string) =>
    `share per ${{ week: 'week', month: 'month', quarter: 'quarter', year: 'year' }[unit]}, with ${level} interval`,
  unitSwitch: 'Period length',
  chart: 'Chart',
  table: 'Table',
  tableOf: 'Trend as a table',
  lookAs: 'Show as',
  label:
    'Rate by period. Left and right arrow keys read the periods, Enter shows one above. P pins one to compare with. With Shift the arrow keys choose a stretch, and Enter makes it the range of the answer.',
  notFinished: 'not finished',
  noRate: 'no rate',
  noneHasRate: 'No period has a rate yet.',
  noneHasRateHint:
    'A rate needs customers at the start of a period. The first period of a data set has none.',
  aboveChart: (band: string, edge: string) =>
    `The band “${band}” begins at ${edge}, above this chart.`,
  period: 'Period',
  rate: 'Rate',
  intervalHead: 'Interval',
  band: 'Band',
  change: 'Change',
  show: 'Show above',
  pin: 'Pin',
  unpin: 'Unpin',
  comparedWith: 'Pinned:',
  against: (name: string) => `against ${name}`,
  differs: (name: string, change: string) => `${name} against it: ${change}`,
  noDifference: 'no difference in the report, which compares neighbours and a year before',
  fromTo: 'Answer for all from one to the other',
  stretch: (from: string, to: string) =>
    `${from} to ${to}: let go, or press Enter, for the answer of this stretch`,
  scaleAsShown: (unit: PeriodUnit) =>
    `The scale is read as shown: a ${unit} needs the same shares for a verdict as the longer stretch above, so it looks worse.`,
  rangeIs: (name: string) => `The answer above is of ${name}, as chosen.`,
  first: (n: string) => `Latest ${n} shown`,
  layers: 'Show on the chart',
  pooled3: 'Average of 3',
  pooled12: 'Average of 12',
  limits: 'Control limits',
  forecast: 'Forecast',
  forecastFor: (name: string) => `${name}, forecast`,
  sameAsLast: 'same as last',
  unusual: 'Unusual',
  marks: { beyondLimits: 'outside its limits', run: 'in a run of 8 or more' } as {
    [m in UnusualMark]: string
  },
  besideAnswer: (rate: string, name: string, unit: PeriodUnit) =>
    `Here each ${unit} stands on its own. The ${rate} above takes ${name} as one stretch: it is no average of these.`,
  bothHold: {
    onlyTrend: (count: string, unit: PeriodUnit) =>
      `Both hold: the answer above compares two stretches and finds no clear change; the trend looks at ${count} ${unit}s at once, and so can tell a slow, steady move.`,
    onlyAnswer: (unit: PeriodUnit) =>
      `Both hold: the answer above differs clearly from the stretch before, but from ${unit} to ${unit} there is no steady direction.`,
  },
  says: 'What the trend says',
  moving: (direction: 'rising' | 'falling', points: string, a: Across) =>
    `${direction === 'rising' ? 'Rising' : 'Falling'} by ${points} points a ${a.unit} over the last ${a.count} ${a.unit}s, ${a.span} (${a.p}).`,
  flat: (points: string, a: Across) =>
    `Flat: over the last ${a.count} ${a.unit}s, ${a.span}, the slope of ${points} points a ${a.unit} lies within noise (${a.p}).`,
  dispersion: (times: string) =>
    `Periods vary ${times} times as much as chance alone would make them; this is allowed for.`,
  unusualAre: (list: string) => `Unusual: ${list}.`,
  outside: (name: string, above: boolean) => `${name} (${above ? 'above' : 'below'} its limits)`,
  run: (count: string, span: string, above: boolean) =>
    `${count} in a row ${above ? 'above' : 'below'} the average (${span})`,
  earlier: (count: string) => `${count} earlier`,
  noneUnusual: (unit: PeriodUnit) => `No ${unit} stands out from the others.`,
  foretold: (name: string, rate: string, interval: string) =>
    `Forecast for ${name}: ${rate} (${interval}).`,
  foretoldSame: (rate: string) => `Forecast: the same as last, ${rate}.`,
  tested: (model: string, naive: string) =>
    `Tested on these periods, it was off by ${model} points on average, “same as last” by ${naive}.`,
  testedWorse: (model: string, naive: string) =>
    `Tested on these periods, a fitted trend was off by ${model} points on average, “same as last” by ${naive}, so the trend is not shown.`,
  launches: 'Launches and price changes',
  launchHelp:
    'Days on which something changed, such as a new plan or a new price. Under the trend stands what the rate was before and after.',
  launchDay: 'Day',
  launchName: 'Name',
  launchNew: 'New launch',
  launchAdd: 'Add',
  launchRemove: (name: string) => `Remove ${name}`,
  launchSays: (name: string, day: string, days: number, before: string, after: string, f: Format) =>
    `${name}, ${day}: ${before} in the ${f.count(days)} ${f.plural(days, 'day', 'days')} before, ${after} in the ${f.count(days)} ${f.plural(days, 'day', 'days')} from then on`,
  launchChange: (value: string, hint: string | null) => (hint ? `${value}, ${hint}` : value),
}
