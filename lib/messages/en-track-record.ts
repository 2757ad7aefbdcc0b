/** How strikes are forecast and how the constants were fitted: the model page's words for the two reports. */
import type { ConstantSet } from '../model/track-record.ts';

const WHOSE: Record<ConstantSet, string> = {
  before: 'model 1',
  shipped: 'the model of this program',
  fitted: 'the fit',
};
const counted = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface Share {
  share: string;
  low: string;
  high: string;
}
const within = ({ share, low, high }: Share) => `${share} (${low} to ${high})`;

export const trackRecord = {
  backTest: {
    title: 'Forecasts of how long strikes last',
    lead: {
      worse: (name: string) =>
        `By the log score a textbook distribution, the ${name}, forecasts how long strikes last better than the simulator does.`,
      even: (name: string) =>
        `By the log score the simulator is not shown to forecast how long strikes last better, or worse, than the best textbook distribution tried, the ${name}.`,
      better: (name: string) =>
        `By the log score the simulator forecasts how long strikes last better than the best textbook distribution tried, the ${name}.`,
    },
    meaning: {
      worse:
        'To guess how long a strike will last, ask the record of past strikes before the simulator.',
      even: 'To guess how long a strike will last, the record of past strikes serves as well.',
      better: 'That is a record of lengths in the past, no promise for a single strike.',
    },
    lengthsOnly: 'The test is of lengths alone: it says nothing about what solidarity causes.',
    method: (parts: {
      scored: number;
      from: string;
      to: string;
      split: string;
      trained: number;
      open: number;
      cap: number;
      beyond: number;
    }) =>
      `${counted(parts.scored, 'strike', 'strikes')} that began between ${parts.from} and ${parts.to} ${parts.scored === 1 ? 'was' : 'were'} forecast, knowing the industry and the date of the first day. Every forecast was fitted to what was known on ${parts.split}: ${counted(parts.trained, 'earlier strike', 'earlier strikes')}, ${parts.open.toLocaleString('en-GB')} of them still open. All are scored on the same whole days up to day ${parts.cap}; ${parts.beyond.toLocaleString('en-GB')} lasted longer.`,
    scores:
      'Log score: how little chance was given to the day on which a strike ended; worse by 0.01 means 1% less chance. CRPS: how far the whole forecast lay from what happened, in days. Lower is better in both.',
    intervals: (resamples: number) =>
      `Intervals hold 95 of 100 of ${counted(resamples, 'resample', 'resamples')}. Strikes are drawn anew one by one, and all those of one month together; a difference counts only where both intervals leave out 0, and what is quoted reaches as far as either.`,
    groups: {
      fails: 'Where it fails',
      even: 'Where no difference is shown, or by one score only',
      holds: 'Where it holds',
    },
    names: {
      simulator: 'simulator',
      simulatorWithTrend: 'simulator with a trend',
      simulatorWithoutTrend: 'simulator without a trend',
      simulatorWithoutForgetting: 'simulator, all years counting alike',
      simulatorWithoutFixedLengths: 'simulator without fixed lengths',
      simulatorWithoutIndustry: 'simulator, all industries alike',
      exponential: 'exponential',
      exponentialByIndustry: 'exponential by industry',
      weibull: 'Weibull',
      weibullByIndustry: 'Weibull by industry',
      lognormal: 'lognormal',
      lognormalByIndustry: 'lognormal by industry',
      lognormalByIndustryRecent: 'lognormal by industry, weighted by age',
    },
    against: {
      loses: (name: string) => `It loses to the ${name}`,
      losesByOne: (name: string) => `It loses to the ${name} by one score`,
      torn: (name: string) => `Against the ${name} it wins by one score and loses by the other`,
      even: (name: string) => `It cannot be told apart from the ${name}`,
      winsByOne: (name: string) => `It wins against the ${name} by one score only`,
      wins: (name: string) => `It wins against the ${name}`,
    },
    parts: {
      simulatorWithTrend: 'Leaving out a trend over the years',
      simulatorWithoutTrend: 'The trend over the years',
      simulatorWithoutForgetting: 'Letting old strikes count less',
      simulatorWithoutFixedLengths: 'Holding strikes of fixed length apart',
      simulatorWithoutIndustry: 'Telling industries apart',
    },
    ofPart: {
      loses: (part: string) => `${part} hurts`,
      losesByOne: (part: string) => `${part} hurts by one score`,
      torn: (part: string) => `${part} helps by one score and hurts by the other`,
      even: (part: string) => `${part} is not shown to help or to hurt`,
      winsByOne: (part: string) => `${part} helps by one score only`,
      wins: (part: string) => `${part} helps`,
    },
    claim: (what: string, log: string, crps: string) => `${what}: ${log}, ${crps}.`,
    score: { log: 'log score', crps: 'CRPS' },
    days: (text: string) => `${text} days`,
    worse: (score: string, by: string) => `${score} worse by ${by}`,
    better: (score: string, by: string) => `${score} better by ${by}`,
    even: (score: string, difference: string) => `${score} not shown to differ, ${difference}`,
    interval: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
    coverage: {
      held: (meant: string, share: Share) =>
        `the range meant to hold ${meant} of the strikes held ${within(share)}`,
      narrow: (ranges: readonly string[]) => `Its forecasts are too narrow: ${listed(ranges)}.`,
      wide: (ranges: readonly string[]) => `Its forecasts are too wide: ${listed(ranges)}.`,
      right: (ranges: readonly string[]) =>
        `Its forecasts are as wide as they should be: ${listed(ranges)}.`,
    },
    ends: {
      often: (where: 'soon' | 'late', meant: string, share: Share) =>
        where === 'soon'
          ? `Too many strikes end sooner than nearly everything it expected: ${within(share)} fall into the first ${meant} of their forecast.`
          : `Too many strikes outlast nearly everything it expected: ${within(share)} fall into the last ${meant} of their forecast.`,
      seldom: (where: 'soon' | 'late', meant: string, share: Share) =>
        where === 'soon'
          ? `Too few strikes end as soon as it expected of some: ${within(share)} fall into the first ${meant} of their forecast.`
          : `Too few strikes last as long as it expected of some: ${within(share)} fall into the last ${meant} of their forecast.`,
    },
    reliability: {
      fails: (parts: {
        groups: number;
        outside: number;
        chance: string;
        fewer: number;
        days: readonly number[];
      }) =>
        `Its chances of ending by day ${listed(parts.days.map(String))} are off in ${parts.outside} of ${parts.groups} groups of strikes (about ${parts.chance} would be by chance): in ${parts.fewer} of these fewer ended than it said, in ${parts.outside - parts.fewer} more did.`,
      holds: (parts: {
        groups: number;
        outside: number;
        chance: string;
        fewer: number;
        days: readonly number[];
      }) =>
        `Its chances of ending by day ${listed(parts.days.map(String))} hold: they are off in ${parts.outside} of ${parts.groups} groups of strikes, and about ${parts.chance} would be by chance.`,
    },
    industries: {
      claim: (parts: {
        least: number;
        worse: readonly string[];
        better: readonly string[];
        even: number;
      }) =>
        capital(
          [
            ...(parts.worse.length > 0
              ? [`the lognormal by industry has the better log score in ${listed(parts.worse)}`]
              : []),
            ...(parts.better.length > 0
              ? [`the simulator has the better log score in ${listed(parts.better)}`]
              : []),
            ...(parts.even > 0
              ? [
                  `no difference is shown in ${parts.worse.length + parts.better.length > 0 ? 'the other ' : ''}${counted(parts.even, 'industry', 'industries')}`,
                ]
              : []),
          ].join('; '),
        ) + ` (industries with ${parts.least} strikes or more).`,
      of: (name: string, strikes: number) => `${name} (${counted(strikes, 'strike', 'strikes')})`,
      title: 'Industry by industry',
      note: 'Medians in days. The differences are those to the lognormal fitted to the same industry, strikes drawn anew one by one: above 0 the lognormal is better.',
      few: (least: number) => `With fewer than ${least} strikes no interval is given.`,
      none: 'No industry given',
      head: [
        'Industry',
        'Learned from',
        'Scored',
        'Median',
        'Simulator’s median',
        'Log score less lognormal’s',
        'CRPS less lognormal’s, days',
      ],
    },
    holdOut: (date: string) =>
      `This is no clean test: strikes from ${date} on had been looked at before the method was settled. Only strikes that its makers have not seen can be one.`,
    choices: {
      used: 'A trend over the years is part of the forecast',
      notUsed: 'A trend over the years is no part of the forecast',
      difference: (interval: string) => `, a difference of ${interval}`,
      trend: (parts: {
        is: string;
        withTrend: string;
        without: string;
        difference: string;
        perYear: string;
      }) =>
        `${parts.is}. That was decided on the training years alone, split again: log score ${parts.withTrend} with a trend, ${parts.without} without${parts.difference}. In those years how long both sides hold out changed by ${parts.perYear} a year.`,
      untried: (is: string) => `${is}: the training years were too few to try it.`,
      memory: (years: string) =>
        `A strike counts half once it is ${years} old, decided in the same way.`,
      noMemory: 'Strikes of every training year count alike, decided in the same way.',
      years: (count: number) => counted(count, 'year', 'years'),
    },
    run: (parts: { version: number; futures: string; seed: number; gap: string }) =>
      `Model ${parts.version}, ${parts.futures} futures, seed ${parts.seed}; the forecasts’ building blocks differ from the engine’s own runs by ${parts.gap}. Made by npm run backtest.`,
    gapUnder: (text: string) => `less than ${text}`,
    differences: {
      title: {
        log: 'Log score: the simulator less each other forecast',
        crps: 'CRPS: the simulator less each other forecast',
      },
      note: {
        log: 'Left of 0 the simulator gave more chance to what happened. Thick: 95% interval, strikes drawn one by one; thin: by months, where that reaches further. Filled where both leave out 0.',
        crps: 'In days; left of 0 the simulator lay nearer to what happened. Thick: 95% interval, strikes drawn one by one; thin: by months, where that reaches further. Filled where both leave out 0.',
      },
      better: 'simulator better',
      worse: 'simulator worse',
      textbook: 'Textbook distributions',
      ablated: 'Simulator with one part otherwise',
      head: [
        'Forecast',
        'Its score',
        'Difference, strike by strike',
        'Difference, months together',
      ],
      spoken: (name: string, interval: string) => `${name}: ${interval}`,
      data: [
        'Forecast',
        'Difference',
        '95% low, strikes',
        '95% high, strikes',
        '95% low, months',
        '95% high, months',
      ],
    },
    all: {
      title: 'All scores',
      note: 'Means over the strikes scored. The Brier score of a chance of having ended by a day: 0 is certain and right, 0.25 is what a coin gets.',
      head: ['Forecast', 'Log score', 'CRPS, days'],
      brier: (day: number) => `Brier, day ${day}`,
    },
    ranks: {
      title: 'Where strikes fell within their forecasts',
      note: (level: string, band: string) =>
        `Each strike’s length, as the share of its forecast that is shorter. Level at ${level} strikes if the forecasts are right (the band is what chance allows, ${band}); high at the ends if they are too narrow.`,
      from: 'sooner than forecast',
      to: 'later than forecast',
      level: 'level',
      head: ['Share of the forecast that is shorter', 'Strikes', 'If right'],
      bin: (low: string, high: string) => `${low} to ${high}`,
      spoken: (bin: string, strikes: string) => `${bin}: ${strikes}`,
    },
    diagram: {
      title: 'What was said, and how many ended',
      note: 'Strikes given about the same chance of having ended by a day, in groups. On the line as many ended as was said; below it fewer did. Bars: 95% interval of the share (Wilson). Each panel is a window of the same width.',
      panel: (days: number) => `by day ${days}`,
      said: 'chance said',
      ended: 'share ended',
      head: ['By day', 'Strikes', 'Said', 'Ended', '95% from', '95% to'],
      spoken: (days: number, groups: string) => `By day ${days}: ${groups}`,
      group: (said: string, ended: string) => `said ${said}, ended ${ended}`,
    },
    critic: {
      worse: (name: string, by: string) =>
        `Forecasting how long strikes last, a textbook distribution, the ${name}, beats the simulator: log score lower by ${by}.`,
      even: (name: string, difference: string) =>
        `Forecasting how long strikes last, the ${name} and the simulator cannot be told apart: log score ${difference}.`,
      better: (name: string, by: string) =>
        `Forecasting how long strikes last, the simulator beats the best textbook distribution tried, the ${name}: log score lower by ${by}.`,
    },
  },
  calibration: {
    title: 'The constants, derived anew',
    setUps: {
      onlyCostOfConceding: 'only the cost of conceding uncertain',
      everyRange: 'every range at work',
    },
    setUpTitle: {
      onlyCostOfConceding: 'Only the cost of conceding uncertain',
      everyRange: 'Every range at work',
    },
    sets: { before: 'model 1', shipped: 'as run', fitted: 'the fit' },
    asked: 'asked',
    notMet: (parts: { setUp: string; set: ConstantSet; misses: readonly string[] }) => {
      const by = parts.set === 'fitted' ? 'even by' : 'by';
      return `Not met ${by} ${WHOSE[parts.set]}: with ${parts.setUp}, it misses ${listed(parts.misses)}.`;
    },
    met: (parts: { setUp: string; set: ConstantSet; quantile: string; outcome: string }) =>
      `Met by ${WHOSE[parts.set]}: with ${parts.setUp}, the length that is furthest off is off by ${parts.quantile}, the ending by ${parts.outcome}.`,
    quantileMiss: (parts: { level: string; days: string; asked: string; off: string }) =>
      `the length by which ${parts.level} have ended (${parts.days} days instead of ${parts.asked}, ${parts.off} off)`,
    outcomeMiss: (parts: { outcome: string; share: string; asked: string }) =>
      `the share that ends in ${parts.outcome} (${parts.share} instead of ${parts.asked})`,
    outcomes: { concession: 'concession', compromise: 'compromise', collapse: 'collapse' },
    criterion: (quantile: string, outcome: string) =>
      `Met means: each of the lengths is within ${quantile} of what is asked, each ending’s share within ${outcome}.`,
    stands: {
      fitted:
        'The model of this program runs with the constants of the fit, rounded. A file or a campaign kept from model 1 runs with those it holds.',
      before: 'The model of this program runs with the constants of model 1.',
      neither: 'The model of this program runs with other constants than these.',
    },
    method: (parts: {
      strikes: string;
      industry: string | null;
      from: string;
      to: string;
      campaigns: number;
      resamples: number;
    }) =>
      `Five constants are fitted to five lengths and three endings, in both set-ups at once. The asked lengths are stated targets; the file read here, ${parts.strikes} strikes${parts.industry === null ? '' : ` of ${parts.industry}`} that began between ${parts.from} and ${parts.to}, has its own beside them. The endings are those of ${parts.campaigns} campaigns. Ranges run from the 5% to the 95% point of ${counted(parts.resamples, 'fit', 'fits')}, strikes and campaigns drawn anew.`,
    open: (parts: {
      setUp: string;
      before: string;
      shipped: string;
      fitted: string;
      day: number;
    }) =>
      `Still open after day ${parts.day}, with ${parts.setUp}: ${parts.before} by model 1, ${parts.shipped} as run, ${parts.fitted} by the fit.`,
    fixedLengths: (share: string) =>
      `Set apart from what was fitted: ${share} of the strikes, declared beforehand for a fixed length.`,
    run: (parts: { version: number; futures: string; seed: number }) =>
      `Model ${parts.version}, ${parts.futures} futures, seed ${parts.seed}. Made by npm run calibrate.`,
    quantiles: {
      title: 'How long strikes last: asked, and as the constants have it',
      note: (levels: string, width: string) =>
        `Days by which ${levels} of the strikes have ended, on a logarithmic scale. The bands reach ${width} to either side of what is asked.`,
      head: [
        'Set-up and constants',
        'Ended',
        'Days asked',
        'Days in the file',
        'Days in the model',
        'Off',
      ],
    },
    mix: {
      title: 'How strikes end: asked, and as the constants have it',
      note: (width: string) =>
        `Shares of what has ended by the last day. The bands reach ${width} to either side of what is asked.`,
      head: ['Set-up and constants', 'Ending', 'Asked', 'Model', 'Off'],
    },
    row: (setUp: string, set: string) => `${setUp}, ${set}`,
    spoken: (row: string, values: string) => `${row}: ${values}`,
    constants: {
      title: 'The constants, as multiples of model 1’s',
      note: 'At 1 nothing changed since model 1. The lines are the ranges of the fit. How uncertain a constant is stands in the campaign’s numbers with a range of its own.',
      head: ['Constant', 'Model 1', 'As run', 'The fit', 'Range from', 'Range to'],
      values: (before: string, now: string) => `${before} → ${now}`,
      spoken: (parts: {
        label: string;
        before: string;
        shipped: string;
        fitted: string;
        low: string;
        high: string;
      }) =>
        `${parts.label}: ${parts.before} in model 1, ${parts.shipped} as run, ${parts.fitted} by the fit, ${parts.low} to ${parts.high}`,
    },
    points: (text: string) => `${text} points`,
    under: (text: string) => `under ${text}`,
    percent: (text: string) => `${text}%`,
  },
};
