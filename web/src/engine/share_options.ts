/** What of a report is shared: which parts, and from how many customers on a small cell is shown. */
export type SharePart = 'periods' | 'segments' | 'cohorts' | 'paths' | 'money'

export interface ShareOptions {
  /** Segments, cohorts, paths and plans of fewer customers are held back; 5 without it, 1 for none. */
  fewest?: number
  /** Beside the headline; all without it. */
  parts?: readonly SharePart[]
}
