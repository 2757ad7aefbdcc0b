/** What the one-page brief and the story say of a comparison, beside the headline: plain data, ready to be drawn. */
import {
  GUARD_RAILS,
  QUANTILE_LEVELS,
  type Comparison,
  type EnsembleResult,
  type GuardRail,
} from '../../lib/model/ensemble.ts';
import { isSolidarity, type Action } from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Verdict } from '../../lib/model/check-verdicts.ts';
import type { Check } from '../../lib/model/checks.ts';
import { PARAMETERS } from '../../lib/model/parameters.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { formatRange } from '../campaign/number-text.ts';
import { decisiveKeys } from '../campaign/number-panels.ts';
import { formatShare, inHundred } from '../charts/format.ts';
import { sentenceOf } from '../checks/check-slots.ts';
import { foundWords, stateOf, type VerdictState } from '../checks/check-words.ts';
import { nameOf } from '../timeline/describe-action.ts';

export interface Limits {
  hardshipLimit: number;
  supportLimit: number;
}

export interface Risk {
  rail: GuardRail;
  label: string;
  /** Chances with and without, 0–1, and in words. */
  chance: number;
  ours: string;
  alone: string;
}

export interface Assumption {
  key: string;
  label: string;
  range: string;
  source: string;
}

export interface EndingShare {
  name: 'conceded' | 'compromised' | 'collapsed' | 'open';
  label: string;
  share: number;
  words: string;
}

/** Five quantiles of leverage (natural log) on a day, the last one there is at most. */
export function leverageOn(result: EnsembleResult, day: number): number[] {
  const at = Math.min(day, result.days - 1) * QUANTILE_LEVELS.length;
  return [...result.quantiles.leverage.subarray(at, at + QUANTILE_LEVELS.length)];
}

/** Is anything compared, or are both curves one? */
export function isCompared({ scenario }: CampaignScenario, isPinned: boolean): boolean {
  return isPinned || scenario.actions.some((action) => action.enabled && isSolidarity(action));
}

/** Those switched on, in the order of their days. */
export function actionsOnLine({ scenario }: Pick<CampaignScenario, 'scenario'>): Action[] {
  return scenario.actions
    .filter(({ enabled }) => enabled)
    .toSorted((a, b) => a.startDay - b.startDay || a.id.localeCompare(b.id));
}

export function risksOf(comparison: Comparison, limits: Limits): Risk[] {
  const words = messages.studio.risks;
  const label = (rail: GuardRail) => {
    if (rail === 'hardshipOverLimit') return words[rail](formatShare(limits.hardshipLimit));
    if (rail === 'supportUnderLimit') return words[rail](formatShare(limits.supportLimit));
    return words[rail];
  };
  return GUARD_RAILS.map((rail) => ({
    rail,
    label: label(rail),
    chance: comparison.scenario.guardRails[rail],
    ours: inHundred(comparison.scenario.guardRails[rail]),
    alone: inHundred(comparison.baseline.guardRails[rail]),
  }));
}

/** The four assumptions that decide most, with their ranges and where they come from. */
export function assumptionsOf(campaign: Campaign): Assumption[] {
  return decisiveKeys(campaign.employer).map((key) => {
    const number = campaign.numbers[key];
    const { unit } = PARAMETERS[key];
    return {
      key,
      label: messages.numbers.parameters[key].label,
      range: formatRange(effectiveRange(number, PARAMETERS[key]), {
        unit,
        currency: campaign.currency,
      }),
      source: messages.brief.from(messages.numbers.basis[number.basis.kind], number.basis.note),
    };
  });
}

/** Shares of the futures by the last evening, in the order in which they are drawn. */
export function endingsOf(result: EnsembleResult): EndingShare[] {
  const last = result.days - 1;
  const words = messages.brief.endingNames;
  return (['conceded', 'compromised', 'collapsed', 'open'] as const).map((name) => {
    const share = result.endings[name][last];
    const label = name === 'open' && result.endedAsDeclared > 0 ? words.declared : words[name];
    return { name, label, share, words: formatShare(share) };
  });
}

const NAMED = 3;

/** What the law may say: a plain caution wherever workers of others strike or refuse. */
export function lawCautions({ campaign, scenario }: CampaignScenario): string[] {
  const words = messages.brief;
  const asked = scenario.actions.filter(
    (action) =>
      action.enabled && (action.kind === 'sympathyStrike' || action.kind === 'handlingBan'),
  ) as Extract<Action, { kind: 'sympathyStrike' | 'handlingBan' }>[];
  if (asked.length === 0) return [];
  const unlawful = asked.filter(({ legality }) => legality === 'unlawful');
  const unclear = asked.filter(
    ({ legality }) => legality === 'unclear' || legality === 'notAsked',
  ).length;
  const cautions = [words.law];
  if (unlawful.length > 0) {
    const names = unlawful.slice(0, NAMED).map((action) => nameOf(action, campaign));
    cautions.push(words.unlawful(names.join(', '), unlawful.length - names.length));
  }
  if (unclear > 0) cautions.push(words.unclear(unclear));
  return cautions;
}

/** A check with its verdict; null, or not settled: still counting. */
export interface JudgedCheck {
  check: Check;
  verdict: Verdict | null;
  isSettled: boolean;
}

export interface CheckOnPaper {
  id: string;
  said: string;
  state: VerdictState | 'counting';
  /** The figure, in words; '' while it is not known. */
  found: string;
}

/** What a meeting must see comes first. */
const ON_PAPER: readonly CheckOnPaper['state'][] = ['broken', 'unjudged', 'counting', 'kept'];

/** Those that are not kept first, else in the campaign's order. */
export function checksOnPaper(
  checks: readonly JudgedCheck[],
  { campaign, scenario }: CampaignScenario,
): CheckOnPaper[] {
  const setting = {
    currency: campaign.currency,
    nameOfAction: (id: string) => {
      const action = scenario.actions.find((each) => each.id === id);
      return action ? nameOf(action, campaign) : id;
    },
  };
  return checks
    .map(({ check, verdict, isSettled }): CheckOnPaper => {
      const known = isSettled ? verdict : null;
      return {
        id: check.id,
        said: sentenceOf(check),
        state: known ? stateOf(known) : 'counting',
        found: known ? foundWords(check, known, setting) : '',
      };
    })
    .toSorted((a, b) => ON_PAPER.indexOf(a.state) - ON_PAPER.indexOf(b.state));
}
