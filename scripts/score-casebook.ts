/**
 * `npm run score:casebook [-- --json] [--out FILE]`: the model's forecasts of how the casebook's campaigns ended, beside
 * base rates; `--out` writes the report that the pages show (lib/standing/casebook-score.json).
 * Nothing is fitted here, and nothing may be: the rules of docs/casebook-rules.md were written before.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CASE_IDS, endingOf, FOUNDING_IDS, isCaseId } from '../lib/casebook/case-list.ts';
import {
  fetchCasebookEntry,
  openCasebookEntry,
  type CasebookId,
} from '../lib/casebook/casebook.ts';
import { outcomeOf, startOf, type CaseOutcome } from '../lib/casebook/cases/cases.ts';
import {
  asKnownOn,
  BASE_RATES,
  bootstrapMean,
  forecastOf,
  isRanked,
  rankedProbabilityScore,
  type Forecast,
  type Interval,
} from '../lib/casebook/score.ts';
import { MAX_DAYS } from '../lib/model/action.ts';
import { MODEL_VERSION } from '../lib/model/ensemble.ts';
import { DEFAULT_FUTURES, DEFAULT_SEED } from '../lib/model/scenario.ts';
import { simulate } from '../lib/simulation/ensemble.ts';
import {
  CasebookScore,
  type CampaignScore,
  type MorningScore,
} from '../lib/standing/casebook-score-report.ts';

/** Forecasts are made on these mornings, for campaigns that were open then. */
const DAYS = [0, 7, 14, 30, 60] as const;
const NOW = '2026-01-01T00:00:00Z';

function forecast(id: CasebookId, day: number): Forecast | null {
  const { campaign, scenario } = openCasebookEntry(id, NOW);
  const { endings } = simulate({
    campaign,
    scenario: { ...asKnownOn(scenario, day), horizonDays: MAX_DAYS },
    futures: DEFAULT_FUTURES,
    certain: false,
    allQuantiles: false,
    hardshipLimit: 1,
    supportLimit: 0,
  });
  return forecastOf(endings, day);
}

function scoresOf(id: CasebookId, { ending, day: endedOn }: CaseOutcome): CampaignScore[] {
  if (!isRanked(ending)) return [];
  return DAYS.filter((day) => day < endedOn || day === 0).flatMap((day) => {
    const made = forecast(id, day);
    if (!made) return [];
    return {
      id,
      day,
      ending,
      forecast: made,
      score: rankedProbabilityScore(made, ending),
      baseScore: rankedProbabilityScore(BASE_RATES, ending),
    };
  });
}

function summaryOf(scores: readonly CampaignScore[], day: number): MorningScore {
  const own = scores.filter((each) => each.day === day);
  return {
    day,
    campaigns: own.length,
    score: bootstrapMean(own.map(({ score }) => score)),
    baseScore: bootstrapMean(own.map(({ baseScore }) => baseScore)),
    difference: bootstrapMean(own.map(({ score, baseScore }) => score - baseScore)),
  };
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
});
await Promise.all(CASE_IDS.map(fetchCasebookEntry));
const ruled = CASE_IDS.flatMap((id) => scoresOf(id, outcomeOf(id)));
// Their numbers were not coded blind.
const founding = FOUNDING_IDS.flatMap((id) => scoresOf(id, endingOf(id)!));
const censored = CASE_IDS.map((id) => ({ id, ...outcomeOf(id) })).filter(
  ({ ending }) => !isRanked(ending),
);
const report = CasebookScore.parse({
  modelVersion: MODEL_VERSION,
  futures: DEFAULT_FUTURES,
  seed: DEFAULT_SEED,
  horizonDays: MAX_DAYS,
  baseRates: BASE_RATES,
  censored: censored.map(({ id, day }) => ({ id, day })),
  byRule: DAYS.map((day) => summaryOf(ruled, day)),
  withFounding: DAYS.map((day) => summaryOf([...ruled, ...founding], day)),
  campaigns: [...ruled, ...founding],
});

if (values.out) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(report));
else {
  const share = (value: number) => `${Math.round(value * 100)}%`.padStart(5);
  const figure = (value: number) => value.toFixed(3);
  const interval = ({ mean, low, high }: Interval) =>
    `${figure(mean)} (${figure(low)} to ${figure(high)})`;
  console.log(
    'Ranked probability score of the three endings: 0 is certain and right, 1 certain of the other extreme.\n' +
      `Forecasts of the first day; ${DEFAULT_FUTURES} futures, seed ${DEFAULT_SEED}, model ${MODEL_VERSION}, horizon ${MAX_DAYS} days.\n`,
  );
  console.log(
    `${'campaign'.padEnd(38)}${'ended in'.padEnd(12)} collapse compromise concession  score  base`,
  );
  for (const { id, ending, forecast, score, baseScore, day } of report.campaigns) {
    if (day !== 0) continue;
    const name = isCaseId(id)
      ? startOf(id).name
      : `${openCasebookEntry(id as CasebookId, NOW).campaign.name} *`;
    console.log(
      `${name.padEnd(38)}${ending.padEnd(12)}    ${share(forecast.collapse)}      ${share(forecast.compromise)}      ${share(forecast.concession)}  ${figure(score)} ${figure(baseScore)}`,
    );
  }
  console.log(
    '\n* numbers not coded by rule. Open, so censored and not scored: ' +
      censored.map(({ id }) => id).join(', '),
  );
  const table = (title: string, rows: readonly MorningScore[]) => {
    console.log(`\n${title}: mean with 95% interval (campaigns drawn anew)`);
    for (const { day, campaigns, score, baseScore, difference } of rows) {
      console.log(
        `  day ${String(day).padStart(2)}, ${String(campaigns).padStart(2)} open   model ${interval(score)}   base ${interval(baseScore)}   difference ${interval(difference)}`,
      );
    }
  };
  table('Coded by rule', report.byRule);
  table('With the two founding campaigns', report.withFounding);
  console.log(
    '\nBelow 0 the difference speaks for the model. The base rates come from 83 campaigns among which some of these\nare; that helps them. With so few campaigns an interval that holds 0 says nothing either way.',
  );
}
