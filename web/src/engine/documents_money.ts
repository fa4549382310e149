/**
 * Money of one period in one currency: whole units of the currency per month, exact to six
 * decimals. Signed: what was lost is below 0. Ratios are 1.04 for 104 %.
 */
export interface PeriodMoney {
  /**
   * closing = opening + new + reactivation + upgrade + downgrade + expansion + contraction +
   * switch + priceRise + priceCut + currencyChange + churn + unvalued. Null where customers are
   * missing from the data.
   */
  opening: number | null
  closing: number | null
  new: number
  reactivation: number
  upgrade: number
  downgrade: number
  expansion: number
  contraction: number
  switch: number
  priceRise: number
  priceCut: number
  /** Of customers whose billing changed to another currency, or came here from one. */
  currencyChange: number
  churn: number
  /** Differences of which one side is unknown and counts 0. */
  unvalued: number
  /** Of the upgrades of customers in opening. */
  upgradeValue: number
  /** upgradeValue per customer behind it; null without any. */
  upliftPerUpgraded: number | null
  /** Of the upsells of customers in opening. */
  upsellValue: number
  /** Null where no opening customer has a known value at both ends, or their opening sum is 0. */
  netRetention: number | null
  grossRetention: number | null
  /** Per customer whose value is known; null without any. */
  arpcOpening: number | null
  arpcClosing: number | null
}

/**
 * By currency as written in the data, in capitals; "" where none is known; the reporting currency
 * alone where there is one. Null without a value column.
 */
export type PeriodValue = { [currency: string]: PeriodMoney } | null
