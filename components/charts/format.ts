import { LOCALE, messages } from '../../lib/messages/messages.ts';

const words = messages.charts;

/** Ratios this near to 1 are called even: nobody should read a side into two per cent. */
const EVEN = Math.log(1.02);
/** Beyond this the number says no more than "far". */
const LARGEST_RATIO = 100;

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const hundredths = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const date = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The larger side of a ratio, ≥ 1, with as many digits as it deserves: 1.04, 2.7, 14. */
function formatSide(ratio: number): string {
  if (ratio > LARGEST_RATIO) return words.over(whole.format(LARGEST_RATIO));
  // One decimal would write 1.04 as 1.0, which reads as even.
  if (ratio < 1.05) return hundredths.format(ratio);
  return ratio < 9.95 ? tenths.format(ratio) : whole.format(ratio);
}

/** Leverage Λ (natural log) as people say it: "2.7 to 1", "1 to 1.4" where the employer outlasts, "even". */
export function formatRatio(logLeverage: number): string {
  if (Math.abs(logLeverage) <= EVEN) return words.even;
  const side = formatSide(Math.exp(Math.abs(logLeverage)));
  return logLeverage > 0 ? words.ratioFor(side) : words.ratioAgainst(side);
}

/** Two leverages (natural logs, low first) behind a ratio: "1.6–4.8", or "1 : 1.4 – 4.8 : 1" across even. */
export function formatRatioRange(low: number, high: number): string {
  const side = (value: number) =>
    Math.abs(value) <= EVEN ? whole.format(1) : formatSide(Math.exp(Math.abs(value)));
  if (low >= -EVEN) return words.range(side(low), side(high));
  return words.ratioRange(
    words.axisAgainst(side(low)),
    high < 0 ? words.axisAgainst(side(high)) : words.axisFor(side(high)),
  );
}

/** 2^doublings as a tick says it: "4 : 1", "1 : 1", "1 : 2". */
export function formatAxisRatio(doublings: number): string {
  const side = whole.format(2 ** Math.abs(doublings));
  return doublings < 0 ? words.axisAgainst(side) : words.axisFor(side);
}

function signed(text: string, value: number): string {
  // A true minus is as wide as the plus, so that columns of signed numbers line up.
  return (value < 0 ? '−' : '+') + text;
}

/** The number before the word points, with its sign: "+2.6", "−12", "0". */
export function formatPointsNumber(share: number): string {
  const points = Math.abs(share) * 100;
  if (points < 0.05) return whole.format(0);
  return signed(points < 9.95 ? tenths.format(points) : whole.format(points), share);
}

/** A difference of two shares in points: "+2.6 points". */
export function formatPoints(share: number): string {
  return words.points(formatPointsNumber(share));
}

/** Points as a tick says them, with the word where there is room for it: "+5 points", "−5", "no change". */
export function formatAxisPoints(points: number, withWord: boolean): string {
  if (points === 0) return words.noChange;
  const number = signed(whole.format(Math.abs(points)), points);
  if (!withWord) return number;
  return Math.abs(points) === 1 ? words.onePoint(number) : words.points(number);
}

/** A count: "12,400". */
export function formatWhole(value: number): string {
  return whole.format(value);
}

/** A share in per cent; what is neither nothing nor everything never reads as 0 or 100. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return words.under(percent.format(0.01));
  if (share < 1 && share >= 0.995) return words.over(percent.format(0.99));
  return percent.format(share);
}

/** A share as people count it: "9 in 100". */
export function inHundred(share: number): string {
  if (share > 0 && share < 0.005) return words.inHundred(words.under(whole.format(1)));
  if (share < 1 && share >= 0.995) return words.inHundred(words.over(whole.format(99)));
  return words.inHundred(whole.format(share * 100));
}

export interface Hundred {
  helps: number;
  indifferent: number;
  hurts: number;
}

/** Three shares as whole numbers that add to 100: the largest remainders get what rounding down leaves over. */
export function wholeHundred(helps: number, indifferent: number, hurts: number): Hundred {
  const sum = helps + indifferent + hurts;
  const parts = [helps, indifferent, hurts].map((share, index) => {
    const exact = sum > 0 ? (share / sum) * 100 : 0;
    return { index, count: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left = 100 - parts.reduce((total, part) => total + part.count, 0);
  for (const part of [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left-- <= 0) break;
    part.count++;
  }
  return { helps: parts[0].count, indifferent: parts[1].count, hurts: parts[2].count };
}

/** A civil date (YYYY-MM-DD) in words; any other text as it is. */
export function formatDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? date.format(new Date(`${text}T00:00:00Z`)) : text;
}
