/** The figures that answer the objections, each read from a report. */
import { formatPoints, formatShare } from '../../../components/charts/format.ts';
import { doubtedValue } from '../../../components/standing/doubt-words.ts';
import { twoDigits } from '../../../components/standing/lost-words.ts';
import { backTestAnswer } from '../../../components/standing/track-record-words.ts';
import type { CriticFigures } from '../../../lib/messages/en-critics.ts';
import type {
  CampaignType,
  FoundingReport,
  SensitivityReport,
  SensitivityRow,
} from '../../../lib/model/doubt.ts';
import { PARAMETERS, type ParameterKey } from '../../../lib/model/parameters.ts';
import type { BackTestReport } from '../../../lib/model/track-record.ts';
import type { CasebookScore } from '../../../lib/standing/casebook-score-report.ts';

const SECTOR_NUMBERS: readonly ParameterKey[] = ['criticality', 'inputStockDays', 'adjustmentRate'];

interface Reports {
  backTest: BackTestReport;
  casebook: CasebookScore;
  founding: FoundingReport;
  sensitivity: SensitivityReport;
}

export function criticFigures({
  backTest,
  casebook,
  founding,
  sensitivity,
}: Reports): CriticFigures {
  const [posti, oakland] = founding.effects;
  if (!posti || !oakland) throw new Error('The founding report has two effects.');
  const three = (value: number) => value.toFixed(3).replace('-', '−');
  const first = casebook.byRule[0]!;
  const { mean, low, high } = first.difference;
  // Founding campaigns were not coded by rule.
  const founders = new Set(founding.effects.map(({ campaignId }) => campaignId));
  const scored = casebook.campaigns.filter(({ id, day }) => day === 0 && !founders.has(id));
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  const thetaOf = <Of extends { of: { number: unknown } }>(list: readonly Of[]): Of => {
    const found = list.find(({ of }) => isOf(of, 'internalisation'));
    if (!found) throw new Error('The report says nothing of θ.');
    return found;
  };
  const theta = thetaOf(posti.separations);
  const { turns } = thetaOf(posti.vanishings);
  const rowsOf = (type: CampaignType, output: 'win' | 'effect') =>
    sensitivity.types.find((each) => each.type === type)!.outputs[output];
  const total = (rows: readonly SensitivityRow[], is: (key: ParameterKey) => boolean) =>
    rows.filter(({ of }) => of?.number.of === 'campaign' && is(of.number.key)).map(valueOf);
  const isCalibrated = (key: ParameterKey) => PARAMETERS[key].group === 'endings';
  /** What the report does not name is at most as large as the largest of the rest. */
  const calibrated = (output: 'win' | 'effect') => {
    const { rows, rest } = rowsOf('sympathy', output);
    const named = total(rows, isCalibrated);
    const all = Object.values(PARAMETERS).filter(({ group }) => group === 'endings').length;
    const sum = named.reduce((so, value) => so + value, 0);
    return formatShare(sum + (all - named.length) * rest.largest.value);
  };
  const effectOfSympathy = rowsOf('sympathy', 'effect');
  const sectors = total(effectOfSympathy.rows, (key) => SECTOR_NUMBERS.includes(key));
  const pace = oakland.separations.find(({ of }) => isOf(of, 'concessionRate'));
  const thirds = pace?.thirds ?? null;
  const all = oakland.space.verdicts.helps.value;

  const verdicts = ({ own, space, typical }: FoundingReport['effects'][number]) => ({
    helps: formatShare(space.verdicts.helps.value),
    nothing: formatShare(space.verdicts.nothing.value),
    harms: formatShare(space.verdicts.harms.value),
    ownHelps: formatShare(own.verdicts.helps.value),
    ownHarms: formatShare(own.verdicts.harms.value),
    typical: formatPoints(typical.effect),
    range: `${formatPoints(space.low)} to ${formatPoints(space.high)}`,
  });
  const turn = (kind: 'later' | 'byTarget') => oakland.turns.find((each) => each.kind === kind)!;
  return {
    model: three(first.score.mean),
    base: three(first.baseScore.mean),
    difference: `${three(mean)} (${three(low)} to ${three(high)})`,
    campaigns: first.campaigns,
    censored: casebook.censored.length,
    forecastWins: formatShare(meanOf(scored.map(({ forecast }) => forecast.concession))),
    won: formatShare(meanOf(scored.map(({ ending }) => (ending === 'concession' ? 1 : 0)))),
    sympathy: verdicts(posti),
    substitution: {
      ...verdicts(oakland),
      byTarget: formatPoints(turn('byTarget').effect),
      later: String(turn('later').at),
    },
    theta: {
      threshold: doubtedValue(theta.of, twoDigits(theta.threshold), posti.currency),
      below: formatShare(theta.below.value),
      above: formatShare(theta.above.value),
      helpsLow: formatShare(theta.thirds[0].helps.value),
      harmsLow: formatShare(theta.thirds[0].harms.value),
      turns: turns
        ? doubtedValue(theta.of, twoDigits(turns.value), posti.currency)
        : formatShare(0),
      share: formatShare(
        Math.max(0, ...total(effectOfSympathy.rows, (key) => key === 'internalisation')),
      ),
    },
    calibrated: { win: calibrated('win'), effect: calibrated('effect') },
    sectorShare: formatShare(
      Math.max(0, ...sectors, ...(sectors.length > 0 ? [] : [effectOfSympathy.rest.largest.value])),
    ),
    pace: {
      slow: formatShare(thirds?.[0].helps.value ?? all),
      fast: formatShare(thirds?.[2].helps.value ?? all),
    },
    record: backTestAnswer(backTest),
  };
}

function valueOf({ total }: SensitivityRow): number {
  return total.value;
}

function isOf({ number }: { number: unknown }, key: ParameterKey): boolean {
  const reference = number as { of: string; key: string };
  return reference.of === 'campaign' && reference.key === key;
}
