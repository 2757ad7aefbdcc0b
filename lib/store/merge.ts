import { Clip } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import type { Reading } from '../model/evidence.ts';
import { clipRow, parted } from './clips.ts';
import type { Done, StoreCore } from './core.ts';
import { eventRow } from './events.ts';
import { changeReadings } from './readings.ts';
import { nextUpdatedAt, plainRecord } from './records.ts';
import { unindexedRows, type ClipRow } from './tables.ts';

/** What becomes of clips that come together: all of it, or nothing. */
export interface MergeOrder {
  /** New here, and so are their ids. */
  made: readonly Clip[];
  /** A clip as it is to be, if the one that is here is still the one that was looked at. */
  changed: readonly { clip: Clip; expectedUpdatedAt: string }[];
  /** Goes into the trash; what pointed to it, events and evidence, points to another one from now on. */
  replaced: readonly Replacement[];
  /** New here. */
  events: readonly ObservedEvent[];
}
export interface Replacement {
  id: string;
  expectedUpdatedAt: string;
  intoId: string;
  /** Under which ids its quotes are found in the clip that takes its place. */
  quoteIds: ReadonlyMap<string, string>;
}

interface Stamped {
  id: string;
  updatedAt: string;
}
interface MovedReading {
  readingId: string;
  fromClipId: string;
  quoteId: string;
}
/** What undoMerge needs. */
export interface MergeUndo {
  made: Stamped[];
  madeEvents: Stamped[];
  changed: { before: Clip; updatedAt: string }[];
  changedEvents: { before: ObservedEvent; updatedAt: string }[];
  movedReadings: MovedReading[];
}
export type Merged = { ok: true; undo: MergeUndo } | { ok: false; reason: 'changedElsewhere' };

/** So many records are handed to the database at once: the page draws between. */
const AT_ONCE = 100;

class ChangedElsewhere extends Error {}

function* slices<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += AT_ONCE) yield list.slice(at, at + AT_ONCE);
}

/** Lets the page draw and answer; not to be awaited inside a transaction, which would end. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function parsedClips(clips: readonly Clip[]): Promise<Clip[]> {
  const plain: Clip[] = [];
  for (const slice of slices(clips)) {
    for (const clip of slice) plain.push(Clip.parse(clip));
    await breathe();
  }
  return plain;
}

/** An event that says of one clip what it said of another. */
function repointed(event: ObservedEvent, { id, intoId, quoteIds }: Replacement): ObservedEvent {
  return {
    ...event,
    clipIds: [...new Set(event.clipIds.map((clipId) => (clipId === id ? intoId : clipId)))],
    claims: event.claims.map((claim) => ({
      ...claim,
      sources: claim.sources.map((source) =>
        source.clipId === id
          ? {
              clipId: intoId,
              quoteId: source.quoteId && (quoteIds.get(source.quoteId) ?? null),
            }
          : source,
      ),
    })),
  };
}

export function mergeOperations(core: StoreCore) {
  const { clips, texts, events, unindexed } = core.database;

  async function putClips(list: readonly Clip[]): Promise<void> {
    for (const slice of slices(list)) {
      const parts = slice.map(parted);
      await Promise.all([
        clips.bulkPut(parts.map(({ head }) => clipRow(head))),
        texts.bulkPut(parts.map(({ head: { id }, text }) => ({ id, text }))),
      ]);
    }
  }

  /** The clips of these ids as they are here; throws where one is not, or is another than was looked at. */
  async function expectedOnes(expected: readonly Stamped[]): Promise<Clip[]> {
    const found: Clip[] = [];
    for (const slice of slices(expected)) {
      const ids = slice.map(({ id }) => id);
      const [rows, kept] = await Promise.all([clips.bulkGet(ids), texts.bulkGet(ids)]);
      for (const [index, row] of rows.entries()) {
        const head = row && core.readable('clips', row);
        if (head?.updatedAt !== slice[index]!.updatedAt) throw new ChangedElsewhere();
        found.push({ ...head, text: kept[index]?.text ?? '' });
      }
    }
    return found;
  }

  async function makeClips(made: readonly Clip[], done: Done): Promise<void> {
    for (const slice of slices(made)) {
      const rows: (ClipRow | undefined)[] = await clips.bulkGet(slice.map(({ id }) => id));
      if (rows.some((row) => row !== undefined)) throw new ChangedElsewhere();
      await putClips(slice);
      for (const { id } of slice) done.made('clips', id);
    }
  }

  async function makeEvents(made: readonly ObservedEvent[], done: Done): Promise<void> {
    const plain = made.map((event) => plainRecord('events', event));
    for (const slice of slices(plain)) {
      const rows = await events.bulkGet(slice.map(({ id }) => id));
      if (rows.some((row) => row !== undefined)) throw new ChangedElsewhere();
      await events.bulkAdd(slice.map(eventRow));
      await unindexed.bulkPut(unindexedRows(new Set(slice.flatMap(({ clipIds }) => clipIds))));
      for (const { id } of slice) done.made('events', id);
    }
  }

  async function replace(
    replaced: readonly Replacement[],
    done: Done,
    undo: MergeUndo,
  ): Promise<void> {
    const now = new Date().toISOString();
    const before = await expectedOnes(
      replaced.map(({ id, expectedUpdatedAt }) => ({ id, updatedAt: expectedUpdatedAt })),
    );
    for (const clip of before) {
      const updatedAt = nextUpdatedAt(clip.updatedAt);
      await putClips([{ ...clip, deletedAt: clip.deletedAt ?? now, updatedAt }]);
      done.changed('clips', clip.id);
      undo.changed.push({ before: clip, updatedAt });
    }
    const byId = new Map(replaced.map((each) => [each.id, each]));
    const rows = await events
      .where('record.clipIds')
      .anyOf([...byId.keys()])
      .distinct()
      .toArray();
    for (const event of core.readableOnes('events', rows)) {
      const updatedAt = nextUpdatedAt(event.updatedAt);
      const pointed = event.clipIds.reduce((changed, clipId) => {
        const replacement = byId.get(clipId);
        return replacement ? repointed(changed, replacement) : changed;
      }, event);
      await events.put(eventRow(plainRecord('events', { ...pointed, updatedAt })));
      await unindexed.bulkPut(unindexedRows(new Set([...event.clipIds, ...pointed.clipIds])));
      done.changed('events', event.id);
      undo.changedEvents.push({ before: event, updatedAt });
    }
    await changeReadings(core, done, (readings) => {
      if (!readings.some(({ clipId }) => clipId !== null && byId.has(clipId))) return readings;
      return readings.map((reading): Reading => {
        const replacement = reading.clipId === null ? undefined : byId.get(reading.clipId);
        if (!replacement) return reading;
        const { id: readingId, quote } = reading;
        undo.movedReadings.push({ readingId, fromClipId: replacement.id, quoteId: quote.id });
        const quoteId = replacement.quoteIds.get(quote.id) ?? quote.id;
        return { ...reading, clipId: replacement.intoId, quote: { ...quote, id: quoteId } };
      });
    });
  }

  return {
    /**
     * New clips and events, clips changed, clips replaced by others: in one transaction, all of it or nothing. Refused
     * where a new one's id is taken, or another one has been changed since it was looked at. Rejects with a StoreError.
     */
    async mergeClips(order: MergeOrder): Promise<Merged> {
      const made = await parsedClips(order.made);
      const changed = await parsedClips(order.changed.map(({ clip }) => clip));
      const undo: MergeUndo = {
        made: made.map(({ id, updatedAt }) => ({ id, updatedAt })),
        madeEvents: order.events.map(({ id, updatedAt }) => ({ id, updatedAt })),
        changed: [],
        changedEvents: [],
        movedReadings: [],
      };
      try {
        await core.write(['clips', 'events', 'campaigns', 'scenarios'], async (done) => {
          await makeClips(made, done);
          const before = await expectedOnes(
            order.changed.map(({ clip: { id }, expectedUpdatedAt }) => ({
              id,
              updatedAt: expectedUpdatedAt,
            })),
          );
          for (const [index, was] of before.entries()) {
            const updatedAt = nextUpdatedAt(was.updatedAt);
            const { clippedAt, deletedAt } = was;
            await putClips([{ ...changed[index]!, clippedAt, deletedAt, updatedAt }]);
            done.changed('clips', was.id);
            undo.changed.push({ before: was, updatedAt });
          }
          if (order.replaced.length > 0) await replace(order.replaced, done, undo);
          await makeEvents(order.events, done);
        });
      } catch (error) {
        if (error instanceof ChangedElsewhere) return { ok: false, reason: 'changedElsewhere' };
        throw error;
      }
      return { ok: true, undo };
    },

    /**
     * Everything as it was before the merge, in one transaction; but whatever was changed since stays as it is, and so
     * does a new clip that `isKept`: evidence rests on it, say. Says how many clips are as before and how many stay.
     */
    async undoMerge(
      undo: MergeUndo,
      isKept: (clipId: string) => boolean,
    ): Promise<{ undone: number; kept: number }> {
      const total = undo.made.length + undo.changed.length;
      return core.sentinel.shrinking({ clips: undo.made.length, campaigns: 0 }, () =>
        core.write(['clips', 'events', 'campaigns', 'scenarios'], async (done) => {
          let undone = 0;
          for (const slice of slices(undo.made)) {
            const rows = await clips.bulkGet(slice.map(({ id }) => id));
            const ids = slice.flatMap(({ id, updatedAt }, index) => {
              const row = rows[index];
              const head = row && core.readable('clips', row);
              return head?.updatedAt === updatedAt && !isKept(id) ? [id] : [];
            });
            await clips.bulkDelete(ids);
            await texts.bulkDelete(ids);
            for (const id of ids) done.erased('clips', id);
            undone += ids.length;
          }
          const back = new Set<string>();
          for (const { before, updatedAt } of undo.changed) {
            const row = await clips.get(before.id);
            const head = row && core.readable('clips', row);
            if (head?.updatedAt !== updatedAt) continue;
            await putClips([before]);
            done.changed('clips', before.id);
            back.add(before.id);
            undone++;
          }
          for (const { id, updatedAt } of undo.madeEvents) {
            const row = await events.get(id);
            const event = row && core.readable('events', row);
            if (event?.updatedAt !== updatedAt) continue;
            await events.delete(id);
            await unindexed.bulkPut(unindexedRows(event.clipIds));
            done.erased('events', id);
          }
          for (const { before, updatedAt } of undo.changedEvents) {
            const row = await events.get(before.id);
            const event = row && core.readable('events', row);
            if (event?.updatedAt !== updatedAt) continue;
            await events.put(eventRow(before));
            await unindexed.bulkPut(unindexedRows(new Set([...event.clipIds, ...before.clipIds])));
            done.changed('events', before.id);
          }
          const moved = new Map(
            undo.movedReadings
              .filter(({ fromClipId }) => back.has(fromClipId))
              .map((each) => [each.readingId, each]),
          );
          if (moved.size > 0) {
            await changeReadings(core, done, (readings) =>
              readings.some(({ id }) => moved.has(id))
                ? readings.map((reading): Reading => {
                    const was = moved.get(reading.id);
                    return was
                      ? {
                          ...reading,
                          clipId: was.fromClipId,
                          quote: { ...reading.quote, id: was.quoteId },
                        }
                      : reading;
                  })
                : readings,
            );
          }
          return { undone, kept: total - undone };
        }),
      );
    },
  };
}
