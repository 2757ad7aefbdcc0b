import { newId } from '../model/identity.ts';
import type { Platform } from '../platform/platform.ts';
import { backupOperations, dropLeftovers } from './backup.ts';
import { campaignOperations } from './campaigns.ts';
import { eventOperations } from './events.ts';
import { viewOperations } from './views.ts';
import { mergeOperations } from './merge.ts';
import { Announcer, type ChangeListener } from './changes.ts';
import { clipOperations } from './clips.ts';
import { StoreCore } from './core.ts';
import { readingOperations } from './readings.ts';
import type { UnreadableRecord } from './records.ts';
import { isAlarm, SentinelKeeper, type StoreHealth } from './sentinel-keeper.ts';
import { settleLog, unsettleLog } from './settle-log.ts';
import { openDatabase, Refusal } from './open-database.ts';
import { ClincherDatabase, DATABASE_NAME, type Counts } from './tables.ts';

/**
 * newerVersion: another page has upgraded the database. lost: the browser closed it, or it is being deleted.
 * Either way nothing is read or written any more: say so, and let the user reload.
 */
export type ClosedReason = 'newerVersion' | 'lost';

interface StoreItself {
  readonly health: StoreHealth;
  /**
   * Counts every row, which opening does not (0.1 s for 10,000 clips): for the dashboard, once it stands.
   * Returns the health, which it may have changed.
   */
  recount(): Promise<StoreHealth>;
  /** The user has read the warning of `health`: what is here is what is expected from now on. */
  acceptHealth(): Promise<void>;
  /** Records met so far that lie here and cannot be read. They are left as they are. */
  readonly unreadable: readonly UnreadableRecord[];
  /** Why the sentinel cannot be kept, so that a later loss might go unnoticed; null where all is well. */
  readonly sentinelTrouble: string | null;
  /** Changes made in this page and in others; returns how to stop listening. */
  onChange(listener: ChangeListener): () => void;
  /** Why it closed by itself; null while it is open. */
  readonly closed: ClosedReason | null;
  onClosed(listener: (reason: ClosedReason) => void): () => void;
  close(): void;
}

/** All that is kept: made once a page by openStore and handed down. Whatever writes rejects with a StoreError. */
export type Store = StoreItself &
  ReturnType<typeof clipOperations> &
  ReturnType<typeof campaignOperations> &
  ReturnType<typeof eventOperations> &
  ReturnType<typeof mergeOperations> &
  ReturnType<typeof viewOperations> &
  ReturnType<typeof readingOperations> &
  ReturnType<typeof backupOperations>;

export type StoreOpening =
  | { ok: true; store: Store }
  /** blocked: another page of an older version holds the database and does not let go. */
  | { ok: false; reason: 'blocked' | 'tooNew' | 'failed'; message: string };

/** Longer than it takes to show a library. */
const SETTLE_AFTER_MS = 1500;
const SWEEP_AFTER_MS = 300;

const countRows = async (database: ClincherDatabase): Promise<Counts> => ({
  clips: await database.clips.count(),
  campaigns: await database.campaigns.count(),
});

/** The id the database was given when it was made, which is now if it has none. */
async function generationOf(database: ClincherDatabase): Promise<string> {
  const known = await database.meta.get('library');
  if (known) return known.generation;
  // Two pages may open a new database at once; inside the transaction only one of them is first.
  return database.transaction('rw', database.tables, async () => {
    const first = await database.meta.get('library');
    if (first) return first.generation;
    const generation = newId();
    await database.meta.add({ key: 'library', generation, ...(await countRows(database)) });
    return generation;
  });
}

/** What the database says it holds, but nothing where a table has in truth no row at all. */
async function countQuickly(database: ClincherDatabase): Promise<Counts> {
  return database.transaction('r', database.tables, async () => {
    const library = await database.meta.get('library');
    const isEmpty = async (table: 'clips' | 'campaigns') =>
      (await database.table(table).limit(1).primaryKeys()).length === 0;
    return {
      clips: (await isEmpty('clips')) ? 0 : (library?.clips ?? 0),
      campaigns: (await isEmpty('campaigns')) ? 0 : (library?.campaigns ?? 0),
    };
  });
}

/**
 * Opens the library, or says why not. `databaseName` is for tests; the sentinel on the platform belongs to one
 * database.
 */
export async function openStore(
  platform: Platform,
  databaseName: string = DATABASE_NAME,
): Promise<StoreOpening> {
  const database = new ClincherDatabase(databaseName);
  try {
    await openDatabase(database);
    const generation = await generationOf(database);
    const sentinel = new SentinelKeeper(
      platform.sentinel,
      generation,
      databaseName,
      () => countQuickly(database),
      async (seen) => {
        const settles = (await database.meta.get('library'))?.settles;
        return settles?.generation === seen.generation && settles.updatedAt === seen.updatedAt;
      },
    );
    await sentinel.examine();
    if (!database.isOpen()) throw new Refusal('failed', 'the database closed while it was opened');
    return { ok: true, store: makeStore(database, sentinel, platform.session) };
  } catch (error) {
    database.close();
    return {
      ok: false,
      reason: error instanceof Refusal ? error.reason : 'failed',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function makeStore(
  database: ClincherDatabase,
  sentinel: SentinelKeeper,
  session: Platform['session'],
): Store {
  const announcer = new Announcer(database.name);
  // The first rows are read before; whatever is to be saved does not wait for the clock.
  let isDue: () => void = () => {};
  const due = new Promise<void>((resolve) => (isDue = resolve));
  const settleTimer = setTimeout(() => isDue(), SETTLE_AFTER_MS);
  const settled = settleLog(database, session, due);
  /** Closed: whoever waits behind this page must not wait for ever. */
  const forgoSettling = () => {
    clearTimeout(settleTimer);
    clearTimeout(sweepTimer);
    isDue();
  };
  const settle = () => {
    isDue();
    return settled;
  };
  const core = new StoreCore(database, sentinel, announcer, settle);
  const closedListeners = new Set<(reason: ClosedReason) => void>();
  let closed: ClosedReason | null = null;

  function closeFor(reason: ClosedReason): void {
    if (core.isClosed) return;
    core.isClosed = true;
    forgoSettling();
    closed = reason;
    database.close();
    for (const listener of [...closedListeners]) listener(reason);
  }
  database.on('versionchange', (event) => {
    closeFor(event.newVersion === null ? 'lost' : 'newerVersion');
    // Its own listener, after ours, would only say so on the console.
    return false;
  });
  database.on('close', () => {
    void unsettleLog(database.name, session);
    closeFor('lost');
  });
  // Not in the way of the first rows.
  const sweepTimer = setTimeout(() => void dropLeftovers(core), SWEEP_AFTER_MS);

  return {
    ...clipOperations(core),
    ...campaignOperations(core),
    ...eventOperations(core),
    ...mergeOperations(core),
    ...viewOperations(core),
    ...readingOperations(core),
    ...backupOperations(core),
    get health() {
      return sentinel.health;
    },
    async recount() {
      const [found, expected] = await core.read(() =>
        database.transaction('r', database.tables, async () => [
          await countRows(database),
          await countQuickly(database),
        ]),
      );
      const isFewer = found.clips < expected.clips || found.campaigns < expected.campaigns;
      if (isFewer && !isAlarm(sentinel.health)) {
        sentinel.health = { kind: 'fewerThanExpected', expected, found };
      }
      return sentinel.health;
    },
    async acceptHealth() {
      await core.keep(() =>
        database.transaction('rw', database.tables, async () =>
          database.meta.update('library', await countRows(database)),
        ),
      );
      await sentinel.accept();
    },
    get unreadable() {
      return core.unreadable;
    },
    get sentinelTrouble() {
      return sentinel.trouble;
    },
    onChange: (listener) => announcer.listen(listener),
    get closed() {
      return closed;
    },
    onClosed(listener) {
      closedListeners.add(listener);
      return () => closedListeners.delete(listener);
    },
    close() {
      core.isClosed = true;
      forgoSettling();
      database.close();
      announcer.close();
      closedListeners.clear();
    },
  };
}
