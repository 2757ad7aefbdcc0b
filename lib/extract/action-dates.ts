import type { ReportedDate, ReportedDateRole } from '../model/action-kinds.ts';
import { DATE_WORDS, type DateWords } from './action-date-words.ts';
import { LEAD, wordsAt, type Field } from './action-fields.ts';
import type { Finders } from './action-finders.ts';
import type { LexiconLanguage } from './action-lexicon.ts';
import type { Token } from './tokens.ts';

/**
 * When what is reported begins and ends: dates in the sentences of title and first lines that speak of it. A day
 * without its year belongs to the year that brings it nearest to the article's publication, half a year at most; a
 * weekday to the week before or after it, as the tense of its sentence says. Where the words leave that open there is
 * no date.
 */
const MOST_DATES = 3;
const DAY_MS = 86_400_000;
const FILLERS = 3;

type Test = (word: string) => boolean;

interface Reader {
  months: Test[];
  weekdays: Test[];
  is: Record<Exclude<keyof DateWords, 'months' | 'weekdays'>, Test>;
}

const readers = new Map<LexiconLanguage, Reader>();

function testOf(words: string): Test {
  const exact = new Set<string>();
  const stems: string[] = [];
  for (const word of words.split(/[ |]/)) {
    if (word.endsWith('*')) stems.push(word.slice(0, -1));
    else if (word !== '') exact.add(word);
  }
  return (word) => exact.has(word) || stems.some((stem) => word.startsWith(stem));
}

function readerOf(language: LexiconLanguage): Reader {
  let reader = readers.get(language);
  if (!reader) {
    const { months, weekdays, ...lists } = DATE_WORDS[language];
    reader = {
      months: months.split(' ').map(testOf),
      weekdays: weekdays.split(' ').map(testOf),
      is: Object.fromEntries(
        Object.entries(lists).map(([name, words]) => [name, testOf(words)]),
      ) as Reader['is'],
    };
    readers.set(language, reader);
  }
  return reader;
}

const utc = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** The civil date, or null where there is none such: 31 February. */
function civil(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 &&
    year <= 2200 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
    ? isoOf(date.getTime())
    : null;
}

function nearestYear(month: number, day: number, published: string | undefined): string | null {
  if (published === undefined) return null;
  const year = Number(published.slice(0, 4));
  for (const each of [year, year + 1, year - 1]) {
    const date = civil(each, month, day);
    if (date !== null && Math.abs(utc(date) - utc(published)) <= 183 * DAY_MS) return date;
  }
  return null;
}

/** A date as it stands in tokens from (included) to (excluded). */
interface Found {
  from: number;
  to: number;
  date: string;
  role: ReportedDateRole;
}

export function readDates(
  fields: readonly Field[],
  finders: Finders,
  published: string | undefined,
): ReportedDate[] {
  const reader = readerOf(finders.language);
  const dates: ReportedDate[] = [];
  for (const field of fields) {
    const end = field.tokens.findIndex(({ start }) => start >= LEAD);
    const tokens = end < 0 || field.name === 'title' ? field.tokens : field.tokens.slice(0, end);
    const spoken = new Set(
      [...finders.strikeWords.find(tokens), ...finders.clues.find(tokens)].map(
        ({ from }) => tokens[from]!.sentence,
      ),
    );
    for (let first = 0; first < tokens.length;) {
      const { sentence } = tokens[first]!;
      let after = first + 1;
      while (after < tokens.length && tokens[after]!.sentence === sentence) after++;
      if (spoken.has(sentence)) {
        const inSentence = { ...field, tokens: tokens.slice(0, after) };
        for (const { from, to, date, role } of datesOf(inSentence, first, reader, published)) {
          if (dates.length >= MOST_DATES) return dates;
          // "on" adds nothing where the same day is known to be its first or last.
          if (dates.some((other) => other.date === date && (other.role === role || role === 'on')))
            continue;
          dates.push({ ...wordsAt(field, from, to), date, role });
        }
      }
      first = after;
    }
  }
  return dates;
}

function datesOf(
  field: Field,
  first: number,
  reader: Reader,
  published: string | undefined,
): Found[] {
  const { tokens } = field;
  const found: Found[] = [];
  const { is } = reader;
  const isSaid = (test: Test) => tokens.slice(first).some(({ word }) => test(word));
  const began = isSaid(is.began);
  const willBegin = isSaid(is.willBegin);
  const roleAt = (from: number, to: number): ReportedDateRole => {
    for (let at = from - 1; at >= first && from - at <= FILLERS + 1; at--) {
      const { word } = tokens[at]!;
      if (is.until(word)) return 'end';
      if (is.from(word)) return 'begin';
      if (!is.filler(word)) break;
    }
    const next = tokens[to]?.word;
    if (next !== undefined && is.untilAfter(next)) return 'end';
    if (next !== undefined && is.from(next)) return 'begin';
    return 'on';
  };
  /** What the verbs of the sentence say where no word beside the date does; a verb of ending near before it counts. */
  const roleBySentence = (role: ReportedDateRole, from: number): ReportedDateRole => {
    if (role !== 'on') return role;
    const near = tokens.slice(Math.max(first, from - 4), from);
    if (near.some(({ word }) => is.ends(word))) return 'end';
    return near.some(({ word }) => is.begins(word)) ? 'begin' : 'on';
  };

  /** "…, the union announced on Monday". */
  const isOnlySaid = (at: number) =>
    tokens.slice(Math.max(first, at - 3), at).some(({ word }) => is.said(word));

  for (let at = first; at < tokens.length; at++) {
    const day = dayMonthAt(field, first, at, reader, published);
    if (day) {
      const previous = found.at(-1);
      // "6 April to 8 April" is one stretch.
      const isStretch = previous?.to === day[0]!.from - 1 && is.through(tokens[previous.to]!.word);
      if (isStretch && previous.role === 'on') previous.role = 'begin';
      for (const { from, to, date, role } of day) {
        const own = isStretch ? 'end' : roleBySentence(roleAt(from, to), from);
        found.push({ from, to, date, role: role ?? own });
      }
      at = day.at(-1)!.to - 1;
      continue;
    }
    if (published === undefined || isOnlySaid(at)) continue;
    const { word } = tokens[at]!;
    if (is.yesterday(word) || is.tomorrow(word)) {
      const days = is.yesterday(word) ? -1 : 1;
      const date = isoOf(utc(published) + days * DAY_MS);
      found.push({ from: at, to: at + 1, date, role: 'on' });
      continue;
    }
    const weekday = reader.weekdays.findIndex((test) => test(word));
    // "Tuesday, 3 May" is dated by what follows.
    const isDated = [at + 1, at + 2].some(
      (next) => next < tokens.length && dayMonthAt(field, first, next, reader, published),
    );
    if (weekday < 0 || isDated) continue;
    let role = roleBySentence(roleAt(at, at + 1), at);
    if (/sta$|stä$/.test(word) && role === 'on') role = 'begin';
    const date = weekdayDate(weekday, role, { began, willBegin }, published);
    if (date !== null) found.push({ from: at, to: at + 1, date, role });
  }
  return found;
}

function weekdayDate(
  weekday: number,
  role: ReportedDateRole,
  { began, willBegin }: { began: boolean; willBegin: boolean },
  published: string,
): string | null {
  const today = (new Date(utc(published)).getUTCDay() + 6) % 7;
  const ahead = (weekday - today + 7) % 7;
  if (ahead === 0) return role === 'end' ? null : published;
  const isPast = role !== 'end' && began && !willBegin;
  const isFuture = role === 'end' || (willBegin && !began) || (role === 'begin' && !began);
  if (isPast === isFuture) return null;
  return isoOf(utc(published) + (isPast ? ahead - 7 : ahead) * DAY_MS);
}

type FoundDay = Omit<Found, 'role'> & { role?: ReportedDateRole };

const numberOf = (token: Token | undefined, most: number): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(token?.word ?? '');
  const number = digits ? Number(digits[1]) : 0;
  return number >= 1 && number <= most ? number : null;
};

const yearOf = (token: Token | undefined): number | null =>
  /^(18|19|20|21)\d\d$/.test(token?.word ?? '') ? Number(token!.word) : null;

/** 25.11.2019 · 25.11. · 25 November (2019) · November 25 · 14 to 18 October: at this token, or null. */
function dayMonthAt(
  field: Field,
  first: number,
  at: number,
  reader: Reader,
  published: string | undefined,
): FoundDay[] | null {
  const { tokens, content } = field;
  const sign = (index: number) =>
    index + 1 < tokens.length
      ? content.slice(tokens[index]!.end, tokens[index + 1]!.start)
      : content.slice(tokens[index]!.end, tokens[index]!.end + 1);
  const resolve = (year: number | null, month: number, day: number) =>
    year === null ? nearestYear(month, day, published) : civil(year, month, day);
  const one = (from: number, to: number, date: string | null): FoundDay[] | null =>
    date === null ? null : [{ from, to, date }];

  const day = numberOf(tokens[at], 31);
  if (day !== null) {
    const month = numberOf(tokens[at + 1], 12);
    const parting = sign(at);
    if (month !== null && (parting === '.' || parting === '/')) {
      const year = sign(at + 1) === parting ? yearOf(tokens[at + 2]) : null;
      if (year !== null) return one(at, at + 3, civil(year, month, day));
      // Without its year a date keeps its last dot: 25.11. is a date, 2.5 a number.
      if (parting === '.' && sign(at + 1).startsWith('.')) {
        return one(at, at + 2, resolve(null, month, day));
      }
    }
    // 25 (of) November (de) 2019, and before it perhaps "14 to".
    let next = at + 1;
    while (next < tokens.length && next <= at + 2 && reader.is.filler(tokens[next]!.word)) next++;
    const named = monthAt(tokens[next], reader);
    if (named !== null && !/[,;:]/.test(sign(at))) {
      let last = next + 1;
      if (reader.is.filler(tokens[last]?.word ?? '') && yearOf(tokens[last + 1]) !== null) last++;
      const year = yearOf(tokens[last]);
      const to = year === null ? next + 1 : last + 1;
      const date = resolve(year, named, day);
      if (date === null) return null;
      const isJoined = at - 2 >= first && reader.is.through(tokens[at - 1]!.word);
      const isDashed = at - 1 >= first && /^\.?\s?[–—-]\s?$/.test(sign(at - 1));
      const low = isDashed ? at - 1 : at - 2;
      const begin = isJoined || isDashed ? numberOf(tokens[low], 31) : null;
      const beginDate = begin !== null && begin < day ? resolve(year, named, begin) : null;
      return beginDate === null
        ? [{ from: at, to, date }]
        : [
            { from: low, to, date: beginDate, role: 'begin' },
            { from: low, to, date, role: 'end' },
          ];
    }
    return null;
  }
  // November 25(, 2019), as Americans have it.
  const month = monthAt(tokens[at], reader);
  const dayAfter = month === null ? null : numberOf(tokens[at + 1], 31);
  if (month === null || dayAfter === null || !/^\.?\s$/.test(sign(at))) return null;
  const year = /^,?\s$/.test(sign(at + 1)) ? yearOf(tokens[at + 2]) : null;
  return one(at, at + (year === null ? 2 : 3), resolve(year, month, dayAfter));
}

function monthAt(token: Token | undefined, reader: Reader): number | null {
  if (!token) return null;
  const month = reader.months.findIndex((test) => test(token.word));
  return month < 0 ? null : month + 1;
}
