/** The words of the trend and of the launches in German; same types as the English ones. */
import type { PeriodUnit } from '../engine/documents.js'
import type { Messages } from './language.js'

const one: { [u in PeriodUnit]: string } = {
  week: 'Woche',
  month: 'Monat',
  quarter: 'Quartal',
  year: 'Jahr',
}
const many: { [u in PeriodUnit]: string } = {
  week: 'Wochen',
  month: 'Monate',
  quarter: 'Quartale',
  year: 'Jahre',
}
const each: { [u in PeriodUnit]: string } = {
  week: 'jede',
  month: 'jeder',
  quarter: 'jedes',
  year: 'jedes',
}
const no: { [u in PeriodUnit]: string } = {
  week: 'Keine',
  month: 'Kein',
  quarter: 'Kein',
  year: 'Kein',
}

export const trend: Messages['trend'] = {
  title: 'Verlauf',
  subtitle: (unit, level) =>
    `Anteil je ${{ week: 'Woche', month: 'Monat', quarter: 'Quartal', year: 'Jahr' }[unit]}, mit ${level}-Intervall`,
  unitSwitch: 'Länge der Zeiträume',
  chart: 'Bild',
  table: 'Tabelle',
  tableOf: 'Verlauf als Tabelle',
  lookAs: 'Zeigen als',
  label:
    'Quote je Zeitraum. Pfeiltasten links und rechts lesen die Zeiträume, Eingabe zeigt einen oben. P heftet einen zum Vergleichen an. Mit Umschalt wählen die Pfeiltasten eine Strecke, und Eingabe macht sie zum Zeitraum der Antwort.',
  notFinished: 'nicht zu Ende',
  noRate: 'keine Quote',
  noneHasRate: 'Noch kein Zeitraum hat eine Quote.',
  noneHasRateHint:
    'Eine Quote braucht Kunden am Anfang eines Zeitraums. Der erste Zeitraum der Daten hat keine.',
  aboveChart: (band, edge) => `Das Band „${band}“ beginnt bei ${edge}, oberhalb des Bildes.`,
  period: 'Zeitraum',
  rate: 'Quote',
  intervalHead: 'Intervall',
  band: 'Band',
  change: 'Veränderung',
  show: 'Oben zeigen',
  pin: 'Anheften',
  unpin: 'Lösen',
  comparedWith: 'Angeheftet:',
  against: (name) => `gegenüber ${name}`,
  differs: (name, change) => `${name} demgegenüber: ${change}`,
  noDifference: 'kein Unterschied im Bericht; er vergleicht Nachbarn und ein Jahr davor',
  fromTo: 'Antwort für alles von dem einen bis zum anderen',
  stretch: (from, to) =>
    `${from} bis ${to}: loslassen, oder Eingabe, für die Antwort dieser Strecke`,
  scaleAsShown: (unit) =>
    `Die Skala wird gelesen wie gezeigt: Für ein Urteil braucht ${each[unit]} ${one[unit]} dieselben Anteile wie der längere Zeitraum oben, sieht also schlechter aus.`,
  rangeIs: (name) => `Die Antwort oben gilt für ${name}, wie gewählt.`,
  first: (n) => `Die letzten ${n}`,
  layers: 'Im Bild zeigen',
  pooled3: 'Mittel über 3',
  pooled12: 'Mittel über 12',
  limits: 'Kontrollgrenzen',
  forecast: 'Vorhersage',
  forecastFor: (name) => `${name}, Vorhersage`,
  sameAsLast: 'wie zuletzt',
  unusual: 'Auffällig',
  marks: { beyondLimits: 'außerhalb der Grenzen', run: 'in einer Folge von 8 oder mehr' },
  besideAnswer: (rate, name, unit) =>
    `Hier steht ${each[unit]} ${one[unit]} für sich. Die Quote von ${rate} oben nimmt ${name} als ein Ganzes: Sie ist kein Mittel dieser Quoten.`,
  bothHold: {
    onlyTrend: (count, unit) =>
      `Beides stimmt: Die Antwort oben vergleicht zwei Strecken und findet keine klare Veränderung; der Verlauf betrachtet ${count} ${many[unit]} auf einmal und erkennt so eine langsame, stetige Bewegung.`,
    onlyAnswer: (unit) =>
      `Beides stimmt: Die Antwort oben unterscheidet sich klar von der Strecke davor, aber von ${one[unit]} zu ${one[unit]} gibt es keine stetige Richtung.`,
  },
  says: 'Was der Verlauf sagt',
  moving: (direction, points, a) =>
    `${direction === 'rising' ? 'Steigt' : 'Fällt'} um ${points} Punkte je ${one[a.unit]} über die letzten ${a.count} ${many[a.unit]}, ${a.span} (${a.p}).`,
  flat: (points, a) =>
    `Gleichbleibend: Über die letzten ${a.count} ${many[a.unit]}, ${a.span}, liegt die Steigung von ${points} Punkten je ${one[a.unit]} im Rauschen (${a.p}).`,
  dispersion: (times) =>
    `Die Zeiträume schwanken ${times}-mal so stark, wie es der Zufall allein täte; das ist berücksichtigt.`,
  unusualAre: (list) => `Auffällig: ${list}.`,
  outside: (name, above) => `${name} (${above ? 'über' : 'unter'} den Grenzen)`,
  run: (count, span, above) => `${count} in Folge ${above ? 'über' : 'unter'} dem Mittel (${span})`,
  earlier: (count) => `${count} frühere`,
  noneUnusual: (unit) => `${no[unit]} ${one[unit]} sticht heraus.`,
  foretold: (name, rate, interval) => `Vorhersage für ${name}: ${rate} (${interval}).`,
  foretoldSame: (rate) => `Vorhersage: wie zuletzt, ${rate}.`,
  tested: (model, naive) =>
    `An diesen Zeiträumen geprüft, lag sie im Mittel um ${model} Punkte daneben, „wie zuletzt“ um ${naive}.`,
  testedWorse: (model, naive) =>
    `An diesen Zeiträumen geprüft, lag ein angepasster Trend im Mittel um ${model} Punkte daneben, „wie zuletzt“ um ${naive}; der Trend wird deshalb nicht gezeigt.`,
  launches: 'Einführungen und neue Preise',
  launchHelp:
    'Tage, an denen sich etwas änderte, etwa ein neuer Tarif oder Preis. Unter dem Verlauf steht, wie die Quote davor und danach war.',
  launchDay: 'Tag',
  launchName: 'Bezeichnung',
  launchNew: 'Neue Einführung',
  launchAdd: 'Hinzufügen',
  launchRemove: (name) => `${name} entfernen`,
  launchSays: (name, day, days, before, after, f) =>
    `${name}, ${day}: ${before} in ${f.plural(days, 'dem Tag', `den ${f.count(days)} Tagen`)} davor, ${after} in ${f.plural(days, 'dem Tag', `den ${f.count(days)} Tagen`)} ab dann`,
  launchChange: (value, hint) => (hint ? `${value}, ${hint}` : value),
}
