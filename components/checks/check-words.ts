/** What a verdict says in words: whether the check is kept, by how much, and when. */
import { LOCALE } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { NO_DIFFERENCE, type Finding, type Verdict } from '../../lib/model/check-verdicts.ts';
import type { Check, CheckOf, EffectQuantity } from '../../lib/model/checks.ts';
import { formatValue } from '../campaign/number-text.ts';
import { formatWhole } from '../charts/format.ts';

const words = studioMessages.checks;

export type VerdictState = 'kept' | 'broken' | 'unjudged';

export function stateOf(verdict: Verdict): VerdictState {
  if (verdict.kind === 'unjudged') return 'unjudged';
  return verdict.isKept ? 'kept' : 'broken';
}

/** What the words need of the campaign and the scenario. */
export interface Setting {
  /** ISO code. */
  currency: string;
  nameOfAction: (id: string) => string;
}

export function foundWords(check: Check, verdict: Verdict, setting: Setting): string {
  const { found } = words;
  if (verdict.kind === 'unjudged') {
    return verdict.reason === 'noAction' ? found.noAction : found.workersNotKnown(verdict.actions);
  }
  const { finding, isKept } = verdict;
  switch (finding.kind) {
    case 'risk':
      return riskWords(check as CheckOf<'risk'>, isKept, finding);
    case 'chance':
      return chanceWords(check as CheckOf<'chance'>, isKept, finding);
    case 'effect':
      return effectWords(check as CheckOf<'effect'>, finding, setting);
    case 'noHarm':
      return noHarmWords(isKept, finding, setting);
    case 'workerDays': {
      const { atMost } = check as CheckOf<'workerDays'>;
      const { workerDays } = finding;
      if (workerDays === 0) return found.workerDays.none;
      const apart = formatWhole(Math.abs(atMost - workerDays));
      return isKept
        ? found.workerDays.kept(formatWhole(workerDays), apart)
        : found.workerDays.broken(formatWhole(workerDays), apart);
    }
    default:
      return finding satisfies never;
  }
}

type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

function decimal(value: number, digits: number): string {
  const text = value.toLocaleString(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return text.replace('-', '−').replace(/^−(0(\.0+)?)$/, '$1');
}

/**
 * A share of 100 beside the whole number it is held to, and how far apart they are: whole, unless that would hide on
 * which side it lies, or that it is there at all.
 */
function besideLimit(share: number, limit: number): { share: string; apart: string } {
  const value = share * 100;
  const isSaid = (digits: number) => {
    const shown = Number(value.toFixed(digits));
    const isSameSide = Math.sign(shown - limit) === Math.sign(value - limit);
    return isSameSide && (shown !== 0 || Math.abs(value) < 0.05);
  };
  const digits = isSaid(0) || Math.abs(value - limit) < 0.005 ? 0 : isSaid(1) ? 1 : 2;
  const shown = Number(value.toFixed(digits));
  return { share: decimal(shown, digits), apart: decimal(Math.abs(shown - limit), digits) };
}

function riskWords({ atMost }: CheckOf<'risk'>, isKept: boolean, found: FindingOf<'risk'>): string {
  const { risk } = words.found;
  const { share, apart } = besideLimit(found.share, atMost);
  if (!isKept) return risk.broken(share, apart, found.day!);
  if (found.share < 0.0005) return risk.never;
  return Number(apart) === 0 ? risk.full(share) : risk.kept(share, apart);
}

function chanceWords(
  { figure, ofHundred, byDay }: CheckOf<'chance'>,
  isKept: boolean,
  found: FindingOf<'chance'>,
): string {
  const { chance } = words.found;
  const { share, apart } = besideLimit(found.share, ofHundred);
  if (figure === 'collapse') {
    return isKept ? chance.under(share, apart) : chance.over(share, apart, found.day!);
  }
  if (isKept) {
    return Number(apart) === 0
      ? chance.exact(share, found.day!)
      : chance.kept(share, apart, found.day!);
  }
  if (found.day === null) return chance.never(share, apart);
  return found.day > byDay
    ? chance.late(share, apart, found.day)
    : chance.lost(share, apart, found.day);
}

const UNITS: Record<EffectQuantity, 'moneyPerDay' | 'share'> = {
  harmToOthers: 'moneyPerDay',
  targetCost: 'moneyPerDay',
  hardship: 'share',
  support: 'share',
  participation: 'share',
};

function effectWords(
  { quantity }: CheckOf<'effect'>,
  { on, firstDay }: FindingOf<'effect'>,
  { currency }: Setting,
): string {
  const { effect } = words.found;
  if (on === null) return effect.none;
  const value = (amount: number) => formatValue(amount, { unit: UNITS[quantity], currency });
  const parts = { day: on.day, with: value(on.with), without: value(on.without) };
  return firstDay === null ? effect.kept(parts) : effect.broken({ ...parts, first: firstDay });
}

function noHarmWords(
  isKept: boolean,
  { loss, actionId }: FindingOf<'noHarm'>,
  { nameOfAction }: Setting,
): string {
  const { noHarm } = words.found;
  const name = actionId === null ? null : nameOfAction(actionId);
  const points = decimal(Math.abs(loss) * 100, 1);
  if (!isKept) return noHarm.broken(name, points);
  if (loss < -0.0005) return noHarm.adds(name, points);
  return loss < NO_DIFFERENCE ? noHarm.nothing(name) : noHarm.kept(name, points);
}
