import type { FieldSource } from '../model/clip.ts';

export interface Found<T> {
  value: T;
  source: FieldSource;
}

/** What a field was resolved to, how sure that is, and what else the page states. */
export interface Choice<T> extends Found<T> {
  confidence: number;
  /** Values that differ in substance from the chosen one, the likeliest first, each once. */
  others: Found<T>[];
}

const MOST_OTHERS = 5;

/** How far each kind of source can be trusted before others are heard: an order, from what saved pages show. */
const TRUST: Record<FieldSource, number> = {
  jsonLd: 0.85,
  linkElement: 0.85,
  openGraph: 0.8,
  htmlLang: 0.75,
  meta: 0.7,
  timeElement: 0.7,
  heading: 0.7,
  articleText: 0.7,
  byline: 0.65,
  address: 0.55,
  titleElement: 0.5,
  selection: 0.5,
  file: 0.5,
  you: 1,
  none: 0,
};
const PER_AGREEMENT = 0.06;
const PER_DISSENT = 0.15;

/**
 * The choice among what the sources say, in the order of their trust.
 * @param chosen what the field's own rules took
 * @param isSame do two values say the same but for spelling or precision?
 */
export function choice<T>(
  chosen: Found<T>,
  stated: readonly Found<T>[],
  isSame: (first: T, second: T) => boolean,
): Choice<T> {
  if (chosen.source === 'none') return { ...chosen, confidence: 0, others: [] };
  const others: Found<T>[] = [];
  const agreeing = new Set<FieldSource>();
  for (const { value, source } of stated) {
    if (isSame(value, chosen.value)) agreeing.add(source);
    else if (!others.some((other) => isSame(other.value, value))) others.push({ value, source });
  }
  agreeing.delete(chosen.source);
  const confidence =
    TRUST[chosen.source] + PER_AGREEMENT * agreeing.size - PER_DISSENT * others.length;
  return {
    ...chosen,
    confidence: Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 100) / 100,
    others: others.slice(0, MOST_OTHERS),
  };
}
