import { expect, test } from 'vitest';
import { rowsInSight, scrollToRow } from '../../components/clips/row-window.ts';
import { bulkEdit, readBulkValue } from '../../entrypoints/dashboard/bulk-change.ts';
import { LibrarySelection } from '../../entrypoints/dashboard/library-selection.svelte.ts';
import { UndoStack } from '../../entrypoints/dashboard/undo-stack.svelte.ts';
import { makeClip } from '../store/records-for-tests.ts';

const IDS = Array.from({ length: 10 }, (_, at) => `c${at}`);
const selectionOf = () => new LibrarySelection(async (first, last) => IDS.slice(first, last + 1));
const chosen = (selection: LibrarySelection) => [...selection.ids].sort();

test('a range grows and shrinks with Shift from where it began, and leaves what was chosen before', async () => {
  const selection = selectionOf();
  selection.toggle('c9', 9);
  selection.toggle('c2', 2);
  const from = { id: 'c2', index: 2 };
  await selection.extendTo(5, from);
  expect(chosen(selection)).toEqual(['c2', 'c3', 'c4', 'c5', 'c9']);
  await selection.extendTo(3, from);
  expect(chosen(selection)).toEqual(['c2', 'c3', 'c9']);
  await selection.extendTo(0, from);
  expect(chosen(selection)).toEqual(['c0', 'c1', 'c2', 'c9']);
});

test('of two ranges asked for at once the later one counts', async () => {
  const answers: ((ids: string[]) => void)[] = [];
  const selection = new LibrarySelection(() => new Promise((resolve) => answers.push(resolve)));
  const from = { id: 'c0', index: 0 };
  const slow = selection.extendTo(5, from);
  const quick = selection.extendTo(1, from);
  answers[1](['c0', 'c1']);
  answers[0](IDS.slice(0, 6));
  await Promise.all([slow, quick]);
  expect(chosen(selection)).toEqual(['c0', 'c1']);
});

test('undo goes back step by step, and one that fails stays to be tried again', async () => {
  const undos = new UndoStack<string>();
  const done: string[] = [];
  let isFull = true;
  undos.push('first', async () => void done.push('first'));
  undos.push('second', async () => {
    if (isFull) throw new Error('the disk is full');
    done.push('second');
  });
  await expect(undos.undo()).rejects.toThrow();
  expect(undos.last).toBe('second');
  isFull = false;
  expect(await undos.undo()).toBe('second');
  expect(await undos.undo()).toBe('first');
  expect(await undos.undo()).toBeNull();
  expect(done).toEqual(['second', 'first']);
});

test('two presses of undo in one moment are one undo', async () => {
  const undos = new UndoStack<string>();
  undos.push('first', async () => {});
  undos.push('second', async () => {});
  await Promise.all([undos.undo(), undos.undo()]);
  expect(undos.last).toBe('first');
});

test('a clip that can hold no more tags keeps those it has', () => {
  const tags = Array.from({ length: 100 }, (_, at) => `tag ${at}`);
  const clip = makeClip('a', { tags });
  expect(bulkEdit(clip, { field: 'tags', value: 'one more', isAdded: true })).toEqual({});
  expect(bulkEdit(clip, { field: 'tags', value: 'TAG 7', isAdded: false })).toEqual({
    tags: tags.filter((tag) => tag !== 'tag 7'),
  });
});

test('a value is kept as a clip can hold it, or not at all', () => {
  expect(readBulkValue('tags', '  two \n words ')).toBe('two words');
  expect(readBulkValue('tags', 'x'.repeat(300))).toHaveLength(80);
  expect(readBulkValue('places', ' \t ')).toBeNull();
});

test('only the rows in sight are drawn, however long the list and wherever one stands', () => {
  for (const above of [-500, 0, 12_345, 8_000_000]) {
    const { first, last } = rowsInSight(above, 900, 80, 100_000);
    expect(last - first).toBeLessThan(45);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(last).toBeLessThan(100_000);
    if (above < 0 || above > 100_000 * 80 - 900) continue;
    expect(first * 80).toBeLessThanOrEqual(above);
    expect((last + 1) * 80).toBeGreaterThanOrEqual(above + 900);
  }
});

test('a row is brought wholly between what covers the window, and not moved if it is there', () => {
  const edges = { top: 60, bottom: 800 };
  for (const row of [0, 5, 40, 99_999]) {
    const by = scrollToRow(row, 80, -2000, edges);
    const top = -2000 - by + row * 80;
    expect(top).toBeGreaterThanOrEqual(60);
    expect(top + 80).toBeLessThanOrEqual(800);
    expect(scrollToRow(row, 80, -2000 - by, edges)).toBe(0);
  }
});
