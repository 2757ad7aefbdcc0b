import { openStore, type Store } from '../../lib/store/database.ts';
import { memoryPlatform } from './records-for-tests.ts';

let databases = 0;

/** A library of its own for one test; `open` again is another page, or the same one after a restart. */
export function newLibrary() {
  const name = `library-${++databases}`;
  const { platform, memory } = memoryPlatform();
  const opened: Store[] = [];
  return {
    name,
    memory,
    platform,
    opening: () => openStore(platform, name),
    async open(): Promise<Store> {
      const opening = await openStore(platform, name);
      if (!opening.ok) throw new Error(`${opening.reason}: ${opening.message}`);
      opened.push(opening.store);
      return opening.store;
    },
    closeAll: () => opened.forEach((store) => store.close()),
  };
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Behind the store's back: what another version, or a fault, might have done. */
export async function meddle(
  name: string,
  table: string,
  work: (rows: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await settled(indexedDB.open(name));
  try {
    return await settled(work(database.transaction(table, 'readwrite').objectStore(table)));
  } finally {
    database.close();
  }
}
