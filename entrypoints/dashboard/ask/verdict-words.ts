/** What would have to be true, and what to find out: the sentences, from the numbers of the studies. */
import { formatSpan, formatValue } from '../../../components/campaign/number-text.ts';
import { rangeOfShare } from '../../../components/ask/knowing-chart.ts';
import { formatPoints, formatShare } from '../../../components/charts/format.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import type { CampaignScenario } from '../../../lib/model/scenario.ts';
import type { Flips, InformationValues, Tornado } from '../../../lib/model/study.ts';
import { numberWords } from '../why/why-words.ts';
import { HALF_A_POINT, points, rangeOf } from './one-action-words.ts';

const words = studioMessages.ask.flip;

/** The flips with the tornado they began from, which knows the ranges. */
export interface FlipAnswer {
  flips: Flips;
  tornado: Tornado;
}

/** One change with its numbers as tracks; those whose action is not of the scenario are left out. */
export function flipGroups({ flips, tornado }: FlipAnswer, records: CampaignScenario) {
  const rows = new Map(tornado.rows.map((row) => [JSON.stringify(row.number), row]));
  return flips.flips.flatMap(({ changes, distance, effect }) => {
    const tracks = changes.flatMap(({ number, typical, value }) => {
      const named = numberWords(number, records);
      const row = rows.get(JSON.stringify(number));
      if (!named || !row) return [];
      const { low, high } = row.range;
      const say = (of: number) => formatValue(of, named.setting);
      return [
        {
          id: named.id,
          label: named.label,
          low,
          now: typical,
          high,
          flip: value,
          lowWords: say(low),
          highWords: say(high),
          nowWords: say(typical),
          flipWords: say(value),
          rangeWords: formatSpan(low, high, named.setting),
          place: (value < typical ? -1 : 1) * distance,
        },
      ];
    });
    if (tracks.length < changes.length) return [];
    return [{ id: tracks.map(({ id }) => id).join(' + '), distance, effect, tracks }];
  });
}
export type FlipGroup = ReturnType<typeof flipGroups>[number];

/** @param baselineName of the pinned scenario; null: compared with itself without its solidarity actions */
export function flipSentence(
  { flips, tornado }: FlipAnswer,
  groups: readonly FlipGroup[],
  baselineName: string | null,
): string {
  const { mean } = flips.effect;
  if (flips.sign === 0) return words.noVerdict;
  const verdict = words.verdict({
    baselineName,
    helps: flips.sign > 0,
    gain: formatPoints(mean),
    range: rangeOf(flips.effect),
    isSmall: Math.abs(mean) < HALF_A_POINT,
  });
  const turned = words.turned({ baselineName, helps: flips.sign > 0 });
  const [first] = groups;
  if (!first) return [verdict, words.nothing(tornado.rows.length)].join(' ');
  const [one, other] = first.tracks;
  const part = (track: FlipGroup['tracks'][number]) =>
    words.part({
      label: track.label,
      flip: track.flipWords,
      now: track.nowWords,
      range: track.rangeWords,
    });
  const sentences = [verdict];
  if (first.distance === 0) sentences.push(words.already({ label: one!.label, turned }));
  else if (other) sentences.push(words.two({ first: part(one!), second: part(other), turned }));
  else sentences.push(words.one({ part: part(one!), turned }));
  if (first.distance > 0) sentences.push(howFar(first.distance));
  if (groups.length > 1) sentences.push(words.others(groups.length - 1));
  return sentences.join(' ');
}

function howFar(distance: number): string {
  if (distance < 1 / 3) return words.far.near;
  return distance < 2 / 3 ? words.far.half : words.far.end;
}

const knowing = studioMessages.ask.knowing;

export interface KnowingRowWords {
  id: string;
  label: string;
  share: number;
  error: number;
  figure: string;
  spreadLeft: number;
  otherSign: number;
}

/** Ranked as the study ranked them. */
export function knowingRows(
  answer: InformationValues,
  records: CampaignScenario,
): KnowingRowWords[] {
  return answer.rows.flatMap((row) => {
    const named = numberWords(row.number, records);
    if (!named) return [];
    const { share, standardError: error, spreadLeft, otherSign } = row;
    const [low, high] = rangeOfShare({ share, error });
    return [
      {
        ...named,
        share,
        error,
        spreadLeft,
        otherSign,
        figure: knowing.figure(formatShare(share), formatShare(low), formatShare(high)),
      },
    ];
  });
}

/** It takes away more than the error of the share itself. */
function standsOut({ share, error }: Pick<KnowingRowWords, 'share' | 'error'>): boolean {
  return share > 2 * error && share >= 0.01;
}

export function knowingSentence(
  answer: InformationValues,
  rows: readonly KnowingRowWords[],
): string {
  const [first, second] = rows;
  if (!first || answer.spread < HALF_A_POINT / 10) return knowing.nothing;
  if (!standsOut(first)) return knowing.noneStandsOut(points(answer.spread));
  const sentences = [
    knowing.first({
      label: first.label,
      figure: first.figure,
      spread: points(answer.spread),
      left: points(first.spreadLeft),
    }),
  ];
  if (first.otherSign > 0) sentences.push(knowing.turns(formatShare(first.otherSign)));
  if (second && standsOut(second)) {
    const isTie = rangeOfShare(second)[1] >= rangeOfShare(first)[0];
    sentences.push(
      isTie
        ? knowing.tie({ label: second.label, figure: second.figure })
        : knowing.second({ label: second.label, figure: second.figure }),
    );
  }
  return sentences.join(' ');
}
