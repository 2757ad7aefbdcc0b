import { newId } from '../model/identity.ts';
import type { Platform } from '../platform/platform.ts';
import { campaignOperations } from './campaigns.ts';
import { Announcer, type ChangeListener } from './changes.ts';
import { clipOperations } from './clips.ts';
import { StoreCore } from './core.ts';
import { readingOperations } from './readings.ts';
import type { UnreadableRecord } from './records.ts';
import { SentinelKeeper, type Counts, type StoreHealth } from './sentinel-keeper.ts';
import { ClincherDatabase, DATABASE_NAME, DATABASE_VERSION } from './tables.ts';

/**
 * newerVersion: another page has upgraded the database. lost: the browser closed it, or it is being deleted.
 * Either way nothing is read or written any more: say so, and let the user reload.
 */
export type ClosedReason = 'newerVersion' | 'lost';

interface StoreItself {
  readonly health: StoreHealth;
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
  ReturnType<typeof readingOperations>;

export type StoreOpening =
  | { ok: true; store: Store }
  /** blocked: another page of an older version holds the database and does not let go. */
  | { ok: false; reason: 'blocked' | 'tooNew' | 'failed'; message: string };

/** An older page that still answers closes at once; after this long it is not going to. */
const BLOCKED_MS = 3000;
/** Chromium's open may never settle when its files are damaged. */
const OPENING_MS = 15_000;

class Refusal extends Error {
  readonly reason: 'blocked' | 'tooNew' | 'failed';
  constructor(reason: 'blocked' | 'tooNew' | 'failed', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Dexie opens a database of a newer version without a word, adds what it thinks is missing, and writes old
 * shapes into it; so we look before it does.
 */
async function refuseNewer(name: string): Promise<void> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  // Dexie multiplies versions by ten.
  if (found?.version !== undefined && found.version >= (DATABASE_VERSION + 1) * 10) {
    throw new Refusal('tooNew', `the database has version ${found.version / 10}`);
  }
}

async function openDatabase(database: ClincherDatabase): Promise<void> {
  let giveUp: (refusal: Refusal) => void = () => {};
  const given = new Promise<never>((_, reject) => (giveUp = reject));
  const timers = [
    setTimeout(() => giveUp(new Refusal('failed', 'the database did not open')), OPENING_MS),
  ];
  database.on('blocked', () => {
    const refusal = new Refusal('blocked', 'another page holds the database');
    timers.push(setTimeout(() => giveUp(refusal), BLOCKED_MS));
  });
  try {
    await Promise.race([database.open(), given]);
  } finally {
    timers.forEach(clearTimeout);
  }
}

/** The id the database was given when it was made. */
async function generationOf(database: ClincherDatabase): Promise<string> {
  const known = await database.meta.get('generation');
  if (known) return known.value;
  // Two pages may open a new database at once; inside the transaction only one of them is first.
  return database.transaction('rw', database.meta, async () => {
    const first = await database.meta.get('generation');
    if (first) return first.value;
    const value = newId();
    await database.meta.add({ key: 'generation', value });
    return value;
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
    await refuseNewer(databaseName);
    await openDatabase(database);
    const generation = await generationOf(database);
    const sentinel = new SentinelKeeper(platform.sentinel, generation, databaseName);
    const health = await sentinel.examine(() => countAll(database));
    return { ok: true, store: makeStore(database, sentinel, health) };
  } catch (error) {
    database.close();
    return {
      ok: false,
      reason: error instanceof Refusal ? error.reason : 'failed',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

async function countAll(database: ClincherDatabase): Promise<Counts> {
  return { clips: await database.clips.count(), campaigns: await database.campaigns.count() };
}

function makeStore(
  database: ClincherDatabase,
  sentinel: SentinelKeeper,
  healthAtOpening: StoreHealth,
): Store {
  const announcer = new Announcer(database.name);
  const core = new StoreCore(database, sentinel, announcer);
  const closedListeners = new Set<(reason: ClosedReason) => void>();
  let health = healthAtOpening;
  let closed: ClosedReason | null = null;

  function closeFor(reason: ClosedReason): void {
    if (core.isClosed) return;
    core.isClosed = true;
    closed = reason;
    database.close();
    for (const listener of [...closedListeners]) listener(reason);
  }
  database.on('versionchange', (event) => {
    closeFor(event.newVersion === null ? 'lost' : 'newerVersion');
    // Dexie's own listener would close it so that the next call opens it again.
    return false;
  });
  database.on('close', () => closeFor('lost'));

  return {
    ...clipOperations(core),
    ...campaignOperations(core),
    ...readingOperations(core),
    get health() {
      return health;
    },
    async acceptHealth() {
      await sentinel.accept(() => core.read(() => countAll(database)));
      health = { kind: 'fine' };
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
      database.close();
      announcer.close();
      closedListeners.clear();
    },
  };
}
