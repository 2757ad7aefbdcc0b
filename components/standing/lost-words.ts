/** What would make a solidarity action useless or harmful, in sentences, from what was computed. */
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import type { DoubtedNumber, FoundingEffect, Vanishing } from '../../lib/model/doubt.ts';
import { formatPoints, formatShare } from '../charts/format.ts';
import { doubtedLabel, doubtedSpan, doubtedValue } from './doubt-words.ts';

const words = studioMessages.doubt.lost;

/** Numbers that tell the regions apart, named one by one; the table has the rest. */
export const NAMED = 6;
/** A number that parts the two by less than this is not worth a line. */
export const LEAST_DISTANCE = 0.05;

/** A threshold carries no more. */
export function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

/** The share of a third in which the effect is lost: no difference, or harm. */
export function lostShare({ helps }: { helps: { value: number } }): number {
  return 1 - helps.value;
}

export function separating({ separations }: FoundingEffect) {
  return separations.filter(({ distance }) => distance >= LEAST_DISTANCE).slice(0, NAMED);
}

/** Where each number parts the points that help from those that do not. */
export function partedSentences(effect: FoundingEffect): string[] {
  const { currency } = effect;
  return separating(effect).map(({ of, threshold, below, above }) =>
    words.parted({
      label: doubtedLabel(of),
      range: doubtedSpan(of, currency),
      at: doubtedValue(of, twoDigits(threshold), currency),
      below: formatShare(below.value),
      above: formatShare(above.value),
    }),
  );
}

function lossesOf({ of, vanishes, turns }: Vanishing, currency: string, inRange: boolean) {
  const say = (of: DoubtedNumber, value: number) => doubtedValue(of, twoDigits(value), currency);
  return [
    vanishes?.isInRange === inRange && words.vanishes(say(of, vanishes.value)),
    turns?.isInRange === inRange && words.turns(say(of, turns.value)),
  ].filter((each) => each !== false);
}

/** The values at which the effect is lost while every other number is typical, and what somebody's choice does. */
export function typicalSentences(effect: FoundingEffect): string[] {
  const { currency, vanishings, numbers, turns, typical } = effect;
  const sentences = vanishings.flatMap((vanishing) =>
    [true, false].flatMap((inRange) => {
      const losses = lossesOf(vanishing, currency, inRange);
      if (losses.length === 0) return [];
      const parts = {
        label: doubtedLabel(vanishing.of),
        range: doubtedSpan(vanishing.of, currency),
        what: losses.join(words.and),
      };
      return inRange ? words.inRange(parts) : words.beyond(parts);
    }),
  );
  sentences.push(words.noOther(numbers, vanishings.length));
  for (const { kind, at, effect: left } of turns) {
    switch (kind) {
      case 'later':
        sentences.push(at === null ? words.neverLater : words.later(at));
        break;
      case 'smaller':
        if (at !== null) sentences.push(words.smaller(formatShare(at)));
        break;
      case 'byTarget':
        sentences.push(
          words.byTarget({ effect: formatPoints(left), own: formatPoints(typical.effect) }),
        );
        break;
      default:
        kind satisfies never;
    }
  }
  return sentences;
}
