/**
 * The style sheets, in the order they apply. Constructed, because the page's policy forbids inline
 * styles; tokens first, then the ground, the parts, the charts, and last what differs on paper.
 */
import charts from './style/charts.css'
import controls from './style/controls.css'
import counted from './style/counted.css'
import firstMinute from './style/first_minute.css'
import ground from './style/ground.css'
import guide from './style/guide.css'
import journeys from './style/journeys.css'
import masthead from './style/masthead.css'
import print from './style/print.css'
import sections from './style/sections.css'
import segments from './style/segments.css'
import share from './style/share.css'
import story from './style/story.css'
import takeAway from './style/take_away.css'
import warehouse from './style/warehouse.css'
import { tokens } from './tokens.js'

const texts = [
  tokens,
  controls,
  masthead,
  ground,
  firstMinute,
  sections,
  story,
  guide,
  counted,
  charts,
  journeys,
  segments,
  takeAway,
  share,
  warehouse,
  print,
]

let made: CSSStyleSheet[] | null = null

/** Made once, at the first call. `rewritten`: for a place that is not a document. */
export function styleSheets(rewritten = (text: string): string => text): CSSStyleSheet[] {
  made ??= texts.map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rewritten(text))
    return sheet
  })
  return made
}
