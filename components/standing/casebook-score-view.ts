/** The casebook's score as it is drawn and said: nothing is computed anew, the words follow from the report. */
import { scaleLinear } from 'd3';

export interface ScoreInterval {
  mean: number;
  low: number;
  high: number;
}
export interface EndingForecast {
  collapse: number;
  compromise: number;
  concession: number;
}
export interface ScoredCampaign {
  id: string;
  day: number;
  ending: keyof EndingForecast;
  forecast: EndingForecast;
  score: number;
  baseScore: number;
}
export interface ScoredMorning {
  day: number;
  campaigns: number;
  score: ScoreInterval;
  baseScore: ScoreInterval;
  /** The model's less the base rates': below 0 the model is better. */
  difference: ScoreInterval;
}
/** lib/standing/casebook-score-report.ts has the file's schema. */
export interface CasebookReport {
  modelVersion: number;
  futures: number;
  seed: number;
  horizonDays: number;
  baseRates: EndingForecast;
  censored: readonly { id: string; day: number }[];
  byRule: readonly ScoredMorning[];
  withFounding: readonly ScoredMorning[];
  campaigns: readonly ScoredCampaign[];
}

/** Worst for the movement first, as the score ranks them. */
export const FORECAST_ORDER = ['collapse', 'compromise', 'concession'] as const;

function leavesOutZero({ low, high }: ScoreInterval): boolean {
  return low > 0 || high < 0;
}

/** What the first morning's interval shows, that of the forecasts in which nothing had happened yet. */
export function verdictOf({
  byRule,
}: Pick<CasebookReport, 'byRule'>): 'notShown' | 'better' | 'worse' {
  const { difference } = byRule[0]!;
  if (!leavesOutZero(difference)) return 'notShown';
  return difference.high < 0 ? 'better' : 'worse';
}

/** How many mornings' intervals leave out 0. */
export function countOutside({ byRule }: Pick<CasebookReport, 'byRule'>): number {
  return byRule.filter(({ difference }) => leavesOutZero(difference)).length;
}

/** The first morning's forecasts of campaigns coded by rule, and of the others. */
export function firstMornings(
  { campaigns }: Pick<CasebookReport, 'campaigns'>,
  isByRule: (id: string) => boolean,
): { ruled: ScoredCampaign[]; others: ScoredCampaign[] } {
  const first = campaigns.filter(({ day }) => day === 0);
  return {
    ruled: first.filter(({ id }) => isByRule(id)),
    others: first.filter(({ id }) => !isByRule(id)),
  };
}

/** Wins, and those of them to whose opposite the model gave more than half. */
export function missedWins(ruled: readonly ScoredCampaign[]): {
  wins: number;
  missed: ScoredCampaign[];
} {
  const wins = ruled.filter(({ ending }) => ending === 'concession');
  return { wins: wins.length, missed: wins.filter(({ forecast }) => forecast.collapse > 0.5) };
}

export interface DifferenceGeometry {
  height: number;
  top: number;
  bottom: number;
  zero: number;
  ticks: { value: number; x: number }[];
  rows: { day: number; y: number; low: number; mean: number; high: number }[];
}

const ROW = 34;
const TOP = 26;
const BOTTOM = 26;

/** A row for each morning, 0 in the middle of the numbers' own range. @param left where the rows' names end */
export function differenceGeometry(
  byRule: readonly ScoredMorning[],
  left: number,
  right: number,
): DifferenceGeometry {
  const most = Math.max(
    ...byRule.flatMap(({ difference }) => [Math.abs(difference.low), Math.abs(difference.high)]),
  );
  const x = scaleLinear([-most, most], [left, right]).nice();
  const bottom = TOP + byRule.length * ROW;
  return {
    height: bottom + BOTTOM,
    top: TOP,
    bottom,
    zero: x(0),
    ticks: x.ticks(right - left < 380 ? 3 : 5).map((value) => ({ value, x: x(value) })),
    rows: byRule.map(({ day, difference }, index) => ({
      day,
      y: TOP + (index + 0.5) * ROW,
      low: x(difference.low),
      mean: x(difference.mean),
      high: x(difference.high),
    })),
  };
}

export interface ForecastPart {
  ending: keyof EndingForecast;
  x: number;
  width: number;
  isReal: boolean;
}

/** A bar from left to right: lost, compromise, won. */
export function forecastParts(
  { forecast, ending }: Pick<ScoredCampaign, 'forecast' | 'ending'>,
  left: number,
  width: number,
): ForecastPart[] {
  let x = left;
  return FORECAST_ORDER.map((key) => {
    const part = { ending: key, x, width: forecast[key] * width, isReal: key === ending };
    x += part.width;
    return part;
  });
}
