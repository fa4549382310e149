/** The guide in English: what to ask and what to try. */
import type { Head } from './guide.js'

export const acting = {
  questions: {
    title: 'Diagnostic questions',
    lead: 'What to ask when the rate is not what you hoped, and what people ask about it.',
    points: {
      drives: [
        'What drives the rate?',
        'A need that grows, a higher plan that meets it, customers who know that, a price step that is worth it, a short way there, and help on the way. Ask which of these is weakest.',
      ],
      why: [
        'Why do customers upgrade, and why do the others not?',
        'When were they last asked, in their own words? The rate cannot say.',
      ],
      who: [
        'Who moves and who does not?',
        'Which regions, sizes, channels, product lines, plans? Is the difference larger than chance makes it?',
      ],
      trigger: [
        'What happens just before an upgrade?',
        'Which limit do they reach, which feature do they try, who joins the account?',
      ],
      told: [
        'Do customers know what the next plan would give them?',
        'Do they see it where they need it, or only on the price page?',
      ],
      path: [
        'How long is the way to the higher plan?',
        'How many steps, whose approval, where do they give up? Can they do it without talking to anyone?',
      ],
      room: [
        'Is there room to move?',
        'How many are on the highest plan already, and what could these buy next?',
      ],
      moment: [
        'When after joining do customers upgrade?',
        'Is anything offered to them at that time, or much too early?',
      ],
      after: [
        'What happens after the upgrade?',
        'How many keep it, how many go back, how many leave, and what do those say?',
      ],
      leave: [
        'Why do customers leave before they would upgrade?',
        'Do the same gaps make some leave and keep others from moving up?',
      ],
      step: [
        'Is the step between the plans right?',
        'Is it too large to take, or so small that nobody needs it?',
      ],
      rivals: [
        'What do competitors offer for that price?',
        'What has changed there since the rate changed?',
      ],
      changed: [
        'What changed when the rate did?',
        'The product, the price, a campaign, the customers, or only the way it is counted?',
      ],
      counted: [
        'Is it counted right?',
        'Is the order of the plans right, are trials out, is the export complete, is a plan only renamed?',
      ],
      firstPlan: [
        'Do new customers begin on the right plan?',
        'If many move up within weeks, what did they not know when they bought?',
      ],
      alwaysGood: [
        'Is high always good?',
        'No. Upgrades that were pushed, or forced by taking features away, come back as downgrades and cancellations. Read the rate together with what was kept.',
      ],
      often: [
        'How often should it be reviewed?',
        'Every month, and after each launch or campaign. Look at the quarter and the year before you change a target.',
      ],
      track: [
        'How is it tracked?',
        'On a dashboard over time, with its interval, split by segment, with launches marked.',
      ],
      support: [
        'What has support to do with it?',
        'Customers who get good help dare the next step. A customer with an open complaint will not, and a badly guided change is undone.',
      ],
      profit: [
        'Does it reach the profit line?',
        'Mostly yes: no cost of winning a customer comes with it. It does not where the higher plan costs more to run and support than it earns.',
      ],
    },
  },
  tips: {
    title: 'Actionable tips',
    lead: 'Change one thing at a time, note the day, and compare before and after.',
    points: {
      survey: [
        'Ask regularly which features are wanted',
        'A short survey every quarter, to those who upgraded and to those who did not. Build what comes up, and tell those who asked.',
      ],
      campaign: [
        'Tell the right customers about the benefits',
        'A campaign for those who would gain from the next plan, with what it does for them, not with a list of everything it has.',
      ],
      simpler: [
        'Make the way simpler',
        'Fewer steps, clear instructions, the price and what happens to their data said before they choose. Watch five customers do it.',
      ],
      rivals: [
        'Watch competitors',
        'Note their features and prices once a quarter, and adjust yours where customers name them.',
      ],
      support: [
        'Help during the change',
        'Someone who answers in the first weeks on the new plan: set-up, training, moving the data.',
      ],
      trigger: [
        'Offer it at the moment of need',
        'When a limit is near or a locked feature is tried, not on a fixed day.',
      ],
      tryIt: [
        'Let them try the higher plan',
        'For a limited time and with an easy way back. Count it as an upgrade only when it is paid.',
      ],
      nextStep: [
        'Give the top plan a next step',
        'A further plan, add-ons or volume for those who are at the top, if they have the need.',
      ],
      between: [
        'Mend the step between two plans',
        'Where nobody moves, put one wanted feature on the other side of the step, or set a plan between.',
      ],
      fit: [
        'Sell only what fits',
        'Recommend the lower plan where it is enough. It costs an upgrade now and saves a cancellation later.',
      ],
      early: [
        'Look after the first ninety days',
        'Check that the features that were the reason are in use. If they are not, call before the customer goes back.',
      ],
      leakFirst: [
        'Stop the leaving first',
        'While more leave than move up, find out why before you spend on upgrades.',
      ],
      firstPlan: [
        'Guide new customers to the right plan',
        'A few questions at the purchase save both sides an early change.',
      ],
      learn: [
        'Learn from those where it works',
        'Take the segment that moves, find out what is different, and try that with one other segment.',
      ],
      waitFor: [
        'Wait for more data',
        'With few customers take a longer period, or look again later, rather than act on a figure that chance made.',
      ],
      checkCount: [
        'Check the counting',
        'Go through ten customers of the list by hand, from the export to the figure.',
      ],
    },
  },
} satisfies { [head: string]: Head }
