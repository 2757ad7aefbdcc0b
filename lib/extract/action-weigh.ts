import { REPORTED_KINDS, type ReportedKind, type SuggestedKind } from '../model/action-kinds.ts';
import { inSentences, isAmong, LEAD, overlaps, wordsAt, type Field } from './action-fields.ts';
import type { Clue, Finders } from './action-finders.ts';
import type { Found, PhraseFinder } from './phrases.ts';
import type { Token } from './tokens.ts';

/**
 * How the phrases of an article are weighed. There is no model behind it and nothing is learnt.
 *
 * 1. A phrase weighs WEIGHT by its class, times PLACE: a title says what an article is about, its first lines
 *    nearly so, the rest mentions much else. Phrases marked `inStrike` count only where title or first lines speak of
 *    a strike, `inLabour` and `fair` ones only where they speak of unions and pay.
 * 2. It does not count where its sentence takes it back: a negating word among the REACH_BEFORE words before it
 *    ("no sympathy strike", "refused to join"), or one that undoes it around it in its clause ("called off"). Where
 *    the title takes a kind back, what the text says of it counts little.
 * 3. What looks like a phrase and is none ("air strike", "strike a deal") is named in the lexicon and claims its
 *    words first. A longer phrase claims the words of one inside it, and any other kind those of a plain strike or of
 *    an endorsement: "sympathy strike" is not a strike besides.
 * 4. Where sport, war or machines are spoken of more than work, and where it all was long ago, everything counts less.
 *    A boycott of elections, games or ceremonies is none that consumers could join.
 * 5. The phrases of a kind add up as doubts multiply: score = 1 − ∏(1 − weight). The same phrase counts twice at most,
 *    and fair phrases alone carry nothing but a strike.
 * 6. Kinds from THRESHOLD on are suggested, those beside the strongest only where they are CLEAR. A strike stands
 *    behind nearly every other kind, so a plain one is suggested only where no other kind is CLEAR; nor is an endorsement beside a sympathy strike that implies it.
 */
const THRESHOLD = 0.55;
const CLEAR = 0.7;
const WEIGHT = { strong: 0.8, fair: 0.45, inStrike: 0.75, inLabour: 0.75 } as const;
const PLACE = { title: 1, lead: 0.8, rest: 0.35 } as const;
const REACH_BEFORE = 4;
const REACH_AFTER = 4;
const MOST_KINDS = 3;
const MOST_WORDS = 4;
/** Retrospects and reviews speak of strikes that nobody is on. */
const PAST_FACTOR = 0.4;
const ELSEWHERE_FACTOR = 0.4;
const TAKEN_BACK_FACTOR = 0.3;
/** A year so many years before the article is history. */
const LONG_AGO_YEARS = 8;
/** Where nobody says when the article is from. */
const SURELY_PAST = 2000;

interface Weighed extends Pick<Found<unknown>, 'from' | 'to' | 'phrase'> {
  kind: ReportedKind;
  class: Clue['class'];
  place: keyof typeof PLACE;
  weight: number;
  field: Field;
}

function claims(other: Found<Clue>, clue: Found<Clue>): boolean {
  if (other.value.kind === clue.value.kind || !overlaps(other, clue)) return false;
  const { kind } = clue.value;
  if (kind === 'strike') return true;
  if (other.value.kind === 'strike') return false;
  const length = clue.to - clue.from;
  const isInside = other.from <= clue.from && clue.to <= other.to;
  const isAround = clue.from <= other.from && other.to <= clue.to;
  if (kind === 'endorsement') return !isAround || length === other.to - other.from;
  return isInside && other.to - other.from > length && other.value.class !== 'fair';
}

/** Is a found phrase taken back by its own sentence? */
function isTakenBack(
  clue: Found<Clue>,
  { tokens, content }: Field,
  negating: readonly Found<true>[],
  undoing: readonly Found<true>[],
  clauseBegins: ReadonlySet<string>,
  counted: ReadonlySet<number>,
): boolean {
  const isOneClause = (from: number, to: number) =>
    !tokens.slice(from, to).some(({ word }) => clauseBegins.has(word)) &&
    !/[:–—,]/.test(content.slice(tokens[from - 1]!.end, tokens[to]!.start));
  const isBefore = (found: Found<true>) =>
    found.to <= clue.from && clue.from - found.to < REACH_BEFORE;
  // "Union threatens to strike"; elsewhere a refusal is the very thing reported.
  const isWithin = (found: Found<true>) => clue.from < found.from && found.to < clue.to;
  if (clue.value.kind === 'strike' && negating.some(isWithin)) return true;
  if (negating.some((found) => isBefore(found) && isOneClause(found.to, clue.from))) return true;
  // To call a strike off is to settle it or to give it up, and no reason to doubt the settlement.
  if (clue.value.kind === 'settlement') return false;
  // "Strike cancels 300 flights" undoes the flights.
  const hasObject = ({ to }: Found<true>) =>
    tokens.slice(to, to + 2).some(({ word }, at) => /^\d/.test(word) || counted.has(to + at));
  return undoing.some(
    (found) =>
      (isBefore(found) && isOneClause(found.to, clue.from)) ||
      (found.from >= clue.to - 1 &&
        found.from - clue.to < REACH_AFTER &&
        !hasObject(found) &&
        isOneClause(clue.to, found.from)),
  );
}

/** Title and first lines: what an article says it is about. */
function headsOf(fields: readonly Field[]): Field[] {
  return fields.map((field) => {
    const end = field.name === 'title' ? -1 : field.tokens.findIndex(({ start }) => start >= LEAD);
    return end < 0 ? field : { ...field, tokens: field.tokens.slice(0, end) };
  });
}

function isOfThePast(heads: readonly Field[], finders: Finders, published: string | undefined) {
  const newest = published ? Number(published.slice(0, 4)) - LONG_AGO_YEARS : SURELY_PAST - 1;
  const words = new Set<string>();
  let isLongAgo = false;
  for (const { tokens } of heads) {
    for (const { from } of finders.past.find(tokens)) words.add(tokens[from]!.word.slice(0, 5));
    isLongAgo ||= finders.longAgo.occurs(tokens);
    isLongAgo ||= tokens.some(
      ({ word }) => /^1[5-9]\d\d$|^20\d\d$/.test(word) && Number(word) <= newest,
    );
  }
  return words.size >= 2 || (isLongAgo && words.size >= 1);
}

/** Different words, as their first letters go: a match report says "goal" ten times. */
function countDifferent(
  heads: readonly Field[],
  finder: PhraseFinder<true>,
  butNot?: PhraseFinder<true>,
): number {
  const words = new Set<string>();
  for (const { tokens } of heads) {
    const excluded = new Set(butNot?.find(tokens).map(({ from }) => from));
    for (const { from } of finder.find(tokens)) {
      if (!excluded.has(from)) words.add(tokens[from]!.word.slice(0, 5));
    }
  }
  return words.size;
}

function sentencesOf(found: readonly Found<unknown>[], tokens: readonly Token[]): Set<number> {
  return new Set(found.map(({ from }) => tokens[from]!.sentence));
}

export function weigh(
  fields: readonly Field[],
  finders: Finders,
  published: string | undefined,
): Weighed[] {
  const heads = headsOf(fields);
  // Words that only look like it say nothing of the article: "strikes a deal" is no strike.
  const speaks = (finder: PhraseFinder<true>) =>
    heads.some(({ tokens }) => {
      const words = finder.find(tokens);
      const lookalikes = inSentences(
        finders.lookalikes.find(tokens, sentencesOf(words, tokens)),
        tokens,
      );
      return words.some((word) => !isAmong(word, lookalikes.get(tokens[word.from]!.sentence)));
    });
  const inStrike = speaks(finders.strikeWords);
  const inLabour = inStrike || speaks(finders.labourWords);
  let isAtWork: boolean | undefined;
  const atWork = () =>
    (isAtWork ??= heads.some(({ tokens }) => finders.sectorsByWho.occurs(tokens)));
  const isElsewhere = () => {
    const others = countDifferent(heads, finders.elsewhere);
    return others >= 2 && others > countDifferent(heads, finders.labourWords, finders.strikeWords);
  };
  const factor =
    (isOfThePast(heads, finders, published) ? PAST_FACTOR : 1) *
    (isElsewhere() ? ELSEWHERE_FACTOR : 1);
  const isOfEvents =
    finders.events.occurs(fields[0]!.tokens) && !finders.buying.occurs(fields[0]!.tokens);
  const takenBack = new Set<ReportedKind>();
  const weighed: Weighed[] = [];

  for (const field of fields) {
    const { tokens } = field;
    const possible = finders.clues.find(tokens);
    const sentences = sentencesOf(possible, tokens);
    const inThem = (finder: PhraseFinder<true>) =>
      inSentences(finder.find(tokens, sentences), tokens);
    const lookalikes = inThem(finders.lookalikes);
    const negating = inThem(finders.negating);
    const undoing = inThem(finders.undoing);
    const events = inThem(finders.events);
    const buying = inThem(finders.buying);
    const counted = new Set(finders.counted.find(tokens, sentences).map(({ from }) => from));
    const clues = possible.filter((clue) => {
      const { class: phraseClass, kind } = clue.value;
      const { sentence } = tokens[clue.from]!;
      if (phraseClass === 'inStrike' && !inStrike) return false;
      if ((phraseClass === 'inLabour' || phraseClass === 'fair') && !inLabour) return false;
      // Others than workers refuse to carry things, too.
      if (kind === 'handlingBan' && !inLabour && !atWork()) return false;
      if (kind === 'boycott' && (isOfEvents || (events.has(sentence) && !buying.has(sentence))))
        return false;
      return !isAmong(clue, lookalikes.get(sentence));
    });
    const clueSentences = inSentences(clues, tokens);
    for (const clue of clues) {
      const { kind } = clue.value;
      const { sentence, start } = tokens[clue.from]!;
      if (clueSentences.get(sentence)!.some((other) => claims(other, clue))) continue;
      const negated = negating.get(sentence) ?? [];
      const undone = undoing.get(sentence) ?? [];
      if (isTakenBack(clue, field, negated, undone, finders.clauseBegins, counted)) {
        if (field.name === 'title') takenBack.add(kind);
        continue;
      }
      const place = field.name === 'title' ? 'title' : start < LEAD ? 'lead' : 'rest';
      weighed.push({
        kind,
        class: clue.value.class,
        place,
        weight:
          WEIGHT[clue.value.class] *
          PLACE[place] *
          factor *
          (field.name === 'text' && takenBack.has(kind) ? TAKEN_BACK_FACTOR : 1),
        field,
        from: clue.from,
        to: clue.to,
        phrase: clue.phrase,
      });
    }
  }
  return weighed;
}

export function scoreKinds(weighed: readonly Weighed[]): SuggestedKind[] {
  const suggested: SuggestedKind[] = [];
  for (const kind of REPORTED_KINDS) {
    const own = weighed.filter((each) => each.kind === kind).sort((a, b) => b.weight - a.weight);
    if (kind !== 'strike' && own.every((each) => each.class === 'fair')) continue;
    // What neither title nor first lines speak of is not what the article reports.
    if (own.every((each) => each.place === 'rest')) continue;
    const seen = new Map<number, number>();
    const taken: Weighed[] = [];
    let doubt = 1;
    for (const each of own) {
      const times = seen.get(each.phrase) ?? 0;
      // Phrases that share words are one clue, the heavier one.
      const isShared = taken.some((other) => other.field === each.field && overlaps(other, each));
      if (times >= 2 || isShared) continue;
      seen.set(each.phrase, times + 1);
      taken.push(each);
      doubt *= 1 - each.weight;
    }
    if (1 - doubt < THRESHOLD) continue;
    suggested.push({
      kind,
      score: 1 - doubt,
      because: taken.slice(0, MOST_WORDS).map(({ field, from, to }) => wordsAt(field, from, to)),
    });
  }
  suggested.sort((a, b) => b.score - a.score);
  const scoreOf = (kind: ReportedKind) => suggested.find((each) => each.kind === kind)?.score ?? 0;
  // Who stops work in support says so besides, and what a court has ended is not settled.
  const implied: ReportedKind[] = [];
  if (scoreOf('sympathyStrike') + scoreOf('handlingBan') > 0) implied.push('endorsement');
  if (scoreOf('injunction') > scoreOf('settlement')) implied.push('settlement');
  const isOtherClear = suggested.some(({ kind, score }) => kind !== 'strike' && score >= CLEAR);
  return suggested
    .filter(({ kind }) => !implied.includes(kind) && (kind !== 'strike' || !isOtherClear))
    .filter(({ score }, at) => at === 0 || score >= CLEAR)
    .slice(0, MOST_KINDS);
}
