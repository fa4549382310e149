/** The guide in English: reading the trend, and which picture answers which question. */
import type { Head } from './guide.js'

export const reading = {
  trend: {
    title: 'Trend analysis',
    lead: 'Compare the rate with its own past before you compare it with anyone else.',
    points: {
      clear: [
        'Clear or within noise',
        'A change counts when its interval leaves out zero. Otherwise the same customers could have given either figure, and there is nothing to explain.',
      ],
      season: [
        'Season',
        'Compare with the same period a year before. Budgets and renewals make some months high every year.',
      ],
      direction: [
        'Direction',
        'Take at least a year of months. Two points are a difference, not a direction.',
      ],
      launches: [
        'Launches and campaigns',
        'Note their days and compare stretches of equal length before and after. A difference after a launch is a hint at its effect, not a proof: other things changed too.',
      ],
      mix: [
        'Who is in the base',
        'The rate also moves when the customers change. If many small accounts leave, it rises although nobody acts differently.',
      ],
      unusual: [
        'Unusual periods',
        'Look for a reason in that period (a price change, a migration, a fault in the export) before you count it as success or failure.',
      ],
      lengths: [
        'Month, quarter, year',
        'Months show when something began, quarters are steadier, the year answers “what is our rate”. Do not hold a month against a scale that is meant for a year.',
      ],
    },
  },
  visuals: {
    title: 'Visualization suggestions',
    lead: 'Which picture answers which question.',
    points: {
      line: [
        'Did it change?',
        'A line of the rate per period with its interval as a ribbon, the band limits behind it, launches marked, the unfinished period dashed.',
      ],
      scale: [
        'Is it good?',
        'One marker on a scale with named bands and the interval, and the counts beside it. Not a speedometer: it has no place for how sure it is.',
      ],
      funnel: [
        'Which segments differ?',
        'A funnel plot, rate against size with limits, so that a small segment at an extreme is not taken for a discovery.',
      ],
      matrix: [
        'Who moved where?',
        'A table from plan to plan, with counts. Not a pie: it cannot show from and to.',
      ],
      heat: [
        'Do newer customers move sooner?',
        'A heat map of cohorts, months of joining down, months since then across.',
      ],
      curve: [
        'How long does it take?',
        'A rising curve of the share who have upgraded by each day after joining, with those who left counted as left.',
      ],
      bridge: [
        'What was it worth?',
        'A bridge from opening to closing revenue: new, upgrades, downgrades, more seats, price changes, cancellations.',
      ],
      table: [
        'For the record',
        'A table of the same figures beside every picture. Begin axes at zero, and use words besides colours.',
      ],
    },
  },
} satisfies { [head: string]: Head }
