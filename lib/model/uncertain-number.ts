import { pooledRange, Reading, type Bounds } from './evidence.ts';
import { known, type Range } from './range.ts';
import { z } from './zod.ts';

/** Why a number is what it is. Silence is not an option; "our assumption" is. */
export const Basis = z.strictObject({
  kind: z.enum(['assumption', 'source', 'rule', 'own']),
  note: z.string().max(2000),
  address: z.string().max(2000).nullable(),
});
export type Basis = z.infer<typeof Basis>;

/** More slots than any campaign needs, few enough that a lying file cannot make us sieve for ever. */
export const MAX_DRAW_SLOT = 1999;

/** A number of a campaign or an action: its range, its reason, its evidence, its own luck. */
export const UncertainNumber = z
  .strictObject({
    low: z.number(),
    typical: z.number(),
    high: z.number(),
    basis: Basis,
    /** Permanent: neither a new id nor a new order changes anybody's luck. */
    drawSlot: z.int().min(0).max(MAX_DRAW_SLOT),
    readings: z.array(Reading).max(200),
  })
  .refine((number) => number.low <= number.typical && number.typical <= number.high, {
    message: 'low ≤ typical ≤ high must hold',
  });
export type UncertainNumber = z.infer<typeof UncertainNumber>;

export function priorOf(number: UncertainNumber): Range {
  return { low: number.low, typical: number.typical, high: number.high };
}

/** The range the engine draws from: the prior, moved by its evidence. */
export function effectiveRange(number: UncertainNumber, bounds: Bounds): Range {
  return pooledRange(priorOf(number), number.readings, bounds);
}

export function uncertain(range: Range | number, drawSlot: number, basis: Basis): UncertainNumber {
  const { low, typical, high } = typeof range === 'number' ? known(range) : range;
  return { low, typical, high, basis, drawSlot, readings: [] };
}
