/** Ten objections to the model, with what is conceded, what was computed, and where to see it. Figures come from reports. */

export interface CriticFigures {
  model: string;
  base: string;
  difference: string;
  campaigns: number;
  censored: number;
  /** Mean forecast of a win among those scored, and the share that was won. */
  forecastWins: string;
  won: string;
  sympathy: {
    helps: string;
    nothing: string;
    harms: string;
    ownHelps: string;
    ownHarms: string;
    typical: string;
    range: string;
  };
  substitution: {
    helps: string;
    nothing: string;
    harms: string;
    ownHelps: string;
    ownHarms: string;
    typical: string;
    byTarget: string;
    later: string;
  };
  theta: {
    threshold: string;
    below: string;
    above: string;
    harmsLow: string;
    helpsLow: string;
    turns: string;
    share: string;
  };
  calibrated: { win: string; effect: string };
  sectorShare: string;
  pace: { slow: string; fast: string };
  /** How its forecasts of how long strikes last stand to the best textbook distribution’s. A sentence. */
  record: string;
}

export const critics = {
  title: 'Ten objections, and what we answer',
  intro:
    'The strongest that we know. Where one is right, we say so. Every figure that was computed stands in a report beside the program and changes when the report does.',
  back: 'The model',
  loading: 'Opening the reports…',
  contents: 'Objections',
  concede: 'What we concede',
  computed: 'What we computed',
  see: 'Where to see it',
  objections: {
    cause: {
      objection: 'Nobody has shown that solidarity causes anything.',
      concede:
        'Right. We know of no public data that identify the causal effect. In the North American labour cases of the Global Nonviolent Action Database, campaigns with a sympathetic strike were won less often, 33% of 12 against 46% of 71: hard fights call for allies. No effect size here was learned from outcomes, and none could be.',
      computed: ({ sympathy, substitution }: CriticFigures) =>
        `Only what follows if the assumptions hold. Over every plausible range Posti’s sympathy strikes help in ${sympathy.helps} of the space and harm in ${sympathy.harms}; Oakland’s meals help in ${substitution.helps} and harm in ${substitution.harms}.`,
      see: { text: 'How far to trust this', address: '#/model/trust' },
    },
    circular: {
      objection: 'You get out what you put in.',
      concede:
        'Yes, as from any calculation. The use of it is to see which assumptions carry the answer, and to be caught where they are wrong. If you reject one, change it, and the answer follows.',
      computed: ({ theta, sympathy }: CriticFigures) =>
        `One number, how much of the harm to others lands on whoever decides, accounts for ${theta.share} of the variance of what Posti’s sympathy strikes add. The answer is not the same whatever goes in: it runs from ${sympathy.range}.`,
      see: { text: 'Which numbers the answer hangs on', address: '#/model/trust' },
    },
    theta: {
      objection: 'The number that decides the sign has never been measured.',
      concede:
        'True. θ, the share of the harm to others that lands on whoever decides, is our assumption in every campaign. State ownership, a minister who answers, customers who own the firm: these are reasons for a range, no measurement of it.',
      computed: ({ theta }: CriticFigures) =>
        `Below ${theta.threshold} the sympathy strikes help in ${theta.below} of the space, above it in ${theta.above}. In the lowest third of θ they help in ${theta.helpsLow} and harm in ${theta.harmsLow}. With all else typical they turn harmful below ${theta.turns}. So the question to ask before a sympathy strike is who answers for its harm; the program says so beside the answer.`,
      see: { text: 'What would make it useless or harmful', address: '#/model/trust' },
    },
    baseRates: {
      objection: 'It forecasts no better than base rates.',
      concede:
        'It has not been shown to. Use it to compare what one campaign might do, not to bet on how a campaign ends.',
      computed: (figures: CriticFigures) =>
        `On ${figures.campaigns} campaigns coded by rule the ranked probability score of the first morning is ${figures.model}, that of the base rates ${figures.base}; the difference is ${figures.difference}, an interval that holds 0. On average it gave ${figures.forecastWins} to a win, and ${figures.won} were won.`,
      see: { text: 'The casebook’s score', address: '#/casebook' },
    },
    chosen: {
      objection: 'You chose the cases, and you knew how they ended.',
      concede:
        'Posti and Oakland were chosen because solidarity stood out in them, and their numbers were set with the ending known. That the model retells them proves nothing. The other campaigns are famous ones, so they are no sample of strikes, and whoever wrote their rules had heard of them.',
      computed: ({ campaigns, censored }: CriticFigures) =>
        `The casebook holds campaigns that were lost, because solidarity failed or was missing, beside those that were won. Their numbers come from written rules by type of campaign and from what was known before the first solidarity action; the rules stand in the project’s history before any score. ${campaigns} were scored; ${censored === 1 ? 'one that was open is' : `${censored} that were open are`} left out of the score.`,
      see: { text: 'The casebook', address: '#/casebook' },
    },
    passive: {
      objection: 'The employer does not think.',
      concede:
        'It does not. It answers only with what somebody puts on its side of the time line: replacement workers, an injunction, a service of its own. A real one anticipates, divides and waits. Nor does the union choose its moment. The answer is what follows if nobody else moves.',
      computed: ({ substitution }: CriticFigures) =>
        `One counter-move can be read off: if the district runs the meals itself, they add ${substitution.byTarget} instead of ${substitution.typical}. Begun ${substitution.later} days later, the movement’s own leave less than half a point.`,
      see: { text: 'What would make it useless or harmful', address: '#/model/trust' },
    },
    reduced: {
      objection: 'The hazards are curve fitting, not bargaining.',
      concede:
        'They are a reduced form of attrition with private costs: two rates of giving in that follow endurance. Nobody in it reasons about offers, and how much is won is hardly in it. Three rates, the frailty and the ramp were fitted to how long strikes last and how they end; other forms would fit as well.',
      computed: ({ calibrated, record }: CriticFigures) =>
        `Let each fitted number be wrong, the rates by a factor of two. With their interplay they then account for at most ${calibrated.win} of the variance of Posti’s chance of winning, and for at most ${calibrated.effect} of that of what the sympathy strikes add. ${record}`,
      see: { text: 'One day, in equations', address: '#/model/equations' },
    },
    era: {
      objection: 'It is calibrated to American strikes of another time.',
      concede:
        'Yes: to work stoppages in the United States, most of them before 2005. The median duration of 2015–20 is half of that of 1984–2004. About half of the strikes since 2021 are declared for one to three days in advance, and the open-ended model does not fit those: give them a fixed length. Outcomes come from 83 campaigns that somebody found worth a page.',
      computed: ({ pace }: CriticFigures) =>
        `Disputes that end sooner or later are in the space, too. In the third of it with the slowest pace of concessions Oakland’s meals help in ${pace.slow}, in the third with the fastest in ${pace.fast}.`,
      see: { text: 'What is calibrated, what is assumed', address: '#/model/calibration' },
    },
    sectors: {
      objection: 'One country’s input–output table of one year is not an economy.',
      concede:
        'It is twenty industries of Finland in 2014, averaged over a year. It knows no port, no plant, no stock of parts. How critical a stopped sector is, and how long stocks last, are assumptions. Other countries’ tables can be read in, with the same limits.',
      computed: ({ sectorShare }: CriticFigures) =>
        `Criticality, stocks and speed of adjustment were given wide ranges. The largest of them accounts for ${sectorShare} of the variance of what Posti’s sympathy strikes add. The size of the harm matters less than who answers for it.`,
      see: { text: 'How far it spreads', address: '#/model/equations' },
    },
    space: {
      objection: 'Your “share of plausible space” is a share of nothing.',
      concede:
        'It is a share of a space that we drew: our ranges, our weights, every number independent of every other. In the world some of them move together. It is no probability that an action helps, and is not meant as one. It shows where in the space the answer is lost.',
      computed: ({ sympathy, substitution }: CriticFigures) =>
        `Drawn once with the campaign’s own ranges alone, once with all that stands on no evidence opened: Posti’s sympathy strikes help in ${sympathy.ownHelps} and ${sympathy.helps}, and harm in ${sympathy.ownHarms} and ${sympathy.harms}; Oakland’s meals help in ${substitution.ownHelps} and ${substitution.helps}, and harm in ${substitution.ownHarms} and ${substitution.harms}.`,
      see: { text: 'The two founding effects', address: '#/model/trust' },
    },
  },
};
