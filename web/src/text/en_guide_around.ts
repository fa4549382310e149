/** The guide in English, last four heads: what goes wrong, tools, where it is used, what else moves. */
import type { Head } from './guide.js'

export const around = {
  risks: {
    title: 'Risk warnings',
    lead: 'Faults of acting first, then faults of counting. Both make a good-looking figure worthless.',
    points: {
      noReason: [
        'Not looking into the reasons',
        'A rate without knowing why customers upgrade, or why they do not, cannot be improved on purpose.',
      ],
      noFeedback: [
        'Building without feedback',
        'Features for the higher plan that nobody asked for cost time and move nobody.',
      ],
      silent: [
        'Benefits that nobody hears of',
        'A better plan that customers do not know about counts as no plan.',
      ],
      longPath: [
        'A long or unclear way up',
        'Each further form, call or approval loses some who had already decided.',
      ],
      rivals: [
        'Ignoring competitors',
        'Your step up is compared with their offer, not with your lower plan.',
      ],
      pushed: [
        'Pushing for the figure',
        'A target on the rate alone rewards upgrades that do not fit. Tie it to what is kept after ninety days.',
      ],
      trials: [
        'A base that counts trials',
        'Trials in the base make the rate too low. Trials that convert in the numerator make it too high.',
      ],
      doubled: [
        'Counting twice',
        'Monthly rates added up to a year count some customers several times. Count the year from the rows.',
      ],
      unfinished: [
        'The unfinished month',
        'It looks like a fall every time. Leave it out until it is over.',
      ],
      price: [
        'Price rises taken for upgrades',
        'Customers who pay more for the same have chosen nothing. Without a quantity column they cannot be told apart from those who bought more.',
      ],
      small: [
        'Small segments over-read',
        'The best and the worst rate nearly always belong to small groups. Chance does that.',
      ],
      leavers: [
        'A rate that rises because small accounts left',
        'The base shrinks and the share grows, with no upgrade more. Look at the counts and at the mix.',
      ],
      renamed: [
        'Renamed plans',
        'A new name or a migration looks like a wave of upgrades. Put both names on one step.',
      ],
    },
  },
  tools: {
    title: 'Tools and technologies',
    lead: 'What holds the rows, and what to use for the rest.',
    points: {
      billing: [
        'Billing and subscriptions',
        'Stripe, Chargebee, Recurly, Zuora, Paddle, or your own database: who had which plan from when. The best source.',
      ],
      crm: [
        'CRM and customer success',
        'Salesforce, HubSpot, Gainsight, Totango: upgrades by account, with region, size and owner for segments.',
      ],
      analytics: [
        'Product analytics',
        'Amplitude, Mixpanel, PostHog, Google Analytics: usage before the upgrade, and upgrade events.',
      ],
      ask: [
        'Surveys and tickets',
        'Any survey tool and the notes of support: the reasons that no event holds.',
      ],
      store: [
        'Data warehouse or spreadsheet',
        'Export one row per change of plan as CSV: customer, date, plan, and value if there is one.',
      ],
      here: [
        'This page',
        'reads the export on your machine and computes rate, interval, band and trend. Nothing is uploaded.',
      ],
      command: [
        'The command “upgrade-rate”',
        'gives the same report without a browser, as JSON, Markdown, CSV or text, for jobs that run every night.',
      ],
    },
  },
  integration: {
    title: 'Integration points',
    lead: 'Where the figure should turn up, so that someone acts on it.',
    points: {
      review: [
        'The monthly review',
        'Rate, interval, change, and the first finding, in one line. The sentence under the rate can be copied.',
      ],
      product: [
        'Product planning',
        'After each launch: before and after, by plan. The steps that nobody takes go on the list.',
      ],
      campaigns: [
        'Campaigns',
        'Choose the audience by segment, note the day, measure the same segment afterwards.',
      ],
      success: [
        'Customer success',
        'Plans and segments that move tell whom to approach; those who upgraded lately are called in the first weeks.',
      ],
      finance: [
        'Forecast and lifetime value',
        'Rate times customers times the average step in price is the expected upgrade revenue. Use the ends of the interval as low and high case.',
      ],
      wiki: [
        'Wiki and dashboard',
        'Keep the definition, the settings file and the figure together, so that nobody argues about the counting.',
      ],
    },
  },
  impact: {
    title: 'Change impact',
    lead: 'Which other figures move when this one does, and what it means when they do not.',
    points: {
      churn: [
        'Churn',
        'Usually falls: customers who upgraded for a need stay longer. If it rises with the rate, upgrades are being pushed.',
      ],
      retention: [
        'Net revenue retention',
        'Rises with every upgrade that is kept. If the rate rises and retention does not, downgrades or cancellations eat it up.',
      ],
      arpc: [
        'Average revenue per customer',
        'Rises at once. It also rises when small accounts leave, so read both.',
      ],
      lifetime: ['Lifetime value', 'Rises twice, by more revenue per month and by more months.'],
      expansion: [
        'Expansion revenue',
        'Upgrades are one part of it, more seats and add-ons the other. One can grow at the cost of the other.',
      ],
      support: [
        'Support load',
        'Rises for some weeks after a wave of upgrades. Plan people for it, or the wave turns back.',
      ],
      room: [
        'The rate itself',
        'Each upgrade leaves fewer customers who can still move up. A rate over all customers falls in time unless new ones come in below.',
      ],
    },
  },
} satisfies { [head: string]: Head }
