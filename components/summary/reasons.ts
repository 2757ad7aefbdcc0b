/** Why solidarity helps, hurts or makes no difference, in words, by channel. */
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Comparison } from '../../lib/model/ensemble.ts';
import { PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { formatRange, formatValue } from '../campaign/number-text.ts';
import { formatShare } from '../charts/format.ts';
import type { Channel, ChannelName, Channels, Fact } from './channels.ts';

const words = messages.studio.why;

/** Below this share of the harm landing on the decider, a sympathy strike has no way to press. */
export const NOBODY_ANSWERS = 0.02;
/** Fewer futures than this on either side: next to no difference. */
const FEW_FUTURES = 0.1;
/** Less than a sixth of the strongest channel is no reason worth a clause. */
const LEAST_PART = 1 / 6;
/** Two that weigh each other up weigh something: a fifth of a point. Where there is a verdict, what moves at all counts. */
const LEAST_CANCELLED = 0.002;
const LEAST_MOVED = 1e-5;
/** What holds this part of the reasons for it is worth saying against it. */
const AGAINST_PART = 0.25;
const MOST_REASONS = 2;
/** Support that moves less than half a point is not said to move, nor harm that moves by less than a hundredth. */
const SUPPORT_MOVES = 0.005;
const HARM_MOVES = 0.01;

export type Verdict = 'helps' | 'hurts' | 'nothing';

export function verdictOf({ helps, hurts }: Comparison): Verdict {
  if (Math.max(helps, hurts) < FEW_FUTURES) return 'nothing';
  return helps >= hurts ? 'helps' : 'hurts';
}

export interface Reasons {
  /** Whole sentences: why, and what works against it. Empty where there is nothing to say. */
  sentences: string[];
  /** The channels named, the main one first. */
  named: ChannelName[];
}

function shares({ with: ours, without }: Fact): string {
  return words.instead({ with: formatShare(ours), without: formatShare(without) });
}

/** Two digits: a typical figure carries no more. */
export function moneyOf(campaign: Campaign, value: number): string {
  const size = Math.abs(value);
  const step = size > 0 ? 10 ** (Math.floor(Math.log10(size)) - 1) : 1;
  const rounded = Math.round(value / step) * step;
  return formatValue(rounded, { unit: 'money', currency: campaign.currency });
}

function amounts(campaign: Campaign, { with: ours, without }: Fact): string {
  return words.instead({ with: moneyOf(campaign, ours), without: moneyOf(campaign, without) });
}

/** Which way users' and strikers' support moved, as a clause of its own before what follows from it. */
function bySupport({ facts }: Channels, isUp: boolean, clause: string): string {
  const moved = facts.support.with - facts.support.without;
  if (Math.abs(moved) < SUPPORT_MOVES || moved > 0 !== isUp) return clause;
  const support = isUp
    ? words.supportUp(shares(facts.support))
    : words.supportDown(shares(facts.support));
  return words.moreJoined(support, clause);
}

function clauseOf(campaign: Campaign, target: string, found: Channels, channel: Channel): string {
  const { facts } = found;
  const isUp = channel.effect > 0;
  switch (channel.name) {
    case 'harm': {
      const figures = amounts(campaign, facts.harm);
      const { typical } = effectiveRange(
        campaign.numbers.internalisation,
        PARAMETERS.internalisation,
      );
      return isUp
        ? words.harmUp({ target, figures, share: formatShare(typical) })
        : words.harmDown({ target, figures });
    }
    case 'threat':
      return isUp ? words.threatUp(target) : words.threatDown(target);
    case 'need': {
      const figures = shares(facts.hardship);
      return isUp ? words.needUp({ target, figures }) : words.needDown({ target, figures });
    }
    case 'crossing': {
      const figures = shares(facts.crossing);
      return isUp ? words.crossingDown({ target, figures }) : words.crossingUp({ target, figures });
    }
    case 'business': {
      const figures = amounts(campaign, facts.targetCost);
      return isUp ? words.businessUp({ target, figures }) : words.businessDown({ target, figures });
    }
    case 'participation': {
      const figures = shares(facts.participation);
      const clause = isUp ? words.participationUp(figures) : words.participationDown(figures);
      return bySupport(found, isUp, clause);
    }
    case 'means':
      return isUp ? words.meansUp : words.meansDown;
    default:
      return channel.name satisfies never;
  }
}

/**
 * The reasons of a comparison in words.
 * @param target how a sentence calls whoever can concede
 * @param isPinned compared with another scenario, not with itself without solidarity
 */
export function reasonsOf(
  campaign: Campaign,
  target: string,
  found: Channels,
  verdict: Verdict,
  isPinned: boolean,
): Reasons {
  const strongest = Math.abs(found.channels[0]?.effect ?? 0);
  const least = verdict === 'nothing' ? LEAST_CANCELLED : LEAST_MOVED;
  const heard = found.channels.filter(
    ({ effect }) => Math.abs(effect) >= Math.max(least, LEAST_PART * strongest),
  );
  const clause = (channel: Channel) => clauseOf(campaign, target, found, channel);
  const frame = isPinned ? { helps: words.better, hurts: words.worse, nothing: words.same } : words;

  const { harm } = found.facts;
  const { typical: answering } = effectiveRange(
    campaign.numbers.internalisation,
    PARAMETERS.internalisation,
  );
  const isUnanswered =
    answering < NOBODY_ANSWERS && harm.with - harm.without > HARM_MOVES * Math.max(harm.without, 1);
  const unanswered = isUnanswered
    ? words.harmUnanswered({ target, figures: amounts(campaign, harm) })
    : null;

  if (verdict === 'nothing') {
    const up = heard.find(({ effect }) => effect > 0);
    const down = heard.find(({ effect }) => effect < 0);
    const isCancelled = !unanswered && up && down;
    const why =
      unanswered ??
      (up && down ? words.cancel(clause(up), clause(down)) : words.nothingMoves(target));
    return {
      sentences: [frame.nothing(why)],
      named: unanswered ? ['harm'] : isCancelled ? [up.name, down.name] : [],
    };
  }

  const sign = verdict === 'helps' ? 1 : -1;
  const forIt = heard.filter(({ effect }) => effect * sign > 0).slice(0, MOST_REASONS);
  const weight = forIt.reduce((sum, { effect }) => sum + Math.abs(effect), 0);
  const against = heard.find(
    ({ effect }) => effect * sign < 0 && Math.abs(effect) >= AGAINST_PART * weight,
  );
  const clauses = forIt.map(clause);
  // What presses nobody is a reason where it hurts, and a remark where something else helps.
  if (unanswered && verdict === 'hurts') clauses.unshift(unanswered);
  const sentences: string[] = [];
  if (clauses.length > 0) sentences.push(frame[verdict](clauses.join('; ')));
  if (against) sentences.push(words.against(clause(against)));
  else if (unanswered && verdict === 'helps') sentences.push(words.against(unanswered));
  const names = [...forIt, ...(against ? [against] : [])].map(({ name }) => name);
  return {
    sentences,
    named: unanswered && verdict === 'hurts' ? ['harm', ...names] : names,
  };
}

/** The number that decides what a channel is worth. */
const DECIDES: Partial<Record<ChannelName, ParameterKey>> = {
  need: 'blameCostPerDay',
  crossing: 'crossingPerHardship',
  threat: 'credibilityAtStart',
};

/** The numbers that decide what these channels are worth, in their order. */
export function decidingNumbers(channels: readonly ChannelName[]): ParameterKey[] {
  return channels.flatMap((name) => DECIDES[name] ?? []);
}

/** Those of these numbers that nobody has data for. */
export function assumedAmong(
  campaign: Campaign,
  keys: readonly ParameterKey[],
): readonly ParameterKey[] {
  return keys.filter((key) => {
    const { basis, readings } = campaign.numbers[key];
    return basis.kind === 'assumption' && readings.length === 0;
  });
}

/** A number by its label, and how it is set. */
export function settingOf(campaign: Campaign, key: ParameterKey): { label: string; range: string } {
  const { unit } = PARAMETERS[key];
  const range = formatRange(effectiveRange(campaign.numbers[key], PARAMETERS[key]), {
    unit,
    currency: campaign.currency,
  });
  return { label: messages.numbers.parameters[key].label, range };
}

/** Where the first of these numbers without data stands: which, and how it is set. null: all have data. */
export function assumptionOf(campaign: Campaign, keys: readonly ParameterKey[]): string | null {
  const [first] = assumedAmong(campaign, keys);
  return first === undefined ? null : words.restsOn(settingOf(campaign, first));
}
