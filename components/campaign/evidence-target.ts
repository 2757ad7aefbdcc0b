import type { Bounds } from '../../lib/model/evidence.ts';
import type { Unit } from '../../lib/model/parameters.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';

/** A number of a campaign or an action that a quote can speak of. */
export interface EvidenceTarget {
  /** Whoever gives the targets knows what it stands for; it comes back with the reading. */
  key: string;
  label: string;
  /** Heading it stands under in the list: the action, or the campaign. */
  group: string;
  number: UncertainNumber;
  bounds: Bounds;
  unit: Unit;
  currency: string;
  moneyYear: number;
}
