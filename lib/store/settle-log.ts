/**
 * Chromium keeps IndexedDB in LevelDB and, when it starts, goes on writing into the log that it finds. Where the browser
 * died in the middle of a write, that log ends in half a record, and what is written behind the half is lost or makes the
 * next start call the whole database damaged and delete it (google/leveldb#1287, open since 2025). Once a log is longer
 * than LevelDB's write buffer, though, a new one is begun and the old one, half record and all, is done away with. So the
 * first page of each session fills the log up before anything is saved. That nobody died last time cannot be known here.
 */
import type { Platform } from '../platform/platform.ts';
import { TURNSTILE, type ClincherDatabase } from './tables.ts';

/** leveldb_env::WriteBufferSize: 4 MiB, less where the disk is nearly full. */
const LOG_BYTES = 4 * 1024 * 1024;
/** Larger values lie as files beside the log (from 64 kB on). */
const VALUE_BYTES = 60_000;
const VALUES_AT_ONCE = 8;
/** Where nothing else ever lies: staged rows are counted from 1 upwards. */
const KEY = -1;

const markOf = (databaseName: string) => `log settled: ${databaseName}`;
const lockOf = (databaseName: string) => `${databaseName}-log`;

function isLevelDb(): boolean {
  return /Chrom(e|ium)\//.test(navigator.userAgent);
}

function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

async function fillLog(database: ClincherDatabase): Promise<void> {
  const begin = () =>
    // Not on disk before it goes on: a power cut that loses the end of these rows loses nothing.
    database.backendDB().transaction(TURNSTILE, 'readwrite', { durability: 'relaxed' });
  const row = { number: KEY, records: [], filling: 'x'.repeat(VALUE_BYTES) };
  for (let bytes = 0; bytes < LOG_BYTES * 1.1; bytes += VALUE_BYTES * VALUES_AT_ONCE) {
    const transaction = begin();
    for (let count = 0; count < VALUES_AT_ONCE; count++)
      transaction.objectStore(TURNSTILE).put(row);
    await complete(transaction);
  }
  const transaction = begin();
  transaction.objectStore(TURNSTILE).delete(KEY);
  await complete(transaction);
}

/**
 * Resolves once what is saved from now on is safe from what a killed browser left. Saves wait for it, reading need not,
 * and goes first: it begins when `due` says so. Meanwhile whoever writes in a worker waits, too.
 * Never rejects: where it fails (no room, say), saving will say so itself.
 */
export async function settleLog(
  database: ClincherDatabase,
  session: Platform['session'],
  due: Promise<void>,
  isNeeded: boolean = isLevelDb(),
): Promise<void> {
  if (!isNeeded) return;
  const mark = markOf(database.name);
  try {
    await navigator.locks.request(lockOf(database.name), async () => {
      if (await session.isMarked(mark)) return;
      await due;
      await fillLog(database);
      await session.mark(mark);
    });
  } catch {
    // Not marked: the next page tries again.
  }
}

/** For who has no session to look at: after whichever page is settling it now. */
export async function afterSettling(databaseName: string): Promise<void> {
  if (isLevelDb())
    await navigator.locks.request(lockOf(databaseName), { mode: 'shared' }, () => {});
}

/** The browser closed the database under us; when it opens it again it may go on in a torn log, as after a kill. */
export async function unsettleLog(
  databaseName: string,
  session: Platform['session'],
): Promise<void> {
  await session.unmark(markOf(databaseName)).catch(() => {});
}
