/**
 * exp and log of our own, from + − × ÷ √ alone, so that the same request gives the same bytes in every
 * browser: Math.exp and Math.log may differ in their last bits between engines, IEEE arithmetic may not.
 * They stand with the model rather than the simulation because a range is *defined* on a log or logit scale.
 *
 * Method: argument reduction by powers of two and the rational approximations of fdlibm
 * (Ng, Sun Microsystems 1993). Error below one unit in the last place; held against Math.exp in the tests.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const EXP_1 = 1.66666666666666019037e-1;
const EXP_2 = -2.77777777770155933842e-3;
const EXP_3 = 6.61375632143793436117e-5;
const EXP_4 = -1.6533902205465251539e-6;
const EXP_5 = 4.13813679705723846039e-8;

const LARGEST_EXP_ARGUMENT = 709.782712893383973096;
const SMALLEST_EXP_ARGUMENT = -745.13321910194110842;

/** 2^k for k = −1074 … 1023, exact, built by doubling and halving. */
const LOWEST_POWER = -1074;
const POWERS_OF_TWO = (() => {
  const powers = new Float64Array(1023 - LOWEST_POWER + 1);
  for (let k = 0, power = 1; k <= 1023; k++, power *= 2) powers[k - LOWEST_POWER] = power;
  for (let k = -1, power = 0.5; k >= LOWEST_POWER; k--, power *= 0.5)
    powers[k - LOWEST_POWER] = power;
  return powers;
})();

/** e^x for any finite or infinite x; NaN for NaN. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > LARGEST_EXP_ARGUMENT) return Infinity;
  if (x < SMALLEST_EXP_ARGUMENT) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (EXP_1 + t * (EXP_2 + t * (EXP_3 + t * (EXP_4 + t * EXP_5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // Two factors keep the scale in range at both ends, where 2^k itself is not a double or y·2^k is subnormal.
  if (k >= -1021 && k <= 1022) return y * POWERS_OF_TWO[k - LOWEST_POWER]!;
  if (k > 1022)
    return y * POWERS_OF_TWO[1022 - LOWEST_POWER]! * POWERS_OF_TWO[k - 1022 - LOWEST_POWER]!;
  return y * POWERS_OF_TWO[-1021 - LOWEST_POWER]! * POWERS_OF_TWO[k + 1021 - LOWEST_POWER]!;
}

const LOG_1 = 6.66666666666673513e-1;
const LOG_2 = 3.999999999940941908e-1;
const LOG_3 = 2.857142874366239149e-1;
const LOG_4 = 2.222219843214978396e-1;
const LOG_5 = 1.818357216161805012e-1;
const LOG_6 = 1.531383769920937332e-1;
const LOG_7 = 1.479819860511658591e-1;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
/** Which of the two 32-bit words holds sign and exponent. */
const HIGH_WORD = words[1] === 0x3ff00000 ? 1 : 0;
const TWO_54 = 18014398509481984;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** Natural logarithm; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < SMALLEST_NORMAL) {
    x *= TWO_54;
    k = -54;
  }
  double[0] = x;
  const exponent = (words[HIGH_WORD] >>> 20) - 1023;
  // Scaling by an exact power of two instead of writing the exponent back: a half-written double stalls the CPU.
  let mantissa =
    exponent > 0
      ? x * POWERS_OF_TWO[-exponent - LOWEST_POWER]
      : x * POWERS_OF_TWO[-exponent - 1 - LOWEST_POWER] * 2;
  k += exponent;
  // Bring the mantissa into (√½, √2] so that f is small on both sides.
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    k++;
  }
  const f = mantissa - 1;
  if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const remainder =
    z * (LOG_1 + w * (LOG_3 + w * (LOG_5 + w * LOG_7))) + w * (LOG_2 + w * (LOG_4 + w * LOG_6));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + remainder) + k * LN2_LOW) - f);
}

/** σ(z) = 1/(1 + e^−z), a share in 0–1. */
export function logistic(z: number): number {
  return 1 / (1 + exp(-z));
}

/** ln(p/(1 − p)); p a share strictly inside 0–1. */
export function logit(p: number): number {
  return log(p / (1 - p));
}

/** Holds a share in 0–1. */
export function clip01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
