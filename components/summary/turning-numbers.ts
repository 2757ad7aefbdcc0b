/**
 * The numbers that decide, over the whole plausible space, whether an action helps: what the founding report found to
 * part the points where it does from those where it does not, as far as this distance. A test holds them to the report.
 */
import type { ActionKind } from '../../lib/model/action.ts';
import type { ParameterKey } from '../../lib/model/parameters.ts';

/** Largest gap between a number's distributions where the action helps and where it does not. */
export const TURNING_DISTANCE = 0.2;

export const TURNING_NUMBERS: Partial<Record<ActionKind, readonly ParameterKey[]>> = {
  sympathyStrike: ['internalisation'],
  serviceSubstitution: ['crossingPerHardship', 'blameCostPerDay', 'hardshipEffect'],
};
