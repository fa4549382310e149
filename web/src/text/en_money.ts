/** The words about money: what upgrades are worth, revenue a month, and rates between currencies. */
import type { PeriodMoney } from '../engine/documents_money.js'

export type BridgeStep = Exclude<
  keyof PeriodMoney,
  | 'opening'
  | 'closing'
  | 'upgradeValue'
  | 'upliftPerUpgraded'
  | 'upsellValue'
  | 'netRetention'
  | 'grossRetention'
  | 'arpcOpening'
  | 'arpcClosing'
>

export const money = {
  title: 'Money',
  subtitle: 'what upgrades are worth, a month',
  needValue:
    'Money needs a column with what each customer pays a month, or with a price. None is read as one.',
  chooseColumn: 'Choose one',
  needTime: 'Money needs a finished period that leads, and this data has none yet.',
  none: 'No amount is known in this period.',
  withoutCurrency: '(no currency)',
  noCurrency: 'No currency given',
  gained: (upgrades: string, upsells: string, when: string | null) =>
    `Upgrades of customers there at the start${when ? ` of ${when}` : ''} are worth ${upgrades} a month, buying more on the same tier ${upsells}.`,
  nothingGained: (when: string | null) =>
    `Neither upgrades nor buying more on the same tier gained anything from customers there at the start${when ? ` of ${when}` : ''}.`,
  kept: (net: string, gross: string) =>
    `Of what they paid then, ${net} is paid at the end (net retention), ${gross} where increases are left out (gross).`,
  upgradeValue: 'Through upgrades',
  uplift: (amount: string) => `${amount} for each customer upgraded`,
  upsellValue: 'Through upsells',
  arpc: 'Average per customer',
  arpcHint: 'at the start → at the end, a month',
  retention: 'Net retention',
  gross: (ratio: string) => `gross ${ratio}`,
  bridge: 'From the start to the end',
  bridgeOfAll:
    'Of all customers: those who joined in this time are in it too, with their upgrades, so its sums differ from those above.',
  bridgeLabel: 'Value a month from the start to the end. Up and down arrow keys read the steps.',
  amount: 'A month',
  cut: (amount: string) => `The bars begin at ${amount}, not at zero.`,
  opening: 'At the start',
  closing: 'At the end',
  steps: {
    new: 'new customers',
    reactivation: 'came back',
    upgrade: 'upgrades',
    downgrade: 'downgrades',
    expansion: 'more on the tier',
    contraction: 'less on the tier',
    switch: 'switches',
    priceRise: 'pays more, same plan',
    priceCut: 'pays less, same plan',
    currencyChange: 'other currency',
    churn: 'left (churn)',
    unvalued: 'value unknown',
  } as { [s in BridgeStep]: string },
  unvalued: (amount: string) =>
    `${amount} of the difference is no movement: the value is known on one side only.`,
  byPeriod: 'By period',

  rates: 'Currencies',
  ratesHelp:
    'Amounts in several currencies are never added. With one rate for each they are, in one currency.',
  reporting: 'Show all in',
  apart: 'each apart',
  rateOf: (of: string, to: string) => `1 ${of} in ${to}`,
  ratesApply: 'Use these rates',
}
