import type { ClipHead } from '../../lib/model/clip.ts';
import { z } from '../../lib/model/zod.ts';
import type { Store } from '../../lib/store/database.ts';

/** What completes a tag, a sector and a place: those of one's own clips, the newest first. */
export interface KnownLabels {
  tags: string[];
  sectors: string[];
  places: string[];
}

const KEY = 'knownLabels';
const MOST = 5000;
const Words = z.array(z.string().max(200)).max(MOST);
const Cursor = z.strictObject({ rank: z.number(), id: z.string() });
const Remembered = z.strictObject({
  tags: Words,
  sectors: Words,
  places: Words,
  /** Clips in the library when it was read. */
  clips: z.int(),
  readAt: z.number(),
  /** Where the reading goes on, if it was broken off; null where it came to the end. */
  rest: Cursor.nullable(),
});
type Remembered = z.infer<typeof Remembered>;

const NEWEST = 200;
const PAGE = 200;
/** Between two pages, so that typing goes first. */
const PAUSE_MS = 15;
/** Tags of old clips that were changed in bulk become known at the latest then. */
const A_DAY_MS = 86_400_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function joined(first: KnownLabels, second: KnownLabels): KnownLabels {
  const unite = (field: keyof KnownLabels) =>
    [...new Set([...first[field], ...second[field]])].slice(0, MOST);
  return { tags: unite('tags'), sectors: unite('sectors'), places: unite('places') };
}

export function labelsOf(clips: readonly ClipHead[]): KnownLabels {
  const once = (field: keyof KnownLabels) => [...new Set(clips.flatMap((clip) => clip[field]))];
  return { tags: once('tags'), sectors: once('sectors'), places: once('places') };
}

/**
 * Tells what is known: first what is remembered and the newest clips say, then, where the library has changed since,
 * what all clips say. A library of thousands is read in small pages, and a reading that was broken off goes on.
 */
export async function readKnownLabels(
  store: Store,
  tell: (labels: KnownLabels) => void,
  now: number = Date.now(),
): Promise<void> {
  const [setting, newest, clips] = await Promise.all([
    store.readSetting(KEY),
    store.listClips({ limit: NEWEST }),
    store.countClips(),
  ]);
  const remembered = Remembered.safeParse(setting).data;
  const ofNewest = labelsOf(newest.clips);
  let labels = remembered ? joined(ofNewest, remembered) : ofNewest;
  tell(labels);
  const isFresh =
    remembered?.rest === null && remembered.clips === clips && now - remembered.readAt < A_DAY_MS;
  if (isFresh) return;
  // A new reading forgets what no clip says any more.
  const goesOn = remembered?.rest && remembered.clips === clips ? remembered.rest : null;
  if (!goesOn) labels = ofNewest;
  let rest = goesOn ?? newest.next;
  for (let pages = 1; rest; pages++) {
    await pause(PAUSE_MS);
    const page = await store.listClips({ before: rest, limit: PAGE });
    labels = joined(labels, labelsOf(page.clips));
    rest = page.next;
    if (pages % 10 === 0) await remember(store, { ...labels, clips, readAt: now, rest });
  }
  await remember(store, { ...labels, clips, readAt: now, rest: null });
  tell(labels);
}

async function remember(store: Store, labels: Remembered): Promise<void> {
  await store.writeSetting(KEY, labels);
}
