/** What the core's codes mean, in English, as far as they are notes: assumptions and warnings. */
import type { NoteTable } from './codes.js'
import { aggregateNotes } from './en_aggregates.js'
import { englishErrors } from './en_errors.js'
import { shareNotes } from './en_share.js'
import { tableNotes } from './en_tables.js'
import type { Format } from './format.js'

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

const have = (has: unknown, f: Format) =>
  `${f.plural(Number(has), 'is', 'are')} ${f.count(Number(has))}`
const named = (names: unknown, f: Format) => (Array.isArray(names) ? f.list(names) : text(names))
const currencies = (names: unknown, f: Format) =>
  named(Array.isArray(names) ? names.map((name) => name || 'values without a currency') : names, f)

export const englishNotes = (f: Format): NoteTable => ({
  ...tableNotes(f),
  ...aggregateNotes(f),
  ...shareNotes(f),
  'tiers.guessed': (p) =>
    ({
      value: 'The plans are ordered by their typical monthly value.',
      words: 'The plans are ordered by well-known words in their names.',
      table: 'The plans are ordered by the tiers of the plan table.',
      appearance:
        'The order of the plans is a guess: they stand in the order they first appear. Please check it.',
      partly:
        'The plans are ordered by well-known words in their names; some that no word tells apart stand in the order they first appear. Please check it.',
    })[text(p.method)] ?? 'The order of the plans was guessed. Please check it.',
  'status.unknown': (p) =>
    `What ${named(p.statuses, f)} means as a status is not known; such rows count as their plan.`,
  'tiers.unknown': () =>
    'No column names plans, so nobody can be seen to move to a higher one: there are no upgrades here, only upsells. Whoever pays something is a customer.',
  'value.notPaying': (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'row has', 'rows have')} no value above 0, read as “not a customer”.`,
  'plans.neverChange': () =>
    'Nobody in this data ever changes plans, so nobody can have upgraded. A list of the current subscriptions or customers holds no history: bring the changes, or the same list of every month.',
  'rows.superseded': (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'row gives', 'rows give')} way to a later row of the same customer and time, or of the same period, that says something else. Where both hold, as with one row for each product or segment, the figures are wrong until the rows are brought apart.`,
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
    'Where nobody was a customer at the start there is nothing to divide by: no rate, not 0%.',
  'base.incomplete': (p) =>
    p.deals === true
      ? `These are won deals of ${f.count(Number(p.customers))} ${f.plural(Number(p.customers), 'customer', 'customers')}. Upgrades are counted; a rate needs all customers, also those who bought nothing more: bring the subscriptions of your billing system, or a plan history.`
      : `Nobody joins in this file, so it holds only the ${f.count(Number(p.customers))} ${f.plural(Number(p.customers), 'customer', 'customers')} who changed something. Upgrades are counted; a rate needs all customers: bring a list of all of them, such as a plan history, or changes from each customer’s first day on.`,
  'base.heldBefore': (p) =>
    `${f.count(Number(p.customers))} ${f.plural(Number(p.customers), 'customer was', 'customers were')} there before this file begins. Others like them who never changed are not in it, so the base may be too small and the rate too high.`,
  'changes.noCancellations': () =>
    'Nobody ever leaves in this file. If cancellations are recorded elsewhere, the base is too large and the rate too low.',
  'changes.contradict': (p) =>
    `In ${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'row', 'rows')} the plan before is not the one that the rows above left, first in line ${f.count(Number(p.line))} (“${text(p.plan)}”). What the rows above left counts.`,
  'movements.levels': () =>
    'There is no column of plans, so upgrades and downgrades are those that the file calls so, each one level up or down from where the customer began.',
  'movements.value': (p) =>
    ({
      level: 'The value is read as what the customer pays after the movement.',
      delta: 'The value is read as the difference that the movement makes, and summed.',
      sizes:
        'The value is read as the size of the difference; the kind of movement says which way.',
    })[text(p.meaning)] ?? 'The value is used.',
  'movements.valueUnclear': () =>
    'Whether the value is what customers pay or by how much that changes cannot be told, so it is not used. Say which of them it is, under “How it is counted”.',
  'movements.kindUnsaid': (p) =>
    `${f.count(Number(p.rows))} won ${f.plural(Number(p.rows), 'deal', 'deals')} with existing customers ${f.plural(Number(p.rows), 'does', 'do')} not say what was bought. Each counts as an upsell, none as an upgrade; renewals among them cannot be told apart.`,
  'movements.startUnknown': (p) =>
    `${f.count(Number(p.customers))} ${f.plural(Number(p.customers), 'customer’s first movement does', 'customers’ first movements do')} not say which plan came before; what changed by it is not counted.`,
  'base.notShare': (p) =>
    `With ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? counts[text(p.base)] ?? 'this choice'} the rate is not a share of its base: it can pass 100%, and has no interval, chances, change or trend.`,
  'period.partial': () =>
    'The last period is not finished: it has no verdict and stays out of the headline.',
  'period.first': () =>
    'The first period has no rate: before the data begins nobody is known as a customer.',
  'totals.assumesNoRepeat': () =>
    'Longer periods are summed from the rows, which assumes that nobody upgraded twice.',
  'totals.noCustomers': (p) =>
    `These rows do not hold ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? 'this figure'}; bring a plan history for it.`,
  'period.coarser': (p) =>
    `These rows do not fit into ${units[text(p.unit)] ?? 'that unit'}; their own periods are shown.`,
  'bandWindow.differs': (p) =>
    `Read as meant for ${p.window === 'year' ? 'a year' : `a ${text(p.window)}`}, the scale would say ${text(p.band)}.`,
  'system.known': (p) => `${text(p.file)} is read as an export of ${text(p.system)}.`,
  'encoding.used': (p) => `The file is read as ${text(p.encoding)}.`,
  'rows.setAside': () => 'Some rows could not be used; see below for each reason.',
  'change.notEnough': () => 'A change needs two finished periods with customers at the start.',
  'upsells.needValue': () =>
    'What customers bought beside upgrades needs a value or quantity column.',
  'priceRises.unknown': () =>
    'Without quantities, a price rise cannot be told apart from buying more.',
  'value.perInterval': (p) =>
    `The value is read as a price for the interval in “${text(p.column)}”, and made monthly.`,
  'currency.assumed': (p) =>
    `Some values of ${text(p.file)} name no currency; they are taken to be in ${text(p.currency)}, as all others are.`,
  'currency.noRate': (p) =>
    `There is no rate for ${currencies(p.currencies, f)}, so these values are unknown.`,
  'money.severalCurrencies': (p) =>
    `Money is shown in ${currencies(p.currencies, f)} separately: without rates it cannot be summed.`,
  'money.unknown': (p) =>
    `${f.count(Number(p.customers))} ${f.plural(Number(p.customers), 'customer', 'customers')} had an unknown value at some time; it counts as 0, and is left out of what was kept.`,
  'paths.severalCurrencies': () =>
    'The moves between plans are shown without money, since there are several currencies.',
  'columns.guessed': () =>
    'The file has no header, so what each column means is a guess from its values. Please check it.',
  'mapping.unclear': (p) =>
    `Another column could be the ${text(p.part)} as well: ${text(p.other)}. Please check the choice.`,
  'headline.none': () =>
    'There is no finished stretch of full months to answer for: bring rows over a longer time, or choose a period above.',
  'file.skipped': (p) =>
    `${text(p.file)} is left out. ${englishErrors[text(p.code)]?.what ?? text(p.advice)}`,
  'totals.separateSamples': () =>
    'Totals do not tell who is a customer in both periods, so changes are judged as if nobody were.',
  'trend.tooFew': (p) =>
    `A direction needs ${f.count(Number(p.needs))} finished periods with customers in the base; there ${have(p.has, f)}.`,
  'trend.allAlike': () =>
    'In every period none or all of the base were counted, so there is no direction to test.',
  'chart.tooFew': (p) =>
    `Unusual periods are marked from ${f.count(Number(p.needs))} finished periods with customers in the base on; there ${have(p.has, f)}.`,
  'chart.allAlike': () =>
    'In every period none or all of the base were counted, so no period can be unusual.',
  'forecast.tooFew': (p) =>
    `A forecast needs ${f.count(Number(p.needs))} finished periods with customers in the base; there ${have(p.has, f)}.`,
  'forecast.noLine': () =>
    'No trend line can be fitted to these periods, so the last rate is shown again as the forecast.',
  'forecast.notBetter': () =>
    'Over these periods the fitted trend foretold the next one no better than “same as last”, so that is shown.',
  'launch.tooShort': (p) =>
    `No before and after for ${named(p.launches, f)}: there is not a full day of data on both sides.`,
  'launch.baseEmpty': (p) =>
    `No before and after for ${named(p.launches, f)}: nobody was in the base of one of the two windows.`,
  'launch.needsCustomers': (p) =>
    `No before and after for ${named(p.launches, f)}: it is counted by the day, from customers’ plans, which these rows do not hold.`,
  'totals.gap': () => 'Periods are missing between the rows, so longer ones cannot be summed.',
  'totals.sumOverBase': () =>
    'Summed over time, more upgrades than customers at the start: no share any more, so no interval and no chances.',
  'segments.needHeadline': () =>
    'Segments are compared over the headline, and there is no period to lead with.',
  'segments.few': () =>
    'A segment with fewer than 30 customers in its base is listed without a verdict: its rate is mostly chance.',
  'mix.needsBefore': () =>
    'To tell whether a change came from the segments’ rates or from their sizes takes a finished window of the same length before, with customers.',
  'filters.inForce': (p) =>
    Number(p.count) === 1
      ? 'A filter is on: all figures are of the customers that it chooses for each period.'
      : `${f.count(Number(p.count))} filters are on: all figures are of the customers that they choose for each period.`,
  'journeys.needCustomers': () =>
    'Cohorts, time to upgrade, paths and whether upgrades last need a plan history: these rows do not say who was on which plan.',
  'cohorts.nobody': () => 'Nobody is known to have begun within the data, so there are no cohorts.',
  'timeToUpgrade.nobody': () =>
    'Nobody began within the data below the top plan, so there is no time to a first upgrade.',
  'timeToUpgrade.tooShort': () =>
    'Nobody was watched for long enough to say how many upgrade within the longest times.',
  'timeToUpgrade.noInterval': () =>
    'Where nobody, or everybody, has upgraded yet the share has no interval.',
  'timeToUpgrade.medianNotReached': () =>
    'Fewer than half of the new customers upgraded as far as the data shows, so there is no median time.',
  'timeToUpgrade.medianOpen': () =>
    'The median time to upgrade has no upper limit yet: it takes more customers or more time.',
  'stickiness.nobodyUpgraded': () => 'Where nobody upgraded there is nobody to follow afterwards.',
  'stickiness.notYet': () =>
    'Whether upgrades lasted is shown once 30, 90 or 180 days are over for all of them.',
  'stickiness.noTime': () =>
    'Where nobody was a customer for any time, nobody could leave: no churn rate.',
})
