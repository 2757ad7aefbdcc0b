import { describe, expect, test } from 'vitest';
import {
  moveCursor,
  placesOf,
  stretchOf,
  wordAt,
  type CursorStep,
  type WordCursor,
} from '../../components/clips/word-cursor.ts';

const TEXT = 'Crews walked out. Some 300 flights, they said, stayed down.\n\nPosti regretted it.';
const places = placesOf(TEXT, 'en');

function markedBy(...keys: (CursorStep | `+${CursorStep}`)[]): string {
  let cursor: WordCursor | null = null;
  for (const key of keys) {
    const isExtending = key.startsWith('+');
    cursor = moveCursor(places, cursor, key.replace('+', '') as CursorStep, isExtending);
  }
  const { start, end } = stretchOf(places, cursor!);
  return TEXT.slice(start, end);
}

describe('a passage is marked by keys alone', () => {
  test('the first key marks the first word', () => expect(markedBy('nextWord')).toBe('Crews'));

  test('word by word, punctuation aside', () => {
    expect(markedBy('nextWord', 'nextSentence', 'nextWord', '+nextWord')).toBe('300 flights');
  });

  test('a whole sentence with one key', () => {
    expect(markedBy('nextWord', 'nextSentence', '+nextSentence')).toBe(
      'Some 300 flights, they said, stayed down',
    );
  });

  test('backwards from where it began', () => {
    expect(markedBy('nextWord', 'nextWord', 'nextWord', '+previousWord')).toBe('walked out');
  });

  test('never beyond the text', () => {
    expect(markedBy('nextWord', 'previousWord', 'previousSentence')).toBe('Crews');
    const far = Array<CursorStep>(40).fill('nextWord');
    expect(markedBy(...far)).toBe('it');
  });
});

test('a text without words has no place to go', () => {
  expect(moveCursor(placesOf(' … ', ''), null, 'nextWord', false)).toBeNull();
});

test('a marking begun with the mouse goes on where it stands', () => {
  const { start } = places.words[wordAt(places, TEXT.indexOf('flights') + 2)]!;
  expect(start).toBe(TEXT.indexOf('flights'));
});
