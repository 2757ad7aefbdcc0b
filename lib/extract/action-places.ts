import type { ReportSuggestion } from '../model/action-kinds.ts';
import { LEAD, wordsAt, type Field } from './action-fields.ts';
import type { LexiconLanguage } from './action-lexicon.ts';
import { NO_PLACES, PLACE_NAMES } from './action-place-names.ts';
import type { Token } from './tokens.ts';

/**
 * Where it happens, from title and first lines, and only where the words say "where": the dateline of a wire; "in"
 * before a name with a capital, in languages that write only names so; a name of the short list after "in" or in the
 * Finnish cases for it. Many are missed. A name followed by a noun ("in Tesla workshops") is whose, not where.
 */
const MOST_PLACES = 3;
const LONGEST_NAME = 3;

type Place = ReportSuggestion['places'][number];

/** Before a place; for German, Finnish and half of the French ones only before those of the list. */
const IN: Partial<Record<LexiconLanguage, { free: string; listed: string }>> = {
  en: { free: 'in', listed: 'in across' },
  es: { free: 'en', listed: 'en de' },
  sv: { free: 'i', listed: 'i' },
  de: { free: '', listed: 'in aus bei' },
  fr: { free: 'à', listed: 'en au aux du' },
};

/** What may follow a place in small letters: words that begin something else. */
const GOES_ON: Partial<Record<LexiconLanguage, string>> = {
  en: 'a after amid and are as at because before began but by during ended for from had has have is next on or over said say says since that the this to until was were when where while who will with yesterday today against out',
  es: 'a ante al con contra cuando de del desde donde durante el en este ha han hasta la las los mientras para pero por que se según sin su sus tras una un y ayer hoy comenzaron iniciaron fue',
  sv: 'att av den de det efter eller en enligt från för gick går har i inte med men mot när och om på sedan som stoppar strejkar till under utan vid är blir kommer var ska lade lägger medan',
  fr: 'a à au aux après avec ce ces car contre dans de depuis des dès devant du en est et jusqu la le les lors mais où ou par pendant pour qui quand sans se sont sur un une ont hier lundi mardi mercredi jeudi vendredi',
};

const SMALL_WITHIN = new Set(['de', 'del', 'la', 'of', 'sur', 'en', 'am', 'upon']);

const isCapitalised = (text: string) => /^\p{Lu}\p{Ll}/u.test(text);

function written(field: Field, at: number): string {
  const { start, end } = field.tokens[at]!;
  return field.content.slice(start, end);
}

const between = ({ content, tokens }: Field, at: number) =>
  content.slice(tokens[at]!.end, tokens[at + 1]!.start);

/** A headline In Title Case, or ALL IN CAPITALS, tells no name from another word. */
function hasNames(field: Field, language: LexiconLanguage): boolean {
  if (language !== 'en') return true;
  const long = field.tokens.filter(({ word }) => word.length > 3);
  const capital = long.filter(({ start }) => /\p{Lu}/u.test(field.content[start] ?? ''));
  return capital.length <= long.length * 0.6;
}

/** "HELSINKI (AP) —", "Rotterdam, 4 May (Reuters) -", "STOCKHOLM (TT)", "VALPARAÍSO.-" */
const DATELINE =
  /^\s*(\p{Lu}[\p{L}’' .-]{1,28}?)(?:,[^\n—–()]{1,28})?(?:\s*\([\p{L}\d ./-]{2,24}\)\s*[—–:.-]{0,2}|\s+[—–]|\s*\.?\s?[—–-]{1,2})\s/u;

function dateline(field: Field): Place | null {
  const name = DATELINE.exec(field.content.slice(0, 120))?.[1]?.trimEnd();
  if (name === undefined) return null;
  const isWire = /^[\p{Lu}’' .-]+$/u.test(name) && /\p{Lu}{3}/u.test(name);
  const isCapital = name.split(/[ -]/).every((part) => /^\p{Lu}/u.test(part));
  const hasAgency = /^\s*[^\n(]{2,60}\([\p{L}\d ./-]{2,24}\)/u.test(field.content.slice(0, 90));
  if (!isWire && !(isCapital && hasAgency)) return null;
  const start = field.content.indexOf(name);
  const from = field.tokens.findIndex((token) => token.start === start);
  const to = field.tokens.findIndex((token) => token.end >= start + name.length);
  if (from < 0 || to < from) return null;
  const place = isWire
    ? name.toLowerCase().replace(/(^|[ -])(\p{L})/gu, (all) => all.toUpperCase())
    : name;
  return { ...wordsAt(field, from, to + 1), place };
}

const listed = new Map<LexiconLanguage, Map<string, string>>();

/** Names of the list by their words in small letters, as they stand in a text. */
function namesOf(language: LexiconLanguage): Map<string, string> {
  let names = listed.get(language);
  if (!names) {
    names = new Map();
    for (const each of PLACE_NAMES[language].split(',')) {
      const [form, name] = each.split('=') as [string, string?];
      const plain = name ?? (language === 'fi' ? form.replace(/ss[aä]$/, '') : form);
      names.set(form.toLowerCase().replace(/[-’]/g, ' '), plain.replace(/^the /, ''));
    }
    listed.set(language, names);
  }
  return names;
}

export function readPlaces(fields: readonly Field[], language: LexiconLanguage): Place[] {
  const places: Place[] = [];
  const add = (place: Place | null) => {
    if (!place || places.length >= MOST_PLACES) return;
    const { place: name } = place;
    if (!places.some((other) => other.place.toLowerCase() === name.toLowerCase()))
      places.push(place);
  };
  const [title, text] = fields as [Field, Field];
  add(dateline(text));
  for (const field of [title, text]) {
    if (!hasNames(field, language)) continue;
    for (let at = 0; at < field.tokens.length; at++) {
      if (field.name === 'text' && field.tokens[at]!.start >= LEAD) break;
      for (const place of placesAt(field, at, language)) add(place);
    }
  }
  return places;
}

/** The places that words at this token introduce: "in Bristol", "in Malmö, Gävle och Umeå". */
function placesAt(field: Field, at: number, language: LexiconLanguage): Place[] {
  const { tokens } = field;
  const names = namesOf(language);
  if (language === 'fi') {
    const name = names.get(tokens[at]!.word);
    return name !== undefined && isCapitalised(written(field, at))
      ? [{ ...wordsAt(field, at, at + 1), place: name }]
      : [];
  }
  const { free, listed: before } = IN[language]!;
  const { word } = tokens[at]!;
  const isFree = free.split(' ').includes(word);
  const isListed = before.split(' ').includes(word);
  if (!isFree && !isListed) return [];
  const found: Place[] = [];
  for (let from = at + 1; from < tokens.length;) {
    if (tokens[from]!.word === 'the') from++;
    if (from === at + 1 && between(field, at).includes(',')) break;
    const to = nameAt(field, from, { isFree, isListed }, language);
    if (to === null) break;
    const words = wordsAt(field, from, to);
    found.push({ ...words, place: names.get(keyOf(tokens, from, to)) ?? words.quote });
    // A list goes on: ", Gävle och Umeå".
    if (to >= tokens.length) break;
    const isComma = /^,\s$/.test(between(field, to - 1));
    const isAnd = ['and', 'och', 'und', 'y', 'e', 'et', 'or'].includes(tokens[to]!.word);
    if (!isComma && !isAnd) break;
    from = isAnd ? to + 1 : to;
    const isPrefixed = from < tokens.length && [free, 'de', 'à'].includes(tokens[from]!.word);
    if (isPrefixed) from++;
  }
  return found;
}

const keyOf = (tokens: readonly Token[], from: number, to: number) =>
  tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');

/** Where the name that begins at this token ends, or null where none does. */
function nameAt(
  field: Field,
  from: number,
  { isFree, isListed }: { isFree: boolean; isListed: boolean },
  language: LexiconLanguage,
): number | null {
  const { tokens } = field;
  if (from >= tokens.length || !isCapitalised(written(field, from))) return null;
  if (tokens[from]!.sentence !== tokens[from - 1]!.sentence) return null;
  if (!/^,?[\s-]+$/.test(between(field, from - 1))) return null;
  if (isListed || isFree) {
    for (let to = Math.min(from + LONGEST_NAME, tokens.length); to > from; to--) {
      if (!namesOf(language).has(keyOf(tokens, from, to))) continue;
      // "in Frankfurt Höchst" is Frankfurt all the same, "in Air Canada" is nowhere near here.
      return to;
    }
  }
  if (!isFree || NO_PLACES[language].split(' ').includes(written(field, from))) return null;
  let to = from + 1;
  while (
    to < tokens.length &&
    to < from + LONGEST_NAME + 1 &&
    /^[ -]$/.test(between(field, to - 1)) &&
    (isCapitalised(written(field, to)) ||
      (SMALL_WITHIN.has(tokens[to]!.word) &&
        to + 1 < tokens.length &&
        /^[ -]$/.test(between(field, to)) &&
        isCapitalised(written(field, to + 1))))
  ) {
    to++;
  }
  if (to > from + LONGEST_NAME + 1) return null;
  if (to === tokens.length || tokens[to]!.sentence !== tokens[from]!.sentence) return to;
  if (/^\s?[,.;:!?()–—»”"-]/.test(between(field, to - 1))) return to;
  // "Britain's dockers": whose, not where.
  if (/^['’]/.test(between(field, to - 1)) || /['’]/.test(tokens[to - 1]!.word)) return null;
  const { word } = tokens[to]!;
  const isVerb = language === 'en' && word.endsWith('ed');
  return isVerb || (GOES_ON[language] ?? '').split(' ').includes(word) ? to : null;
}
