/** What the findings say, in German. */
import type { FindingParams, FindingTable, Names } from './findings.js'

const next = (p: FindingParams['band.low'], { f, band }: Names) =>
  p.toNextBand == null || p.nextBand == null
    ? '.'
    : `; mit ${f.count(p.toNextBand)} ${f.plural(p.toNextBand, 'Aufstieg', 'Aufstiegen')} mehr wäre sie „${band(p.nextBand)}“.`

const against = (p: FindingParams['change.fell']) =>
  p.with === 'year' ? 'im Vorjahr' : 'im Zeitraum davor'

const pointsFrom = ({ f }: Names, a: number, b: number) => {
  const [low, high] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))]
  return `${f.points(low)} bis ${f.points(high)} Punkte`
}

const aroundLaunch = (p: FindingParams['launch.worked'], { f }: Names) => {
  const days = `${f.count(p.days)} ${f.plural(p.days, 'Tag', 'Tagen')}`
  const of = (counted: number, base: number) => `${f.count(counted)} von ${f.count(base)}`
  return `In den ${days} ab „${p.launch}“ liegt die Quote bei ${f.rate(p.after)} (${of(p.countedAfter, p.baseAfter)}), in den ${days} davor bei ${f.rate(p.before)} (${of(p.countedBefore, p.baseBefore)})`
}

export const findings: FindingTable = {
  'base.few': {
    title: 'Wenige Kunden',
    says: (p, { f }) =>
      `Zur Basis ${f.plural(p.base, 'gehört', 'gehören')} nur ${f.count(p.base)} ${f.plural(p.base, 'Kunde', 'Kunden')}. Dieselben Kunden hätten jede Quote zwischen ${f.rate(p.low)} und ${f.rate(p.high)} ergeben können.`,
  },
  'coverage.low': {
    title: 'Eine Minderheit wird gezählt',
    says: (p, { f }) =>
      `Von ${f.count(p.active)} in dieser Zeit aktiven Kunden ${f.plural(p.opening, 'war', 'waren')} ${f.count(p.opening)} am Anfang schon da. Die Quote spricht für eine Minderheit.`,
  },
  'retention.below': {
    title: 'Der Umsatz schrumpft',
    says: (p, { f }) =>
      `Die Kunden vom Anfang bringen jetzt ${f.rate(p.retention, [1])} von dem, was sie damals brachten${p.currency ? ` (${p.currency})` : ''}: Aufstiege gleichen nicht aus, was verloren geht.`,
  },
  'churn.aboveUpgrades': {
    title: 'Mehr gehen, als aufsteigen',
    says: (p, { f }) =>
      `Von ${f.count(p.opening)} Kunden am Anfang ${f.plural(p.churned, 'ist', 'sind')} ${f.count(p.churned)} gegangen und ${f.count(p.upgraded)} aufgestiegen.`,
  },
  'upgrades.notKept': {
    title: 'Aufstiege halten nicht',
    says: (p, { f }) =>
      `Von ${f.count(p.upgraded)} aufgestiegenen Kunden ${f.plural(p.kept, 'stand', 'standen')} ${f.count(p.kept)} (${f.rate(p.kept / p.upgraded, [0.8])}) am Ende noch höher als am Anfang.`,
  },
  'stickiness.low': {
    title: 'Aufstiege fallen zurück',
    says: (p, { f }) =>
      `Von ${f.count(p.upgrades)} Aufstiegen, die neunzig Tage alt sind, ${f.plural(p.held, 'hat', 'haben')} ${f.count(p.held)} (${f.rate(p.held / p.upgrades, [0.8])}) gehalten: Diese Kunden hatten dann noch diesen Tarif oder einen höheren.`,
  },
  'churn.afterUpgrade': {
    title: 'Manche gehen nach dem Aufstieg',
    says: (p, { f }) =>
      `Nach einem Aufstieg gehen in dreißig Tagen ${f.rate(p.ofUpgraded)} der Kunden, von den anderen ${f.rate(p.ofOthers)}. Der Unterschied ist mehr als Rauschen.`,
  },
  'downgrades.many': {
    title: 'Ebenso viele steigen ab',
    says: (p, { f }) =>
      `${f.count(p.downgraded)} Kunden sind abgestiegen und ${f.count(p.upgraded)} aufgestiegen: Der Bestand als Ganzes steigt nicht.`,
  },
  'band.low': {
    title: 'Eine niedrige Quote',
    says: (p, n) =>
      `Mit ${n.rate(p.rate)} liegt die Quote im untersten Band, „${n.band(p.band)}“${next(p, n)}`,
  },
  'change.fell': {
    title: 'Die Quote ist gefallen',
    says: (p, n) =>
      `Die Quote ist von ${n.rate(p.before)} ${against(p)} auf ${n.rate(p.rate)} gefallen, und das ist mehr als Rauschen.`,
  },
  'launch.backfired': {
    title: 'Niedriger nach der Neuerung',
    says: (p, n) =>
      `${aroundLaunch(p, n)}: ${pointsFrom(n, p.low, p.high)} niedriger. Was sich sonst noch änderte, steckt mit darin.`,
  },
  'trend.falling': {
    title: 'Ein fallender Verlauf',
    says: (p, { f }) =>
      `Über ${f.count(p.periods)} Zeiträume fällt die Quote um etwa ${f.points(p.slope)} Punkte je Zeitraum.`,
  },
  'band.high': {
    title: 'Eine hohe Quote',
    says: (p, n) =>
      `Mit ${n.rate(p.rate)} liegt die Quote im obersten Band, „${n.band(p.band)}“. Gut ist das, soweit die Aufstiege passen und halten.`,
  },
  'change.rose': {
    title: 'Die Quote ist gestiegen',
    says: (p, n) =>
      `Die Quote ist von ${n.rate(p.before)} ${against(p)} auf ${n.rate(p.rate)} gestiegen, und das ist mehr als Rauschen.`,
  },
  'launch.worked': {
    title: 'Höher nach der Neuerung',
    says: (p, n) =>
      `${aroundLaunch(p, n)}: ${pointsFrom(n, p.low, p.high)} höher. Was sich sonst noch änderte, steckt mit darin.`,
  },
  'trend.rising': {
    title: 'Ein steigender Verlauf',
    says: (p, { f }) =>
      `Über ${f.count(p.periods)} Zeiträume steigt die Quote um etwa ${f.points(p.slope)} Punkte je Zeitraum.`,
  },
  'band.unsure': {
    title: 'Das Band ist nicht sicher',
    says: (p, { f, band }) =>
      `Dass die Quote wirklich „${band(p.band)}“ ist, hat eine Wahrscheinlichkeit von ${f.chance(p.chance)}. Ein paar Aufstiege mehr oder weniger könnten sie in ein anderes Band bringen.`,
  },
  'base.topTier': {
    title: 'Wenig Luft nach oben',
    says: (p, { f }) =>
      `${f.count(p.onTop)} von ${f.count(p.opening)} Kunden (${f.rate(p.onTop / p.opening)}) waren schon im höchsten Tarif und konnten nicht aufsteigen.`,
  },
  'mix.explains': {
    title: 'Andere Kunden, nicht anderes Handeln',
    says: (p, { f }) =>
      `Nach „${p.column}“ sind die Kunden anders gemischt als zuvor. Das allein würde die Quote um ${f.signedPoints(p.mix)} Punkte bewegen; bewegt hat sie sich um ${f.signedPoints(p.points)}.`,
  },
  'segment.most': {
    title: 'Ein Segment geht voran',
    says: (p, { f, segment }) =>
      `${f.count(p.upgradedFrom)} von ${f.count(p.upgraded)} aufgestiegenen Kunden (${f.rate(p.upgradedFrom / p.upgraded)}) gehören nach „${p.column}“ zu „${segment(p.segment)}“. Dort liegt die Quote bei ${f.rate(p.rate)}, sonst bei ${f.rate(p.rateOfRest)}.`,
  },
  'upgrades.oneTier': {
    title: 'Nur eine Stufe wird genommen',
    says: (p, { f, tier }) =>
      `${f.count(p.upgradedFrom)} von ${f.count(p.upgraded)} aufgestiegenen Kunden (${f.rate(p.upgradedFrom / p.upgraded)}) kamen von ${tier(p.tier)}, mehr als der Anteil an den Kunden erklärt.`,
  },
  'launch.unclear': {
    title: 'Keine klare Wirkung der Neuerung',
    says: (p, n) =>
      `${aroundLaunch(p, n)}: kein klarer Unterschied. Möglich ist alles von ${n.f.signedPoints(p.low)} bis ${n.f.signedPoints(p.high)} Punkten.`,
  },
  'upgrades.fromNew': {
    title: 'Viele steigen sofort auf',
    says: (p, { f }) =>
      `${f.count(p.upgradedNew)} Kunden stiegen schon im Zeitraum ihres Beitritts auf, neben ${f.count(p.upgraded)}, die am Anfang da waren. Sie gehören nicht zur Quote.`,
  },
  'upsells.aboveUpgrades': {
    title: 'Es wird mehr gekauft als aufgestiegen',
    says: (p, { f }) =>
      `${f.count(p.upsold)} Kunden kauften im bisherigen Tarif mehr, ${f.count(p.upgraded)} ${f.plural(p.upgraded, 'wechselte', 'wechselten')} in einen höheren. Die weiter gefasste Quote zählt beides.`,
  },
  'price.aboveUpgrades': {
    title: 'Preise, nicht Aufstiege',
    says: (p, { f }) =>
      `Preiserhöhungen brachten ${f.money(p.priceRises, p.currency)} im Monat, Aufstiege ${f.money(p.upgradeValue, p.currency, false, p.priceRises)}. Das Wachstum haben nicht die Kunden gewählt.`,
  },
  'band.middle': {
    title: 'Weder niedrig noch hoch',
    says: (p, n) => `Mit ${n.rate(p.rate)} ist die Quote „${n.band(p.band)}“${next(p, n)}`,
  },
  'time.firstUpgrade': {
    title: 'Wann der erste Aufstieg kommt',
    says: (p, { f }) =>
      `Die Hälfte aller neuen Kunden steigt innerhalb von ${f.count(p.days)} ${f.plural(p.days, 'Tag', 'Tagen')} nach dem Beitritt auf.`,
  },
  'period.unusual': {
    title: 'Ein ungewöhnlicher Zeitraum',
    says: (p, { f, period }) =>
      `${period(p.period)} ist ungewöhnlich ${p.above ? 'hoch' : 'niedrig'}: ${f.rate(p.rate)}, gegenüber ${f.rate(p.centre)} über alle Zeiträume.`,
  },
  'segment.small': {
    title: 'Ein kleines Segment fällt auf',
    says: (p, { f, segment }) =>
      `Nach „${p.column}“ hat „${segment(p.segment)}“ die ${p.best ? 'höchste' : 'niedrigste'} Quote, ${f.rate(p.rate)}, aber bei ${f.count(p.base)} Kunden. Das sind zu wenige, um etwas hineinzulesen.`,
  },
  'period.unfinished': {
    title: 'Ein laufender Zeitraum',
    says: (p, { period }) =>
      `${period(p.period)} ist nicht zu Ende. Er wird abgesetzt gezeigt und bleibt hier aus jedem Urteil heraus.`,
  },
}
