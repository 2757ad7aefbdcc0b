/** How strong an action is, between 0 and 1, so that a bar can show it and a handle can move it. */
import {
  ACTION_NUMBERS,
  numberOf,
  NUMBERS_OF_KIND,
  type Action,
  type ActionNumberKey,
} from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import { effectiveRange, type UncertainNumber } from '../../lib/model/uncertain-number.ts';

/** An endorsement of this weight fills half a bar. */
const HALF_STRENGTH = 3;

export function strengthKey(action: Action): ActionNumberKey {
  return NUMBERS_OF_KIND[action.kind][0];
}

export function strengthNumber(action: Action): UncertainNumber {
  return numberOf(action, strengthKey(action))!;
}

/** What the engine takes for typical: the prior, moved by its evidence. */
export function strengthOf(action: Action): number {
  return effectiveRange(strengthNumber(action), ACTION_NUMBERS[strengthKey(action)]).typical;
}

/** The amount that fills half a bar where a number has no natural full: a day's whole wage bill for money. */
function halfOf(action: Action, { numbers }: Pick<Campaign, 'numbers'>): number {
  if (strengthKey(action) === 'strength') return HALF_STRENGTH;
  const wageBill = numbers.workers.typical * numbers.wagePerDay.typical;
  return wageBill > 0 ? wageBill : 1_000_000;
}

/**
 * Filled part of the bar, 0–1. Shares fill by their square root, for a sympathy strike of 2 % of a whole sector and
 * one of 80 % stand on the same line and both must be seen and taken hold of; amounts fill by amount ÷ (amount + half).
 */
export function levelOf(action: Action, campaign: Pick<Campaign, 'numbers'>): number {
  const value = strengthOf(action);
  if (ACTION_NUMBERS[strengthKey(action)].unit === 'share') return Math.sqrt(value);
  return value / (value + halfOf(action, campaign));
}

/** The strength at which the bar is filled so far; whole per cent, two digits of an amount. */
export function strengthAtLevel(
  action: Action,
  level: number,
  campaign: Pick<Campaign, 'numbers'>,
): number {
  const held = Math.min(1, Math.max(0, level));
  const { unit, max } = ACTION_NUMBERS[strengthKey(action)];
  if (unit === 'share') return Math.max(0.01, Math.round(held * held * 100) / 100);
  const amount = (halfOf(action, campaign) * held) / Math.max(1 - held, 0.02);
  return Math.min(max, Number(amount.toPrecision(2)));
}

/**
 * One key press up or down: five points of a share, one point below five; a twentieth of an amount. The next
 * round step, so that up and then down comes back.
 */
export function steppedStrength(
  action: Action,
  direction: 1 | -1,
  campaign: Pick<Campaign, 'numbers'>,
): number {
  const value = strengthNumber(action).typical;
  const { unit, max } = ACTION_NUMBERS[strengthKey(action)];
  if (unit === 'share') {
    const points = value * 100;
    const fine = direction > 0 ? points < 5 - 1e-9 : points <= 5 + 1e-9;
    const step = fine ? 1 : 5;
    const next =
      direction > 0
        ? (Math.floor(points / step + 1e-9) + 1) * step
        : (Math.ceil(points / step - 1e-9) - 1) * step;
    return Math.min(1, Math.max(0, next / 100));
  }
  if (value === 0)
    return direction > 0 ? Number((halfOf(action, campaign) / 20).toPrecision(2)) : 0;
  return Math.min(max, Number((direction > 0 ? value * 1.05 : value / 1.05).toPrecision(4)));
}
