/** The guide in English under its twelve heads, in the order in which they are read. */
import { acting } from './en_guide_acting.js'
import { around } from './en_guide_around.js'
import { meaning } from './en_guide_meaning.js'
import { reading } from './en_guide_reading.js'

const { trend, visuals } = reading

export const heads = { ...meaning, trend, ...acting, visuals, ...around }

/** The words around the guide and the findings. */
export const words = {
  title: 'What to do',
  subtitle: (period: string | null) =>
    period ? `what ${period} raises, then the guide` : 'what this data raises, then the guide',
  guideTitle: 'The guide: what this figure is and how to work with it',
  guideOnly: 'twelve heads, from definition to what else changes',
  findings: 'Findings in this data',
  none: 'None of the rules finds anything that stands out here. The questions below are still worth asking.',
  waits: 'There is no finished period with a rate yet, so there is little to find.',
  ask: 'Ask',
  attempt: 'Try',
  beware: 'Beware',
  read: 'Read',
  because: 'Raised by',
  inYourData: 'In your data',
}
