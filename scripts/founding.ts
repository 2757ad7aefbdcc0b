/**
 * `npm run founding [-- --points 4096 --scramblings 8 --seed 1 --print]`: the two founding effects over every plausible
 * range, in what share of it they help, do nothing or harm, and what makes them useless or harmful. Writes
 * lib/standing/founding-report.json; with --print it writes nothing.
 */
import { parseArgs } from 'node:util';
import { formatPoints, formatShare } from '../components/charts/format.ts';
import { doubtedLabel, doubtedSpan, doubtedValue } from '../components/standing/doubt-words.ts';
import type { Measured, Verdicts } from '../lib/model/doubt.ts';
import { foundingReport } from '../lib/standing/founding.ts';
import { writeReport } from './write-report.ts';

const SHOWN = 10;

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '4096' },
    scramblings: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    print: { type: 'boolean', default: false },
  },
});
const report = foundingReport({
  seed: Number(values.seed),
  points: Number(values.points),
  scramblings: Number(values.scramblings),
  onbegin: (type) => console.error(`${type} …`),
});
if (!values.print) await writeReport('founding-report.json', report);

const share = ({ value, error }: Measured) =>
  `${(100 * value).toFixed(1)} ± ${(100 * error).toFixed(1)}%`;
const verdicts = ({ helps, nothing, harms }: Verdicts) =>
  `helps ${share(helps)}, nothing ${share(nothing)}, harms ${share(harms)}`;
for (const effect of report.effects) {
  const { typical, own, space, longer, currency } = effect;
  console.log(`\n${effect.type} (${effect.campaignId}), ${effect.numbers} numbers`);
  console.log(
    `  typical: ${formatShare(typical.with)} with, ${formatShare(typical.without)} without, ${formatPoints(typical.effect)} by day ${effect.days - 1}`,
  );
  for (const [name, each] of Object.entries({ own, space })) {
    console.log(
      `  ${name}: mean ${share(each.mean)}, 5/50/95% ${[each.low, each.median, each.high].map(formatPoints).join(' / ')}; ${verdicts(each.verdicts)}`,
    );
  }
  console.log(
    `  by day ${longer.days - 1}: mean ${share(longer.mean)}; ${verdicts(longer.verdicts)}`,
  );
  console.log(
    '  what tells the regions apart: distance; share that helps in thirds; below / above',
  );
  for (const {
    of,
    distance,
    byChance,
    thirds,
    threshold,
    below,
    above,
  } of effect.separations.slice(0, SHOWN)) {
    console.log(
      `    ${doubtedLabel(of).padEnd(60)} ${distance.toFixed(3)} (${byChance.toFixed(3)})  ${thirds.map(({ helps }) => formatShare(helps.value)).join(' ')}  harms ${thirds.map(({ harms }) => formatShare(harms.value)).join(' ')}  at ${doubtedValue(of, threshold, currency)}: ${formatShare(below.value)} / ${formatShare(above.value)}`,
    );
  }
  if (effect.together) {
    console.log(
      `  together: ${doubtedLabel(effect.together.first)} × ${doubtedLabel(effect.together.second)}`,
    );
    for (const row of effect.together.helps) console.log(`    ${row.map(share).join('  ')}`);
  }
  console.log('  all others typical');
  for (const { of, vanishes, turns } of effect.vanishings) {
    const at = (found: typeof turns) =>
      found
        ? `${doubtedValue(of, found.value, currency)}${found.isInRange ? '' : ' (beyond)'}`
        : '–';
    console.log(
      `    ${doubtedLabel(of).padEnd(60)} ${doubtedValue(of, of.typical, currency)} (${doubtedSpan(of, currency)})  vanishes ${at(vanishes)}  turns ${at(turns)}`,
    );
  }
  for (const { kind, at, effect: left } of effect.turns) {
    console.log(`    ${kind} ${at === null ? '–' : at.toFixed(2)}: ${formatPoints(left)}`);
  }
}
