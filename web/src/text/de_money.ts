/** The words about money, in German; same types as the English ones. */
import type { Messages } from './language.js'

export const money: Messages['money'] = {
  title: 'Geld',
  subtitle: 'was Aufstiege im Monat wert sind',
  needValue:
    'Geld braucht eine Spalte mit dem, was jeder Kunde im Monat zahlt, oder mit einem Preis. Keine wird so gelesen.',
  chooseColumn: 'Eine wählen',
  needTime:
    'Geld braucht einen abgeschlossenen Zeitraum, der vorn steht; diese Daten haben noch keinen.',
  none: 'In diesem Zeitraum ist kein Betrag bekannt.',
  withoutCurrency: '(ohne Währung)',
  noCurrency: 'Ohne Währung',
  gained: (upgrades, upsells, when) =>
    `Aufstiege derer, die am Anfang Kunden waren${when ? ` (${when})` : ''}, sind ${upgrades} im Monat wert, Mehrkauf auf derselben Stufe ${upsells}.`,
  nothingGained: (when) =>
    `Bei denen, die am Anfang Kunden waren${when ? ` (${when})` : ''}, brachten weder Aufstiege noch Mehrkauf auf derselben Stufe etwas ein.`,
  kept: (net, gross) =>
    `Von dem, was sie damals zahlten, werden am Ende ${net} gezahlt (netto), ohne Erhöhungen ${gross} (brutto).`,
  upgradeValue: 'Durch Aufstiege',
  uplift: (amount) => `${amount} je aufgestiegenem Kunden`,
  upsellValue: 'Durch Mehrkauf',
  arpc: 'Im Mittel je Kunde',
  arpcHint: 'am Anfang → am Ende, im Monat',
  retention: 'Umsatz gehalten, netto',
  gross: (ratio) => `brutto ${ratio}`,
  bridge: 'Vom Anfang bis zum Ende',
  bridgeOfAll:
    'Von allen Kunden: Auch wer in dieser Zeit dazukam, ist darin, mit seinen Aufstiegen; die Summen sind daher andere als oben.',
  bridgeLabel:
    'Wert im Monat vom Anfang bis zum Ende. Die Pfeiltasten auf und ab lesen die Schritte.',
  amount: 'Im Monat',
  cut: (amount) => `Die Balken beginnen bei ${amount}, nicht bei null.`,
  opening: 'Am Anfang',
  closing: 'Am Ende',
  steps: {
    new: 'neue Kunden',
    reactivation: 'zurückgekehrt',
    upgrade: 'Aufstiege',
    downgrade: 'Abstiege',
    expansion: 'mehr auf der Stufe',
    contraction: 'weniger auf der Stufe',
    switch: 'Wechsel',
    priceRise: 'zahlt mehr, selber Tarif',
    priceCut: 'zahlt weniger, selber Tarif',
    currencyChange: 'andere Währung',
    churn: 'gegangen (Churn)',
    unvalued: 'Wert unbekannt',
  },
  unvalued: (amount) =>
    `${amount} des Unterschieds sind keine Bewegung: Der Wert ist nur auf einer Seite bekannt.`,
  byPeriod: 'Nach Zeitraum',

  rates: 'Währungen',
  ratesHelp:
    'Beträge mehrerer Währungen werden nie addiert. Mit je einem Kurs geschieht es, in einer Währung.',
  reporting: 'Alles zeigen in',
  apart: 'jede für sich',
  rateOf: (of, to) => `1 ${of} in ${to}`,
  ratesApply: 'Diese Kurse nehmen',
}
