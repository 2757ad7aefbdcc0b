import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCHANGE_LIMITS } from '../../lib/exchange/format.ts';
import { redactClip, redactEvent } from '../../lib/exchange/redact.ts';
import { reviewImport, saidOf } from '../../lib/exchange/review.ts';
import { writeLibrary } from '../../lib/exchange/write-library.ts';
import { CLIP_RECORD_VERSION } from '../../lib/model/clip.ts';
import type { ObservedEvent } from '../../lib/model/event.ts';
import { makeClip } from '../store/records-for-tests.ts';
import {
  anyEvent,
  anyLibrary,
  EVERYTHING,
  NOTHING,
  ORIGIN,
  read,
  readEntries,
  textOf,
} from './clips-for-tests.ts';

const FROZEN = readFileSync(
  new URL('../fixtures/exchange/library-v1.json', import.meta.url),
  'utf8',
);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const empty = { ids: new Set<string>(), idsOfKey: new Map<string, string[]>() };
/** A library with events of some of its clips. */
const anyLibraryWithEvents = anyLibrary
  .filter((clips) => clips.length > 0)
  .chain((clips) =>
    fc
      .uniqueArray(anyEvent(clips.map(({ id }) => id)), { maxLength: 3, selector: ({ id }) => id })
      .map((events) => ({ clips, events })),
  );

describe('a library of ours', () => {
  test('comes back as it was, field for field, the trash too', () => {
    fc.assert(
      fc.property(anyLibraryWithEvents, ({ clips, events }) => {
        // Through bytes, as it lies on disk.
        const back = readEntries(bytesOf(textOf(clips, 'library', EVERYTHING, events)));
        expect(back.clips).toEqual(clips);
        expect(back.events).toEqual(events);
        expect(back.unreadable).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('says what it holds', () => {
    const { head } = readEntries(textOf([makeClip('a')], 'library', NOTHING));
    expect(head?.holds).toEqual({
      clips: true,
      events: true,
      campaigns: false,
      notes: false,
      tags: false,
      names: false,
      campaignMarks: false,
      times: false,
      trash: false,
    });
  });

  test('leaves notes, tags, hours and the trash at home unless asked', () => {
    const clip = makeClip('a', {
      note: 'CANARY-note',
      tags: ['CANARY-tag'],
      clippedAt: '2026-11-22T13:37:11+02:00',
      updatedAt: '2026-11-22T13:37:12+02:00',
    });
    const trashed = makeClip('b', { title: 'CANARY-trash', deletedAt: '2026-11-22T13:37:13Z' });
    for (const format of ['library', 'csv', 'csl', 'ris', 'bibtex'] as const) {
      const text = textOf([clip, trashed], format, NOTHING);
      expect(text).not.toMatch(/CANARY|13:37|\+02:00/);
      expect(text).toContain('Title of a');
    }
    const [back] = readEntries(textOf([clip], 'library', NOTHING)).clips;
    expect(back).toEqual(redactClip(clip, NOTHING));
    expect(back.clippedAt).toBe('2026-11-22T00:00:00Z');
  });

  test('goes into several files where one would be too large, and all of them together are the library', () => {
    const clips = Array.from({ length: 25 }, (_, at) =>
      makeClip(`c${at}`, { text: 'é'.repeat(900) }),
    );
    const files = writeLibrary(clips, [], EVERYTHING, ORIGIN, { bytes: 12_000, items: 20_000 });
    expect(files.length).toBeGreaterThan(3);
    const texts = files.map((pieces) => pieces.join(''));
    for (const text of texts) expect(bytesOf(text).length).toBeLessThanOrEqual(12_000);
    expect(texts.flatMap((text) => readEntries(text).clips)).toEqual(clips);
    expect(readEntries(texts[1]).head).toMatchObject({ part: 2, parts: files.length });
    const byCount = writeLibrary(clips, [], EVERYTHING, ORIGIN, { bytes: 1e9, items: 10 });
    expect(byCount).toHaveLength(3);
  });

  test('may hold two clips of one page, and nothing twice', () => {
    const twins = [makeClip('a'), makeClip('b', { addressKeys: makeClip('a').addressKeys })];
    const file = readEntries(textOf([...twins, twins[0]], 'library'));
    expect(reviewImport(file, empty).map(({ verdict }) => verdict.kind)).toEqual([
      'new',
      'new',
      'twice',
    ]);
  });
});

describe('events', () => {
  const clip = makeClip('a');
  const [event] = fc.sample(anyEvent(['a', 'stays']), { numRuns: 1, seed: 7 });
  const full: ObservedEvent = {
    ...event,
    title: 'Flights grounded',
    actors: [{ name: 'CANARY-union', role: 'acts' }],
    target: 'CANARY-target',
    note: 'CANARY-note',
    campaignId: 'CANARY-campaign',
    clipIds: ['a', 'stays'],
    claims: [
      {
        id: 'claim',
        counts: 'workers',
        low: 2000,
        high: 2000,
        claimedBy: 'CANARY-police',
        reliability: 'press',
        sources: [
          { clipId: 'a', quoteId: null },
          { clipId: 'stays', quoteId: 'q' },
        ],
      },
    ],
    createdAt: '2026-11-22T13:37:11+02:00',
    updatedAt: '2026-11-22T13:37:12+02:00',
    deletedAt: null,
  };

  test('go along with their clips, without names, notes, campaigns and clips that stay', () => {
    const text = textOf([clip], 'library', NOTHING, [full]);
    expect(text).toContain('Flights grounded');
    expect(text).not.toMatch(/CANARY|stays|13:37/);
    const [back] = readEntries(text).events;
    expect(back.claims[0].sources).toEqual([{ clipId: 'a', quoteId: null }]);
    expect(textOf([clip], 'library', EVERYTHING, [full])).toMatch(/CANARY-police/);
  });

  test('stay where none of their clips goes', () => {
    expect(redactEvent(full, new Set(['other']), EVERYTHING)).toBeNull();
    expect(readEntries(textOf([makeClip('c')], 'library', EVERYTHING, [full])).events).toEqual([]);
    const trashed = { ...full, deletedAt: '2026-11-22T10:00:00Z' };
    expect(textOf([clip], 'library', NOTHING, [trashed])).not.toContain('Flights grounded');
  });

  test('a damaged one is named with its place', () => {
    const text = textOf([clip], 'library', EVERYTHING, [full]).replace(
      '"low":2000',
      '"low":"many"',
    );
    const { events, unreadable, clips } = readEntries(text);
    expect(clips).toHaveLength(1);
    expect(events).toEqual([]);
    expect(unreadable).toMatchObject([
      { what: 'event', at: 1, title: 'Flights grounded', where: 'claims › 1 › low' },
    ]);
  });
});

describe('a file of the first version', () => {
  test('is read as ever, its clips brought to what they are now', () => {
    const { clips, events, head, unreadable } = readEntries(FROZEN);
    expect(unreadable).toEqual([]);
    expect(events).toEqual([]);
    expect(clips.map(({ id, recordVersion }) => [id, recordVersion])).toEqual([
      ['posti', CLIP_RECORD_VERSION],
      ['trashed', CLIP_RECORD_VERSION],
    ]);
    expect(clips[0]).toMatchObject({ note: 'Ask Aino.', reports: ['sympathyStrike'], sectors: [] });
    expect(head).toMatchObject({ formatVersion: 2, holds: { notes: true, campaignMarks: true } });
  });
});

describe('a review', () => {
  test('tells what is here already, by id and by page', () => {
    const file = readEntries(textOf([makeClip('a'), makeClip('b'), makeClip('c')], 'library'));
    const present = {
      ids: new Set(['a']),
      idsOfKey: new Map([['news.example/b', ['mine', 'in the trash']]]),
    };
    expect(reviewImport(file, present).map(({ verdict }) => verdict)).toEqual([
      { kind: 'sameClip', mineId: 'a' },
      { kind: 'samePage', mineId: 'mine' },
      { kind: 'new' },
    ]);
  });

  test('what a file leaves out is not said, so that it can take nothing away', () => {
    const clip = makeClip('a', { tags: ['mine'], note: 'mine', campaignIds: ['posti'] });
    const few = readEntries(textOf([clip], 'library', NOTHING));
    expect(Object.keys(saidOf(few, few.clips[0]))).not.toContain('tags');
    expect(saidOf(few, few.clips[0])).toMatchObject({ title: clip.title, text: clip.text });
    const all = readEntries(textOf([clip], 'library'));
    expect(saidOf(all, all.clips[0])).toMatchObject({ tags: ['mine'], note: 'mine' });
    const csl = readEntries(textOf([clip], 'csl', NOTHING));
    expect(saidOf(csl, csl.clips[0])).not.toHaveProperty('text');
    for (const said of [saidOf(all, all.clips[0]), saidOf(csl, csl.clips[0])]) {
      for (const own of ['id', 'addressKeys', 'updatedAt', 'deletedAt'])
        expect(said).not.toHaveProperty(own);
    }
  });
});

describe('a hostile or broken library', () => {
  const good = textOf([makeClip('a'), makeClip('b'), makeClip('c')], 'library');
  const withClip = (edit: (line: string) => string) =>
    good.replace(/^\{"recordVersion".*"id":"b".*$/m, (line) => edit(line));

  test('a clip that does not fit is named with its place, and the others are read', () => {
    const cases: [string, (line: string) => string, object][] = [
      [
        'script address',
        (line) => line.replace('https://news.example/b', 'javascript:alert(1)'),
        { where: 'address' },
      ],
      ['unknown field', (line) => line.replace('"id"', '"mood":"glad","id"'), { where: 'mood' }],
      [
        '__proto__',
        (line) => line.replace('"id"', '"__proto__":{"isAdmin":true},"id"'),
        { where: '__proto__' },
      ],
      [
        'a newer record',
        (line) => line.replace(/"recordVersion":\d+/, '"recordVersion":99'),
        { reason: 'tooNew' },
      ],
      [
        'a flood of tags',
        (line) => line.replace('"tags":[]', `"tags":[${'{},'.repeat(5000)}{}]`),
        { where: 'tags' },
      ],
      [
        'a bad quote',
        (line) => line.replace('"quotes":[]', '"quotes":[{"id":"q"}]'),
        { where: 'quotes › 1' },
      ],
      ['no object', () => '17,', { where: '' }],
    ];
    for (const [name, edit, expected] of cases) {
      const file = readEntries(withClip(edit));
      expect(
        file.clips.map(({ id }) => id),
        name,
      ).toEqual(['a', 'c']);
      expect(file.unreadable, name).toMatchObject([{ at: 2, ...expected }]);
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test('is refused by name as a whole', () => {
    const cases: [string, string | Uint8Array, object][] = [
      ['cut short', good.slice(0, -9), { reason: 'notJson' }],
      [
        'newer',
        good.replace('"formatVersion":2', '"formatVersion":3'),
        { reason: 'tooNew', version: 3 },
      ],
      [
        'unknown head',
        good.replace('"holds"', '"__proto__":{},"holds"'),
        { reason: 'invalid', where: '__proto__' },
      ],
      [
        'a name twice',
        good.replace('"part":1', '"part":1,"part":1'),
        { reason: 'invalid', where: 'part' },
      ],
      ['no clips', '{"format":"clincher-library","formatVersion":1}', { reason: 'invalid' }],
      [
        'no events',
        good.replace(/,"events":\[[^]*\]\}/, '}'),
        { reason: 'invalid', where: 'events' },
      ],
      [
        'events in a first version',
        JSON.stringify({ ...(JSON.parse(FROZEN) as object), events: [] }),
        { reason: 'invalid', where: 'events' },
      ],
      ['another program', '{"format":"other"}', { reason: 'unknownKind' }],
      ['a snapshot', '{"format":"clincher-snapshot"}', { reason: 'snapshot' }],
      ['a page', '<!doctype html><script>alert(1)</script>', { reason: 'unknownKind' }],
      ['nothing', '', { reason: 'unknownKind' }],
      ['not text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), { reason: 'unknownKind' }],
      ['100,000 brackets', '['.repeat(100_000), { reason: 'tooLarge', what: 'depth' }],
      ['a million entries', `[${'{},'.repeat(1_000_000)}{}]`, { reason: 'tooMany' }],
    ];
    for (const [name, file, refusal] of cases) {
      expect(read(file), name).toMatchObject({ ok: false, ...refusal });
    }
  });

  test('of 60 MB is refused before a letter of it is looked at', () => {
    const begin = performance.now();
    expect(read(new Uint8Array(60_000_000))).toEqual({
      ok: false,
      reason: 'tooLarge',
      what: 'bytes',
      limit: EXCHANGE_LIMITS.bytes,
    });
    expect(performance.now() - begin).toBeLessThan(50);
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.nat(good.length).map((at) => `${good.slice(0, at)}${good.slice(at + 1)}`),
        ),
        (text) => {
          const found = read(text);
          expect(typeof found.ok).toBe('boolean');
        },
      ),
    );
  });
});
