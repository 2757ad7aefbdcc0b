import { Dexie } from 'dexie';
import type { ObservedEvent } from '../model/event.ts';
import type { StoreCore } from './core.ts';
import { StoreError } from './failure.ts';
import { isUnchanged, nextUpdatedAt, plainRecord } from './records.ts';
import { rankOf, unindexedRows, type EventRow, type Place } from './tables.ts';

/** What may change of an event. updatedAt is the store's, deletedAt belongs to trashEvents and restoreEvents. */
export type EventEdit = Partial<
  Omit<ObservedEvent, 'id' | 'recordVersion' | 'createdAt' | 'updatedAt' | 'deletedAt'>
>;
export type EventUpdate =
  | { ok: true; event: ObservedEvent }
  | { ok: false; reason: 'changedElsewhere' | 'missing' | 'unreadable' };

export function eventRow(event: ObservedEvent): EventRow {
  return {
    id: event.id,
    place: event.deletedAt === null ? 'library' : 'trash',
    rank: rankOf(event.deletedAt ?? event.createdAt),
    record: event,
  };
}

export function eventOperations(core: StoreCore) {
  const { events, unindexed } = core.database;

  /** Clips are found by what their events say, too. */
  async function staleClips(...of: ObservedEvent[]): Promise<void> {
    await unindexed.bulkPut(unindexedRows(new Set(of.flatMap(({ clipIds }) => clipIds))));
  }

  async function move(ids: readonly string[], to: (event: ObservedEvent) => string | null) {
    return core.write(['events'], async (done) => {
      const moved: string[] = [];
      for (const row of await events.bulkGet([...new Set(ids)])) {
        const event = row && core.readable('events', row);
        if (!event || to(event) === event.deletedAt) continue;
        const updatedAt = nextUpdatedAt(event.updatedAt);
        await events.put(eventRow({ ...event, deletedAt: to(event), updatedAt }));
        await staleClips(event);
        done.changed('events', event.id);
        moved.push(event.id);
      }
      return moved;
    });
  }

  return {
    /** Saves a new event; resolves when it is on disk. One under the same id is refused ('exists'). */
    async saveEvent(event: ObservedEvent): Promise<void> {
      const plain = plainRecord('events', event);
      await core.write(['events'], async (done) => {
        const row = await events.get(plain.id);
        if (row) {
          const stored = core.readable('events', row);
          if (stored && isUnchanged(stored, plain)) return;
          throw new StoreError('exists', `another event ${plain.id} is here`);
        }
        await events.add(eventRow(plain));
        await staleClips(plain);
        done.made('events', plain.id);
      });
    },

    async getEvent(id: string): Promise<ObservedEvent | null> {
      const row = await core.read(() => events.get(id));
      return row ? core.readable('events', row) : null;
    },

    /** Newest first. Events are hundreds where clips are thousands: all of them at once. */
    async listEvents(place: Place = 'library'): Promise<ObservedEvent[]> {
      const rows = await core.read(() =>
        events
          .where('[place+rank+id]')
          .between([place, Dexie.minKey], [place, Dexie.maxKey])
          .toArray(),
      );
      return core.readableOnes('events', rows);
    },

    /** Events that any of these clips report, without the trash. */
    async eventsOfClips(clipIds: readonly string[]): Promise<ObservedEvent[]> {
      const rows = await core.read(() =>
        events
          .where('record.clipIds')
          .anyOf([...clipIds])
          .distinct()
          .toArray(),
      );
      return core.readableOnes(
        'events',
        rows.filter(({ place }) => place === 'library'),
      );
    },

    /** As updateClip. */
    async updateEvent(
      id: string,
      change: EventEdit | ((event: ObservedEvent) => EventEdit),
      expectedUpdatedAt?: string,
    ): Promise<EventUpdate> {
      return core.write(['events'], async (done): Promise<EventUpdate> => {
        const row = await events.get(id);
        if (!row) return { ok: false, reason: 'missing' };
        const stored = core.readable('events', row);
        if (!stored) return { ok: false, reason: 'unreadable' };
        if (expectedUpdatedAt !== undefined && stored.updatedAt !== expectedUpdatedAt) {
          return { ok: false, reason: 'changedElsewhere' };
        }
        const edit = typeof change === 'function' ? change(stored) : change;
        const { recordVersion, createdAt, deletedAt } = stored;
        const kept = { recordVersion, id, createdAt, deletedAt };
        const edited = plainRecord('events', { ...stored, ...edit, ...kept });
        if (isUnchanged(stored, edited)) return { ok: true, event: stored };
        const event = { ...edited, updatedAt: nextUpdatedAt(stored.updatedAt) };
        await events.put(eventRow(event));
        await staleClips(stored, event);
        done.changed('events', id);
        return { ok: true, event };
      });
    },

    /** Into the trash; returns the ids really moved, which restoreEvents takes to undo it. */
    async trashEvents(ids: readonly string[]): Promise<string[]> {
      const now = new Date().toISOString();
      return move(ids, (event) => event.deletedAt ?? now);
    },

    restoreEvents: (ids: readonly string[]): Promise<string[]> => move(ids, () => null),

    /**
     * Those that are in the trash, for good; returns the ids erased. One that came back meanwhile stays, and so does
     * one that cannot be read: nobody has seen what would be lost. Their clips are not touched.
     */
    async eraseTrashedEvents(ids: readonly string[]): Promise<string[]> {
      return core.write(['events'], async (done) => {
        const rows = await events.bulkGet([...new Set(ids)]);
        const trashed = rows.filter((row) => row?.place === 'trash').map((row) => row!);
        const erased = core.readableOnes('events', trashed);
        await events.bulkDelete(erased.map(({ id }) => id));
        await staleClips(...erased);
        for (const { id } of erased) done.erased('events', id);
        return erased.map(({ id }) => id);
      });
    },
  };
}
