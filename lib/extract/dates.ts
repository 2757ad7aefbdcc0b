/** Reading printed and marked-up dates: ISO out, with the precision and the offset that the source has. */

const EARLIEST_YEAR = 1700;
const DAY_MS = 86_400_000;

interface Civil {
  year: number;
  month: number;
  day: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

function isCivil({ year, month, day }: Civil): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const iso = ({ year, month, day }: Civil): string => `${year}-${two(month)}-${two(day)}`;

/** "+0200", "+02", "-5:00", "UTC", "EST" → "+02:00"; null where it is none. */
function offsetOf(text: string): string | null {
  const zone = text.trim().toUpperCase();
  if (/^(Z|UTC|GMT|\+?00:?00|-00:?00)$/.test(zone)) return 'Z';
  const parts = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (parts) {
    const hours = Number(parts[2]);
    const minutes = Number(parts[3] ?? 0);
    if (hours > 14 || minutes > 59) return null;
    return `${parts[1]}${two(hours)}:${two(minutes)}`;
  }
  // Only names that mean one offset. "BST" and "IST" mean several, "CST" too, but in dates of the web the American.
  const named: Record<string, string> = {
    EST: '-05:00',
    EDT: '-04:00',
    CST: '-06:00',
    CDT: '-05:00',
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
    PDT: '-07:00',
    CET: '+01:00',
    CEST: '+02:00',
    MEZ: '+01:00',
    MESZ: '+02:00',
    EET: '+02:00',
    EEST: '+03:00',
    MSK: '+03:00',
  };
  return Object.hasOwn(named, zone) ? named[zone] : null;
}

const TIME =
  /(?:^|[\sT,|–—-])(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?\s?m\.?)?\s*(Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|[A-Z]{3,4}\b)?/i;

/** With a time and its offset an instant; a time without offset is not known to be an instant: the day stays. */
function withTime(civil: Civil, rest: string): string {
  const time = TIME.exec(rest);
  if (!time || !time[5]) return iso(civil);
  const offset = offsetOf(time[5]);
  let hours = Number(time[1]);
  const minutes = Number(time[2]);
  const seconds = Number(time[3] ?? 0);
  if (time[4]) hours = (hours % 12) + (/p/i.test(time[4]) ? 12 : 0);
  if (offset === null || hours > 23 || minutes > 59 || seconds > 59) return iso(civil);
  return `${iso(civil)}T${two(hours)}:${two(minutes)}:${two(seconds)}${offset}`;
}

/** Digits of other scripts and full-width forms as 0–9. */
function westernDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    if (digit >= '0' && digit <= '9') return digit;
    // Decimal digits stand in runs of ten in Unicode; count back to the zero of the run.
    const code = digit.codePointAt(0)!;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value % 10);
  });
}

/** Languages whose month names are tried after the page's own. */
const LANGUAGES =
  'en de es fr it pt nl sv nb da fi is pl cs sk hu ro ru uk bg sr hr bs sl mk sq el tr et lv lt ca eu gl ga cy id ms vi sw af zu ar fa he hi bn ta te th ka hy az kk'.split(
    ' ',
  );

const monthTables = new Map<string, Map<string, number>>();

function bareMonth(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.’']+$/u, '');
}

/** Month names and their short forms, as they stand alone and in a date ("marraskuu", "marraskuuta"). */
function monthsOf(language: string): Map<string, number> {
  const known = monthTables.get(language);
  if (known) return known;
  const table = new Map<string, number>();
  try {
    const tag = `${language}-u-ca-gregory-nu-latn`;
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { day: 'numeric', month: 'long', year: 'numeric' },
      { day: 'numeric', month: 'short', year: 'numeric' },
    ] as Intl.DateTimeFormatOptions[]) {
      const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2001, month - 1, 15));
        const name = bareMonth(parts.find((part) => part.type === 'month')?.value ?? '');
        // Chinese, Japanese, Korean months are numbers; they have a pattern of their own.
        if (name && !/\d/.test(name) && !table.has(name)) table.set(name, month);
      }
    }
  } catch {
    // A language tag that this browser does not know has no names to offer.
  }
  if (language === 'en') table.set('sept', 9);
  monthTables.set(language, table);
  return table;
}

function monthNumber(word: string, language: string): number | null {
  const name = bareMonth(word);
  if (name.length < 2) return null;
  const own = /^[a-z]{2,3}/i.exec(language)?.[0].toLowerCase();
  for (const tried of own ? [own, ...LANGUAGES] : LANGUAGES) {
    const table = monthsOf(tried);
    const month = table.get(name);
    if (month !== undefined) return month;
  }
  return null;
}

/** American pages write the month first; most of the world, English included, does not. */
function isMonthFirst(language: string): boolean {
  return /^en(-(us|ca|ph))?$/i.test(language) || language === '';
}

interface Options {
  /** BCP 47 or "": for month names and the order of day and month. */
  language: string;
}

/**
 * The first date that stands in the text, as ISO: an instant with offset, a day, a month or a year, as precise
 * as the text is. null where there is none.
 */
export function parseDate(text: string, { language }: Options): string | null {
  const line = westernDigits(text.slice(0, 400)).replace(/\s+/g, ' ').trim();
  if (!line) return null;

  if (/^\d{10}(\d{3})?$/.test(line)) {
    const time = Number(line) * (line.length === 10 ? 1000 : 1);
    return new Date(time).toISOString().replace('.000', '');
  }
  let match = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(line);
  match ??= /^(\d{4})(\d{2})(\d{2})(?=$|T|\s)/.exec(line);
  // 2019年11月25日, 2019년 11월 25일
  match ??= /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(line);
  if (match) {
    const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
    if (isCivil(civil)) {
      return withTime(
        civil,
        line.slice(match.index + match[0].length).replace(/^T(\d{2})(\d{2})(\d{2})?/, 'T$1:$2'),
      );
    }
  }
  match = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/.exec(line);
  if (match) {
    const [, first, sign, second, yearText] = match;
    let [day, month] = [Number(first), Number(second)];
    if (month > 12 || (sign !== '.' && day <= 12 && isMonthFirst(language)))
      [day, month] = [month, day];
    const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
    const civil = { year, month, day };
    if (isCivil(civil)) return withTime(civil, line.slice(match.index + match[0].length));
  }
  // 25. November 2019 · 25 de noviembre de 2019 · 25 November, 2019 · Mon, 25 Nov 2019 08:10:00 +0200
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s.,-]{0,3}(?:(?:de|di|d’|d'|of)\s?)?([\p{L}\p{M}]{2,20})[.,]?[\s-]{0,2}(?:(?:de|del|di|ל|з|г)\s)?,?\s?(\d{4})(?!\d)/gu;
  // November 25, 2019 · Nov. 25 2019 · Mon Nov 25 2019
  const monthFirst =
    /(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,20})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,|\s|\sat\s.{0,20}?)\s?(\d{4})(?!\d)/gu;
  // Mon Nov 25 08:10:00 +0200 2019
  const yearLast =
    /(?<![\p{L}\p{M}])(\p{L}{3})\s(\d{1,2})\s(\d{1,2}:\d{2}:\d{2}\s(?:[A-Z]{3,4}|[+-]\d{4})?)\s?(\d{4})(?!\d)/gu;
  // 2019. november 25. · 2019 m. lapkričio 25 d.
  const yearFirst =
    /(?<!\d)(\d{4})(?:\.|\s?m\.)?\s([\p{L}\p{M}]{2,20})\.?\s(\d{1,2})(?!\d|[:.]\d)/gu;
  const vietnamese = /(?<!\d)(\d{1,2})\stháng\s(\d{1,2}),?\s(?:năm\s)?(\d{4})(?!\d)/u.exec(
    line.normalize('NFC'),
  );
  if (vietnamese) {
    const [day, month, year] = vietnamese.slice(1, 4).map(Number) as [number, number, number];
    if (isCivil({ year, month, day })) return iso({ year, month, day });
  }
  for (const found of line.matchAll(yearLast)) {
    const month = monthNumber(found[1], language);
    const civil = { year: Number(found[4]), month: month ?? 0, day: Number(found[2]) };
    if (month !== null && isCivil(civil)) return withTime(civil, ` ${found[3]}`);
  }
  for (const found of line.matchAll(dayFirst)) {
    const month = monthNumber(found[2], language);
    const civil = { year: Number(found[3]), month: month ?? 0, day: Number(found[1]) };
    if (month !== null && isCivil(civil))
      return withTime(civil, line.slice(found.index + found[0].length));
  }
  for (const found of line.matchAll(monthFirst)) {
    const month = monthNumber(found[1], language);
    const civil = { year: Number(found[3]), month: month ?? 0, day: Number(found[2]) };
    if (month !== null && isCivil(civil))
      return withTime(civil, line.slice(found.index + found[0].length));
  }
  for (const found of line.matchAll(yearFirst)) {
    const month = monthNumber(found[2], language);
    const civil = { year: Number(found[1]), month: month ?? 0, day: Number(found[3]) };
    if (month !== null && isCivil(civil))
      return withTime(civil, line.slice(found.index + found[0].length));
  }
  match = /^(\d{4})(?:-(\d{2}))?$/.exec(line);
  if (match && Number(match[2] ?? 1) >= 1 && Number(match[2] ?? 1) <= 12) return line;
  return null;
}

/**
 * Can an article have been published then? Not in the year 1, where empty database fields end, not at the epoch,
 * not after tomorrow (a day of grace for time zones).
 */
export function isPlausible(date: string, now: number): boolean {
  if (Number(date.slice(0, 4)) < EARLIEST_YEAR || date.startsWith('1970-01-01')) return false;
  const time = Date.parse(date.length === 4 ? `${date}-01-01` : date);
  return Number.isFinite(time) && time <= now + DAY_MS;
}

/** The date in an address (/2019/11/25/, /2019-11-25-, -20191125): a day, or a month where only that stands there. */
export function dateInAddress(address: string): string | null {
  let path: string;
  try {
    path = new URL(address).pathname;
  } catch {
    return null;
  }
  const day =
    /(?:^|[/_.-])((?:19|20)\d{2})[/_.-](\d{1,2})[/_.-](\d{1,2})(?=$|[/_.-])/.exec(path) ??
    /(?:^|[/_.-])((?:19|20)\d{2})(\d{2})(\d{2})(?=$|[/_.-])/.exec(path) ??
    /(?:^|\/)((?:19|20)\d{2})\/(\d{2})(\d{2})(?=\/)/.exec(path);
  if (day) {
    const civil = { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) };
    if (isCivil(civil)) return iso(civil);
  }
  // /2019/nov/25/, as some papers write it
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path);
  if (named) {
    const month = monthNumber(named[2], 'en');
    const civil = { year: Number(named[1]), month: month ?? 0, day: Number(named[3]) };
    if (month !== null && isCivil(civil)) return iso(civil);
  }
  const month = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/.exec(path);
  return month ? `${month[1]}-${month[2]}` : null;
}
