/** The studio's sentences, from a comparison's numbers. Used on the page and in the terminal alike. */
import { isSolidarity, type Action } from '../../lib/model/action.ts';
import { QUANTILE_LEVELS, type Comparison, type EnsembleResult } from '../../lib/model/ensemble.ts';
import { PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import {
  baselineOf,
  pinnedBeside,
  type CampaignScenario,
  type Scenario,
} from '../../lib/model/scenario.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';
import { LOCALE, messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { formatPoints, formatRatio, formatShare, wholeHundred } from '../charts/format.ts';
import { channelsOf } from './channels.ts';
import {
  assumedAmong,
  assumptionOf,
  decidingNumbers,
  moneyOf,
  NOBODY_ANSWERS,
  reasonsOf,
  settingOf,
  verdictOf,
} from './reasons.ts';
import { TURNING_NUMBERS } from './turning-numbers.ts';

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
  /** By which channels it helps, hurts or makes no difference; empty where there is nothing to compare. */
  why: string[];
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

/** A longer name would crowd the rest out of the headline. */
const LONGEST_NAME = 40;

interface ActionWords {
  text: string;
  isOne: boolean;
}

/**
 * What the headline calls the actions. Endorsements go without saying beside others: they act on one day only, and
 * everything that is on stands on the time line.
 */
function actionWords(actions: readonly Action[]): ActionWords {
  const words = messages.studio.actions;
  const others = actions.filter(({ kind }) => kind !== 'endorsement');
  const meant = others.length > 0 ? others : actions;
  const kinds = [...new Set(meant.map(({ kind }) => kind))];
  const ofKind = (kind: Action['kind']): ActionWords => {
    const all = meant.filter((action) => action.kind === kind);
    const isOne = all.length === 1;
    const name = all[0]!.name.trim();
    const say = (one: string, many: string) => ({ text: isOne ? one : many, isOne });
    switch (kind) {
      case 'sympathyStrike':
        return say(words.sympathyStrike, words.sympathyStrikes);
      case 'serviceSubstitution':
        return isOne && name !== '' && name.length <= LONGEST_NAME
          ? { text: words.named(name), isOne }
          : say(words.service, words.services);
      case 'boycott':
        return say(words.boycott, words.boycotts);
      case 'handlingBan':
        return say(words.ban, words.bans);
      case 'donation':
        return say(words.donation, words.donations);
      case 'endorsement':
        return say(words.endorsement, words.endorsements);
      // Counter-moves are no solidarity, and are not asked about.
      case 'replacementSurge':
      case 'injunction':
        return { text: words.other, isOne: false };
      default:
        return kind satisfies never;
    }
  };
  if (kinds.length === 1) return ofKind(kinds[0]!);
  if (kinds.length === 2) {
    const [first, second] = [ofKind(kinds[0]!), ofKind(kinds[1]!)];
    return { text: words.both(first.text, second.text), isOne: false };
  }
  return { text: words.other, isOne: false };
}

function isEven(leverage: number): boolean {
  return formatRatio(leverage) === messages.charts.even;
}

/** "the district" at the head of a sentence: "The district". */
function atStart(text: string): string {
  return text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);
}

/** What the sentences speak of, and by which words. */
function speakingOf({ campaign, scenario }: CampaignScenario, comparison: Comparison) {
  const words = messages.studio;
  const day = summaryDay(campaign.settledDay, comparison.scenario.days);
  const enabled = scenario.actions.filter((action) => action.enabled);
  const solidarity = enabled.filter(isSolidarity);
  const ours = medianLeverage(comparison.scenario, day);
  const alone = medianLeverage(comparison.baseline, day);
  const { text: actions, isOne } = actionWords(solidarity);
  const parts = {
    actions,
    movement: campaign.movementName || words.movementFallback,
    target: campaign.targetName || words.targetFallback,
    // The sentence says who outlasts whom, so both ratios are read from the longer side.
    withRatio: formatRatio(Math.abs(ours)),
    withoutRatio: formatRatio(Math.abs(alone)),
  };
  return { day, enabled, solidarity, ours, alone, isOne, parts };
}

const pinnedNameOf = (pinned: Scenario | null) =>
  pinned?.name || messages.studio.headline.pinnedFallback;

/** The summary's first sentence alone: it follows a bar that moves, before there is time for the rest. */
export function headlineOf(
  records: CampaignScenario,
  comparison: Comparison,
  pinned: Scenario | null = null,
): Phrase[] {
  const words = messages.studio;
  const { solidarity, ours, alone, parts } = speakingOf(records, comparison);
  const { actions } = parts;
  if (solidarity.length === 0 && pinned === null) {
    const headline = isEven(alone)
      ? words.headline.aloneEven(parts)
      : alone >= 0
        ? words.headline.alone(parts)
        : words.headline.aloneOutlasted(parts);
    return phrasesOf(headline);
  }

  const half = (leverage: number, mark: (text: string) => string) => {
    const [longer, shorter] =
      leverage >= 0 ? [parts.movement, parts.target] : [parts.target, parts.movement];
    const ratio = mark(formatRatio(Math.abs(leverage)));
    return isEven(leverage)
      ? words.headline.halfEven({ longer, shorter, even: ratio })
      : words.headline.half({ longer, shorter, ratio });
  };
  const ofOurs = (text: string) => `⟦${text}⟧`;
  const ofTheirs = (text: string) => `⟪${text}⟫`;
  const headline = pinned
    ? words.headline.pinned({
        ours: half(ours, ofOurs),
        theirs: half(alone, ofTheirs),
        pinned: pinnedNameOf(pinned),
      })
    : isEven(ours) || isEven(alone)
      ? words.headline.besideEven({
          actions,
          ours: half(ours, ofOurs),
          theirs: half(alone, ofTheirs),
        })
      : ours >= 0
        ? alone >= 0
          ? words.headline.bothOutlast(parts)
          : words.headline.onlyWith(parts)
        : alone >= 0
          ? words.headline.onlyWithout(parts)
          : words.headline.neither(parts);
  return phrasesOf(headline);
}

/**
 * @param dayWords how the page names a day ("day 16 (27 November 2019)")
 * @param pinned the scenario that it was compared with; null: itself without its solidarity actions
 */
export function summarize(
  records: CampaignScenario,
  comparison: Comparison,
  dayWords: (day: number) => string,
  pinned: Scenario | null = null,
): Summary {
  const words = messages.studio;
  const { campaign, scenario } = records;
  const { day, enabled, solidarity, isOne, parts } = speakingOf(records, comparison);
  const headline = headlineOf(records, comparison, pinned);
  const cautions: string[] = [];
  const beside = pinned ? pinnedBeside(pinned, scenario) : baselineOf(scenario);
  const found = channelsOf(campaign, scenario, beside, comparison);
  const targetServes = enabled.some(
    (action) => action.kind === 'serviceSubstitution' && action.provider === 'target',
  );
  if (targetServes) {
    const service = found?.targetService;
    const isPaid = service && service.moneyPerDay > 0;
    cautions.push(
      atStart(
        isPaid
          ? words.targetService({
              target: parts.target,
              share: formatShare(service.share),
              money: moneyOf(campaign, service.moneyPerDay),
            })
          : words.targetServiceUnpaid(parts.target),
      ),
    );
    const assumption = isPaid && assumptionOf(campaign, ['crossingByReplacementService']);
    if (assumption) cautions.push(assumption);
  }

  if (solidarity.length === 0 && pinned === null) {
    return {
      day,
      headline,
      detail: phrasesOf(`${words.asOf(dayWords(day))} ${words.noActions}`),
      why: [],
      cautions,
    };
  }

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
    words[pinned ? 'pinnedInFutures' : 'inFutures']({ ...hundred, horizon, isOne }),
    pinned
      ? words.pinnedChance({ ...chances, pinned: pinnedNameOf(pinned) })
      : words.chance(chances),
  ].join(' ');

  const verdict = verdictOf(comparison);
  const reasons = found
    ? reasonsOf(campaign, parts.target, found, verdict, pinned !== null)
    : { sentences: [], named: [] };
  const why = [...reasons.sentences];
  if (why.length === 0 && verdict === 'hurts' && pinned === null) why.push(words.hurtsMostly);

  const hasSympathyStrike = solidarity.some(({ kind }) => kind === 'sympathyStrike');
  const { internalisation } = campaign.numbers;
  const { typical: answering } = effectiveRange(internalisation, PARAMETERS.internalisation);
  const isAnswering = answering >= NOBODY_ANSWERS;
  /** Numbers whose part has been said. */
  const said: ParameterKey[] = hasSympathyStrike ? ['internalisation'] : [];
  if (hasSympathyStrike && isAnswering) {
    const hasData = internalisation.basis.kind === 'source' || internalisation.readings.length > 0;
    if (!hasData && verdict !== 'nothing')
      cautions.push(words.restsOnAnswering(formatShare(answering)));
  } else {
    if (hasSympathyStrike && !reasons.named.includes('harm'))
      cautions.push(words.nobodyAnswers(parts.target));
    const deciding = decidingNumbers(reasons.named);
    const assumption = assumptionOf(campaign, deciding);
    if (assumption !== null) {
      cautions.push(assumption);
      said.push(assumedAmong(campaign, deciding)[0]!);
    }
  }
  if (pinned === null && verdict !== 'nothing') {
    const kinds = [...new Set(solidarity.map(({ kind }) => kind))];
    const turning = new Set(kinds.flatMap((kind) => TURNING_NUMBERS[kind] ?? []));
    const others = assumedAmong(campaign, [...turning]).filter((key) => !said.includes(key));
    if (others.length > 0) {
      const numbers = others.map((key) => settingOf(campaign, key));
      cautions.push(studioMessages.doubt.turnsOn(numbers, cautions.length > 0));
    }
  }
  if (verdict === 'hurts' && reasons.named[0] === 'need' && pinned === null) {
    cautions.push(words.lessCoverage);
  }
  return { day, headline, detail: phrasesOf(detail), why, cautions };
}
