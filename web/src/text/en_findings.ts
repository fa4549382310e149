/** What the findings say, in English. */
import type { FindingParams, FindingTable, Names } from './findings.js'

const next = (p: FindingParams['band.low'], { f, band }: Names) =>
  p.toNextBand == null || p.nextBand == null
    ? '.'
    : `; ${f.count(p.toNextBand)} more ${f.plural(p.toNextBand, 'upgrade', 'upgrades')} would reach “${band(p.nextBand)}”.`

const against = (p: FindingParams['change.fell']) =>
  p.with === 'year' ? 'a year before' : 'the period before'

const pointsFrom = ({ f }: Names, a: number, b: number) => {
  const [low, high] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))]
  return `${f.points(low)} to ${f.points(high)} points`
}

const aroundLaunch = (p: FindingParams['launch.worked'], { f }: Names) => {
  const days = `${f.count(p.days)} ${f.plural(p.days, 'day', 'days')}`
  const of = (counted: number, base: number) => `${f.count(counted)} of ${f.count(base)}`
  return `In the ${days} from “${p.launch}” on the rate is ${f.rate(p.after)} (${of(p.countedAfter, p.baseAfter)}), in the ${days} before it was ${f.rate(p.before)} (${of(p.countedBefore, p.baseBefore)})`
}

export const findings: FindingTable = {
  'base.few': {
    title: 'Few customers',
    says: (p, { f }) =>
      `Only ${f.count(p.base)} ${f.plural(p.base, 'customer is', 'customers are')} in the base. The same customers could have given any rate between ${f.rate(p.low)} and ${f.rate(p.high)}.`,
  },
  'coverage.low': {
    title: 'A minority is counted',
    says: (p, { f }) =>
      `Of ${f.count(p.active)} customers active in this stretch, ${f.count(p.opening)} ${f.plural(p.opening, 'was', 'were')} there at its start. The rate speaks for a minority.`,
  },
  'retention.below': {
    title: 'Revenue shrinks',
    says: (p, { f }) =>
      `Customers who were there at the start now bring ${f.rate(p.retention, [1])} of what they brought then${p.currency ? ` (${p.currency})` : ''}: upgrades do not make up for what is lost.`,
  },
  'churn.aboveUpgrades': {
    title: 'More leave than move up',
    says: (p, { f }) =>
      `${f.count(p.churned)} customers left and ${f.count(p.upgraded)} moved up, of ${f.count(p.opening)} at the start.`,
  },
  'upgrades.notKept': {
    title: 'Upgrades do not last',
    says: (p, { f }) =>
      `Of ${f.count(p.upgraded)} customers who upgraded, ${f.count(p.kept)} (${f.rate(p.kept / p.upgraded, [0.8])}) still stood higher at the end than at the start.`,
  },
  'stickiness.low': {
    title: 'Upgrades fall back',
    says: (p, { f }) =>
      `Of ${f.count(p.upgrades)} upgrades that are ninety days old, ${f.count(p.held)} (${f.rate(p.held / p.upgrades, [0.8])}) held: those customers still had that plan or a higher one by then.`,
  },
  'churn.afterUpgrade': {
    title: 'Some leave after upgrading',
    says: (p, { f }) =>
      `After an upgrade ${f.rate(p.ofUpgraded)} of customers leave in thirty days, of the others ${f.rate(p.ofOthers)}. The difference is more than noise.`,
  },
  'downgrades.many': {
    title: 'As many move down',
    says: (p, { f }) =>
      `${f.count(p.downgraded)} customers moved down and ${f.count(p.upgraded)} moved up: the base as a whole does not climb.`,
  },
  'band.low': {
    title: 'A low rate',
    says: (p, n) =>
      `At ${n.rate(p.rate)} the rate is in the lowest band, “${n.band(p.band)}”${next(p, n)}`,
  },
  'change.fell': {
    title: 'The rate fell',
    says: (p, n) =>
      `The rate fell from ${n.rate(p.before)} ${against(p)} to ${n.rate(p.rate)}, which is more than noise.`,
  },
  'launch.backfired': {
    title: 'Lower after the launch',
    says: (p, n) =>
      `${aroundLaunch(p, n)}: lower by ${pointsFrom(n, p.low, p.high)}. Whatever else changed then is in it too.`,
  },
  'trend.falling': {
    title: 'A falling trend',
    says: (p, { f }) =>
      `Over ${f.count(p.periods)} periods the rate falls by about ${f.points(p.slope)} points per period.`,
  },
  'band.high': {
    title: 'A high rate',
    says: (p, n) =>
      `At ${n.rate(p.rate)} the rate is in the highest band, “${n.band(p.band)}”. It is good as far as the upgrades fit and last.`,
  },
  'change.rose': {
    title: 'The rate rose',
    says: (p, n) =>
      `The rate rose from ${n.rate(p.before)} ${against(p)} to ${n.rate(p.rate)}, which is more than noise.`,
  },
  'launch.worked': {
    title: 'Higher after the launch',
    says: (p, n) =>
      `${aroundLaunch(p, n)}: higher by ${pointsFrom(n, p.low, p.high)}. Whatever else changed then is in it too.`,
  },
  'trend.rising': {
    title: 'A rising trend',
    says: (p, { f }) =>
      `Over ${f.count(p.periods)} periods the rate rises by about ${f.points(p.slope)} points per period.`,
  },
  'band.unsure': {
    title: 'The band is not sure',
    says: (p, { f, band }) =>
      `The chance that the rate really is “${band(p.band)}” is ${f.chance(p.chance)}. A few upgrades more or fewer could move it to another band.`,
  },
  'base.topTier': {
    title: 'Little room above',
    says: (p, { f }) =>
      `${f.count(p.onTop)} of ${f.count(p.opening)} customers (${f.rate(p.onTop / p.opening)}) were on the highest plan already and could not move up.`,
  },
  'mix.explains': {
    title: 'Other customers, not other behaviour',
    says: (p, { f }) =>
      `Customers are mixed differently by “${p.column}” than before. That alone would move the rate by ${f.signedPoints(p.mix)} points; it moved by ${f.signedPoints(p.points)}.`,
  },
  'segment.most': {
    title: 'One segment leads',
    says: (p, { f, segment }) =>
      `${f.count(p.upgradedFrom)} of ${f.count(p.upgraded)} customers who upgraded (${f.rate(p.upgradedFrom / p.upgraded)}) are “${segment(p.segment)}” by “${p.column}”. The rate there is ${f.rate(p.rate)}, elsewhere ${f.rate(p.rateOfRest)}.`,
  },
  'upgrades.oneTier': {
    title: 'One step is taken',
    says: (p, { f, tier }) =>
      `${f.count(p.upgradedFrom)} of ${f.count(p.upgraded)} customers who upgraded (${f.rate(p.upgradedFrom / p.upgraded)}) came from ${tier(p.tier)}, more than its share of customers explains.`,
  },
  'launch.unclear': {
    title: 'No clear effect of the launch',
    says: (p, n) =>
      `${aroundLaunch(p, n)}: no clear difference. Anything from ${n.f.signedPoints(p.low)} to ${n.f.signedPoints(p.high)} points is possible.`,
  },
  'upgrades.fromNew': {
    title: 'Many upgrade at once',
    says: (p, { f }) =>
      `${f.count(p.upgradedNew)} customers upgraded in the period they joined, beside ${f.count(p.upgraded)} who were there at its start. They are not in the rate.`,
  },
  'upsells.aboveUpgrades': {
    title: 'More is bought than upgraded',
    says: (p, { f }) =>
      `${f.count(p.upsold)} customers bought more on the plan they had, ${f.count(p.upgraded)} moved to a higher one. The wider rate counts both.`,
  },
  'price.aboveUpgrades': {
    title: 'Prices, not upgrades',
    says: (p, { f }) =>
      `Price rises brought ${f.money(p.priceRises, p.currency)} a month, upgrades ${f.money(p.upgradeValue, p.currency, false, p.priceRises)}. The growth is not the customers’ choice.`,
  },
  'band.middle': {
    title: 'Neither low nor high',
    says: (p, n) => `At ${n.rate(p.rate)} the rate is “${n.band(p.band)}”${next(p, n)}`,
  },
  'time.firstUpgrade': {
    title: 'When the first upgrade comes',
    says: (p, { f }) =>
      `Half of all new customers upgrade within ${f.count(p.days)} ${f.plural(p.days, 'day', 'days')} of joining.`,
  },
  'period.unusual': {
    title: 'An unusual period',
    says: (p, { f, period }) =>
      `${period(p.period)} is unusually ${p.above ? 'high' : 'low'}: ${f.rate(p.rate)}, against ${f.rate(p.centre)} over all periods.`,
  },
  'segment.small': {
    title: 'A small segment stands out',
    says: (p, { f, segment }) =>
      `By “${p.column}”, “${segment(p.segment)}” has the ${p.best ? 'highest' : 'lowest'} rate, ${f.rate(p.rate)}, but on ${f.count(p.base)} ${f.plural(p.base, 'customer', 'customers')}. That is too few to read anything into it.`,
  },
  'period.unfinished': {
    title: 'An unfinished period',
    says: (p, { period }) =>
      `${period(p.period)} is not finished. It is shown apart and stays out of every verdict here.`,
  },
}
