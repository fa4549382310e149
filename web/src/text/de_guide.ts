/** The guide in German under its twelve heads, in the order in which they are read. */
import { acting } from './de_guide_acting.js'
import { around } from './de_guide_around.js'
import { meaning } from './de_guide_meaning.js'
import { reading } from './de_guide_reading.js'
import type { heads as english, words as englishWords } from './en_guide.js'

const { trend, visuals } = reading

export const heads: typeof english = { ...meaning, trend, ...acting, visuals, ...around }

/** The words around the guide and the findings. */
export const words: typeof englishWords = {
  title: 'Was zu tun ist',
  subtitle: (period) =>
    period
      ? `was ${period} aufwirft, dann der Leitfaden`
      : 'was diese Daten aufwerfen, dann der Leitfaden',
  guideTitle: 'Der Leitfaden: was diese Zahl ist und wie man mit ihr arbeitet',
  guideOnly: 'zwölf Kapitel, von der Definition bis zu dem, was sich mitbewegt',
  findings: 'Befunde in diesen Daten',
  none: 'Nach keiner der Regeln fällt hier etwas auf. Die Fragen unten lohnen sich trotzdem.',
  waits:
    'Es gibt noch keinen abgeschlossenen Zeitraum mit einer Quote, deshalb ist wenig zu finden.',
  ask: 'Fragen',
  attempt: 'Versuchen',
  beware: 'Vorsicht',
  read: 'Lesen',
  because: 'Anlass',
  inYourData: 'In diesen Daten',
}
