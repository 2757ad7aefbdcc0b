/** What model 2 changed: the constants of the endings. Equations are the same, so records that hold the old ones still run. */
import type { Campaign } from './campaign.ts';
import { HAZARD_KEYS, type HazardConstants } from './track-record.ts';

/**
 * The endings' constants as model 1 had them, calibrated with the cost of conceding alone uncertain: what model 2's are
 * held against. Files of model 1, and campaigns that were kept then, carry them and are run with them.
 */
export const CONSTANTS_OF_MODEL_1: HazardConstants = {
  concessionRate: 1.85,
  collapseRate: 0.35,
  compromiseRate: 0.53,
  frailtyVariance: 1.4,
  rampDays: 3,
};

/** Was the campaign kept from model 1, its constants never touched? */
export function hasConstantsOfModel1({ numbers }: Pick<Campaign, 'numbers'>): boolean {
  return HAZARD_KEYS.every((key) => {
    const { low, typical, high } = numbers[key];
    return [low, typical, high].every((value) => value === CONSTANTS_OF_MODEL_1[key]);
  });
}
