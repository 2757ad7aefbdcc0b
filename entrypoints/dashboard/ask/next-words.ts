/** What next: what could be added, ranked, and what it would ask of those who do it. */
import type { Option } from '../../../components/ask/options-chart.ts';
import { formatValue } from '../../../components/campaign/number-text.ts';
import {
  formatPoints,
  formatPointsNumber,
  formatWhole,
  inHundred,
} from '../../../components/charts/format.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import type { Campaign } from '../../../lib/model/campaign.ts';
import type { NextAction, NextActions } from '../../../lib/model/study.ts';
import { points } from './one-action-words.ts';

const words = studioMessages.ask.next;

export type Ranking = 'gain' | 'workerDays' | 'money';
export const RANKINGS: readonly Ranking[] = ['gain', 'workerDays', 'money'];

/** Names that the sentence has room for. */
const HURTING_NAMED = 3;
const DIGITS = 2;
/** Less than a twentieth of a point is written as nought. */
const LEAST_GAIN = 0.0005;

export interface NextOption extends Option {
  answer: NextAction;
  isOff: boolean;
}

const perPoint = (gainPerUnit: number) => Number((0.01 / gainPerUnit).toPrecision(DIGITS));

/** It adds something that is no accident of these futures, if perhaps little: a small strike may do much for its size. */
export function addsClearly({ gain }: NextAction): boolean {
  return gain.mean >= LEAST_GAIN && gain.mean > 2 * gain.standardError;
}

/** What a point asks for, in worker-days and in money; null where it is not counted, or nothing to speak of. */
function asksOf(answer: NextAction, { currency }: Pick<Campaign, 'currency'>) {
  const { gainPerWorkerDay, gainPerMoney } = answer;
  const isClear = addsClearly(answer);
  return {
    days: isClear && gainPerWorkerDay !== null ? formatWhole(perPoint(gainPerWorkerDay)) : null,
    money:
      isClear && gainPerMoney !== null
        ? formatValue(perPoint(gainPerMoney), { unit: 'money', currency })
        : null,
  };
}

function measureOf(answer: NextAction, campaign: Pick<Campaign, 'currency'>): string {
  switch (answer.verdict) {
    case 'hurts':
      return words.wouldHurt(inHundred(answer.hurts));
    case 'indifferent':
    case 'helps': {
      const { days, money } = asksOf(answer, campaign);
      const isLittle = answer.verdict === 'indifferent';
      if (days === null && money === null) return isLittle ? words.noDifference : words.notCounted;
      const asks =
        days === null
          ? words.moneyAPoint(money!)
          : money === null
            ? words.workerDaysAPoint(days)
            : words.bothAPoint(days, money);
      return isLittle ? words.underHalf(asks) : asks;
    }
    default:
      return answer.verdict satisfies never;
  }
}

/** How much a unit of what is ranked by gets; null: not counted, or nothing to count. */
function yieldOf(answer: NextAction, by: Ranking): number | null {
  if (by === 'gain') return answer.gain.mean;
  if (!addsClearly(answer)) return null;
  return by === 'workerDays' ? answer.gainPerWorkerDay : answer.gainPerMoney;
}

/** What helps first, by the measure; then what has no such measure, by what it adds; what hurts comes last. */
export function rankedOptions(options: readonly NextOption[], by: Ranking): NextOption[] {
  return options.toSorted((a, b) => {
    const [ofA, ofB] = [yieldOf(a.answer, by), yieldOf(b.answer, by)];
    if (ofA !== null && ofB !== null) return ofB - ofA;
    if (ofA !== null) return -1;
    if (ofB !== null) return 1;
    return b.gain - a.gain;
  });
}

/** @param labels of the candidates, in the order in which they were asked about */
export function nextOptions(
  { options }: NextActions,
  labels: readonly { label: string; isOff: boolean }[],
  campaign: Pick<Campaign, 'currency'>,
): NextOption[] {
  return options.map((answer): NextOption => {
    const { label, isOff } = labels[answer.candidate]!;
    const [low, , , , high] = answer.gain.quantiles as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      id: String(answer.candidate),
      label: isOff ? words.switchedOff(label) : label,
      gain: answer.gain.mean,
      low,
      high,
      verdict: answer.verdict,
      figure: words.figure(
        formatPoints(answer.gain.mean),
        studioMessages.ask.curve.range(formatPointsNumber(low), formatPointsNumber(high)),
      ),
      measure: measureOf(answer, campaign),
      answer,
      isOff,
    };
  });
}

export function nextSentence(
  options: readonly NextOption[],
  campaign: Pick<Campaign, 'currency'>,
): string {
  const [top] = rankedOptions(options, 'gain');
  if (!top) return words.none;
  const helping = options.filter(({ verdict }) => verdict === 'helps');
  const sentences: string[] = [];
  if (helping.length === 0) sentences.push(words.nothingHelps(options.length));
  else {
    sentences.push(
      words.most({
        label: top.label,
        day: top.answer.action.startDay,
        gain: formatPoints(top.gain),
        range: studioMessages.ask.curve.range(formatPointsNumber(top.low), formatPoints(top.high)),
      }),
    );
  }
  const [byWork] = rankedOptions(options, 'workerDays');
  const days = byWork ? asksOf(byWork.answer, campaign).days : null;
  if (days !== null) sentences.push(words.mostByWork(byWork!.label, words.workerDaysAPoint(days)));
  const [byMoney] = rankedOptions(options, 'money');
  const money = byMoney ? asksOf(byMoney.answer, campaign).money : null;
  if (money !== null) sentences.push(words.mostByMoney(byMoney!.label, words.moneyAPoint(money)));
  const hurting = options
    .filter(({ verdict }) => verdict === 'hurts')
    .toSorted((a, b) => a.gain - b.gain);
  if (hurting.length > 0) {
    const named = hurting
      .slice(0, HURTING_NAMED)
      .map(({ label, gain }) => words.byPoints(label, points(gain)));
    sentences.push(words.hurting(named.join('; '), hurting.length - named.length));
  }
  const same = options.length - helping.length - hurting.length;
  if (same > 0 && helping.length > 0) sentences.push(words.same(same));
  return sentences.join(' ');
}
