/**
 * What a quote says of a number, as a low and a high: "55–65 %", "just over 300 of 377", "20,300 passengers".
 * A suggestion that a person checks: where nothing fits, it says nothing.
 */
import { isMoney, type Unit } from '../../lib/model/parameters.ts';
import { magnitudeFromWord, readNumeral } from './number-text.ts';

export interface Suggestion {
  low: number;
  high: number;
  /** The words it was read from. */
  words: string;
}

const NUMERAL = String.raw`\d+(?:[\s\u00a0\u202f\u2009'’]\d{3}(?!\d))*(?:[.,]\d+)*`;
const WORD = String.raw`[\p{L}]+\.?`;
const PERCENT = String.raw`(?:\s*%|[\s-]*(?:per\s?cent|percent(?:age points?)?|prozent|procent|prosenttia|prosent|pour\s?cent|por\s?ciento|per\s?cento|procent[aów]*)\b)`;
const TO = String.raw`\s*(?:–|—|-|to|and|bis|till|à|et|und|och|a|y)\s*`;
const OF = String.raw`(?:\s+(?:out\s+)?of(?:\s+(?:the|its|their|all|some|about))*|\s+in|\s*\/|\s+von(?:\s+\p{L}+)?|\s+av|\s+sur|\s+de)\s+`;
const CURRENCY = String.raw`(?:\p{Sc}|\b(?:EUR|USD|GBP|SEK|NOK|DKK|CHF|euros?|dollars?|pounds?|kronor|kroner|Franken)\b)`;

/** How a hedge spreads a number: parts of its value below and above. */
const HEDGES: readonly (readonly [RegExp, number, number])[] = [
  [/\b(just|slightly|a little|a bit|barely) (over|above|more than)$/i, 0, 0.015],
  [/\b(just|slightly|a little|a bit) (under|below|less than|short of)$/i, 0.015, 0],
  [/\b(at least|no fewer than|no less than|mindestens|minst|au moins|al menos)$/i, 0, 0.2],
  [/\b(over|above|more than|upwards? of|über|mehr als|över|yli|plus de|más de)$/i, 0, 0.1],
  [/\b(nearly|almost|close to|fast|knapp|nästan|lähes|près de|casi)$/i, 0.05, 0],
  [/\b(under|below|less than|fewer than|weniger als|alle|moins de|menos de)$/i, 0.1, 0],
  [/\b(up to|as many as|at most|bis zu|upp till|jopa|jusqu['’]à|hasta)$/i, 0.2, 0],
  [
    /\b(about|around|some|roughly|approximately|an estimated|estimated|circa|ca\.?|etwa|rund|omkring|ungefär|noin|environ|unos|unas)$/i,
    0.1,
    0.1,
  ],
];

/** Fractions in words. */
const FRACTIONS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(nine|9) (?:out of|in) (?:ten|10)\b/i, 0.87, 0.93],
  [/\b(?:three|3)[ -](?:quarters|out of four|in four|fourths)\b/i, 0.72, 0.78],
  [/\b(?:two|2)[ -]thirds\b/i, 0.63, 0.7],
  [/\b(?:four|4)[ -]fifths\b/i, 0.77, 0.83],
  [/\b(?:a|one)[ -]third\b/i, 0.3, 0.37],
  [/\b(?:a|one)[ -]quarter\b/i, 0.22, 0.28],
  [/\b(?:a|one)[ -]fifth\b/i, 0.17, 0.23],
  [/\b(?:one in five)\b/i, 0.17, 0.23],
  [/\b(?:one in ten)\b/i, 0.08, 0.12],
  [/\bhalf of\b|\bhalf the\b/i, 0.45, 0.55],
];

/** No reading is taken as narrower than this part of its value (model.md, "Evidence"). */
const NARROWEST = 0.02;

function hedgeBefore(
  text: string,
  at: number,
): { below: number; above: number; words: string } | null {
  const before = text.slice(Math.max(0, at - 30), at).replace(/[\s\u00a0(]+$/u, '');
  for (const [pattern, below, above] of HEDGES) {
    const match = pattern.exec(before);
    if (match) return { below, above, words: match[0] };
  }
  return null;
}

/** Half a unit of the last digit that is not a trailing nought, as a part of the value: how round it is. */
function roundness(value: number): number {
  const digits = Number(value.toPrecision(12))
    .toString()
    .replace(/^0+|[.]/g, '')
    .replace(/0+$/, '');
  const size = Math.floor(Math.log10(Math.abs(value)));
  return (0.5 * 10 ** (size - digits.length + 1)) / Math.abs(value);
}

interface Found {
  value: number;
  from: number;
  until: number;
}

/** The value with its hedge, or with what its roundness leaves open. */
function spread(text: string, { value, from, until }: Found, step: number): Suggestion {
  const hedge = hedgeBefore(text, from);
  const open = Math.min(0.1, Math.max(NARROWEST, roundness(value)));
  const low = value * (1 - (hedge ? hedge.below : open));
  const high = value * (1 + (hedge ? hedge.above : open));
  const words = `${hedge ? `${hedge.words} ` : ''}${text.slice(from, until).trim()}`;
  return { low: roundDown(low, step), high: roundUp(high, step), words };
}

function roundDown(value: number, step: number): number {
  return Number((Math.floor(value / step + 1e-9) * step).toPrecision(12));
}
function roundUp(value: number, step: number): number {
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}
/** Two digits more than the first. */
function stepOf(value: number): number {
  return value === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
}

const POINT = 0.01;
const hold = (value: number) => Math.min(1, Math.max(0, value));

function suggestShare(text: string): Suggestion | null {
  const range = new RegExp(`(${NUMERAL})(?:${PERCENT})?${TO}(${NUMERAL})${PERCENT}`, 'iu').exec(
    text,
  );
  if (range) {
    const [low, high] = [readNumeral(range[1]!), readNumeral(range[2]!)];
    if (low !== null && high !== null && low <= high && high <= 100)
      return { low: settle(low / 100), high: settle(high / 100), words: range[0].trim() };
  }
  const single = new RegExp(`(${NUMERAL})${PERCENT}`, 'iu').exec(text);
  if (single) {
    const value = readNumeral(single[1]!);
    if (value === 0) return { low: 0, high: POINT, words: single[0].trim() };
    if (value !== null && value <= 100) {
      const found = {
        value: value / 100,
        from: single.index,
        until: single.index + single[0].length,
      };
      const { low, high, words } = spread(text, found, POINT / 2);
      return { low: hold(low), high: hold(high), words };
    }
  }
  const fraction = new RegExp(`(${NUMERAL})${OF}(${NUMERAL})`, 'iu').exec(text);
  if (fraction) {
    const [part, whole] = [readNumeral(fraction[1]!, true), readNumeral(fraction[2]!, true)];
    if (part !== null && whole !== null && whole > 1 && part <= whole && !isYear(fraction[2]!)) {
      const from = fraction.index;
      const hedge = hedgeBefore(text, from);
      const below = hedge ? hedge.below : NARROWEST / 2;
      const above = hedge ? hedge.above : NARROWEST / 2;
      const words = `${hedge ? `${hedge.words} ` : ''}${fraction[0].trim()}`;
      return {
        low: hold(roundDown((part * (1 - below)) / whole, POINT)),
        high: hold(roundUp((part * (1 + above)) / whole, POINT)),
        words,
      };
    }
  }
  for (const [pattern, low, high] of FRACTIONS) {
    const match = pattern.exec(text);
    if (match) return { low, high, words: match[0] };
  }
  return null;
}

function settle(value: number): number {
  return Number(value.toPrecision(12));
}

/** A year standing alone is a date, not a count. */
function isYear(numeral: string): boolean {
  return /^(1[89]|20)\d\d$/.test(numeral);
}

const MONTH =
  /^\s*(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/i;
const CLOCK = /^[:.]\d\d\s*(?:h|uhr|am|pm|o['’]clock)?\b/i;

interface Counted extends Found {
  /** Word right after the number, and the currency beside it. */
  after: string;
  hasMagnitude: boolean;
  hasCurrency: boolean;
}

/** Every number of the text that may count something: no dates, no years, no percentages. */
function countsIn(text: string, whole: boolean): Counted[] {
  const pattern = new RegExp(
    `(?<![\\d.,\\p{L}])(${CURRENCY}\\s*)?(${NUMERAL})(\\s*(?:${WORD}))?(\\s*${CURRENCY})?`,
    'giu',
  );
  const found: Counted[] = [];
  for (const match of text.matchAll(pattern)) {
    const numeral = match[2]!;
    const from = match.index;
    const numeralEnd = from + (match[1]?.length ?? 0) + numeral.length;
    const rest = text.slice(numeralEnd);
    if (new RegExp(`^${PERCENT}`, 'iu').test(rest) || CLOCK.test(rest)) continue;
    if (MONTH.test(rest) && Number(numeral) <= 31) continue;
    const word = (match[3] ?? '').trim();
    const magnitude = word ? magnitudeFromWord(word) : null;
    if (isYear(numeral) && magnitude === null && !match[1] && !match[4]) continue;
    const value = readNumeral(numeral, whole && magnitude === null);
    if (value === null || !(value > 0)) continue;
    if (whole && magnitude === null && !Number.isInteger(value)) continue;
    const hasCurrency =
      match[1] !== undefined ||
      match[4] !== undefined ||
      new RegExp(`^${CURRENCY}`, 'iu').test(word);
    found.push({
      value: value * (magnitude ?? 1),
      from,
      until: from + match[0].length,
      after: word,
      hasMagnitude: magnitude !== null,
      hasCurrency,
    });
  }
  return found;
}

/** Two numbers parted by "to" are one range. A magnitude or currency of the second holds for the first. */
function countRange(text: string, whole: boolean): (Suggestion & { hasCurrency: boolean }) | null {
  const pattern = new RegExp(
    `(?<![\\d.,\\p{L}])(${CURRENCY}\\s*)?(${NUMERAL})(?:\\s*(${WORD}))?${TO}(?:${CURRENCY}\\s*)?(${NUMERAL})(?:\\s*(${WORD}))?(\\s*${CURRENCY})?`,
    'iu',
  );
  const match = pattern.exec(text);
  if (!match) return null;
  const [, before, first, firstWord, second, secondWord, behind] = match;
  if (isYear(first!) || isYear(second!)) return null;
  if (new RegExp(`^${PERCENT}`, 'iu').test(text.slice(match.index + match[0].length))) return null;
  const shared = magnitudeFromWord(secondWord ?? '') ?? 1;
  const own = firstWord ? magnitudeFromWord(firstWord) : null;
  if (firstWord && own === null) return null;
  const low = readNumeral(first!, whole && shared === 1);
  const high = readNumeral(second!, whole && shared === 1);
  if (low === null || high === null) return null;
  const from = low * (own ?? shared);
  const until = high * shared;
  if (!(from < until)) return null;
  const hasCurrency =
    before !== undefined ||
    behind !== undefined ||
    new RegExp(`^${CURRENCY}`, 'iu').test(secondWord ?? '');
  return { low: settle(from), high: settle(until), words: match[0].trim(), hasCurrency };
}

function suggestCount(text: string, unit: Unit): Suggestion | null {
  const money = isMoney(unit);
  const whole = unit === 'people';
  const range = countRange(text, whole);
  if (range && (!money || range.hasCurrency) && (money || !range.hasCurrency))
    return { low: range.low, high: range.high, words: range.words };
  const counts = countsIn(text, whole);
  const fitting = money
    ? counts.filter(({ hasCurrency, hasMagnitude }) => hasCurrency || hasMagnitude)
    : counts.filter(({ hasCurrency }) => !hasCurrency);
  // The largest count of people is the one an article is about; of money the first with a currency.
  const best = money
    ? (fitting.find(({ hasCurrency }) => hasCurrency) ?? fitting[0])
    : fitting.reduce<Counted | undefined>(
        (most, count) => (most === undefined || count.value > most.value ? count : most),
        undefined,
      );
  return best ? spread(text, best, stepOf(best.value)) : null;
}

const DAY_WORDS =
  /(\d+(?:[.,]\d+)?)(?:\s*(?:–|-|to|bis)\s*(\d+(?:[.,]\d+)?))?[\s-]*(days?|weeks?|months?|tage?n?|wochen?|monate?n?|dagar?|veckor?|päivää?|viikkoa?|jours?|semaines?|mois|d[ií]as?|semanas?)\b/iu;

function suggestDays(text: string): Suggestion | null {
  const match = DAY_WORDS.exec(text);
  if (!match) return null;
  const factor = /^(w|v(?!ii)|viik|sem)/i.test(match[3]!) ? 7 : /^mo/i.test(match[3]!) ? 30 : 1;
  const first = readNumeral(match[1]!);
  const second = match[2] === undefined ? null : readNumeral(match[2]);
  if (first === null || first === 0) return null;
  if (second !== null && first <= second)
    return { low: first * factor, high: second * factor, words: match[0] };
  const found = {
    value: first * factor,
    from: match.index,
    until: match.index + match[0].length,
  };
  return spread(text, found, 0.5);
}

/** null where the quote holds no number of this unit. Low and high are in the model's own units. */
export function suggestReading(text: string, unit: Unit): Suggestion | null {
  const line = text.replace(/\s+/gu, ' ');
  switch (unit) {
    case 'share':
      return suggestShare(line);
    case 'people':
    case 'money':
    case 'moneyPerDay':
    case 'moneyPerPersonDay':
    case 'moneyPerPerson':
      return suggestCount(line, unit);
    case 'days':
      return suggestDays(line);
    case 'perDay':
    case 'logit':
    case 'logitPerDay':
    case 'factor':
      // No newspaper writes in these units.
      return null;
    default:
      return unit satisfies never;
  }
}
