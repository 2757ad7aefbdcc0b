import type { Campaign } from '../../lib/model/campaign.ts';
import { CLIP_RECORD_VERSION, type Clip } from '../../lib/model/clip.ts';
import type { Reading } from '../../lib/model/evidence.ts';
import { PARAMETER_KEYS, PARAMETERS } from '../../lib/model/parameters.ts';
import { FIRST_ACTION_SLOT } from '../../lib/model/parameters.ts';
import type { Scenario } from '../../lib/model/scenario.ts';
import { uncertain } from '../../lib/model/uncertain-number.ts';
import type { Platform, Sentinel } from '../../lib/platform/platform.ts';

/** The port in memory: a third platform, which can be told to have forgotten or to refuse. */
export function memoryPlatform() {
  const memory = { sentinel: null as Sentinel | null, writes: [] as Sentinel[], refuses: false };
  const drafts = new Map<string, unknown>();
  const marks = new Set<string>();
  const platform: Platform = {
    kind: 'page',
    sentinel: {
      read: async () => memory.sentinel,
      write: async (sentinel) => {
        if (memory.refuses) throw new Error('no room');
        memory.sentinel = sentinel;
        memory.writes.push(sentinel);
      },
    },
    drafts: {
      read: async (key) => drafts.get(key),
      write: async (key, value) => void drafts.set(key, value),
      remove: async (key) => void drafts.delete(key),
    },
    session: {
      isMarked: async (mark) => marks.has(mark),
      mark: async (mark) => void marks.add(mark),
      unmark: async (mark) => void marks.delete(mark),
    },
    scriptAddress: (name) => `/${name}`,
    openDashboard: async () => {},
    openLink: () => {},
  };
  return { platform, memory };
}

export function makeClip(id: string, edit: Partial<Clip> = {}): Clip {
  return {
    recordVersion: CLIP_RECORD_VERSION,
    id,
    title: `Title of ${id}`,
    siteName: 'The Loopback Times',
    authors: ['A. Reporter'],
    publishedAt: '2019-11-25',
    language: 'en',
    canonicalAddress: null,
    excerpt: '',
    sources: {
      title: 'jsonLd',
      siteName: 'openGraph',
      authors: 'byline',
      publishedAt: 'timeElement',
      language: 'htmlLang',
      canonicalAddress: 'none',
      excerpt: 'none',
    },
    address: `https://news.example/${id}`,
    trackersCut: 0,
    addressKeys: [`news.example/${id}`],
    text: 'Flights were grounded.',
    quotes: [],
    reports: [],
    sectors: [],
    places: [],
    campaignIds: [],
    archiveAddress: null,
    modifiedAt: null,
    isAccessibleForFree: null,
    section: '',
    direction: '',
    tags: [],
    note: '',
    clippedAt: '2026-11-22T10:00:00+02:00',
    updatedAt: '2026-11-22T10:00:00+02:00',
    deletedAt: null,
    ...edit,
  };
}

export function makeCampaign(id: string, edit: Partial<Campaign> = {}): Campaign {
  return {
    recordVersion: 1,
    id,
    name: `Campaign ${id}`,
    place: '',
    summary: '',
    movementName: '',
    targetName: '',
    actorNames: [],
    note: '',
    provenance: 'own',
    casebookId: null,
    currency: 'EUR',
    moneyYear: 2019,
    firstDay: '2019-11-11',
    dayType: 'calendar',
    employer: 'market',
    sectors: null,
    settledDay: null,
    settlement: '',
    numbers: Object.fromEntries(
      PARAMETER_KEYS.map((key) => [
        key,
        uncertain(PARAMETERS[key].range, PARAMETERS[key].drawSlot, {
          kind: 'assumption',
          note: '',
          address: null,
        }),
      ]),
    ) as Campaign['numbers'],
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    ...edit,
  };
}

export function makeReading(id: string, clipId: string): Reading {
  return {
    id,
    clipId,
    quote: { id: `q-${id}`, exact: 'three in five', prefix: '', suffix: '' },
    citation: {
      title: 'Flights grounded',
      siteName: '',
      authors: [],
      publishedAt: null,
      address: null,
    },
    low: 0.55,
    high: 0.65,
    reliability: 'press',
    groupId: null,
    addedAt: '2026-11-02T00:00:00Z',
  };
}

export function makeScenario(id: string, campaignId: string, readings: Reading[] = []): Scenario {
  return {
    recordVersion: 2,
    id,
    campaignId,
    baselineId: null,
    name: `Scenario ${id}`,
    note: '',
    horizonDays: 120,
    fixedLengthDays: null,
    actions: [
      {
        kind: 'boycott',
        id: 'boycott-1',
        name: 'Boycott',
        note: '',
        enabled: true,
        startDay: 3,
        durationDays: null,
        share: {
          ...uncertain({ low: 0.1, typical: 0.2, high: 0.4 }, FIRST_ACTION_SLOT, {
            kind: 'assumption',
            note: '',
            address: null,
          }),
          readings,
        },
      },
    ],
    nextDrawSlot: FIRST_ACTION_SLOT + 1,
    seed: 1919,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
  };
}
