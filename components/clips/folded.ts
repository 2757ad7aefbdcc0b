import type { Shown } from './compare-clips.ts';

/**
 * How much of a long value is drawn, folded and unfolded: a stranger's text may be one paragraph of 400,000 letters, or
 * 200,000 paragraphs of one.
 */
export const FOLDED = { letters: 700, passages: 4, items: 12 };
export const UNFOLDED = { letters: 20_000, passages: 300, items: 200 };

/** Whether there is more of it than stands there folded. */
export function isFoldable(shown: Shown): boolean {
  if (shown.kind === 'items') return shown.items.length > FOLDED.items;
  if (shown.kind === 'line') return false;
  if (shown.passages.length > FOLDED.passages) return true;
  return shown.passages.some(
    (passage) =>
      passage.kind === 'own' &&
      passage.pieces.reduce((sum, { text }) => sum + text.length, 0) > FOLDED.letters,
  );
}
