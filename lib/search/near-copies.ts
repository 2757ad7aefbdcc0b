/**
 * Texts that are nearly the same: one wire report under another headline, with another first or last paragraph.
 * A text's signature holds the smallest hash of its word triples in each of 64 bins (one-permutation MinHash, empty
 * bins filled from the next: Shrivastava & Li 2014); the share of equal bins estimates how many triples two texts
 * have in common, of all that either has.
 */

export const BINS = 64;
/** Shorter texts are captions and teasers: alike without being copies. */
export const FEWEST_WORDS = 40;
/** Equal bins of 64 from which on two texts count as copies: about two thirds of their triples in common. */
export const CLOSE_BINS = 42;
/** Pairs are looked for among those with one of so many bands equal, four bins each: 98.8 % of those at 0.7. */
const BANDS = 16;
const ROWS = BINS / BANDS;
/** Different texts under one band that are compared with a newcomer: a bound on the work, whatever comes. */
const MOST_DIFFERENT = 24;

function mix(value: number): number {
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

const smallest = new Uint32Array(BINS);

/** Writes the signature of a text, given its words' hashes. Too short a text has none: its words count says so. */
export function sign(words: Uint32Array, count: number, into: Uint16Array, offset: number): void {
  if (count < FEWEST_WORDS) return;
  smallest.fill(0xffffffff);
  for (let at = 2; at < count; at++) {
    const triple = mix(
      Math.imul(words[at - 2]!, 0x9e3779b1) ^
        (Math.imul(words[at - 1]!, 0x85ebca77) + 0x7f4a7c15) ^
        Math.imul(words[at]!, 0xc2b2ae3d),
    );
    const bin = triple >>> 26;
    const value = triple & 0x3ffffff;
    if (value < smallest[bin]!) smallest[bin] = value;
  }
  for (let bin = 0; bin < BINS; bin++) {
    let from = bin;
    // Thirty-eight triples at least: some bin is full.
    while (smallest[from % BINS] === 0xffffffff) from++;
    into[offset + bin] = mix(smallest[from % BINS]! + Math.imul(from - bin, 0x3c6ef372)) & 0xffff;
  }
}

export function equalBins(a: Uint16Array, atA: number, b: Uint16Array, atB: number): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (a[atA + bin] === b[atB + bin]) equal++;
  return equal;
}

/** Sets of things that turn out to belong together. */
export class Together {
  private readonly parents: Uint32Array;

  constructor(count: number) {
    this.parents = Uint32Array.from({ length: count }, (_, at) => at);
  }

  rootOf(thing: number): number {
    const { parents } = this;
    while (parents[thing] !== thing) {
      parents[thing] = parents[parents[thing]!]!;
      thing = parents[thing]!;
    }
    return thing;
  }

  join(a: number, b: number): void {
    this.parents[this.rootOf(a)] = this.rootOf(b);
  }

  /** Sets of two and more. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (let thing = 0; thing < this.parents.length; thing++) {
      const root = this.rootOf(thing);
      const group = groups.get(root);
      if (group) group.push(thing);
      else groups.set(root, [thing]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }
}

/** A text among those compared, and where its signature lies. */
export interface SignedText {
  signatures: Uint16Array;
  at: number;
}

/** Which of these texts are close to each other, as groups of their indices. Rests after each band. */
export function* closeTexts(texts: readonly SignedText[]): Generator<void, number[][]> {
  const together = new Together(texts.length);
  const keyed = new Float64Array(texts.length);
  for (let band = 0; band < BANDS; band++) {
    texts.forEach(({ signatures, at }, index) => {
      let key = 0;
      for (let row = 0; row < ROWS; row++) {
        key = mix(Math.imul(key, 31) + signatures[at + band * ROWS + row]! + row);
      }
      // A number holds 53 bits exactly: 32 of the key, 21 of the index.
      keyed[index] = key * 0x200000 + index;
    });
    keyed.sort();
    let different: number[] = [];
    let before = -1;
    for (const pair of keyed) {
      const key = Math.floor(pair / 0x200000);
      const index = pair % 0x200000;
      if (key !== before) different = [];
      before = key;
      const text = texts[index]!;
      const close = different.find((other) => {
        const { signatures, at } = texts[other]!;
        return (
          together.rootOf(other) === together.rootOf(index) ||
          equalBins(signatures, at, text.signatures, text.at) >= CLOSE_BINS
        );
      });
      if (close !== undefined) together.join(index, close);
      else if (different.length < MOST_DIFFERENT) different.push(index);
    }
    yield;
  }
  return together.groups();
}

/** 53 bits of an address key: two addresses that share them by chance are one pair in 10^15. */
export function hashAddress(key: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = mix(high ^ (low >>> 15));
  low = mix(low ^ (high >>> 13));
  return (high & 0x1fffff) * 0x100000000 + low;
}
