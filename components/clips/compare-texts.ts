import { diffArrays } from 'diff';

/** Part of a version's text; `differs` where the other version has something else. */
export interface Piece {
  text: string;
  differs: boolean;
}
/** What stands at one place of a text. */
export type Passage =
  /** Paragraphs that both versions have: the first and the last of them, and how many more stand between. */
  | { kind: 'same'; first: string; last: string; count: number }
  /** A paragraph of each, alike enough to be one that was edited. */
  | { kind: 'edited'; left: Piece[]; right: Piece[] }
  /** A paragraph that one version has and the other has not. */
  | { kind: 'only'; side: 'left' | 'right'; text: string };

/**
 * Bounds on a stranger's text, each of which ends in a coarser answer and never in a wrong one: beyond them, what stands
 * between a common beginning and a common end counts as other.
 */
const MOST_PARAGRAPH_EDITS = 800;
const MOST_WORD_EDITS = 400;
/** Letters of two paragraphs together whose words are compared, and of all such pairs of a text. */
const LONGEST_PAIR = 12_000;
const MOST_PAIRED = 120_000;
/** How far ahead an edited paragraph is looked for, and what part of the words it must share. */
const NEAR = 8;
const ALIKE = 0.4;

let segmenter: Intl.Segmenter | undefined;

function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

interface Change<T> {
  kind: 'same' | 'left' | 'right';
  values: T[];
}

/** jsdiff (Myers), after common ends, and all that is left as other where there is too much of it. */
function changesOf<T>(left: readonly T[], right: readonly T[], most: number): Change<T>[] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const middle = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  const found = diffArrays(middle[0]!, middle[1]!, { maxEditLength: most });
  const between: Change<T>[] = found
    ? found.map(({ added, removed, value }) => ({
        kind: added ? 'right' : removed ? 'left' : 'same',
        values: value,
      }))
    : [
        { kind: 'left', values: middle[0]! },
        { kind: 'right', values: middle[1]! },
      ];
  return [
    { kind: 'same' as const, values: left.slice(0, start) },
    ...between,
    { kind: 'same' as const, values: left.slice(left.length - end) },
  ].filter(({ values }) => values.length > 0);
}

/** What one version says, with what the other does not say marked. */
function piecesOf(changes: readonly Change<string>[], side: 'left' | 'right'): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, values } of changes) {
    if (kind !== 'same' && kind !== side) continue;
    const differs = kind === side;
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += values.join('');
    // A space between two words that both are other is other, too: single letters of ink are hard to read.
    else pieces.push({ text: values.join(''), differs });
  }
  return joined(pieces).flatMap(withoutEdges);
}

/** Marks that only a space parts become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = whole.at(-1);
    const isBetween =
      !piece.differs && piece.text.trim() === '' && last?.differs && pieces[index + 1]?.differs;
    if (last && (isBetween || last.differs === piece.differs)) last.text += piece.text;
    else whole.push({ ...piece });
  }
  return whole;
}

/** A mark begins and ends with ink, unless there is nothing but spaces to mark. */
function withoutEdges({ text, differs }: Piece): Piece[] {
  const ink = text.trim();
  if (!differs || ink === '' || ink.length === text.length) return [{ text, differs }];
  const start = text.indexOf(ink);
  return [
    { text: text.slice(0, start), differs: false },
    { text: ink, differs },
    { text: text.slice(start + ink.length), differs: false },
  ].filter((piece) => piece.text !== '');
}

/** Two lines with the words marked in which they differ. */
export function compareWords(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const whole = (text: string) => (text === '' ? [] : [{ text, differs: true }]);
  if (left.length + right.length > LONGEST_PAIR) return { left: whole(left), right: whole(right) };
  const changes = changesOf(wordsOf(left), wordsOf(right), MOST_WORD_EDITS);
  return { left: piecesOf(changes, 'left'), right: piecesOf(changes, 'right') };
}

/** Paragraphs as a clip's text has them, parted by blank lines; spaces at their ends and empty ones say nothing. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

function wordSet(paragraph: string): ReadonlySet<string> {
  return new Set(paragraph.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Paragraphs that stand in place of others: each beside the one that it is an edit of, if there is one. */
function* pairUp(
  left: readonly string[],
  right: readonly string[],
  budget: { letters: number },
): Generator<Passage> {
  const setsOf = (paragraphs: readonly string[]) =>
    paragraphs.map((paragraph) => (paragraph.length > LONGEST_PAIR ? null : wordSet(paragraph)));
  const canPair = budget.letters > 0 && left.length * NEAR < 20_000;
  const leftSets = canPair ? setsOf(left) : [];
  const rightSets = canPair ? setsOf(right) : [];
  let next = 0;
  for (const [index, paragraph] of left.entries()) {
    const words = leftSets[index];
    let best = -1;
    let bestLikeness = ALIKE;
    for (let at = next; words && at < Math.min(right.length, next + NEAR); at++) {
      const other = rightSets[at];
      const like = other ? likeness(words, other) : 0;
      if (like > bestLikeness) [best, bestLikeness] = [at, like];
    }
    const letters = best < 0 ? 0 : paragraph.length + right[best]!.length;
    if (best < 0 || letters > LONGEST_PAIR || letters > budget.letters) {
      yield { kind: 'only', side: 'left', text: paragraph };
      continue;
    }
    budget.letters -= letters;
    for (const text of right.slice(next, best)) yield { kind: 'only', side: 'right', text };
    yield { kind: 'edited', ...compareWords(paragraph, right[best]!) };
    next = best + 1;
  }
  for (const text of right.slice(next)) yield { kind: 'only', side: 'right', text };
}

/**
 * Two texts, paragraph by paragraph, in their order. Bounded: 400,000 letters of any make are compared in a fraction of
 * a second, coarsely if they must be.
 */
export function compareTexts(left: string, right: string): Passage[] {
  const changes = changesOf(paragraphsOf(left), paragraphsOf(right), MOST_PARAGRAPH_EDITS);
  const budget = { letters: MOST_PAIRED };
  const passages: Passage[] = [];
  for (let at = 0; at < changes.length; at++) {
    const { kind, values } = changes[at]!;
    if (kind === 'same') {
      const [first, last] = [values[0]!, values.at(-1)!];
      passages.push({ kind, first, last, count: values.length });
      continue;
    }
    // What is gone and what came in its place stand side by side, whichever comes first.
    const other = changes[at + 1];
    const isPair = other !== undefined && other.kind !== 'same' && other.kind !== kind;
    const sides = isPair ? { [kind]: values, [other.kind]: other.values } : { [kind]: values };
    for (const passage of pairUp(sides.left ?? [], sides.right ?? [], budget))
      passages.push(passage);
    if (isPair) at++;
  }
  return passages;
}

/** What one version says, paragraph by paragraph, with what the other does not say marked. */
export function sideOf(passages: readonly Passage[], side: 'left' | 'right'): SidePassage[] {
  return passages.flatMap((passage): SidePassage[] => {
    if (passage.kind === 'same') return [passage];
    if (passage.kind === 'edited') return [{ kind: 'own', pieces: passage[side] }];
    return passage.side === side
      ? [{ kind: 'own', pieces: [{ text: passage.text, differs: true }] }]
      : [];
  });
}
export type SidePassage =
  Extract<Passage, { kind: 'same' }> | { kind: 'own'; pieces: readonly Piece[] };
