import { Dexie } from 'dexie';
import { Clip, ClipHead } from '../model/clip.ts';
import type { StoreCore } from './core.ts';
import { StoreError } from './failure.ts';
import { isUnchanged, nextUpdatedAt } from './records.ts';
import { rankOf, type ClipRow, type Place } from './tables.ts';

/** Where a page of a list ended. */
export interface ClipCursor {
  rank: number;
  id: string;
}
export interface ClipPage {
  /** Without their texts: `withTexts` fetches those. */
  clips: ClipHead[];
  /** For the next page; null at the end. A page may hold fewer clips than asked for where some cannot be read. */
  next: ClipCursor | null;
}
export interface PageRequest {
  before?: ClipCursor | null;
  limit: number;
}

/** What may change of a clip. updatedAt is the store's, deletedAt belongs to trashClips and restoreClips. */
export type ClipEdit = Partial<
  Omit<Clip, 'id' | 'recordVersion' | 'clippedAt' | 'updatedAt' | 'deletedAt'>
>;
/** As ClipEdit, for what many clips are told at once: never their texts. */
export type HeadEdit = Omit<ClipEdit, 'text'>;
export type ClipUpdate =
  { ok: true; clip: Clip } | { ok: false; reason: 'changedElsewhere' | 'missing' | 'unreadable' };

/** What a change of many clips did to one of them: the fields that are another now, as they were and as they are. */
export interface ChangedClip {
  id: string;
  before: HeadEdit;
  after: HeadEdit;
}
/** One transaction holds at most so many clips: it stays short enough for whoever waits behind it. */
export const CLIPS_AT_ONCE = 1000;

export function clipRow(head: ClipHead): ClipRow {
  return {
    id: head.id,
    place: head.deletedAt === null ? 'library' : 'trash',
    rank: rankOf(head.deletedAt ?? head.clippedAt),
    record: head,
  };
}

/** A clip as it lies: its head in one table, its text in another. */
export function parted({ text, ...head }: Clip): { head: ClipHead; text: string } {
  return { head, text };
}

type HeadField = keyof HeadEdit;

function changedFields(before: ClipHead, after: ClipHead): HeadField[] {
  return (Object.keys(after) as HeadField[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

function pick(clip: ClipHead, fields: readonly HeadField[]): HeadEdit {
  return Object.fromEntries(fields.map((field) => [field, clip[field]]));
}

export function clipOperations(core: StoreCore) {
  const { clips, texts } = core.database;

  /** Inside a transaction or not: the clips of these rows that can be read, whole. */
  async function wholeOnes(rows: ClipRow[]): Promise<Clip[]> {
    const heads = core.readableOnes('clips', rows);
    const found = await texts.bulkGet(heads.map(({ id }) => id));
    return heads.map((head, index) => ({ ...head, text: found[index]?.text ?? '' }));
  }

  async function whole(row: ClipRow): Promise<Clip | null> {
    return (await wholeOnes([row]))[0] ?? null;
  }

  async function listPlace(place: Place, { before, limit }: PageRequest): Promise<ClipPage> {
    const rows = await core.read(() =>
      clips
        .where('[place+rank+id]')
        .between(
          before ? [place, before.rank, before.id] : [place, Dexie.minKey],
          [place, Dexie.maxKey],
          false,
          true,
        )
        .limit(limit + 1)
        .toArray(),
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      clips: core.readableOnes('clips', shown),
      next: last ? { rank: last.rank, id: last.id } : null,
    };
  }

  /** Sets deletedAt of those that are readable and not yet so; the ids it changed. */
  async function move(ids: readonly string[], deletedAt: (clip: ClipHead) => string | null) {
    return core.write(['clips'], async (done) => {
      const moved: string[] = [];
      for (const row of await clips.bulkGet([...new Set(ids)])) {
        const clip = row && core.readable('clips', row);
        if (!clip) continue;
        const to = deletedAt(clip);
        if (to === clip.deletedAt) continue;
        await clips.put(
          clipRow({ ...clip, deletedAt: to, updatedAt: nextUpdatedAt(clip.updatedAt) }),
        );
        done.changed('clips', clip.id);
        moved.push(clip.id);
      }
      return moved;
    });
  }

  return {
    /**
     * Saves a new clip; resolves when it is on disk, and rejects with a StoreError if it is not. Saying it twice
     * does no harm; another clip under the same id is refused ('exists'), for that would overwrite it: updateClip.
     */
    async saveClip(clip: Clip): Promise<void> {
      const plain = Clip.parse(clip);
      await core.write(['clips'], async (done) => {
        const row = await clips.get(plain.id);
        if (!row) {
          const { head, text } = parted(plain);
          await clips.add(clipRow(head));
          await texts.put({ id: plain.id, text });
          return done.made('clips', plain.id);
        }
        const stored = await whole(row);
        if (!stored) throw new StoreError('unreadable', `clip ${plain.id} is here and unreadable`);
        if (!isUnchanged(Clip.parse(stored), plain)) {
          throw new StoreError('exists', `another clip ${plain.id} is here`);
        }
      });
    },

    /**
     * Saves new clips in one transaction, all of them or none: if one of their ids is here already, or stands among them
     * twice, all are refused ('exists').
     */
    async saveClips(made: readonly Clip[]): Promise<void> {
      const plain = made.map((clip) => parted(Clip.parse(clip)));
      const ids = plain.map(({ head }) => head.id);
      if (new Set(ids).size < ids.length)
        throw new StoreError('exists', 'an id stands there twice');
      await core.write(['clips'], async (done) => {
        const taken = await clips.where('id').anyOf(ids).primaryKeys();
        if (taken.length > 0) throw new StoreError('exists', `clip ${taken[0]} is here`);
        await clips.bulkAdd(plain.map(({ head }) => clipRow(head)));
        await texts.bulkPut(plain.map(({ head: { id }, text }) => ({ id, text })));
        for (const id of ids) done.made('clips', id);
      });
    },

    /** null where it is missing, or unreadable (then `store.unreadable` names it). */
    async getClip(id: string): Promise<Clip | null> {
      return core.read(() =>
        core.database.transaction('r', [clips, texts], async () => {
          const row = await clips.get(id);
          return row ? whole(row) : null;
        }),
      );
    },

    /** Those of these clips that are here and can be read, in the order asked; trash included. */
    async getClips(ids: readonly string[]): Promise<Clip[]> {
      return core.read(() =>
        core.database.transaction('r', [clips, texts], async () => {
          const rows = await clips.bulkGet([...ids]);
          return wholeOnes(rows.filter((row) => row !== undefined));
        }),
      );
    },

    /** Newest clipped first, without the trash: `listClips({ limit: 50 })`, then `before: page.next`. */
    listClips: (request: PageRequest): Promise<ClipPage> => listPlace('library', request),

    /** Last trashed first. */
    listTrash: (request: PageRequest): Promise<ClipPage> => listPlace('trash', request),

    /** How many there are, unreadable ones included. */
    async countClips(place: Place = 'library'): Promise<number> {
      return core.read(() =>
        core.database.transaction('r', [clips, core.database.meta], async () => {
          const trashed = await clips
            .where('[place+rank+id]')
            .between(['trash', Dexie.minKey], ['trash', Dexie.maxKey])
            .count();
          if (place === 'trash') return trashed;
          return ((await core.database.meta.get('library'))?.clips ?? 0) - trashed;
        }),
      );
    },

    /**
     * Changes a clip as it now lies in the store and stamps its updatedAt. With `expectedUpdatedAt`, the one the
     * editor started from, it refuses if somebody else changed the clip meanwhile. A function gets the clip as it
     * is, for changes that do not depend on what was on the screen (add a tag).
     */
    async updateClip(
      id: string,
      change: ClipEdit | ((clip: Clip) => ClipEdit),
      expectedUpdatedAt?: string,
    ): Promise<ClipUpdate> {
      return core.write(['clips'], async (done): Promise<ClipUpdate> => {
        const row = await clips.get(id);
        if (!row) return { ok: false, reason: 'missing' };
        const stored = await whole(row);
        if (!stored) return { ok: false, reason: 'unreadable' };
        if (expectedUpdatedAt !== undefined && stored.updatedAt !== expectedUpdatedAt) {
          return { ok: false, reason: 'changedElsewhere' };
        }
        const edit = typeof change === 'function' ? change(stored) : change;
        const { recordVersion, clippedAt, deletedAt } = stored;
        const kept = { recordVersion, id, clippedAt, deletedAt };
        const edited = Clip.parse({ ...stored, ...edit, ...kept });
        if (isUnchanged(Clip.parse(stored), edited)) return { ok: true, clip: stored };
        const clip = { ...edited, updatedAt: nextUpdatedAt(stored.updatedAt) };
        const { head, text } = parted(clip);
        await clips.put(clipRow(head));
        if (text !== stored.text) await texts.put({ id, text });
        done.changed('clips', id);
        return { ok: true, clip };
      });
    },

    /**
     * Changes many clips, each as it now lies in the store, in one transaction: all of them or none. At most
     * CLIPS_AT_ONCE of them. Returns what it changed, which is all that an undo needs; missing and unreadable ones,
     * and those the change leaves as they are, are not among it.
     */
    async updateClips(
      ids: readonly string[],
      change: (clip: ClipHead) => HeadEdit,
    ): Promise<ChangedClip[]> {
      if (ids.length > CLIPS_AT_ONCE) throw new RangeError(`${ids.length} clips at once`);
      return core.write(['clips'], async (done) => {
        const changed: ChangedClip[] = [];
        const rows: ClipRow[] = [];
        for (const row of await clips.bulkGet([...new Set(ids)])) {
          const stored = row && core.readable('clips', row);
          if (!stored) continue;
          const { recordVersion, id, clippedAt, updatedAt, deletedAt } = stored;
          const kept = { recordVersion, id, clippedAt, updatedAt, deletedAt };
          const edited = ClipHead.parse({ ...stored, ...change(stored), ...kept });
          const fields = changedFields(stored, edited);
          if (fields.length === 0) continue;
          changed.push({ id, before: pick(stored, fields), after: pick(edited, fields) });
          rows.push(clipRow({ ...edited, updatedAt: nextUpdatedAt(updatedAt) }));
          done.changed('clips', id);
        }
        await clips.bulkPut(rows);
        return changed;
      });
    },

    /** Into the trash; returns the ids really moved, which restoreClips takes to undo it. */
    async trashClips(ids: readonly string[]): Promise<string[]> {
      const now = new Date().toISOString();
      return move(ids, (clip) => clip.deletedAt ?? now);
    },

    /** Out of the trash; returns the ids really moved. */
    restoreClips: (ids: readonly string[]): Promise<string[]> => move(ids, () => null),

    /**
     * For good, in the trash or not; returns the ids erased. A clip that cannot be read is left: nobody has seen
     * what would be lost.
     */
    async eraseClips(ids: readonly string[]): Promise<string[]> {
      const asked = [...new Set(ids)];
      const here = await core.read(() => clips.where('id').anyOf(asked).count());
      return core.sentinel.shrinking({ clips: here, campaigns: 0 }, () =>
        core.write(['clips'], async (done) => {
          const rows = (await clips.bulkGet(asked)).filter((row) => row !== undefined);
          const erased = core.readableOnes('clips', rows).map((clip) => clip.id);
          await clips.bulkDelete(erased);
          await texts.bulkDelete(erased);
          for (const id of erased) done.erased('clips', id);
          return erased;
        }),
      );
    },

    /**
     * Clips already made of the same page. Those in the trash come last, told by their deletedAt: opening one
     * should offer to restore it.
     */
    async findTwins(addressKeys: readonly string[]): Promise<Clip[]> {
      return core.read(() =>
        core.database.transaction('r', [clips, texts], async () => {
          const rows = await clips
            .where('record.addressKeys')
            .anyOf([...addressKeys])
            .distinct()
            .toArray();
          return wholeOnes(
            rows.sort(
              (a, b) =>
                Number(a.place === 'trash') - Number(b.place === 'trash') || a.rank - b.rank,
            ),
          );
        }),
      );
    },
  };
}
