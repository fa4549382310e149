/** Money of a period for developing and testing the page: sums that add up, written by hand. Never shipped. */
import type { PeriodMoney } from '../../../web/src/engine/documents_money.js'

/** 104,310 + 21,480 + 1,940 + 9,230.50 − 3,120 + 2,410 − 870 + 640 − 480 − 12,096 − 149 = 123,295.50 */
export const dollars: PeriodMoney = {
  opening: 104_310,
  closing: 123_295.5,
  new: 21_480,
  reactivation: 1_940,
  upgrade: 9_230.5,
  downgrade: -3_120,
  expansion: 2_410,
  contraction: -870,
  switch: 0,
  priceRise: 640,
  priceCut: -480,
  currencyChange: 0,
  churn: -12_096,
  unvalued: -149,
  upgradeValue: 8_944,
  upliftPerUpgraded: 24.1,
  upsellValue: 2_210,
  netRetention: 0.9612,
  grossRetention: 0.8533,
  arpcOpening: 51.96,
  arpcClosing: 57.08,
}

const still = { new: 0, reactivation: 0, downgrade: 0, expansion: 0, contraction: 0, switch: 0 }

/** Nobody came, left or bought less: 300 + 12 = 312. */
export const euros: PeriodMoney = {
  ...still,
  opening: 300,
  closing: 312,
  upgrade: 12,
  priceRise: 0,
  priceCut: 0,
  currencyChange: 0,
  churn: 0,
  unvalued: 0,
  upgradeValue: 12,
  upliftPerUpgraded: 12,
  upsellValue: 0,
  netRetention: 1.04,
  grossRetention: 1,
  arpcOpening: 30,
  arpcClosing: 31.2,
}

export const nothingThere: PeriodMoney = {
  ...euros,
  opening: 0,
  closing: 0,
  upgrade: 0,
  upgradeValue: 0,
  upliftPerUpgraded: null,
  netRetention: null,
  grossRetention: null,
  arpcOpening: null,
  arpcClosing: null,
}
