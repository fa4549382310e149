/**
 * The style sheets, in the order they apply. Constructed, because the page's policy forbids inline
 * styles; tokens first, then the ground, the parts, the charts, and last what differs on paper.
 */
import charts from './style/charts.css'
import counted from './style/counted.css'
import firstMinute from './style/first_minute.css'
import ground from './style/ground.css'
import print from './style/print.css'
import story from './style/story.css'
import { tokens } from './tokens.js'

export const styleSheets = (): CSSStyleSheet[] =>
  [tokens, ground, firstMinute, story, counted, charts, print].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
