import {
  REPORTED_KINDS,
  type ReportedKind,
  type ReportedWords,
  type ReportSuggestion,
  type SuggestedKind,
} from '../model/action-kinds.ts';
import { LEXICONS, type LexiconLanguage } from './action-lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { PhraseFinder, type Found } from './phrases.ts';
import { readTokens, type Token } from './tokens.ts';

/**
 * Suggests what kinds of action an article reports, and shows the words that made it think so. There is no model
 * behind it and nothing is learnt: phrases with weights (action-lexicon.ts), counted as follows.
 *
 * 1. A phrase weighs WEIGHT by its class, times PLACE: a title says what an article is about, its first lines
 *    nearly so, the rest mentions much else. Phrases marked `inStrike` count only where the article speaks of a
 *    strike somewhere, `inLabour` and `fair` ones only where it speaks of work and unions.
 * 2. It does not count where its sentence takes it back: a negating word among the REACH_BEFORE words before it
 *    ("no sympathy strike", "refused to join"), or one that undoes it around it in its clause ("called off"). Where the title
 *    takes a kind back, what the text says of it counts half.
 * 3. What looks like a phrase and is none ("air strike", "strike a deal") is named in the lexicon and claims its
 *    words first. A longer phrase claims the words of one inside it, and any other kind those of a plain strike:
 *    "sympathy strike" is not a strike besides.
 * 4. The phrases of a kind add up as doubts multiply: score = 1 − ∏(1 − weight). The same phrase counts twice at most.
 * 5. Kinds from THRESHOLD on are suggested. A strike stands behind nearly every other kind, so a plain one is
 *    suggested only where no other kind is CLEAR.
 */
const THRESHOLD = 0.55;
const CLEAR = 0.7;
const WEIGHT = { strong: 0.8, fair: 0.45, inStrike: 0.75, inLabour: 0.75 } as const;
const PLACE = { title: 1, lead: 0.8, rest: 0.35 } as const;
const REACH_BEFORE = 4;
const REACH_AFTER = 4;
const MOST_KINDS = 3;
const MOST_WORDS = 4;
const MOST_NUMBERS = 3;
/** Retrospects and reviews speak of strikes that nobody is on. */
const PAST_FACTOR = 0.4;

/** What an article reports stands early in it; farther down, long pages hold other stories. */
const TITLE_READ = 600;
const TEXT_READ = 40_000;
const LEAD = 700;
const AROUND = 36;

export interface ArticleWords {
  title: string;
  text: string;
  /** BCP 47, "" where unknown. */
  language: string;
}

/** Words that begin another clause: "flights cancelled as crews back the strike" cancels no strike. */
const CLAUSE_BEGINS: Record<LexiconLanguage, ReadonlySet<string>> = {
  en: new Set('as after because when while amid since before until due over during'.split(' ')),
  fi: new Set('kun koska jälkeen takia vuoksi ennen sillä aikana'.split(' ')),
  es: new Set('porque tras cuando mientras por ante debido durante'.split(' ')),
  sv: new Set('när eftersom efter medan sedan innan på grund under då'.split(' ')),
  de: new Set('weil als nach während wegen da nachdem bevor'.split(' ')),
  fr: new Set('car après quand alors pendant lorsque puisque suite cause avant'.split(' ')),
};

interface Field {
  name: 'title' | 'text';
  content: string;
  tokens: Token[];
}

type PhraseClass = keyof typeof WEIGHT;
interface Clue {
  kind: ReportedKind;
  class: PhraseClass;
}

interface Compiled {
  clues: PhraseFinder<Clue>;
  lookalikes: PhraseFinder<true>;
  strikeWords: PhraseFinder<true>;
  labourWords: PhraseFinder<true>;
  negating: PhraseFinder<true>;
  undoing: PhraseFinder<true>;
  past: PhraseFinder<true>;
  sectors: PhraseFinder<string>;
  counted: PhraseFinder<true>;
  sayers: PhraseFinder<true>;
  clauseBegins: ReadonlySet<string>;
}

const compiled = new Map<LexiconLanguage, Compiled>();

function compile(language: LexiconLanguage): Compiled {
  const ready = compiled.get(language);
  if (ready) return ready;
  const lexicon: Lexicon = LEXICONS[language];
  const { macros } = lexicon;
  const plain = (phrases: string) => new PhraseFinder<true>([[phrases, true]], macros);
  const clues: [string, Clue][] = REPORTED_KINDS.flatMap((kind) =>
    Object.entries(lexicon.kinds[kind]).map(([name, phrases]): [string, Clue] => [
      phrases,
      { kind, class: name as PhraseClass },
    ]),
  );
  const made: Compiled = {
    clues: new PhraseFinder(clues, macros),
    lookalikes: plain(lexicon.lookalikes),
    strikeWords: plain(lexicon.strikeWords),
    labourWords: plain(lexicon.labourWords),
    negating: plain(lexicon.negating),
    undoing: plain(lexicon.undoing),
    past: plain(lexicon.past),
    sectors: new PhraseFinder(
      Object.entries(lexicon.sectors).map(([code, phrases]): [string, string] => [phrases, code]),
      macros,
    ),
    counted: plain(lexicon.counted),
    sayers: plain(lexicon.sayers),
    clauseBegins: CLAUSE_BEGINS[language],
  };
  compiled.set(language, made);
  return made;
}

const isKnown = (code: string): code is LexiconLanguage => Object.hasOwn(LEXICONS, code);

/** By its code where it has one; else by whose everyday words are most, and by none where hardly any are. */
function lexiconFor(article: ArticleWords, words: readonly Token[]): LexiconLanguage | null {
  const code = article.language.toLowerCase().split('-')[0]!;
  if (isKnown(code)) return code;
  if (code !== '') return null;
  const first = words.slice(0, 400);
  const counts = Object.entries(LEXICONS).map(([language, { everyday }]) => {
    const known = new Set(everyday.split(' '));
    return {
      language: language as LexiconLanguage,
      count: first.filter(({ word }) => known.has(word)).length,
    };
  });
  counts.sort((a, b) => b.count - a.count);
  return counts[0]!.count >= 2 && counts[0]!.count > counts[1]!.count ? counts[0]!.language : null;
}

const overlaps = (a: Found<unknown>, b: Found<unknown>) => a.from < b.to && b.from < a.to;

/** Cuts on whole characters: half a surrogate pair is no text. */
function around(content: string, start: number, end: number): string {
  return content.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

function wordsAt(field: Field, from: number, to: number): ReportedWords {
  const { content, tokens } = field;
  const start = tokens[from]!.start;
  const end = tokens[to - 1]!.end;
  const { sentence } = tokens[from]!;
  let first = from;
  while (
    first > 0 &&
    tokens[first - 1]!.sentence === sentence &&
    start - tokens[first - 1]!.start <= AROUND
  ) {
    first--;
  }
  let last = to - 1;
  while (
    last + 1 < tokens.length &&
    tokens[last + 1]!.sentence === sentence &&
    tokens[last + 1]!.end - end <= AROUND
  ) {
    last++;
  }
  const isCutBefore = first > 0 && tokens[first - 1]!.sentence === sentence;
  const isCutAfter = last + 1 < tokens.length && tokens[last + 1]!.sentence === sentence;
  return {
    field: field.name,
    quote: content.slice(start, end),
    start,
    end,
    before: (isCutBefore ? '… ' : '') + around(content, tokens[first]!.start, start),
    after: around(content, end, tokens[last]!.end) + (isCutAfter ? ' …' : ''),
  };
}

function isAmong(found: Found<unknown>, others: readonly Found<unknown>[] = []): boolean {
  return others.some((other) => overlaps(found, other));
}

function claims(other: Found<Clue>, clue: Found<Clue>): boolean {
  if (other.value.kind === clue.value.kind || !overlaps(other, clue)) return false;
  if (clue.value.kind === 'strike') return true;
  const isInside = other.from <= clue.from && clue.to <= other.to;
  return isInside && other.to - other.from > clue.to - clue.from && other.value.class !== 'fair';
}

interface Weighed {
  kind: ReportedKind;
  weight: number;
  words: ReportedWords;
  phrase: number;
}

/** Is a found phrase taken back by its own sentence? */
function isTakenBack(
  clue: Found<Clue>,
  tokens: readonly Token[],
  negating: readonly Found<true>[],
  undoing: readonly Found<true>[],
  clauseBegins: ReadonlySet<string>,
): boolean {
  const { sentence } = tokens[clue.from]!;
  const isOneClause = (from: number, to: number) =>
    !tokens.slice(from, to).some(({ word }) => clauseBegins.has(word));
  const isHere = (found: Found<true>) => tokens[found.from]!.sentence === sentence;
  const isBefore = (found: Found<true>) =>
    found.to <= clue.from && clue.from - found.to < REACH_BEFORE;
  if (negating.some((found) => isHere(found) && isBefore(found))) return true;
  // To call a strike off is to settle it or to give it up, and no reason to doubt the settlement.
  if (clue.value.kind === 'settlement') return false;
  return undoing.some(
    (found) =>
      isHere(found) &&
      ((isBefore(found) && isOneClause(found.to, clue.from)) ||
        (found.from >= clue.to - 1 &&
          found.from - clue.to < REACH_AFTER &&
          isOneClause(clue.to, found.from))),
  );
}

function inSentences<T>(
  found: readonly Found<T>[],
  tokens: readonly Token[],
): Map<number, Found<T>[]> {
  const bySentence = new Map<number, Found<T>[]>();
  for (const each of found) {
    const { sentence } = tokens[each.from]!;
    const list = bySentence.get(sentence);
    if (list) list.push(each);
    else bySentence.set(sentence, [each]);
  }
  return bySentence;
}

function weigh(fields: readonly Field[], finders: Compiled): Weighed[] {
  // Words that only look like it say nothing of the article: "strikes a deal" is no strike.
  const speaks = (finder: PhraseFinder<true>) =>
    fields.some(({ tokens }) => {
      const lookalikes = inSentences(finders.lookalikes.find(tokens), tokens);
      return finder
        .find(tokens)
        .some((word) => !isAmong(word, lookalikes.get(tokens[word.from]!.sentence)));
    });
  const speaksOf = {
    inStrike: speaks(finders.strikeWords),
    inLabour: speaks(finders.labourWords),
  };
  speaksOf.inLabour ||= speaksOf.inStrike;
  const isPast = finders.past.occurs(fields[0]!.tokens);
  const takenBack = new Set<ReportedKind>();
  const weighed: Weighed[] = [];

  for (const field of fields) {
    const { tokens } = field;
    const lookalikes = inSentences(finders.lookalikes.find(tokens), tokens);
    const negating = inSentences(finders.negating.find(tokens), tokens);
    const undoing = inSentences(finders.undoing.find(tokens), tokens);
    const clues = finders.clues.find(tokens).filter((clue) => {
      const { class: phraseClass } = clue.value;
      if (phraseClass === 'inStrike' && !speaksOf.inStrike) return false;
      if ((phraseClass === 'inLabour' || phraseClass === 'fair') && !speaksOf.inLabour)
        return false;
      return !isAmong(clue, lookalikes.get(tokens[clue.from]!.sentence));
    });
    const clueSentences = inSentences(clues, tokens);
    for (const clue of clues) {
      const { kind } = clue.value;
      const { sentence, start } = tokens[clue.from]!;
      if (clueSentences.get(sentence)!.some((other) => claims(other, clue))) continue;
      const negated = negating.get(sentence) ?? [];
      const undone = undoing.get(sentence) ?? [];
      if (isTakenBack(clue, tokens, negated, undone, finders.clauseBegins)) {
        if (field.name === 'title') takenBack.add(kind);
        continue;
      }
      const place = field.name === 'title' ? 'title' : start < LEAD ? 'lead' : 'rest';
      weighed.push({
        kind,
        weight:
          WEIGHT[clue.value.class] *
          PLACE[place] *
          (isPast ? PAST_FACTOR : 1) *
          (field.name === 'text' && takenBack.has(kind) ? 0.5 : 1),
        words: wordsAt(field, clue.from, clue.to),
        phrase: clue.phrase,
      });
    }
  }
  return weighed;
}

function scoreKinds(weighed: readonly Weighed[]): SuggestedKind[] {
  const suggested: SuggestedKind[] = [];
  for (const kind of REPORTED_KINDS) {
    const own = weighed.filter((each) => each.kind === kind).sort((a, b) => b.weight - a.weight);
    const seen = new Map<number, number>();
    const taken: Weighed[] = [];
    let doubt = 1;
    for (const each of own) {
      const times = seen.get(each.phrase) ?? 0;
      // Phrases that share words are one clue, the heavier one.
      const isShared = taken.some(
        ({ words }) =>
          words.field === each.words.field &&
          words.start < each.words.end &&
          each.words.start < words.end,
      );
      if (times >= 2 || isShared) continue;
      seen.set(each.phrase, times + 1);
      taken.push(each);
      doubt *= 1 - each.weight;
    }
    if (1 - doubt < THRESHOLD) continue;
    suggested.push({
      kind,
      score: 1 - doubt,
      because: taken.slice(0, MOST_WORDS).map(({ words }) => words),
    });
  }
  suggested.sort((a, b) => b.score - a.score);
  const isOtherClear = suggested.some(({ kind, score }) => kind !== 'strike' && score >= CLEAR);
  return suggested.filter(({ kind }) => kind !== 'strike' || !isOtherClear).slice(0, MOST_KINDS);
}

function guessSector(fields: readonly Field[], finders: Compiled): ReportSuggestion['sector'] {
  const sums = new Map<string, { sum: number; because: ReportedWords }>();
  for (const field of fields) {
    for (const { value: code, from, to } of finders.sectors.find(field.tokens)) {
      const start = field.tokens[from]!.start;
      const weight = field.name === 'title' ? 3 : start < LEAD ? 1 : 0.2;
      const sum = sums.get(code);
      if (sum) sum.sum += weight;
      else sums.set(code, { sum: weight, because: wordsAt(field, from, to) });
    }
  }
  const [first, second] = [...sums].sort(([, a], [, b]) => b.sum - a.sum);
  if (!first || first[1].sum < 2 || (second && second[1].sum === first[1].sum)) return null;
  return { code: first[0], because: first[1].because };
}

/** Digits as people group them, in one token or several: 2,000 · 2.000 · 2 000 · 1.5. Years count nothing. */
const isYear = (digits: string) => /^(19|20)\d\d$/.test(digits);

function readNumbers(fields: readonly Field[], finders: Compiled): ReportSuggestion['numbers'] {
  const numbers: ReportSuggestion['numbers'] = [];
  const seen = new Set<string>();
  for (const field of fields) {
    const { tokens, content } = field;
    const counted = finders.counted.find(tokens);
    const sayers = inSentences(finders.sayers.find(tokens), tokens);
    for (const noun of counted) {
      if (numbers.length >= MOST_NUMBERS) return numbers;
      const { sentence, start: nounStart } = tokens[noun.from]!;
      if (field.name === 'text' && nounStart > LEAD * 3) break;
      // The number stands before what it counts, with a word or two between: 2,000 postal workers.
      let at = noun.from - 1;
      const within = noun.from - 3;
      while (
        at >= 0 &&
        at >= within &&
        tokens[at]!.sentence === sentence &&
        !/^\d/.test(tokens[at]!.word)
      ) {
        at--;
      }
      if (at < 0 || at < within || tokens[at]!.sentence !== sentence) continue;
      let first = at;
      while (
        first > 0 &&
        /^\d{1,3}$/.test(tokens[first - 1]!.word) &&
        /^\d{3}$/.test(tokens[first]!.word) &&
        /^[.,\u00a0\u202f ’']$/.test(content.slice(tokens[first - 1]!.end, tokens[first]!.start))
      ) {
        first--;
      }
      if (first === at && isYear(tokens[at]!.word)) continue;
      if (/[,;:]/.test(content.slice(tokens[at]!.end, tokens[at + 1]!.start))) continue;
      const words = wordsAt(field, first, noun.to);
      const key = words.quote.toLowerCase();
      if (words.quote.length > 60 || seen.has(key)) continue;
      seen.add(key);
      const sayer = sayers.get(sentence)?.[0];
      numbers.push({
        ...words,
        saidBy: sayer
          ? content.slice(tokens[sayer.from]!.start, tokens[sayer.to - 1]!.end).slice(0, 60)
          : '',
      });
    }
  }
  return numbers;
}

const NOTHING: ReportSuggestion = { kinds: [], sector: null, numbers: [] };

/**
 * What an article seems to report, read on this machine; in English, Finnish, Spanish, Swedish, German and French,
 * and nothing in others. Takes time in proportion to what it reads: the title and the first 40,000 characters.
 * Where no kind is suggested, sector and numbers are left out, too: they belong to what is reported.
 */
export function suggestReports(article: ArticleWords): ReportSuggestion {
  const title = article.title.slice(0, TITLE_READ);
  const text = article.text.slice(0, TEXT_READ);
  const language = lexiconFor(article, [...readTokens(title), ...readTokens(text.slice(0, 4000))]);
  if (language === null) return NOTHING;
  const splitsApostrophe = language === 'fr';
  const fields: Field[] = [
    { name: 'title', content: title, tokens: readTokens(title, splitsApostrophe) },
    { name: 'text', content: text, tokens: readTokens(text, splitsApostrophe) },
  ];
  const finders = compile(language);
  const kinds = scoreKinds(weigh(fields, finders));
  if (kinds.length === 0) return NOTHING;
  return { kinds, sector: guessSector(fields, finders), numbers: readNumbers(fields, finders) };
}
