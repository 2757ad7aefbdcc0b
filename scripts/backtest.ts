/**
 * `npm run backtest -- DURATIONS.csv [MORE.csv] [--split 1998] [--json] [--print]`: fits the simulator and textbook
 * distributions to the strikes that began before the split, as they were known that morning, and scores the others.
 * Writes lib/standing/backtest-report.json; with --print it writes nothing.
 */
import { parseArgs } from 'node:util';
import { studioMessages } from '../lib/messages/studio-messages.ts';
import type { MeanInterval } from '../lib/model/track-record.ts';
import { backTest } from '../lib/standing/backtest.ts';
import { dayOf, refuse, strikesOf } from './read-durations-file.ts';
import { writeReport } from './write-report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: '1998' },
    seed: { type: 'string', default: '1919' },
    futures: { type: 'string', default: '256' },
    resamples: { type: 'string', default: '5000' },
    json: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const strikes = strikesOf(positionals, 'backtest');
const split = dayOf(values.split);
if (
  !strikes.some(({ startDay }) => startDay < split) ||
  strikes.every(({ startDay }) => startDay < split)
) {
  refuse(studioMessages.standing.oneSided(values.split));
}
const report = backTest({
  strikes,
  split,
  seed: Number(values.seed),
  futures: Number(values.futures),
  resamples: Number(values.resamples),
  onstep: (name) => console.error(`${name} …`),
});
if (!values.print) await writeReport('backtest-report.json', report);
if (values.json) console.log(JSON.stringify(report));
else {
  const shown = ({ mean, low, high }: MeanInterval, digits = 3) =>
    `${mean.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
  const { trained, scored, memoryChoice, trendChoice } = report;
  const years = (halfLife: number | null) => (halfLife === null ? 'never' : `${halfLife} years`);
  console.log(
    `Trained on ${trained.strikes} strikes (${trained.from} to ${trained.to}, ${trained.stillOpen} still open then); ` +
      `scored ${scored.strikes} (${scored.from} to ${scored.to}). Model ${report.modelVersion}, ${report.futures} futures, seed ${report.seed}.\n` +
      `A strike counts half after ${years(memoryChoice.halfLifeYears)}, chosen within the training years (split ${memoryChoice.splits.join(', ')}): log score ` +
      `${memoryChoice.candidates.map(({ halfLifeYears, logScore }) => `${years(halfLifeYears)} ${logScore.toFixed(4)}`).join(', ')}.\n` +
      `Trend ${(100 * report.trendPerYear).toFixed(1)} % a year, ${trendChoice.isUsed ? 'used' : 'not used'}: on the same splits ${trendChoice.withTrend.toFixed(4)} with, ` +
      `${trendChoice.without.toFixed(4)} without, difference ${shown(trendChoice.difference, 4)}. Lower is better everywhere.\n`,
  );
  for (const each of report.forecasts) {
    console.log(
      `${each.kind.padEnd(30)} log score ${shown(each.logScore)}  CRPS ${shown(each.crps, 2)}  Brier ${each.brier.map(({ mean }) => mean.toFixed(4)).join(' ')}\n` +
        `${''.padEnd(30)} simulator less it: ${shown(each.logScoreDifference, 4)}, by month ${shown(each.logScoreDifferenceByMonth, 4)}; ` +
        `CRPS ${shown(each.crpsDifference)}, by month ${shown(each.crpsDifferenceByMonth)}`,
    );
  }
  console.log(`\nPIT ${report.pit.map((count) => Math.round(count)).join(' ')}`);
  console.log(
    `inside the middle 50 %: ${report.coverage.half.toFixed(3)}, 90 %: ${report.coverage.ninety.toFixed(3)}`,
  );
  for (const { days, groups } of report.reliability) {
    console.log(
      `ended by day ${days}: ${groups.map(({ forecast, ended }) => `${forecast.toFixed(2)}→${ended.toFixed(2)}`).join('  ')}`,
    );
  }
  for (const each of report.industries) {
    console.log(
      `${(each.industry || '(none given)').padEnd(46)} ${String(each.trained).padStart(5)} ${String(each.scored).padStart(5)}  median ${each.median} (${each.medianForecast})  endurance ${each.endurance.toFixed(2)}  fixed ${each.fixedLengthShare.toFixed(3)}  less lognormal: log ${shown(each.logScoreDifference)} CRPS ${shown(each.crpsDifference, 2)}`,
    );
  }
  console.log(`largest gap to the engine: ${report.engineGap}`);
}
