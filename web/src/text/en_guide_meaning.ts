/** The guide in English, first four heads: what the figure is, what it tells, how it is measured. */
import type { Head } from './guide.js'

export const meaning = {
  definition: {
    title: 'Definition',
    lead: 'The upgrade rate is the share of your existing customers who moved from a lower plan to a higher one within a period.',
    points: {
      counts: [
        'What counts',
        'A customer who was there when the period began and moved to a higher plan before it ended. Each customer counts once, however often they moved.',
      ],
      countsNot: [
        'What does not count',
        'New sales, trials that become customers, customers who come back, price rises, a change of the billing term. None of these is an existing customer who chose a higher plan.',
      ],
      wider: [
        'The wider figure',
        'The upsell and upgrade rate also counts customers who bought more on the plan they have: seats, add-ons, volume. Choose it under “Counted”.',
      ],
      inside: [
        'Where it looks',
        'At progress within the customers you already have, not at winning new ones. A firm can grow in new customers while this rate stands still, and the other way round.',
      ],
      bound: [
        'Always with its period',
        'The rate belongs to a stretch of time. Two percent is a good week and a poor year, so the period is part of the figure: month, quarter or year.',
      ],
    },
  },
  insights: {
    title: 'Insights to expect',
    lead: 'It tells whether customers who know you choose more of you. It does not tell why.',
    points: {
      revenue: [
        'Growth from existing customers',
        'Each upgrade raises the average revenue per customer without the cost of winning a new one.',
      ],
      trust: [
        'Satisfaction and trust',
        'Nobody pays more for a product they are about to leave. Upgrades show that customers are content, trust you, and see the value of the higher plan.',
      ],
      fit: [
        'An early sign of product–market fit',
        'The rate moves before yearly revenue does: it shows early whether what you built into the higher plans is what customers grow into.',
      ],
      high: [
        'What a high rate means',
        'Loyalty, and value seen in the advanced features. It is only good when the upgrade fits the need, so look at what follows: how many keep the higher plan, and how many leave after it.',
      ],
      low: [
        'What a low rate means',
        'What customers need and what the higher plan offers do not meet, or they do meet and customers have not heard of it. Those are different faults with different cures.',
      ],
      scale: [
        'The published scale',
        'Above 25% exceptional, 15 to 25% healthy, below 15% concerning. Mature markets usually sit between 15 and 25%. Targets differ by industry, so your own past is the better yardstick.',
      ],
      usersProduct: [
        'Product teams',
        'see whether the premium features and the steps between plans work.',
      ],
      usersMarketing: [
        'Sales and marketing',
        'see which campaigns and messages move customers, and tune them.',
      ],
      usersSuccess: [
        'Customer success',
        'sees which customers are ready, and whom to approach next.',
      ],
      usersFinance: [
        'Finance',
        'uses it to forecast revenue from existing customers, and their lifetime value.',
      ],
      story: [
        'A story to look at',
        'The sample “A plan history” tells a typical one: the rate is flat, the middle plan is reworked in July 2024, and from then on clearly more customers move up. Open it to see where each figure shows that.',
      ],
    },
  },
  measurement: {
    title: 'Measurement approach',
    lead: 'Settle a few things before the first measurement, and then leave them alone. A rate whose counting changed cannot be compared with its own past.',
    points: {
      ladder: [
        'Order the plans',
        'Decide which plan is above which, which are add-ons, and which (trial, free) are no customers yet. Every upgrade follows from this order.',
      ],
      base: [
        'Choose who is in the base',
        'Customers at the start of the period. Trials and free accounts stay out, unless free users are your customers.',
      ],
      once: [
        'Count each customer once',
        'Someone who moves up in January and again in March is two in the months and one in the quarter. So a quarter is counted anew from the rows, never added up from months.',
      ],
      whole: [
        'Use finished periods',
        'The running month has fewer days, so it always looks low. It is shown apart and gets no verdict.',
      ],
      cadence: [
        'How often',
        'Every month at the least, and after every launch and every campaign. Quarter and year for the longer view.',
      ],
      sources: [
        'Where the rows come from',
        'Billing and subscription systems hold the changes of plan. CRM and customer-success tools hold upgrades by account. Product analytics holds usage and upgrade events. One row per change is best; totals per period also work.',
      ],
      split: [
        'Segment before you act',
        'Look at customer traits (region, size, channel) and at product lines apart. One average can hide two opposite stories.',
      ],
      sure: [
        'Say how sure it is',
        'Give the interval with the rate. Ten upgrades of fifty customers can be luck; a thousand of five thousand cannot.',
      ],
    },
  },
  formula: {
    title: 'Standard formula',
    lead: 'Upgrade rate = customers upgraded ÷ customers at the start of the period × 100.',
    points: {
      example: [
        'With figures',
        '38 customers upgraded, 1,204 were customers when the month began: 38 ÷ 1,204 × 100 = 3.16%.',
      ],
      eligible: [
        'Only those who can move',
        'Where many customers are on the highest plan, divide by those who have a higher plan above them. It answers: of those who could, how many did?',
      ],
      net: [
        'Net of downgrades',
        'Upgraded minus downgraded, divided by customers at the start. Zero or less means that the base as a whole does not climb.',
      ],
      upsell: [
        'Upsell and upgrade rate',
        'Customers who upgraded or bought more, each counted once, divided by the same base.',
      ],
      ratios: [
        'Ratios that are no shares',
        'Upgrades counted each, or divided by the average or the closing number of customers, can pass 100%. They have no interval here.',
      ],
      empty: [
        'Nobody at the start',
        'Then there is nothing to divide by: no rate, not 0%. The first period of a data set is always so.',
      ],
    },
  },
} satisfies { [head: string]: Head }
