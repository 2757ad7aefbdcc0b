/**
 * `npm run sensitivity [-- --sample 8192 --seed 1 --print]`: Sobol' indices of the chance of winning and of the effect
 * of solidarity, over every plausible range, for three types of campaign. Writes lib/standing/sensitivity-report.json;
 * with --print it writes nothing.
 */
import { parseArgs } from 'node:util';
import { doubtedLabel } from '../components/standing/doubt-words.ts';
import { sensitivityReport } from '../lib/standing/sensitivity.ts';
import { writeReport } from './write-report.ts';

const SHOWN = 12;

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '8192' },
    seed: { type: 'string', default: '1' },
    print: { type: 'boolean', default: false },
  },
});
const report = sensitivityReport({
  seed: Number(values.seed),
  sample: Number(values.sample),
  onbegin: (type) => console.error(`${type} …`),
});
if (!values.print) await writeReport('sensitivity-report.json', report);

const share = (value: number) => value.toFixed(3);
for (const { type, campaignId, days, numbers, outputs } of report.types) {
  for (const [name, { mean, spread, rows }] of Object.entries(outputs)) {
    console.log(
      `\n${type} (${campaignId}), ${name}: mean ${share(mean.value)} ± ${share(mean.error)}, spread ${share(spread)}; ` +
        `${numbers} numbers, ${days} days`,
    );
    for (const { of, first, total } of rows.slice(0, SHOWN)) {
      console.log(
        `  ${(of ? doubtedLabel(of) : 'noise').padEnd(64)} alone ${share(first.value)} ± ${share(first.error)}   in all ${share(total.value)} ± ${share(total.error)}`,
      );
    }
  }
}
