/**
 * The style sheets, in the order they apply. Constructed, because the page's policy forbids inline
 * styles; tokens first, then the ground, the parts, the charts, and last what differs on paper.
 */
import { chartStyles } from './style/charts.js'
import { countedStyles } from './style/counted.js'
import { firstMinuteStyles } from './style/first_minute.js'
import { groundStyles } from './style/ground.js'
import { printStyles } from './style/print.js'
import { storyStyles } from './style/story.js'
import { tokens } from './tokens.js'

const texts = [tokens, groundStyles, firstMinuteStyles, storyStyles, countedStyles, chartStyles, printStyles]

export const styleSheets = (): CSSStyleSheet[] =>
  texts.map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
