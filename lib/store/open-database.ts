import { DATABASE_VERSION, type ClincherDatabase } from './tables.ts';

/** An older page that still answers closes at once; after this long it is not going to. */
const BLOCKED_MS = 3000;
/** Chromium's open may never settle when its files are damaged. */
const OPENING_MS = 15_000;

export class Refusal extends Error {
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
async function findVersion(name: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find((database) => database.name === name)?.version;
}

function refuseNewer(version: number | undefined): void {
  // Dexie multiplies versions by ten.
  if (version !== undefined && version >= (DATABASE_VERSION + 1) * 10) {
    throw new Refusal('tooNew', `the database has version ${version / 10}`);
  }
}

/** Opens it, or throws a Refusal: where it is of a newer version, held by an older page, or does not open. */
export async function openDatabase(database: ClincherDatabase): Promise<void> {
  refuseNewer(await findVersion(database.name));
  await openAtLast(database);
  refuseNewer(database.backendDB().version);
}

async function openAtLast(database: ClincherDatabase): Promise<void> {
  let giveUp: (refusal: Refusal) => void = () => {};
  const given = new Promise<never>((_, reject) => (giveUp = reject));
  const timers = [
    setTimeout(() => giveUp(new Refusal('failed', 'the database did not open')), OPENING_MS),
  ];
  database.on('blocked', () => {
    const refusal = new Refusal('blocked', 'another page holds the database');
    timers.push(setTimeout(() => giveUp(refusal), BLOCKED_MS));
    return false;
  });
  try {
    await Promise.race([database.open(), given]);
  } finally {
    timers.forEach(clearTimeout);
  }
}
