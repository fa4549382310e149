/**
 * The form of the guide: twelve heads, each with a lead and named points. The keys of points are
 * what findings refer to. The German text has the type of the English one, so neither can lack a point.
 */
export interface Head {
  title: string
  /** One or two sentences that stand on their own. */
  lead: string
  points: { [key: string]: readonly [name: string, text: string] }
}
