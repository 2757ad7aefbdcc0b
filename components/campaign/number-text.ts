/**
 * Numbers as people write and read them: "15 M", "15,5", "80 %", "€5–40 M". Reading forgives, writing is plain:
 * spaces are ordinary ones, so that what is read aloud, tested and copied is the same text.
 */
import { isMoney, type Unit } from '../../lib/model/parameters.ts';
import type { Range } from '../../lib/model/range.ts';
import { isKnown } from '../../lib/model/range.ts';
import { LOCALE, messages } from '../../lib/messages/messages.ts';

/** What a number counts, and in whose money. */
export interface NumberSetting {
  unit: Unit;
  /** ISO code. */
  currency: string;
}

const MILLION = 1e6;
const BILLION = 1e9;
const MINUS = '−';

/** Making a formatter costs a hundred times what using it does, and a moving slider writes some hundred numbers. */
const formatters = new Map<string, Intl.NumberFormat>();
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const made = formatters.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  formatters.set(key, made);
  return made;
}

function plain(value: number, most: { significant?: number; decimals?: number }): string {
  const text = formatter({
    ...(most.significant === undefined ? {} : { maximumSignificantDigits: most.significant }),
    ...(most.decimals === undefined ? {} : { maximumFractionDigits: most.decimals }),
  }).format(value);
  return text === '-0' ? '0' : text.replace('-', MINUS);
}

/** Percent without its sign: whole from 10 up, finer below, and never "100" for what is not quite all. */
function percent(share: number): string {
  const value = share * 100;
  const size = Math.abs(value);
  if (size > 99 && size < 100) return plain(value, { decimals: size > 99.9 ? 2 : 1 });
  return plain(value, { decimals: size >= 10 ? 0 : size >= 1 ? 1 : 2 });
}

type Magnitude = 1 | typeof MILLION | typeof BILLION;

function magnitudeOf(value: number, unit: Unit): Magnitude {
  if (!isMoney(unit) && unit !== 'people') return 1;
  const size = Math.abs(value);
  return size >= BILLION ? BILLION : size >= MILLION ? MILLION : 1;
}

const magnitudeWord = (magnitude: Magnitude) =>
  magnitude === BILLION
    ? ` ${messages.numbers.billion}`
    : magnitude === MILLION
      ? ` ${messages.numbers.million}`
      : '';

function digits(value: number, unit: Unit, magnitude: Magnitude): string {
  if (unit === 'share') return percent(value);
  if (magnitude > 1) return plain(value / magnitude, { significant: 3 });
  const size = Math.abs(value);
  return plain(value, size >= 1000 ? { decimals: 0 } : { significant: 3 });
}

const signs = new Map<string, string>();
/** ISO 4217 for no currency at all: a campaign that is nowhere in particular. */
const NO_CURRENCY = 'XXX';

/** The sign of a currency where it has one ("€"), otherwise its code and a space ("CHF "); of none, nothing. */
export function currencySign(currency: string): string {
  if (currency === NO_CURRENCY) return '';
  const known = signs.get(currency);
  if (known !== undefined) return known;
  const { value } = formatter({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')!;
  const sign = value.length > 1 ? `${value} ` : value;
  signs.set(currency, sign);
  return sign;
}

let currencyNames: Intl.DisplayNames | undefined;

/** "euros of 2019" as "EUR of 2019" stays readable in every language; the name is the browser's own. */
export function currencyOfYear(currency: string, year: number): string {
  if (currency === NO_CURRENCY) return messages.numbers.anyMoney;
  currencyNames ??= new Intl.DisplayNames(LOCALE, { type: 'currency' });
  return messages.numbers.ofYear(currencyNames.of(currency) ?? currency, year);
}

function prefix({ unit, currency }: NumberSetting): string {
  return isMoney(unit) ? currencySign(currency) : '';
}

/** A value in words and signs: "€15 M", "80 %", "9,000 people", "45 days". */
export function formatValue(value: number, setting: NumberSetting): string {
  const { unit } = setting;
  const magnitude = magnitudeOf(value, unit);
  const sign = value < 0 ? MINUS : '';
  const body = digits(Math.abs(value), unit, magnitude);
  return `${sign}${prefix(setting)}${body}${magnitudeWord(magnitude)}${messages.numbers.after[unit]}`;
}

/** Two ends as one: "€5–40 M", "55–65 %"; "−0.02 to 0.04" where a sign would read as a dash. */
export function formatSpan(low: number, high: number, setting: NumberSetting): string {
  const { unit } = setting;
  const magnitude = magnitudeOf(Math.max(Math.abs(low), Math.abs(high)), unit);
  const end = (value: number) =>
    `${value < 0 ? MINUS : ''}${digits(Math.abs(value), unit, value === 0 ? 1 : magnitude)}`;
  const between = low < 0 ? ' to ' : '–';
  const [from, to] = [end(low), end(high)];
  const body = from === to ? to : `${from}${between}${to}`;
  return `${prefix(setting)}${body}${magnitudeWord(magnitude)}${messages.numbers.after[unit]}`;
}

/** Typical value with its ends: "60 % (20–90)"; the value alone where it is known exactly. */
export function formatRange(range: Range, setting: NumberSetting): string {
  const typical = formatValue(range.typical, setting);
  if (isKnown(range)) return typical;
  const { unit } = setting;
  const magnitude = magnitudeOf(range.typical, unit);
  const end = (value: number) =>
    `${value < 0 ? MINUS : ''}${digits(Math.abs(value), unit, magnitude)}`;
  return `${typical} (${end(range.low)}${range.low < 0 ? ' to ' : '–'}${end(range.high)})`;
}

/** What stands in an entry box: "15 M", "80 %", "9,000". Six digits, so that a careful entry is not rounded away. */
export function editText(value: number, unit: Unit): string {
  if (unit === 'share')
    return `${plain(value * 100, { significant: 6 })}${messages.numbers.after.share}`;
  const magnitude = magnitudeOf(value, unit);
  if (magnitude > 1)
    return `${plain(value / magnitude, { significant: 6 })}${magnitudeWord(magnitude)}`;
  return plain(value, Math.abs(value) >= 1e5 ? { decimals: 2 } : { significant: 6 });
}

/** Words for thousands, millions and billions in the languages that our readers' news is written in. */
const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/^(k|tsd|thousand|tuhatta|tusen|mille|mil|tausend|duizend|tysięcy)$/i, 1e3],
  [
    /^(m|mn|mio|mill|milj|mln|millions?|millionen|miljoonaa?|miljon(er)?|millioner|millones|millón|milioni|milhões|miljoen)$/i,
    1e6,
  ],
  [/^(bn|b|mrd|md|mdr|billions?|milliarden?|milliards?|miljardi?a?|miljard(er)?|miliardi)$/i, 1e9],
];

export function magnitudeFromWord(word: string): number | null {
  const bare = word.replace(/\.$/, '');
  return MAGNITUDES.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

/**
 * The number that a run of digits, points, commas and spaces stands for, by either habit: "15,5", "15.5",
 * "1,234.5", "1.234,5", "15 000". One comma before exactly three digits parts thousands, one point does so only
 * where the number must be whole. null where it is none.
 */
export function readNumeral(text: string, whole = false): number | null {
  const bare = text
    .replace(/^[−–]/, '-')
    .replace(/(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d{3}(?!\d))/g, '');
  if (!/^[+-]?(\d[\d.,]*|[.,]\d+)$/.test(bare)) return null;
  const marks = bare.match(/[.,]/g) ?? [];
  const last = marks[marks.length - 1];
  const grouped = (mark: string) => new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${mark}\\d{3})+$`).test(bare);
  const decimal = (mark: string) =>
    Number(bare.replaceAll(mark === ',' ? '.' : ',', '').replace(mark, '.'));

  if (last === undefined) return Number(bare);
  if (new Set(marks).size === 2) {
    // The mark that comes last is the decimal one; those before it must part threes.
    const other = last === ',' ? '.' : ',';
    if (marks.filter((mark) => mark === last).length > 1) return null;
    const head = bare.slice(0, bare.lastIndexOf(last));
    if (!new RegExp(`^[+-]?\\d{1,3}(\\${other}\\d{3})+$`).test(head)) return null;
    return decimal(last);
  }
  if (marks.length > 1) return grouped(last) ? Number(bare.replaceAll(last, '')) : null;
  if (grouped(last) && (last === ',' || whole)) return Number(bare.replace(last, ''));
  return decimal(last);
}

/**
 * What a person typed, as a value of the model; null where it is not a number. Percent signs, currency signs and
 * words for millions may stand or be left out.
 * @param near the value that stood there: a bare "15,5" in a box of millions means millions, "15000000" does not.
 */
export function parseText(text: string, unit: Unit, near: number): number | null {
  const trimmed = text
    .trim()
    .replace(/^(\p{Sc}|[A-Z]{3}\b)\s*/u, '')
    .replace(/\s*(\p{Sc}|\b[A-Z]{3})$/u, '')
    .replace(/^([−–-])\s*\p{Sc}\s*/u, '$1');
  const match =
    /^([+\-−–]?[\d.,][\d.,\s\u00a0\u202f\u2009'’]*?)\s*(%|[\p{L}.]+)?(?:\s+(people|days?))?$/u.exec(
      trimmed,
    );
  if (!match) return null;
  const word = match[2];
  const magnitudeWritten = word === undefined ? null : magnitudeFromWord(word);
  // "1.001 M people" is a little over a million; "1.001 people" can only be a thousand and one.
  const value = readNumeral(match[1]!, unit === 'people' && magnitudeWritten === null);
  if (value === null || !Number.isFinite(value)) return null;
  if (unit === 'share') return word === undefined || word === '%' ? value / 100 : null;
  if (word !== undefined) {
    if (/^(people|days?)$/.test(word)) return value;
    return magnitudeWritten === null ? null : settle(value * magnitudeWritten);
  }
  const magnitude = magnitudeOf(near, unit);
  if (magnitude === 1 || value === 0) return value;
  const distance = (candidate: number) => Math.abs(Math.log(Math.abs(candidate) / Math.abs(near)));
  const scaled = settle(value * magnitude);
  return distance(scaled) < distance(value) ? scaled : value;
}

/** 4.1 × 1e6 is 4099999.9999999995: what was typed with a decimal is kept as typed. */
function settle(value: number): number {
  return Number(value.toPrecision(15));
}
