/**
 * `npm run calibrate -- DURATIONS.csv [--industry "Educational Services"] [--from 1984] [--to 2005] [--json] [--print]`:
 * re-derives the constants of the hazards from strikes on record and the stated mix of endings, and says how well the
 * targets are met before and after. It changes no constant. Writes lib/standing/calibration-report.json; with --print,
 * or for an industry or an era, it writes nothing.
 */
import { parseArgs } from 'node:util';
import { studioMessages } from '../lib/messages/studio-messages.ts';
import { HAZARD_KEYS, OUTCOMES, type TargetsMet } from '../lib/model/track-record.ts';
import { calibrationReport } from '../lib/standing/calibration.ts';
import { dayOf, refuse, strikesOf } from './read-durations-file.ts';
import { writeReport } from './write-report.ts';

const FEWEST_STRIKES = 30;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    industry: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    seed: { type: 'string', default: '1919' },
    futures: { type: 'string', default: '256' },
    resamples: { type: 'string', default: '40' },
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
});
const isWhole = industry === null && !values.from && !values.to;
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
  const say = (name: string, one: TargetsMet) =>
    console.log(
      `  ${name.padEnd(7)}${list(one.quantiles)}   ${OUTCOMES.map((outcome) => one.outcomes[outcome].toFixed(3)).join(' ')}, open ${one.open.toFixed(3)}\n` +
        `         worst: ${(100 * one.worstStated).toFixed(1)} % off the stated days, ${(100 * one.worstFile).toFixed(1)} % off the file's, ${one.worstOutcome.toFixed(3)} off a share: ${one.isMet ? 'met' : 'not met'}`,
    );
  for (const each of report.setUps) {
    console.log(
      `\n${each.setUp === 'everyRange' ? 'With every range at work' : 'With the cost of conceding alone uncertain'}`,
    );
    say('before', each.beforeMet);
    say('after', each.afterMet);
    for (const key of HAZARD_KEYS) {
      const [low, high] = each.ranges[key];
      console.log(
        `  ${key.padEnd(16)} before ${each.before[key].toFixed(3)}  after ${each.after[key].toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
      );
    }
  }
}
