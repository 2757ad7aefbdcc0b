/**
 * `npm run calibrate -- DURATIONS.csv [--industry "Educational Services"] [--from 1984] [--to 2005] [--fixed-lengths]
 * [--json] [--print]`: re-derives the constants of the hazards from strikes on record and the stated mix of endings, and
 * says how well the targets are met by model 1's, by those this program runs with and by the fit. It changes no constant.
 * With --fixed-lengths the strikes declared beforehand for a fixed length are estimated and set apart. Writes
 * lib/standing/calibration-report.json; with --print, or for an industry, an era or with --fixed-lengths, it writes
 * nothing.
 */
import { parseArgs } from 'node:util';
import { studioMessages } from '../lib/messages/studio-messages.ts';
import {
  CONSTANT_SETS,
  HAZARD_KEYS,
  OUTCOMES,
  type TargetsMet,
} from '../lib/model/track-record.ts';
import { MODEL_VERSION } from '../lib/model/ensemble.ts';
import { calibrationReport } from '../lib/standing/calibration.ts';
import { dayOf, refuse, strikesOf } from './read-durations-file.ts';
import { writeReport } from './write-report.ts';

const FEWEST_STRIKES = 30;
const NAMES = { before: 'model 1', shipped: `model ${MODEL_VERSION}`, fitted: 'the fit' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    industry: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    seed: { type: 'string', default: '1919' },
    futures: { type: 'string', default: '256' },
    resamples: { type: 'string', default: '40' },
    'fixed-lengths': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const from = values.from ? dayOf(values.from) : -Infinity;
const to = values.to ? dayOf(values.to) : Infinity;
const industry = values.industry ?? null;
const strikes = strikesOf(positionals, 'calibrate').filter(
  (strike) =>
    strike.startDay >= from &&
    strike.startDay < to &&
    (industry === null || strike.industry === industry),
);
if (strikes.length < FEWEST_STRIKES) {
  refuse(studioMessages.standing.tooFew(strikes.length, FEWEST_STRIKES));
}
const report = calibrationReport({
  strikes,
  industry,
  seed: Number(values.seed),
  futures: Number(values.futures),
  resamples: Number(values.resamples),
  fixedLengths: values['fixed-lengths'],
});
const isWhole = industry === null && !values.from && !values.to && !values['fixed-lengths'];
if (!values.print && isWhole) await writeReport('calibration-report.json', report);
if (values.json) console.log(JSON.stringify(report));
else {
  const list = (numbers: readonly number[]) =>
    numbers.map((days) => days.toFixed(1).padStart(6)).join(' ');
  console.log(
    `${report.strikes} strikes, ${report.from} to ${report.to}. Days by which 10, 25, 50, 75, 90 % had ended:\n` +
      `  stated ${list(report.stated)}\n  file   ${list(report.file)}\n` +
      `Of ${report.outcomeCampaigns} campaigns: ${OUTCOMES.map((outcome) => `${outcome} ${report.outcomes[outcome]}`).join(', ')}.`,
  );
  if (report.fixedLengths) {
    const { share, lengths } = report.fixedLengths;
    console.log(
      `Declared for a fixed length: ${(100 * share).toFixed(1)} %; of these ${lengths
        .map((one) => `${one.days} days ${(100 * one.share).toFixed(0)} %`)
        .join(', ')}.`,
    );
  }
  const say = (name: string, one: TargetsMet) =>
    console.log(
      `  ${name.padEnd(8)}${list(one.quantiles)}   ${OUTCOMES.map((outcome) => one.outcomes[outcome].toFixed(3)).join(' ')}, open ${one.open.toFixed(3)}\n` +
        `          worst: ${(100 * one.worstStated).toFixed(1)} % off the stated days, ${(100 * one.worstFile).toFixed(1)} % off the file's, ${one.worstOutcome.toFixed(3)} off a share: ${one.isMet ? 'met' : 'not met'}`,
    );
  for (const { setUp, met } of report.setUps) {
    console.log(
      `\n${setUp === 'everyRange' ? 'With every range at work' : 'With the cost of conceding alone uncertain'}`,
    );
    for (const set of CONSTANT_SETS) say(NAMES[set], met[set]);
  }
  console.log('\nConstants, fitted to both set-ups at once');
  for (const key of HAZARD_KEYS) {
    const [low, high] = report.ranges[key];
    const { before, shipped, fitted } = report.constants;
    console.log(
      `  ${key.padEnd(16)} model 1 ${before[key].toFixed(3)}  model ${report.modelVersion} ${shipped[key].toFixed(3)}  fit ${fitted[key].toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    );
  }
}
