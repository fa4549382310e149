/**
 * The one thing every peer is told about the plans: the standing of each. 1 to 4 are the tiers,
 * 0 is a trial (not a customer yet), -1 is gone. The product is told nothing; it finds this out.
 */
export const STANDING = { cancelled: -1, trial: 0, basic: 1, plus: 2, pro: 3, business: 4 }
export const TOP = 4

/** As SQL's CASE. @param {string} column */
export const standingCase = (column) =>
  `CASE ${column} ${Object.entries(STANDING)
    .map(([plan, standing]) => `WHEN '${plan}' THEN ${standing}`)
    .join(' ')} END`
