/** What a back-test says in sentences: every one follows from the report's numbers and turns with them. */
import { LOCALE } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import type {
  BackTestReport,
  ForecastKind,
  ForecastScores,
  IndustryTrackRecord,
  MeanInterval,
} from '../../lib/model/track-record.ts';
import { formatDate, formatShare } from '../charts/format.ts';

const words = studioMessages.trackRecord.backTest;

/** An industry with fewer strikes scored is in the table, but carries no verdict. */
export const LEAST_SCORED = 20;

export type Score = 'log' | 'crps';
/** The simulator's side of a comparison. */
export type Verdict = 'worse' | 'even' | 'better';
export interface Interval {
  low: number;
  high: number;
}

export function verdictOf({ low, high }: Interval): Verdict {
  if (low > 0) return 'worse';
  return high < 0 ? 'better' : 'even';
}

/** The difference of a score with the interval that reaches as far as that by strike and that by month. */
export function widest(forecast: ForecastScores, score: Score): MeanInterval {
  const [own, byMonth] =
    score === 'log'
      ? [forecast.logScoreDifference, forecast.logScoreDifferenceByMonth]
      : [forecast.crpsDifference, forecast.crpsDifferenceByMonth];
  return {
    mean: own.mean,
    low: Math.min(own.low, byMonth.low),
    high: Math.max(own.high, byMonth.high),
  };
}

const LEAST_DIGITS = { log: 3, crps: 2 } as const;
const MOST_DIGITS = 5;

/** Written with as many decimals as it takes for none of them to become nothing; with a true minus. */
export function formatNumbers(values: readonly number[], least: number): string[] {
  let digits = least;
  const isLost = (value: number) => value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits;
  while (digits < MOST_DIGITS && values.some(isLost)) digits++;
  const figures = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
  return values.map((value) => figures.format(value).replace('-', '−'));
}

/** "−0.009 (−0.028 to 0.012)". */
export function formatInterval({ mean, low, high }: MeanInterval, score: Score): string {
  const [middle, from, to] = formatNumbers([mean, low, high], LEAST_DIGITS[score]);
  return words.interval(middle!, from!, to!);
}

/** The same without its sign, the nearer end first: by how much one is better or worse. */
function formatSize({ mean, low, high }: MeanInterval, score: Score): string {
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const [middle, from, to] = formatNumbers([Math.abs(mean), near!, far!], LEAST_DIGITS[score]);
  const size = score === 'crps' ? words.days(middle!) : middle!;
  return words.interval(size, from!, to!);
}

function scoreClaim(difference: MeanInterval, score: Score): string {
  const verdict = verdictOf(difference);
  const name = words.score[score];
  if (verdict !== 'even') return words[verdict](name, formatSize(difference, score));
  const text = formatInterval(difference, score);
  return words.even(name, score === 'crps' ? words.days(text) : text);
}

export type Standing = 'loses' | 'losesByOne' | 'torn' | 'even' | 'winsByOne' | 'wins';

function standingOf(log: Verdict, crps: Verdict): Standing {
  const both = [log, crps];
  const count = (verdict: Verdict) => both.filter((each) => each === verdict).length;
  if (count('worse') === 2) return 'loses';
  if (count('worse') === 1) return count('better') === 1 ? 'torn' : 'losesByOne';
  if (count('better') === 2) return 'wins';
  return count('better') === 1 ? 'winsByOne' : 'even';
}

const GROUP_OF = {
  loses: 'fails',
  losesByOne: 'fails',
  torn: 'fails',
  even: 'even',
  winsByOne: 'even',
  wins: 'holds',
} as const satisfies Record<Standing, keyof BackTestClaims>;

export function isTextbook(kind: ForecastKind): boolean {
  return !kind.startsWith('simulator');
}

/** Textbook distributions, the best by the log score first. */
function textbooks({ forecasts }: BackTestReport): ForecastScores[] {
  return forecasts
    .filter(({ kind }) => isTextbook(kind))
    .sort((a, b) => a.logScore.mean - b.logScore.mean);
}

/** How the simulator stands to the best textbook distribution, by the log score. */
export function againstBest(report: BackTestReport) {
  const best = textbooks(report)[0];
  if (!best) throw new Error('The report scores no textbook distribution.');
  const difference = widest(best, 'log');
  return { name: words.names[best.kind], difference, verdict: verdictOf(difference) };
}

export function backTestLead(report: BackTestReport): string {
  const { name, verdict } = againstBest(report);
  return words.lead[verdict](name);
}

/** What to make of it. */
export function backTestMeaning(report: BackTestReport): string {
  return `${words.meaning[againstBest(report).verdict]} ${words.lengthsOnly}`;
}

/** The same in one sentence with its figures, for whoever objects that other forms would fit as well. */
export function backTestAnswer(report: BackTestReport): string {
  const { name, difference, verdict } = againstBest(report);
  if (verdict === 'even') return words.critic.even(name, formatInterval(difference, 'log'));
  return words.critic[verdict](name, formatSize(difference, 'log'));
}

/** 95 % interval of a share of so many (Wilson). */
export function wilson(share: number, count: number): Interval {
  const z = 1.959963984540054;
  const zz = (z * z) / count;
  const middle = (share + zz / 2) / (1 + zz);
  const half = (z * Math.sqrt((share * (1 - share)) / count + zz / (4 * count))) / (1 + zz);
  return { low: middle - half, high: middle + half };
}

/** Where the share that came true lies to the share that was meant. */
function sideOf(meant: number, { low, high }: Interval): 'less' | 'right' | 'more' {
  if (high < meant) return 'less';
  return low > meant ? 'more' : 'right';
}

function shareOf(share: number, { low, high }: Interval) {
  return { share: formatShare(share), low: formatShare(low), high: formatShare(high) };
}

export interface BackTestClaims {
  fails: string[];
  even: string[];
  holds: string[];
}

/** Everything the report shows, sorted by whether it speaks against the simulator. */
export function backTestClaims(report: BackTestReport): BackTestClaims {
  const claims: BackTestClaims = { fails: [], even: [], holds: [] };
  for (const forecast of textbooks(report)) claimComparison(forecast, claims);
  claimCoverage(report, claims);
  claimEnds(report, claims);
  for (const forecast of report.forecasts) {
    if (forecast.kind !== 'simulator' && !isTextbook(forecast.kind)) {
      claimComparison(forecast, claims);
    }
  }
  claimReliability(report, claims);
  claimIndustries(report, claims);
  claims.fails.push(words.holdOut(formatDate(report.split)));
  return claims;
}

function claimComparison(forecast: ForecastScores, claims: BackTestClaims) {
  const { kind } = forecast;
  if (kind === 'simulator') return;
  const log = widest(forecast, 'log');
  const crps = widest(forecast, 'crps');
  const standing = standingOf(verdictOf(log), verdictOf(crps));
  const what =
    kind in words.parts
      ? words.ofPart[standing](words.parts[kind as keyof typeof words.parts])
      : words.against[standing](words.names[kind]);
  claims[GROUP_OF[standing]].push(
    words.claim(what, scoreClaim(log, 'log'), scoreClaim(crps, 'crps')),
  );
}

function claimCoverage({ coverage, scored }: BackTestReport, claims: BackTestClaims) {
  const said = { less: [] as string[], right: [] as string[], more: [] as string[] };
  for (const [meant, share] of [
    [0.9, coverage.ninety],
    [0.5, coverage.half],
  ] as const) {
    const interval = wilson(share, scored.strikes);
    said[sideOf(meant, interval)].push(
      words.coverage.held(formatShare(meant), shareOf(share, interval)),
    );
  }
  if (said.less.length > 0) claims.fails.push(words.coverage.narrow(said.less));
  if (said.more.length > 0) claims.fails.push(words.coverage.wide(said.more));
  if (said.right.length > 0) claims.holds.push(words.coverage.right(said.right));
}

function claimEnds({ pit }: BackTestReport, claims: BackTestClaims) {
  const strikes = pit.reduce((sum, count) => sum + count, 0);
  const meant = 1 / pit.length;
  for (const [where, count] of [
    ['soon', pit[0]!],
    ['late', pit.at(-1)!],
  ] as const) {
    const interval = wilson(count / strikes, strikes);
    const side = sideOf(meant, interval);
    if (side === 'right') continue;
    const say = side === 'more' ? words.ends.often : words.ends.seldom;
    claims.fails.push(say(where, formatShare(meant), shareOf(count / strikes, interval)));
  }
}

/** What a 95 % interval leaves out though all is well. */
const BY_CHANCE = 0.05;

function claimReliability({ reliability }: BackTestReport, claims: BackTestClaims) {
  const groups = reliability.flatMap((each) => each.groups);
  const outside = groups.filter(({ forecast, low, high }) => forecast < low || forecast > high);
  const expected = BY_CHANCE * groups.length;
  // Two standard deviations of how many are left out by chance.
  const isOff = outside.length > expected + 2 * Math.sqrt(expected * (1 - BY_CHANCE));
  const parts = {
    groups: groups.length,
    outside: outside.length,
    chance: String(Math.round(expected)),
    fewer: outside.filter(({ forecast, high }) => forecast > high).length,
    days: reliability.map(({ days }) => days),
  };
  if (isOff) claims.fails.push(words.reliability.fails(parts));
  else claims.holds.push(words.reliability.holds(parts));
}

export function industryName(industry: string): string {
  return industry === '' ? words.industries.none : industry;
}

/** The simulator's less the lognormal's, with an interval where there are strikes enough for one. */
export function industryDifference(industry: IndustryTrackRecord, score: Score): string {
  const difference = score === 'log' ? industry.logScoreDifference : industry.crpsDifference;
  if (industry.scored >= LEAST_SCORED) return formatInterval(difference, score);
  return formatNumbers([difference.mean], LEAST_DIGITS[score])[0]!;
}

function claimIndustries({ industries }: BackTestReport, claims: BackTestClaims) {
  const judged = industries.filter(({ scored }) => scored >= LEAST_SCORED);
  if (judged.length === 0) return;
  const named = (verdict: Verdict) =>
    judged
      .filter(({ logScoreDifference }) => verdictOf(logScoreDifference) === verdict)
      .map(({ industry, scored }) => words.industries.of(industryName(industry), scored));
  const [worse, better] = [named('worse'), named('better')];
  const claim = words.industries.claim({
    least: LEAST_SCORED,
    worse,
    better,
    even: judged.length - worse.length - better.length,
  });
  if (worse.length > 0) claims.fails.push(claim);
  else claims[better.length > 0 ? 'holds' : 'even'].push(claim);
}

/** Reports from before it was tried say nothing of how fast strikes lose weight with age, nor how clear the trend is. */
interface WithChoices {
  memoryChoice?: { halfLifeYears: number | null; strikes: number };
  trendChoice: { difference?: MeanInterval };
}

/** How the forecast was made, where that was decided by trying. */
export function choiceSentences(report: BackTestReport): string[] {
  const { trendChoice, trendPerYear } = report;
  const {
    memoryChoice,
    trendChoice: { difference },
  }: WithChoices = report;
  const is = trendChoice.isUsed ? words.choices.used : words.choices.notUsed;
  const [withTrend, without] = formatNumbers([trendChoice.withTrend, trendChoice.without], 4);
  const percent = new Intl.NumberFormat(LOCALE, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const trend =
    trendChoice.strikes === 0
      ? words.choices.untried(is)
      : words.choices.trend({
          is,
          withTrend: withTrend!,
          without: without!,
          difference: difference ? words.choices.difference(formatInterval(difference, 'log')) : '',
          perYear: percent.format(trendPerYear).replace('-', '−'),
        });
  if (!memoryChoice || memoryChoice.strikes === 0) return [trend];
  const { halfLifeYears } = memoryChoice;
  return [
    trend,
    halfLifeYears === null
      ? words.choices.noMemory
      : words.choices.memory(words.choices.years(halfLifeYears)),
  ];
}
