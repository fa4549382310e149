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
import { tokens } from './tokens.js'

export const styleSheets = (): CSSStyleSheet[] =>
  [
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
    print,
  ].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
