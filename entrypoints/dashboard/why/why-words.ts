/** The sentences of the Why page, from a study's numbers. */
import { actionNumberWords } from '../../../components/campaign/action-number-words.ts';
import { formatValue, type NumberSetting } from '../../../components/campaign/number-text.ts';
import type { Part } from '../../../components/charts/adds-chart.ts';
import { formatPoints, formatShare } from '../../../components/charts/format.ts';
import type { TornadoBar } from '../../../components/charts/tornado-chart.ts';
import { nameOf } from '../../../components/timeline/describe-action.ts';
import { messages } from '../../../lib/messages/messages.ts';
import { ACTION_NUMBERS } from '../../../lib/model/action.ts';
import { PARAMETERS } from '../../../lib/model/parameters.ts';
import type { CampaignScenario } from '../../../lib/model/scenario.ts';
import type {
  Attribution,
  Contribution,
  NumberReference,
  Tornado,
  TornadoRow,
} from '../../../lib/model/study.ts';

const words = messages.why;
/** The model's yardstick: less than half a point is no difference. */
const HALF_A_POINT = 0.005;
/** Turning points that the sentence names; the table has the rest. */
const FLIPS_NAMED = 3;
/** Less than a twentieth of a point is written as 0. */
const WRITTEN_AS_NOUGHT = 0.0005;

type AddsPart = Part & { low: number; high: number };

function partOf(id: string, label: string, { gain, samplingError }: Contribution): AddsPart {
  return {
    id,
    label,
    value: gain.mean,
    error: samplingError,
    low: gain.quantiles[0]!,
    high: gain.quantiles[4]!,
  };
}

/** One part for each action; those of one name are told apart by their day. */
export function actionParts(answer: Attribution, { campaign, scenario }: CampaignScenario) {
  const actions = answer.actions.flatMap((contribution) => {
    const action = scenario.actions.find(({ id }) => id === contribution.actionId);
    return action ? [{ contribution, action, name: nameOf(action, campaign) }] : [];
  });
  return actions.map(({ contribution, action, name }): AddsPart => {
    const isOnly = actions.filter((other) => other.name === name).length === 1;
    const label = isOnly ? name : words.adds.nameAndDay(name, action.startDay);
    return partOf(action.id, label, contribution);
  });
}

/** The kinds of power that the actions draw on. */
export function powerParts(answer: Attribution): AddsPart[] {
  const used = new Set(answer.actions.map(({ power }) => power));
  return answer.powers
    .filter(({ power }) => used.has(power))
    .map((contribution) =>
      partOf(contribution.power, words.powers[contribution.power], contribution),
    );
}

function most(parts: readonly Part[]): Part {
  return parts.reduce((best, part) => (Math.abs(part.value) > Math.abs(best.value) ? part : best));
}

export function addsSentence(answer: Attribution, parts: readonly Part[]): string {
  const figures = {
    gain: formatPoints(answer.gain.mean),
    without: formatShare(answer.without),
    with: formatShare(answer.with),
  };
  const sentences = [
    Math.abs(answer.gain.mean) < HALF_A_POINT
      ? words.adds.nothing(figures)
      : words.adds.together(figures),
  ];
  const top = most(parts);
  if (answer.gain.mean >= HALF_A_POINT && parts.length > 1) {
    sentences.push(words.adds.most(top.label, formatPoints(top.value)));
  }
  const hurting = parts.filter(({ value }) => value <= -WRITTEN_AS_NOUGHT);
  if (hurting.length > 0) {
    const names = hurting.map(({ label }) => label).join('; ');
    sentences.push(words.adds.hurts(names, hurting.length > 1));
  }
  const error = 2 * Math.max(...parts.map((part) => part.error));
  sentences.push(
    answer.method === 'exact'
      ? words.adds.exact
      : words.adds.sampled(answer.orders, formatPoints(error).slice(1)),
  );
  return sentences.join(' ');
}

export function powersSentence(parts: readonly Part[]): string {
  if (parts.length === 1) return words.powers.single;
  const top = most(parts);
  return words.powers.sentence(top.label, formatPoints(top.value));
}

export interface RestBar extends TornadoBar {
  lowValue: number;
  highValue: number;
  flipValue: number | null;
}

/** A number by its label, and its values in words; null where its action is not of the scenario. */
export function numberWords(
  number: NumberReference,
  { campaign, scenario }: CampaignScenario,
): { id: string; label: string; setting: NumberSetting } | null {
  const { currency } = campaign;
  if (number.of === 'campaign') {
    return {
      id: number.key,
      label: messages.numbers.parameters[number.key].label,
      setting: { unit: PARAMETERS[number.key].unit, currency },
    };
  }
  const action = scenario.actions.find(({ id }) => id === number.actionId);
  if (!action) return null;
  return {
    id: `${number.actionId} ${number.key}`,
    label: words.rests.ofAction(
      actionNumberWords(action.kind, number.key).label,
      nameOf(action, campaign),
      action.startDay,
    ),
    setting: { unit: ACTION_NUMBERS[number.key].unit, currency },
  };
}

function barOf(row: TornadoRow, records: CampaignScenario): RestBar | null {
  const { number, low, high, flip } = row;
  const named = numberWords(number, records);
  if (!named) return null;
  const say = (value: number) => formatValue(value, named.setting);
  return {
    id: named.id,
    label: named.label,
    low: low.effect,
    high: high.effect,
    lowWords: say(low.value),
    highWords: say(high.value),
    lowValue: low.value,
    highValue: high.value,
    flipValue: flip?.value ?? null,
    flipWords:
      flip &&
      (low.effect < high.effect
        ? words.rests.hurtsBelow(say(flip.value))
        : words.rests.hurtsAbove(say(flip.value))),
  };
}

/** Ranked as the study ranked them. */
export function restBars(answer: Tornado, records: CampaignScenario): RestBar[] {
  return answer.rows.flatMap((row) => barOf(row, records) ?? []);
}

export function restsSentence(
  answer: Tornado,
  bars: readonly RestBar[],
  baselineName: string | null,
): string {
  const gain = formatPoints(answer.effect.mean);
  const sentences = [
    baselineName === null
      ? words.rests.standing(gain)
      : words.rests.standingBeside(baselineName, gain),
  ];
  const top = bars[0];
  if (top) {
    sentences.push(
      words.rests.most({
        label: top.label,
        low: top.lowWords,
        atLow: formatPoints(top.low),
        high: top.highWords,
        atHigh: formatPoints(top.high),
      }),
    );
    const turning = bars.filter(({ flipWords }) => flipWords !== null);
    sentences.push(
      turning.length === 0
        ? words.rests.noTurn(bars.length)
        : words.rests.turns(turning.length, bars.length),
      ...turning.slice(0, FLIPS_NAMED).map(({ label, flipWords }) => `${label}: ${flipWords}.`),
      words.rests.key,
    );
  }
  return sentences.join(' ');
}
