import { expect, test } from 'vitest';
import { DraftKeeper } from '../../entrypoints/clipping/draft-keeper.ts';
import { z } from '../../lib/model/zod.ts';

const Text = z.strictObject({ text: z.string() });

/** A store as slow as one likes: each write waits for its turn. */
function slowDrafts() {
  const kept = new Map<string, unknown>();
  const waiting: (() => void)[] = [];
  const writes: unknown[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  return {
    kept,
    writes,
    async release() {
      while (waiting.length > 0) {
        waiting.shift()!();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    drafts: {
      read: async (key: string) => kept.get(key),
      write: async (key: string, value: unknown) => {
        writes.push(value);
        await turn();
        kept.set(key, value);
      },
      remove: async (key: string) => {
        await turn();
        kept.delete(key);
      },
    },
  };
}

test('of fast typing the last word is kept, and the store is not asked for each letter', async () => {
  const { drafts, writes, kept, release } = slowDrafts();
  const keeper = new DraftKeeper(drafts, 'a', Text);
  for (const text of ['s', 'st', 'str', 'stri', 'strike']) void keeper.keep({ text });
  await release();
  expect(kept.get('a')).toEqual({ text: 'strike' });
  expect(writes).toHaveLength(2);
});

test('a draft that is dropped after its save does not come back by a write still under way', async () => {
  const { drafts, kept, release } = slowDrafts();
  const keeper = new DraftKeeper(drafts, 'a', Text);
  void keeper.keep({ text: 'typed' });
  void keeper.keep({ text: 'typed on' });
  const dropped = keeper.drop();
  await release();
  await dropped;
  expect(kept.has('a')).toBe(false);
});

test('a draft of another shape is no draft', async () => {
  const { drafts, kept } = slowDrafts();
  kept.set('a', { words: 'of an older version' });
  expect(await new DraftKeeper(drafts, 'a', Text).read()).toBeNull();
});

test('a session store that is full keeps nobody from typing', async () => {
  const full = async () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  const keeper = new DraftKeeper({ read: full, write: full, remove: full }, 'a', Text);
  await expect(keeper.keep({ text: 'x' })).resolves.toBeUndefined();
  await expect(keeper.read()).resolves.toBeNull();
});
