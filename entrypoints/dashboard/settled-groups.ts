import { Id } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Store } from '../../lib/store/database.ts';

/** Clips that look alike and are not, as their user has said: never asked about again. */
const KEY = 'clips that are not the same';
const Settled = z.array(z.array(Id).max(1000)).max(10_000);
type Settled = z.infer<typeof Settled>;
type Settings = Pick<Store, 'readSetting' | 'writeSetting'>;

const sameGroup = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();

export async function readSettled(store: Settings): Promise<Settled> {
  const read = Settled.safeParse(await store.readSetting(KEY));
  return read.success ? read.data : [];
}

/** Groups in which not all clips have been settled together. One more clip that looks like them is a new question. */
export function unsettled<Group extends { clipIds: readonly string[] }>(
  groups: readonly Group[],
  settled: readonly (readonly string[])[],
): Group[] {
  const byClip = new Map<string, ReadonlySet<string>[]>();
  for (const ids of settled) {
    const set = new Set(ids);
    for (const id of ids) byClip.set(id, [...(byClip.get(id) ?? []), set]);
  }
  return groups.filter(({ clipIds }) => {
    const sets = byClip.get(clipIds[0] ?? '') ?? [];
    return !sets.some((set) => clipIds.every((id) => set.has(id)));
  });
}

export async function settle(store: Settings, clipIds: readonly string[]): Promise<void> {
  const settled = (await readSettled(store)).filter((ids) => !sameGroup(ids, clipIds));
  await store.writeSetting(KEY, [...settled, clipIds.slice(0, 1000)].slice(-10_000));
}

export async function forgetSettled(store: Settings, clipIds: readonly string[]): Promise<void> {
  const settled = await readSettled(store);
  await store.writeSetting(
    KEY,
    settled.filter((ids) => !sameGroup(ids, clipIds)),
  );
}
