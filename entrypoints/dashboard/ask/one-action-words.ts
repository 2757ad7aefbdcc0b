/** When should it begin, how much is enough: the sentences, from the numbers of the studies. */
import {
  formatSpan,
  formatValue,
  type NumberSetting,
} from '../../../components/campaign/number-text.ts';
import {
  formatPoints,
  formatPointsNumber,
  formatShare,
} from '../../../components/charts/format.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import type { AnswerPoint, Estimate, StartDays, Strengths } from '../../../lib/model/study.ts';

const words = studioMessages.ask;
/** The model's yardstick: less than half a point is no difference. */
export const HALF_A_POINT = 0.005;
/** Less than a twentieth of a point is written as 0. */
const WRITTEN_AS_NOUGHT = 0.0005;
/** Of the full gain: what "enough" gets. */
const ENOUGH = 0.9;
/** Runs of days that a sentence can hold. */
const MOST_RUNS = 3;

/** A difference without its sign: "1.2 points". */
export function points(share: number): string {
  return formatPoints(Math.abs(share)).replace(/^[+−]/, '');
}

/** "+1.0 to +14 points in 90 of 100 futures". */
export function rangeOf({ quantiles }: Pick<Estimate, 'quantiles'>): string {
  return words.curve.range(formatPointsNumber(quantiles[0]!), formatPoints(quantiles[4]!));
}

/** "day 5", "days 0–2 and 7", "12 days between day 0 and day 40". */
export function describeDayList(days: readonly number[], step = 1): string {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && day - run[1] <= step) run[1] = day;
    else runs.push([day, day]);
  }
  if (runs.length > MOST_RUNS) return words.when.manyDays(days[0]!, days.at(-1)!, days.length);
  const parts = runs.map(([first, last]) =>
    first === last ? String(first) : words.when.span(first, last),
  );
  const text = parts.slice(1).reduce((before, last, index) => {
    const isLast = index === parts.length - 2;
    return isLast ? words.when.and(before, last) : `${before}, ${last}`;
  }, parts[0]!);
  return words.when.days(text, days.length === 1);
}

/** Less than this is no difference: half a point, or the error of the mean where that is larger. */
function toleranceOf(best: AnswerPoint): number {
  return Math.max(HALF_A_POINT, best.gain.standardError);
}

/** Of points: as good as the best one. */
export function asGoodAs(points: readonly AnswerPoint[], best: number): number[] {
  const tolerance = toleranceOf(points[best]!);
  return points.flatMap(({ win }, index) => (points[best]!.win - win < tolerance ? [index] : []));
}

function worstOf(points: readonly AnswerPoint[]): number {
  return points.reduce((worst, { win }, index) => (win < points[worst]!.win ? index : worst), 0);
}

/** The point that stands for the day on which it begins now. */
export function pointNow({ points, startDay }: StartDays): number {
  return points.reduce(
    (nearest, point, index) =>
      Math.abs(point.startDay - startDay) < Math.abs(points[nearest]!.startDay - startDay)
        ? index
        : nearest,
    0,
  );
}

/** @param isPlaced it stands on the time line, so that it has a day of today */
export function whenSentence(answer: StartDays, name: string, isPlaced: boolean): string {
  const { points: all, best } = answer;
  const text = words.when;
  const top = all[best]!;
  const worst = all[worstOf(all)]!;
  const step = all.length > 1 ? all[1]!.startDay - all[0]!.startDay : 1;
  const dayList = (found: readonly number[]) =>
    describeDayList(
      found.map((index) => all[index]!.startDay),
      step,
    );
  const hurting = all.flatMap(({ gain }, index) => (gain.mean <= -HALF_A_POINT ? [index] : []));
  const good = asGoodAs(all, best);

  if (top.gain.mean < HALF_A_POINT && hurting.length === 0) return text.none(name);
  if (top.gain.mean <= -HALF_A_POINT) {
    return text.always({
      name,
      most: points(worst.gain.mean),
      mostDay: worst.startDay,
      least: points(top.gain.mean),
      leastDay: dayList(good),
    });
  }
  if (top.gain.mean < HALF_A_POINT) {
    return text.never({ name, days: dayList(hurting), worst: points(worst.gain.mean) });
  }
  const gain = formatPoints(top.gain.mean);
  const range = rangeOf(top.gain);
  if (good.length === all.length) {
    return text.flat({
      name,
      low: formatShare(worst.win),
      high: formatShare(top.win),
      gain,
      range,
    });
  }
  const sentences = [
    text.bestOn({ name, days: dayList(good), win: formatShare(top.win), gain, range }),
  ];
  if (good.length > 1) sentences.push(text.asGood);
  if (isPlaced) {
    const now = pointNow(answer);
    const point = all[now]!;
    sentences.push(
      good.includes(now)
        ? text.nowAsGood(answer.startDay)
        : text.nowLess({
            day: answer.startDay,
            win: formatShare(point.win),
            less: points(top.win - point.win),
          }),
    );
  }
  if (hurting.length > 0) sentences.push(text.hurtsOn(dayList(hurting)));
  return sentences.join(' ');
}

/** The least strength that gets nine tenths of what the best one adds; null where nothing adds half a point. */
export function enoughAt({ points: all, best }: Strengths): number | null {
  const full = all[best]!.gain.mean;
  if (full < HALF_A_POINT) return null;
  return all.findIndex(({ gain }) => gain.mean >= ENOUGH * full);
}

/** The point of the strength nearest to what the scenario takes it to be. */
export function strengthNow({ points: all, range }: Strengths): number {
  return all.reduce(
    (nearest, { value }, index) =>
      Math.abs(value - range.typical) < Math.abs(all[nearest]!.value - range.typical)
        ? index
        : nearest,
    0,
  );
}

export function muchSentence(
  answer: Strengths,
  name: string,
  setting: NumberSetting,
  isPlaced: boolean,
): string {
  const { points: all, best, range } = answer;
  const text = words.much;
  const say = (value: number) => formatValue(value, setting);
  const top = all[best]!;
  const last = all.at(-1)!;
  const worst = all[worstOf(all)]!;
  if (top.gain.mean < HALF_A_POINT) {
    if (worst.gain.mean > -HALF_A_POINT) return text.none({ name, most: say(last.value) });
    const harm = { name, worst: points(worst.gain.mean), at: say(worst.value) };
    if (top.gain.mean < WRITTEN_AS_NOUGHT) return text.hurts(harm);
    return text.little({
      ...harm,
      best: say(top.value),
      gain: formatPoints(top.gain.mean),
      range: rangeOf(top.gain),
      isLessBetter: worst.value > top.value,
    });
  }
  const sentences = [
    text.most({
      name,
      at: say(top.value),
      win: formatShare(top.win),
      gain: formatPoints(top.gain.mean),
      range: rangeOf(top.gain),
    }),
  ];
  const enough = all[enoughAt(answer)!]!;
  const tolerance = toleranceOf(top);
  const isLessBetter = top.win - last.win >= tolerance;
  if (enough.value < top.value) sentences.push(text.enoughAt(say(enough.value)));
  else if (!isLessBetter) sentences.push(text.enoughAtMost);
  if (isLessBetter) {
    sentences.push(
      text.lessIsBetter({
        at: say(top.value),
        full: say(last.value),
        less: points(top.win - last.win),
      }),
    );
  } else if (setting.unit !== 'share' && best === all.length - 1) {
    sentences.push(text.rising(say(last.value)));
  }
  if (isPlaced) {
    const now = all[strengthNow(answer)]!;
    sentences.push(
      text.nowGets({
        value: say(range.typical),
        range:
          range.low === range.high ? '' : text.rangeOf(formatSpan(range.low, range.high, setting)),
        win: formatShare(now.win),
        gain: formatPoints(now.gain.mean),
      }),
    );
    if (isLessBetter && range.typical > top.value && top.win - now.win >= tolerance) {
      sentences.push(text.overfull({ value: say(range.typical), less: points(top.win - now.win) }));
    }
  }
  return sentences.join(' ');
}
