/** The trend of too few periods, for reports written by hand. */
import type { Report } from '../../web/src/engine/documents.js'

export const noTrend: Report['trend'] = {
  direction: null,
  z: null,
  p: null,
  dispersion: null,
  pAdjusted: null,
  slopePointsPerPeriod: null,
  periods: 0,
  first: null,
  last: null,
  chart: null,
  forecast: null,
  why: [],
}
