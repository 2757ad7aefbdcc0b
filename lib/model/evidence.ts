import { fromScale, isKnown, toScale, Z_95, type Range, type Scale } from './range.ts';
import { Id, Instant, PublishedDate, WebAddress } from './identity.ts';
import { z } from './zod.ts';

/** A passage of an article with enough around it to find it again in the page's text. */
export const Quote = z.strictObject({
  id: Id,
  exact: z.string().min(1).max(4000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});
export type Quote = z.infer<typeof Quote>;

/** Who says so. The weight multiplies the reading's precision. */
export const Reliability = z.enum(['record', 'press', 'claim']);
export type Reliability = z.infer<typeof Reliability>;
export const RELIABILITY_WEIGHT: Record<Reliability, number> = {
  record: 1,
  press: 0.5,
  claim: 0.25,
};

/** Where a quote stands: what a colleague needs to check it, and no more. */
export const Citation = z.strictObject({
  title: z.string().max(600),
  siteName: z.string().max(200),
  authors: z.array(z.string().max(200)).max(50),
  publishedAt: PublishedDate.nullable(),
  address: WebAddress.nullable(),
});
export type Citation = z.infer<typeof Citation>;

/** A quote tied to a number: a 90 % interval, in the number's own unit. */
export const Reading = z
  .strictObject({
    id: Id,
    /** The clip in this library; null where the reading came with somebody else's snapshot. */
    clipId: Id.nullable(),
    quote: Quote,
    citation: Citation,
    low: z.number(),
    high: z.number(),
    reliability: Reliability,
    /** Copies of one wire report, and quotes of one claim, share a group and count once: evidence-groups.ts. */
    groupId: Id.nullable(),
    addedAt: Instant,
  })
  .refine((reading) => reading.low <= reading.high, {
    message: 'low ≤ high must hold',
    path: ['high'],
  });
export type Reading = z.infer<typeof Reading>;

/** No reading is taken as narrower than ±2 % of its value. */
const NARROWEST_PART = 0.02;
/** On the number's scale: a narrower one would have a precision past all numbers. */
const SMALLEST_SD = 1e-9;
/** A known number that meets evidence is first opened this wide. */
const OPENED_SHARE = 0.1;
const OPENED_FACTOR = 1.5;

export interface Bounds {
  scale: Scale;
  min: number;
  max: number;
}

interface Estimate {
  mean: number;
  sd: number;
  weight: number;
}

export function openRange(range: Range, scale: Scale): Range {
  if (!isKnown(range)) return range;
  const value = range.typical;
  if (scale === 'log')
    return { low: value / OPENED_FACTOR, typical: value, high: value * OPENED_FACTOR };
  if (scale === 'logit') {
    return {
      low: Math.max(0, value - OPENED_SHARE),
      typical: value,
      high: Math.min(1, value + OPENED_SHARE),
    };
  }
  const half = Math.abs(value) * (OPENED_FACTOR - 1);
  return { low: value - half, typical: value, high: value + half };
}

function estimateOf(reading: Reading, scale: Scale): Estimate {
  const middle = (reading.low + reading.high) / 2;
  const half = Math.abs(middle) * NARROWEST_PART;
  const low = toScale(scale, Math.min(reading.low, middle - half), middle);
  const high = toScale(scale, Math.max(reading.high, middle + half), middle);
  return {
    mean: (low + high) / 2,
    sd: Math.max((high - low) / (2 * Z_95), SMALLEST_SD),
    weight: RELIABILITY_WEIGHT[reading.reliability],
  };
}

/** Readings of one group become one: their mean and their smallest sd (a copy is no second witness). */
function witnesses(readings: readonly Reading[], scale: Scale): Estimate[] {
  const groups = new Map<string, Estimate[]>();
  for (const reading of readings) {
    // Two passages of one clip are one report, too.
    const key = reading.groupId ?? reading.clipId ?? reading.id;
    const group = groups.get(key);
    if (group) group.push(estimateOf(reading, scale));
    else groups.set(key, [estimateOf(reading, scale)]);
  }
  return [...groups.values()].map((group) => ({
    mean: group.reduce((sum, estimate) => sum + estimate.mean, 0) / group.length,
    sd: Math.min(...group.map((estimate) => estimate.sd)),
    weight: Math.max(...group.map((estimate) => estimate.weight)),
  }));
}

/**
 * Prior and readings pooled by precision on the number's scale. Without readings the prior comes back as it was.
 * Where the readings disagree among themselves by more than their widths allow, the pooled sd is inflated by
 * the Birge ratio √(Q/df). Source: model.md, "Evidence"; Birge, Phys. Rev. 40 (1932).
 */
export function pooledRange(prior: Range, readings: readonly Reading[], bounds: Bounds): Range {
  if (readings.length === 0) return prior;
  const { scale, min, max } = bounds;
  const opened = openRange(prior, scale);
  const estimates = witnesses(readings, scale);
  const precisionOf = (estimate: Estimate) => estimate.weight / (estimate.sd * estimate.sd);

  let precision = 0;
  let weighted = 0;
  for (const estimate of estimates) {
    precision += precisionOf(estimate);
    weighted += precisionOf(estimate) * estimate.mean;
  }
  const readingsMean = weighted / precision;
  let disagreement = 0;
  for (const estimate of estimates) {
    const distance = estimate.mean - readingsMean;
    disagreement += precisionOf(estimate) * distance * distance;
  }
  const birge =
    estimates.length > 1 ? Math.max(1, Math.sqrt(disagreement / (estimates.length - 1))) : 1;

  // A quantity believed to be exactly zero has no place on the log scale: the readings stand alone.
  if (!(scale === 'log' && opened.typical <= 0)) {
    const priorSd =
      (toScale(scale, opened.high, opened.typical) - toScale(scale, opened.low, opened.typical)) /
      (2 * Z_95);
    if (priorSd > 0) {
      const sd = Math.max(priorSd, SMALLEST_SD);
      const priorPrecision = 1 / (sd * sd);
      precision += priorPrecision;
      weighted += toScale(scale, opened.typical) * priorPrecision;
    }
  }
  const mean = weighted / precision;
  const halfWidth = (Z_95 * birge) / Math.sqrt(precision);
  const hold = (value: number) => Math.min(max, Math.max(min, value));
  return {
    low: hold(fromScale(scale, mean - halfWidth)),
    typical: hold(fromScale(scale, mean)),
    high: hold(fromScale(scale, mean + halfWidth)),
  };
}
