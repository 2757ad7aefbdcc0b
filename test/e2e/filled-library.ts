/** A library of made clips, laid into a profile's database as the store lays them, for pages that show many. */
import type { Page } from 'puppeteer-core';
import type { ReportedKind } from '../../lib/model/action-kinds.ts';
import type { Clip } from '../../lib/model/clip.ts';
import { clipRow } from '../../lib/store/clips.ts';
import { DATABASE_NAME, unindexedRows } from '../../lib/store/tables.ts';
import { makeClip } from '../store/records-for-tests.ts';

interface Story {
  title: string;
  kind: ReportedKind | null;
  sector: string;
  place: string;
  campaignId: string | null;
}

const STORIES: readonly Story[] = [
  {
    title: 'Finnair cancels 300 flights as ground crews back postal strike',
    kind: 'sympathyStrike',
    sector: 'AIR',
    place: 'Helsinki',
    campaignId: 'posti-2019',
  },
  {
    title: 'Seafarers refuse Posti parcels on ferries to Åland',
    kind: 'handlingBan',
    sector: 'WATR',
    place: 'Åland',
    campaignId: 'posti-2019',
  },
  {
    title: '“Solidarity schools” open their doors as teachers walk out',
    kind: 'serviceSubstitutionByMovement',
    sector: 'EDU',
    place: 'Oakland',
    campaignId: 'oakland-2019',
  },
  {
    title: 'Volunteers feed 4,000 children a day during Oakland strike',
    kind: 'serviceSubstitutionByMovement',
    sector: 'EDU',
    place: 'Oakland',
    campaignId: 'oakland-2019',
  },
  {
    title: 'Dockers stop unloading Teslas at four ports',
    kind: 'handlingBan',
    sector: 'WHSE',
    place: 'Malmö',
    campaignId: null,
  },
  {
    title: 'Pilots honour picket lines; air fleet grounded',
    kind: 'sympathyStrike',
    sector: 'AIR',
    place: 'Memphis',
    campaignId: null,
  },
  {
    title: 'Shoppers asked to stay away from the chain until it bargains',
    kind: 'boycott',
    sector: 'TRAD',
    place: 'Dublin',
    campaignId: null,
  },
  {
    title: 'Strike fund passes a million after nurses’ appeal in every hospital of the region',
    kind: 'strikeFund',
    sector: 'HLTH',
    place: 'Lyon',
    campaignId: null,
  },
  {
    title: 'Talks go on for a third day',
    kind: null,
    sector: 'POST',
    place: 'Tampere',
    campaignId: null,
  },
];
const SITES = [
  'The Loopback Times',
  'Helsingin Uutiset',
  'Labour Wire',
  'Dagbladet Öresund',
  'Le Rail',
];
const TAGS = ['ports', 'winter', 'legal', 'interview', 'numbers', 'call-out', 'kitchen'];

/** The same clips on every call, the first one clipped last. Each has words of its own: "story17". */
export function madeClips(count: number): Clip[] {
  return Array.from({ length: count }, (_, at) => {
    const { title, kind, sector, place, campaignId } = STORIES[at % STORIES.length];
    const day = new Date(Date.UTC(2019, 10, 25) - Math.floor(at ** 1.1 / 2) * 86_400_000);
    const published = new Date(day.getTime() - (at % 3) * 86_400_000);
    const text = [
      `The union said on Monday that members would walk out in support. This is story${at}.`,
      'Some 20,300 passengers were affected, according to the operator; the union put it at 31,000.',
      'Bus and port workers stopped work on the same day.',
    ].join('\n\n');
    return makeClip(`clip-${at}`, {
      title: at < STORIES.length ? title : `${title} (${at})`,
      siteName: SITES[at % SITES.length],
      authors: at % 4 === 0 ? ['A. Berg', 'B. Niemi'] : [],
      publishedAt: published.toISOString().slice(0, 10),
      reports: kind ? [kind] : [],
      sectors: at % 5 === 4 ? [] : [sector],
      places: [place],
      campaignIds: campaignId ? [campaignId] : [],
      tags: at % 2 === 0 ? [TAGS[at % TAGS.length]] : [],
      quotes:
        at % 3 === 0
          ? [{ id: `q-${at}`, exact: 'Some 20,300 passengers', prefix: '', suffix: ' were' }]
          : [],
      text,
      clippedAt: new Date(day.getTime() + 43_200_000 - at).toISOString(),
      updatedAt: new Date(day.getTime() + 43_200_000 - at).toISOString(),
    });
  });
}

/** Lays them into the database of the page's origin; the page must be loaded anew to see them. */
export async function fillLibrary(page: Page, clips: readonly Clip[]): Promise<void> {
  const PIECE = 1000;
  for (let at = 0; at < clips.length; at += PIECE) {
    const piece = clips.slice(at, at + PIECE);
    const rows = {
      clips: piece.map(({ text: _, ...head }) => clipRow(head)),
      texts: piece.map(({ id, text }) => ({ id, text })),
      unindexed: unindexedRows(piece.map(({ id }) => id)),
    };
    await page.evaluate(
      async (name, tables, count) => {
        const settled = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error!);
          });
        const database = await settled(indexedDB.open(name));
        const transaction = database.transaction([...Object.keys(tables), 'meta'], 'readwrite');
        for (const [table, made] of Object.entries(tables)) {
          const store = transaction.objectStore(table);
          for (const row of made) store.put(row);
        }
        const meta = transaction.objectStore('meta');
        const library = (await settled(meta.get('library'))) as { clips: number };
        meta.put({ ...library, clips: library.clips + count });
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error!);
        });
        database.close();
      },
      DATABASE_NAME,
      rows as Record<string, object[]>,
      piece.length,
    );
  }
}
