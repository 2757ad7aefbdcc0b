/** A library with workers at it, and a hand that ends one of them in the middle of whatever it does. */
import { expect } from 'vitest';
import type { CatalogueState } from '../../lib/catalogue/api.ts';
import { CatalogueService } from '../../lib/catalogue/service.ts';
import { EVERYTHING, type ClipQuery } from '../../lib/model/clip-query.ts';
import { meddle, newLibrary } from '../store/opening.ts';

/** Few clips a step, so that a small library takes many of them. */
const SMALL = { firstClips: 2, mostClips: 3, clipsARead: 2 };

export function servedLibrary() {
  const library = newLibrary();
  const services: CatalogueService[] = [];
  return {
    ...library,
    async serve() {
      const service = new CatalogueService(SMALL);
      services.push(service);
      const states: CatalogueState[] = [];
      await service.open(library.name, (state) => states.push(state));
      return { service, states };
    },
    endAll() {
      services.forEach((service) => service.close());
      library.closeAll();
    },
    /** Every row of a table. */
    rows: async <T>(table: string) =>
      (await meddle(library.name, table, (rows) => rows.getAll())) as T[],
  };
}

export async function titles(service: CatalogueService, query: Partial<ClipQuery> = {}) {
  const answer = await service.search({ ...EVERYTHING, ...query }, { offset: 0, limit: 200 });
  expect(answer.total).toBe(answer.entries.length);
  return answer.entries.map(({ title }) => title);
}

let touches = 0;
let ontouch: (touch: number) => void = () => {};

function touched(): void {
  touches++;
  ontouch(touches);
}

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
  touched();
  return transaction.apply(this, args);
};
for (const name of ['put', 'add', 'delete'] as const) {
  const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
  IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: unknown[]) {
    touched();
    return original.apply(this, args);
  } as never;
}

/** Counts how often databases are touched meanwhile; `at` hears each time. */
export async function touching(
  work: () => Promise<unknown>,
  at: (touch: number) => void = () => {},
): Promise<number> {
  touches = 0;
  ontouch = at;
  try {
    await work();
    return touches;
  } finally {
    ontouch = () => {};
  }
}
