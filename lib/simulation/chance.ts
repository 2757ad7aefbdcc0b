/**
 * Chance, tied to the future's index: future i has the same luck in every scenario, in any order, on any number
 * of workers. Two kinds: where each uncertain number falls (quasi-random, one permanent draw slot a number) and
 * the daily noise of support. Seeds and indices go in, the same doubles come out; no state is kept that matters.
 */
import { log } from '../model/arithmetic.ts';

/** Murmur3's finaliser: every bit of the input reaches every bit of the output. Integers only, so exact everywhere. */
function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hash(a: number, b: number, c: number): number {
  return mix(
    mix(mix(a ^ 0x9e3779b9) ^ Math.imul(b + 1, 0x85ebca77)) ^ Math.imul(c + 1, 0x27d4eb2f),
  );
}

/** The n-th prime, from 0: 2, 3, 5, … */
const primes: number[] = [2];
function primeAt(n: number): number {
  for (let candidate = primes[primes.length - 1] + 1; primes.length <= n; candidate++) {
    let isPrime = true;
    for (const p of primes) {
      if (p * p > candidate) break;
      if (candidate % p === 0) {
        isPrime = false;
        break;
      }
    }
    if (isPrime) primes.push(candidate);
  }
  return primes[n];
}

/** Digits are followed down to cells of this width; below it a point stands in the middle of its cell. */
const FINEST_CELL = 1 / 4294967296;

/** A random permutation of 0 … base − 1 that follows from seed, slot and the digit's place. */
function digitPermutation(base: number, seed: number, slot: number, place: number): Uint16Array {
  const permutation = new Uint16Array(base);
  for (let i = 0; i < base; i++) permutation[i] = i;
  const key = hash(seed, slot, place);
  for (let i = base - 1; i > 0; i--) {
    // 32 bits modulo at most 20,000: the bias is below one in 200,000 and the same for everyone.
    const j = (hash(key, i, 0) >>> 0) % (i + 1);
    const kept = permutation[i];
    permutation[i] = permutation[j];
    permutation[j] = kept;
  }
  return permutation;
}

/**
 * Points of a Halton sequence with randomly permuted digits, one prime a draw slot (Halton 1960; Braaten & Weller
 * 1979). Any stretch of b^k points puts one into each of b^k equal cells, a longer sequence begins with the shorter
 * one, and the permutations break the correlation between large primes. Sobol' would need a table of direction
 * numbers for every slot that may ever be used; primes do not run out.
 */
class SlotSequence {
  private readonly base: number;
  private readonly permutations: Uint16Array[] = [];
  private readonly weights: number[] = [];
  /** tail[k]: what the permuted zeros from place k on add, and half a finest cell. */
  private readonly tail: number[];

  constructor(seed: number, slot: number) {
    this.base = primeAt(slot);
    let weight = 1;
    for (let place = 0; weight > FINEST_CELL; place++) {
      weight /= this.base;
      this.weights.push(weight);
      this.permutations.push(digitPermutation(this.base, seed, slot, place));
    }
    this.tail = new Array<number>(this.weights.length + 1).fill(weight / 2);
    for (let place = this.weights.length - 1; place >= 0; place--) {
      this.tail[place] = this.tail[place + 1] + this.permutations[place][0] * this.weights[place];
    }
  }

  /** The point of a future, strictly inside 0–1. */
  at(future: number): number {
    let rest = future;
    let place = 0;
    let value = 0;
    while (rest > 0 && place < this.weights.length) {
      const next = Math.floor(rest / this.base);
      value += this.permutations[place][rest - next * this.base] * this.weights[place];
      rest = next;
      place++;
    }
    return value + this.tail[place];
  }
}

/**
 * The standard normal's quantile at u in (0, 1), relative error about 1e−16.
 * Source: Wichura, Algorithm AS 241 (PPND16), Appl. Statist. 37 (1988).
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((r * 2509.0809287301226727 + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) *
          r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((r * 5226.495278852545925 + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    );
  }
  let r = Math.sqrt(-log(q < 0 ? u : 1 - u));
  let value: number;
  if (r <= 5) {
    r -= 1.6;
    value =
      (((((((r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r +
        0.24178072517745061177) *
        r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r +
        0.0151986665636164571966) *
        r +
        0.14810397642748007459) *
        r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1);
  } else {
    r -= 5;
    value =
      (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r +
        0.0012426609473880784386) *
        r +
        0.026532189526576123093) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
        6.6579046435011037772) /
      (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r +
        1.8463183175100546818e-5) *
        r +
        7.868691311456132591e-4) *
        r +
        0.0148753612908506148525) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
        1);
  }
  return q < 0 ? -value : value;
}

/** The futures of one seed. Keeps the draws it has made, so that a gesture pays for them once. */
export class Futures {
  readonly seed: number;
  private readonly drawn = new Map<number, Float64Array>();

  constructor(seed: number) {
    this.seed = seed >>> 0;
  }

  /** Standard-normal positions of a draw slot for futures 0 … count − 1 (the array may be longer). */
  normals(slot: number, count: number): Float64Array {
    const kept = this.drawn.get(slot);
    if (kept && kept.length >= count) return kept;
    const sequence = new SlotSequence(this.seed, slot);
    const normals = new Float64Array(count);
    if (kept) normals.set(kept);
    for (let i = kept?.length ?? 0; i < count; i++) normals[i] = normalQuantile(sequence.at(i));
    this.drawn.set(slot, normals);
    return normals;
  }

  /** What the daily noise of one future starts from. */
  noiseKey(future: number): number {
    return mix(this.seed ^ Math.imul(future + 1, 0x9e3779b1));
  }
}

const NOISE_SCALE = 1 / Math.sqrt(8);

/**
 * ε_t, the noise of one day: the number of ones among 32 fair bits, less 16, over √8. Mean 0 and variance 1
 * exactly, close to a normal (excess kurtosis −1/16): a weak Euler step without exp, log or a second draw.
 */
export function dailyNoise(key: number, step: number): number {
  let bits = mix(key ^ Math.imul(step + 1, 0x85ebca77));
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return ((Math.imul(bits, 0x01010101) >>> 24) - 16) * NOISE_SCALE;
}
