import { LOCALE, messages } from '../../lib/messages/messages.ts';
import type { ReportedKind } from '../../lib/model/action-kinds.ts';
import { PublishedDate } from '../../lib/model/identity.ts';

/** How a clip's codes are said to people, and how what people type becomes codes again. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made when first asked for, and once: making one takes a millisecond, and a list says a date in every row. */
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(LOCALE, options)));
  return format;
}

const monthName = (month: number) =>
  dateFormat({ month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2019, month, 1))
    .toLowerCase();
const MONTHS = Array.from({ length: 12 }, (_, month) => month);

function civilParts(date: string, month: 'long' | 'short'): string {
  const [year, monthNumber, day] = date.split('-').map(Number) as [number, number?, number?];
  if (monthNumber === undefined) return String(year);
  // Civil dates have no time zone; UTC on both sides keeps the machine's own out of it.
  return dateFormat({
    year: 'numeric',
    month,
    ...(day === undefined ? {} : { day: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(Date.UTC(year, monthNumber - 1, day ?? 1));
}

/** "25 November 2019, 08:10" as the article's own clock had it; what is no date comes back as typed. */
export function publishedWords(text: string, month: 'long' | 'short' = 'long'): string {
  const value = text.trim();
  if (!PublishedDate.safeParse(value).success) return text;
  const [date, time] = value.split('T') as [string, string?];
  const words = civilParts(date, month);
  if (time === undefined || month === 'short') return words;
  return `${words}, ${time.slice(0, 5)}${time.endsWith('Z') ? ' UTC' : ''}`;
}

/** The day an instant falls on, on this machine's calendar. */
export function dayWords(instant: string, month: 'long' | 'short' = 'long'): string {
  return dateFormat({ day: 'numeric', month, year: 'numeric' }).format(new Date(instant));
}

/** "today", "3 days ago". */
export function agoWords(instant: string, now: Date): string {
  const startOfDay = (date: Date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  const days = startOfDay(now) - startOfDay(new Date(instant));
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
  if (days < 31) return relative.format(-days, 'day');
  if (days < 365) return relative.format(-Math.round(days / 30.4), 'month');
  return relative.format(-Math.round(days / 365.25), 'year');
}

/**
 * Reads a date as precise as it was typed: 2019, 2019-11, 2019-11-25, an instant with offset, and what people
 * write: 25.11.2019, 25 November 2019, November 2019. null for nothing, undefined for what is no date.
 */
export function readPublished(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const candidates = [typed, typed.replace(' ', 'T')];
  // Minutes without seconds are common in pages; the model's instants have both.
  candidates.push(candidates[1]!.replace(/(T\d{2}:\d{2})(?!:)(?=Z|[+-])/, '$1:00'));
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed);
  if (dotted?.[0].includes('.')) {
    candidates.push(`${dotted[3]}-${dotted[2]!.padStart(2, '0')}-${dotted[1]!.padStart(2, '0')}`);
  }
  const written = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3,})\.?,?\s+(\d{4})$/u.exec(typed);
  if (written) {
    const month =
      MONTHS.findIndex((each) => monthName(each).startsWith(written[2]!.toLowerCase())) + 1;
    const day = written[1] === undefined ? '' : `-${written[1].padStart(2, '0')}`;
    if (month > 0) candidates.push(`${written[3]}-${String(month).padStart(2, '0')}${day}`);
  }
  return candidates.find((candidate) => PublishedDate.safeParse(candidate).success);
}

/** Languages a reader of labour news may type by name; any code is taken as well. */
const NAMED_LANGUAGES =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no om pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th ti tk tl tr uk ur uz vi xh yo yi zh zu'.split(
    ' ',
  );
let languageNames: Intl.DisplayNames | undefined;

/** "Finnish" for fi; what is no code comes back as typed. */
export function languageWords(text: string): string {
  const code = text.trim();
  if (code === '') return '';
  try {
    // Made when first asked for: it takes a sixth of the time in which a library opens.
    languageNames ??= new Intl.DisplayNames(LOCALE, { type: 'language', fallback: 'code' });
    return languageNames.of(code) ?? text;
  } catch {
    return text;
  }
}

/** The code of a language typed by code or by name; "" for nothing, undefined for what is neither. */
export function readLanguage(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return '';
  const name = typed.toLowerCase();
  const named = NAMED_LANGUAGES.find((code) => languageWords(code).toLowerCase() === name);
  if (named !== undefined) return named;
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(typed) || typed.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(typed)[0];
  } catch {
    return undefined;
  }
}

/** "A. Berg, B. Niemi and 3 others". */
export function authorsWords(authors: readonly string[], most = 2): string {
  if (authors.length <= most) return authors.join(', ');
  return messages.library.authorsAndOthers(
    authors.slice(0, most).join(', '),
    authors.length - most,
  );
}

export function kindsWords(kinds: readonly ReportedKind[]): string {
  return kinds.map((kind) => messages.kinds.names[kind]).join(', ');
}
