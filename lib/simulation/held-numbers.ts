/** The numbers of a scenario by reference: which are uncertain, and the same scenario with one of them held. */
import { ACTION_NUMBERS, NUMBERS_OF_KIND, numberOf, withNumber } from '../model/action.ts';
import type { Bounds } from '../model/evidence.ts';
import { PARAMETER_KEYS, PARAMETERS } from '../model/parameters.ts';
import {
  drawnAt,
  isKnown,
  toScale,
  fromScale,
  twoPieceNormalOf,
  Z_95,
  type Range,
  type Scale,
} from '../model/range.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import type { NumberReference } from '../model/study.ts';
import { effectiveRange, type UncertainNumber } from '../model/uncertain-number.ts';

/** A number with its range: from −1, its low end, over 0, its typical value, to 1, its high end. */
export interface Swinging {
  number: NumberReference;
  bounds: Bounds;
  range: Range;
  drawSlot: number;
  /** Held known in ordinary runs; its range is sensitivity's alone. */
  isCalibration: boolean;
}

/** What sensitivity takes the calibrated rates to be off by, and where the frailty's variance may lie. */
const CALIBRATION_FACTOR = 2;
const FRAILTY_RANGE = [0.6, 1.8] as const;

/**
 * Every number that is not known exactly, of the campaign and of the actions that are switched on in the scenario or
 * in what it is compared with, in the engine's order.
 */
export function swingingNumbers(
  { campaign, scenario }: CampaignScenario,
  baseline: Scenario | null,
  withCalibration: boolean,
): Swinging[] {
  const found: Swinging[] = [];
  const look = (number: UncertainNumber, bounds: Bounds, reference: NumberReference): boolean => {
    const range = effectiveRange(number, bounds);
    if (isKnown(range)) return false;
    const { drawSlot } = number;
    found.push({ number: reference, bounds, range, drawSlot, isCalibration: false });
    return true;
  };
  for (const key of PARAMETER_KEYS) {
    const bounds = PARAMETERS[key];
    const number = campaign.numbers[key];
    const reference = { of: 'campaign', key } as const;
    if (look(number, bounds, reference)) continue;
    if (!withCalibration || bounds.group !== 'endings') continue;
    const range = calibrationRange(key, effectiveRange(number, bounds).typical, bounds);
    if (isKnown(range)) continue;
    const { drawSlot } = number;
    found.push({ number: reference, bounds, range, drawSlot, isCalibration: true });
  }
  const seen = new Set<string>();
  for (const action of [...scenario.actions, ...(baseline?.actions ?? [])]) {
    if (!action.enabled || seen.has(action.id)) continue;
    seen.add(action.id);
    for (const key of NUMBERS_OF_KIND[action.kind]) {
      look(numberOf(action, key)!, ACTION_NUMBERS[key], { of: 'action', actionId: action.id, key });
    }
  }
  return found;
}

function calibrationRange(key: string, typical: number, { min, max }: Bounds): Range {
  if (key === 'frailtyVariance') {
    const [low, high] = FRAILTY_RANGE;
    return { low: Math.min(low, typical), typical, high: Math.max(high, typical) };
  }
  return {
    low: Math.max(min, typical / CALIBRATION_FACTOR),
    typical,
    high: Math.min(max, typical * CALIBRATION_FACTOR),
  };
}

/** The value at a position of the range, −1 … 1; the ends are the range's own. */
export function valueAtPosition({ range, bounds }: Swinging, position: number): number {
  if (position === -1) return range.low;
  if (position === 0) return range.typical;
  if (position === 1) return range.high;
  const normal = twoPieceNormalOf(range, bounds.scale);
  return drawnAt(normal, position * Z_95, bounds.min, bounds.max);
}

/** The middle of two values on the number's scale. */
export function between(scale: Scale, a: number, b: number, typical: number): number {
  if (scale === 'log' && typical === 0) return (a + b) / 2;
  return fromScale(scale, (toScale(scale, a, typical) + toScale(scale, b, typical)) / 2);
}

/** The scenario with one number known to be this value: its evidence is set aside, its luck stays. */
export function held<Records extends CampaignScenario>(
  records: Records,
  reference: NumberReference,
  value: number,
): Records {
  const hold = (number: UncertainNumber): UncertainNumber => ({
    ...number,
    low: value,
    typical: value,
    high: value,
    readings: [],
  });
  const { campaign, scenario } = records;
  if (reference.of === 'campaign') {
    const { key } = reference;
    const numbers = { ...campaign.numbers, [key]: hold(campaign.numbers[key]) };
    return { ...records, campaign: { ...campaign, numbers } };
  }
  const { actionId, key } = reference;
  const isHeld = scenario.actions.some(
    (action) => action.id === actionId && numberOf(action, key) !== undefined,
  );
  if (!isHeld) return records;
  const actions = scenario.actions.map((action) => {
    const number = action.id === actionId ? numberOf(action, key) : undefined;
    return number ? withNumber(action, key, hold(number)) : action;
  });
  return { ...records, scenario: { ...scenario, actions } };
}
