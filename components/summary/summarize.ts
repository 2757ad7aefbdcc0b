/** The studio's sentences, from a comparison's numbers. Used on the page and in the terminal alike. */
import { isSolidarity, type Action } from '../../lib/model/action.ts';
import { QUANTILE_LEVELS, type Comparison, type EnsembleResult } from '../../lib/model/ensemble.ts';
import { PARAMETERS } from '../../lib/model/parameters.ts';
import type { CampaignScenario, Scenario } from '../../lib/model/scenario.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { formatPoints, formatRatio, formatShare, wholeHundred } from '../charts/format.ts';

/** Below this share of the harm landing on the decider, a sympathy strike has no way to press. */
const NOBODY_ANSWERS = 0.02;
const MEDIAN = QUANTILE_LEVELS.indexOf(0.5);

/** A piece of a sentence; `scenario` and `baseline` ones carry the colour of their curve. */
export interface Phrase {
  text: string;
  tone: 'plain' | 'scenario' | 'baseline';
}

export interface Summary {
  /** The day the headline speaks of. */
  day: number;
  headline: Phrase[];
  detail: Phrase[];
  /** What a reader must know to read it rightly; plain sentences. */
  cautions: string[];
}

/** Reads the marks that messages put around the two curves' figures. */
export function phrasesOf(marked: string): Phrase[] {
  return marked
    .split(/(⟦[^⟧]*⟧|⟪[^⟫]*⟫)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('⟦')) return { text: part.slice(1, -1), tone: 'scenario' };
      if (part.startsWith('⟪')) return { text: part.slice(1, -1), tone: 'baseline' };
      return { text: part, tone: 'plain' };
    });
}

export function plainText(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => text).join('');
}

/** The day the summary speaks of: when it really ended, or the end of the second week, or the last day there is. */
export function summaryDay(settledDay: number | null, days: number): number {
  return Math.min(settledDay ?? 14, days - 1);
}

function medianLeverage(result: EnsembleResult, day: number): number {
  return result.quantiles.leverage[day * QUANTILE_LEVELS.length + MEDIAN];
}

function actionWords(actions: readonly Action[]): string {
  const words = messages.studio.actions;
  if (actions.every(({ kind }) => kind === 'sympathyStrike')) return words.sympathyStrikes;
  if (actions.every(({ kind }) => kind === 'serviceSubstitution')) return words.services;
  return words.other;
}

/**
 * @param dayWords how the page names a day ("day 16 (27 November 2019)")
 * @param pinned the scenario that it was compared with; null: itself without its solidarity actions
 */
export function summarize(
  { campaign, scenario }: CampaignScenario,
  comparison: Comparison,
  dayWords: (day: number) => string,
  pinned: Scenario | null = null,
): Summary {
  const words = messages.studio;
  const day = summaryDay(campaign.settledDay, comparison.scenario.days);
  const enabled = scenario.actions.filter((action) => action.enabled);
  const solidarity = enabled.filter(isSolidarity);
  const ours = medianLeverage(comparison.scenario, day);
  const alone = medianLeverage(comparison.baseline, day);
  const parts = {
    actions: actionWords(solidarity),
    movement: campaign.movementName || words.movementFallback,
    target: campaign.targetName || words.targetFallback,
    // The sentence says who outlasts whom, so both ratios are read from the longer side.
    withRatio: formatRatio(Math.abs(ours)),
    withoutRatio: formatRatio(Math.abs(alone)),
  };
  const cautions: string[] = [];
  const targetServes = enabled.some(
    (action) => action.kind === 'serviceSubstitution' && action.provider === 'target',
  );
  if (targetServes) cautions.push(words.targetService(parts.target));

  if (solidarity.length === 0 && pinned === null) {
    const headline =
      alone >= 0 ? words.headline.alone(parts) : words.headline.aloneOutlasted(parts);
    return {
      day,
      headline: phrasesOf(headline),
      detail: phrasesOf(`${words.asOf(dayWords(day))} ${words.noActions}`),
      cautions,
    };
  }

  const pinnedName = pinned?.name || words.headline.pinnedFallback;
  const half = (leverage: number, ratio: string) =>
    words.headline.half({
      longer: leverage >= 0 ? parts.movement : parts.target,
      shorter: leverage >= 0 ? parts.target : parts.movement,
      ratio,
    });
  const headline = pinned
    ? words.headline.pinned({
        ours: half(ours, `⟦${parts.withRatio}⟧`),
        theirs: half(alone, `⟪${parts.withoutRatio}⟫`),
        pinned: pinnedName,
      })
    : ours >= 0
      ? alone >= 0
        ? words.headline.bothOutlast(parts)
        : words.headline.onlyWith(parts)
      : alone >= 0
        ? words.headline.onlyWithout(parts)
        : words.headline.neither(parts);
  const horizon = comparison.scenario.days - 1;
  const baselineEnd = Math.min(horizon, comparison.baseline.days - 1);
  const chances = {
    withShare: formatShare(comparison.scenario.endings.conceded[horizon]),
    withoutShare: formatShare(comparison.baseline.endings.conceded[baselineEnd]),
    low: formatPoints(comparison.gainQuantiles[0]),
    high: formatPoints(comparison.gainQuantiles[QUANTILE_LEVELS.length - 1]),
  };
  const hundred = wholeHundred(comparison.helps, comparison.indifferent, comparison.hurts);
  const detail = [
    words.asOf(dayWords(day)),
    words[pinned ? 'pinnedInFutures' : 'inFutures']({ ...hundred, horizon }),
    pinned ? words.pinnedChance({ ...chances, pinned: pinnedName }) : words.chance(chances),
  ].join(' ');

  const hasSympathyStrike = solidarity.some(({ kind }) => kind === 'sympathyStrike');
  // Against another scenario it is not the actions alone that differ.
  if (comparison.hurts > comparison.helps && pinned === null) {
    const isService = solidarity.some(({ kind }) => kind === 'serviceSubstitution');
    cautions.push(
      isService && !hasSympathyStrike ? words.hurtsByRelief(parts.target) : words.hurtsMostly,
    );
  }
  if (hasSympathyStrike) {
    const { typical } = effectiveRange(
      campaign.numbers.internalisation,
      PARAMETERS.internalisation,
    );
    cautions.push(
      typical < NOBODY_ANSWERS
        ? words.nobodyAnswers(parts.target)
        : words.restsOnAnswering(formatShare(typical)),
    );
  }
  return { day, headline: phrasesOf(headline), detail: phrasesOf(detail), cautions };
}
