import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberOf } from '../../lib/model/action.ts';
import { MODEL_VERSION } from '../../lib/model/ensemble.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { Snapshot } from '../../lib/snapshot/format.ts';
import { readSnapshot, type ReadSnapshot } from '../../lib/snapshot/read.ts';
import { compareWithSnapshot, snapshotResultOf } from '../../lib/snapshot/reproduce.ts';
import { wordsOf } from '../../lib/snapshot/words.ts';
import { writeSnapshot } from '../../lib/snapshot/write.ts';
import { everyKind, inputOf } from './examples.ts';

const { text: VALID } = writeSnapshot(inputOf(everyKind()), {
  includeNotes: true,
  includeNames: true,
});

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Change = (file: Json) => void;

/** The place that a path like `scenario.actions.2.share` leads to. */
function at(file: Json, path: string): Json {
  return path.split('.').reduce((value, key) => (value as Record<string, Json>)[key]!, file);
}

/** undefined takes the field out. */
function set(path: string, value: Json | undefined): Change {
  const [, holder, key] = /^(?:(.*)\.)?([^.]+)$/.exec(path)!;
  return (file) => {
    const target = holder === undefined ? file : at(file, holder);
    (target as Record<string, Json | undefined>)[key!] = value;
  };
}

/** The valid file, changed. */
function changed(...changes: Change[]): string {
  const file = JSON.parse(VALID) as Json;
  for (const change of changes) change(file);
  return JSON.stringify(file);
}

/** The verdict, which must come in time, with words for it, and never as an exception. */
function verdictOn(file: string | Uint8Array): ReadSnapshot {
  // The processor's time, not the clock's: how busy the machine is otherwise is no claim about us.
  const start = process.cpuUsage();
  const read = readSnapshot(file);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2000);
  if (!read.ok) {
    const { title, advice } = wordsOf(read);
    expect(title.length).toBeGreaterThan(10);
    expect(advice.length).toBeGreaterThan(10);
  }
  return read;
}

describe('not JSON', () => {
  it.each([
    ['an empty file', ''],
    ['white space', ' \n\t'],
    ['a file cut short', VALID.slice(0, VALID.length / 2)],
    ['a file cut at its last bracket', VALID.trimEnd().slice(0, -1)],
    ['two files in one', VALID + VALID],
    ['NaN', VALID.replace('"seed": 1919', '"seed": NaN')],
    ['Infinity', VALID.replace('"seed": 1919', '"seed": -Infinity')],
    ['a hexadecimal number', VALID.replace('"seed": 1919', '"seed": 0x77f')],
    ['a leading zero', VALID.replace('"seed": 1919', '"seed": 01919')],
    ['a trailing comma', VALID.replace(/}\s*$/, ',}')],
    ['a comment', `// from a friend\n${VALID}`],
    ['single quotes', VALID.replaceAll('"', "'")],
    ['an open string', VALID.replace('"program": "', '"program": ')],
    ['a bare line break in a string', VALID.replace('Clincher 0.1.0', 'Clincher\n0.1.0')],
    ['a bad escape', VALID.replace('Clincher 0.1.0', 'Clincher \\x41')],
    ['more closed than opened', ']]]}}}'],
    ['a page of the web', '<!doctype html><title>Sign in</title>'],
    ['an open string of a megabyte', `{"a":"${'\\"'.repeat(500_000)}`],
  ])('%s', (_, text) => {
    expect(verdictOn(text)).toEqual({ ok: false, reason: 'notJson' });
  });

  it.each([
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${VALID}`, 'utf16le'))],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['a surrogate as UTF-8 bytes', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ])('%s', (_, bytes) => {
    expect(verdictOn(bytes)).toEqual({ ok: false, reason: 'notJson' });
  });
});

describe('not ours', () => {
  it.each([
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number past every double', '1e999'],
    ['a string', '"clincher-snapshot"'],
    ['another program’s file', '{"format":"zotero","formatVersion":1}'],
    ['a library export of ours', '{"format":"clincher-library","formatVersion":1}'],
    ['a format inherited, not stated', '{"__proto__":{"format":"clincher-snapshot"}}'],
  ])('%s', (_, text) => {
    expect(verdictOn(text)).toEqual({ ok: false, reason: 'notOurs' });
  });
});

describe('too new', () => {
  it.each([
    ['format', set('formatVersion', 4)],
    ['model', set('modelVersion', MODEL_VERSION + 1)],
    ['campaign', set('campaign.recordVersion', 99)],
    ['scenario', set('scenario.recordVersion', 99)],
  ])('a newer %s is refused by name', (what, change) => {
    const read = verdictOn(changed(change));
    expect(read).toMatchObject({ ok: false, reason: 'tooNew', what });
    if (!read.ok) expect(wordsOf(read).title).toMatch(/newer Clincher \(.+ \d+\)/);
  });

  it('even where the newer file has fields that we do not know', () => {
    const read = verdictOn(
      changed(
        set('formatVersion', 4),
        set('surprise', Array<Json>(5000).fill(0)),
        set('ensemble', undefined),
      ),
    );
    expect(read).toMatchObject({ reason: 'tooNew', what: 'format', version: 4 });
  });
});

describe('too large', () => {
  const large = { ok: false, reason: 'tooLarge' };

  it('more bytes than the cap, before anything is parsed', () => {
    expect(verdictOn(`"${'x'.repeat(5_000_000)}"`)).toMatchObject({ ...large, what: 'bytes' });
    expect(verdictOn(`"${'ä'.repeat(2_600_000)}"`)).toMatchObject({ ...large, what: 'bytes' });
    expect(verdictOn(new Uint8Array(5_000_001))).toMatchObject({ ...large, what: 'bytes' });
  });

  it.each([
    ['100,000 brackets, never closed', '['.repeat(100_000)],
    ['100,000 brackets, closed', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['two million braces', '{"a":'.repeat(900_000)],
    ['33 levels', '['.repeat(33) + ']'.repeat(33)],
    [
      'depth inside an otherwise good file',
      VALID.replace('"seed": 1919', `"seed": ${'['.repeat(40)}${']'.repeat(40)}`),
    ],
  ])('%s', (_, text) => {
    expect(verdictOn(text)).toMatchObject({ ...large, what: 'depth' });
  });

  it('but brackets in a text are text, and 32 levels are no bomb', () => {
    const read = verdictOn(changed(set('campaign.summary', '[{"\\'.repeat(500))));
    expect(read.ok).toBe(true);
    expect(verdictOn('['.repeat(32) + ']'.repeat(32))).toEqual({ ok: false, reason: 'notOurs' });
  });
});

describe('invalid, and where', () => {
  it.each<[string, string, Change]>([
    [
      'the order of a range',
      'scenario › actions › 3 › share',
      set('scenario.actions.2.share.low', 0.99),
    ],
    [
      'a share above 1',
      'scenario › actions › 3 › share',
      set('scenario.actions.2.share.high', 1.5),
    ],
    [
      'a string for a number',
      'scenario › actions › 3 › share › high',
      set('scenario.actions.2.share.high', '0.9'),
    ],
    [
      'null for a number',
      'campaign › numbers › workers › typical',
      set('campaign.numbers.workers.typical', null),
    ],
    [
      'a missing number',
      'campaign › numbers › internalisation',
      set('campaign.numbers.internalisation', undefined),
    ],
    ['an unknown field', 'campaign › numbers › luck', set('campaign.numbers.luck', 1)],
    [
      'an unknown kind of action',
      'scenario › actions › 1 › kind',
      set('scenario.actions.0.kind', 'sabotage'),
    ],
    ['two actions of one id', 'scenario › actions', set('scenario.actions.1.id', 'whse-8')],
    [
      'two readings of one id',
      'scenario › actions › 3 › share › readings › 2 › id',
      set('scenario.actions.2.share.readings.1.id', 'reading-1'),
    ],
    [
      'a reading that claims a clip of ours',
      'scenario › actions › 3 › share › readings › 1 › clipId',
      set('scenario.actions.2.share.readings.0.clipId', 'clip-1'),
    ],
    [
      'a reading past all sense',
      'scenario › actions › 3 › share › readings › 1',
      set('scenario.actions.2.share.readings.0.high', 1e308),
    ],
    [
      'a quote’s script address',
      'scenario › actions › 3 › share › readings › 1 › citation › address',
      set('scenario.actions.2.share.readings.0.citation.address', 'javascript:alert(1)'),
    ],
    [
      'a source’s script address',
      'campaign › numbers › workers › basis › address',
      set('campaign.numbers.workers.basis.address', 'data:text/html,x'),
    ],
    [
      'a sector the table has not',
      'scenario › actions › 1 › sector',
      set('scenario.actions.0.sector', 'MOON'),
    ],
    [
      'a struck sector the table has not',
      'campaign › sectors › struck',
      set('campaign.sectors.struck', 'MOON'),
    ],
    [
      'an injunction against nobody',
      'scenario › actions › 17 › actionIds',
      set('scenario.actions.16.actionIds.0', 'gone'),
    ],
    ['another campaign’s scenario', 'scenario › campaignId', set('scenario.campaignId', 'other')],
    [
      'a parameter on somebody else’s luck',
      'campaign › numbers › workers',
      set('campaign.numbers.workers.drawSlot', 7),
    ],
    ['a billion futures', 'ensemble › futures', set('ensemble.futures', 1e9)],
    ['a million days', 'scenario › horizonDays', set('scenario.horizonDays', 1e6)],
    [
      'more actions than a time line holds',
      'scenario › actions',
      (file) => {
        const [first] = at(file, 'scenario.actions') as Record<string, Json>[];
        const many = Array.from({ length: 61 }, (_, i) => ({ ...first, id: `a${i}` }));
        set('scenario.actions', many)(file);
      },
    ],
    [
      'a list of a hundred thousand',
      'scenario › actions',
      set('scenario.actions', Array<Json>(100_000).fill(0)),
    ],
    ['half a character', 'campaign › name', set('campaign.name', 'strike \uD800')],
    ['a day that never was', 'campaign › firstDay', set('campaign.firstDay', '2019-02-30')],
    [
      'an instant without its zone',
      'campaign › createdAt',
      set('campaign.createdAt', '2019-11-25T08:10:00'),
    ],
    ['a digest that is none', 'result', set('result', { digest: 'abc' })],
    ['a campaign that is a list', 'campaign', set('campaign', [])],
    ['a format version of no number', 'formatVersion', set('formatVersion', '1')],
    ['a model of version 0', 'modelVersion', set('modelVersion', 0)],
    ['a record of no version', 'campaign › recordVersion', set('campaign.recordVersion', 1.5)],
  ])('%s', (_, where, change) => {
    const read = verdictOn(changed(change));
    expect(read).toMatchObject({ ok: false, reason: 'invalid' });
    // A result without its summary fails inside; where it stands is enough.
    if (!read.ok && read.reason === 'invalid') expect(read.where.startsWith(where)).toBe(true);
    if (where !== 'result') expect(read).toMatchObject({ where });
  });

  it('a number past every double', () => {
    const read = verdictOn(VALID.replace('"seed": 1919', '"seed": 1e999'));
    expect(read).toMatchObject({ reason: 'invalid', where: 'scenario › seed' });
  });

  it('an own __proto__, at the top or inside, which pollutes nothing', () => {
    for (const [from, to] of [
      ['"format":', '"__proto__": {"polluted": true}, "format":'],
      ['"seed":', '"__proto__": {"polluted": true}, "seed":'],
      ['"struck":', '"__proto__": {"polluted": true}, "struck":'],
    ] as const) {
      const read = verdictOn(VALID.replace(from, to));
      expect(read).toMatchObject({ ok: false, reason: 'invalid' });
      if (!read.ok && read.reason === 'invalid') expect(read.where).toMatch(/__proto__$/);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('a name that stands twice in one object, however it is spelled', () => {
    for (const [twin, name] of [
      ['"seed": 7', 'seed'],
      ['"s\\u0065ed": 7', 's\\u0065ed'],
    ]) {
      expect(verdictOn(VALID.replace('"seed": 1919', `"seed": 1919, ${twin}`))).toMatchObject({
        reason: 'invalid',
        where: `scenario › ${name}`,
      });
    }
    expect(
      verdictOn(VALID.replace('"address": null', '"address": null, "address": null')),
    ).toMatchObject({ reason: 'invalid', where: 'campaign › numbers › workers › basis › address' });
  });

  /** `entry` as often as lists and the size of a file allow, wherever lists stand in lists. */
  const filled = (entry: string, times: number) => `[${`${entry},`.repeat(times - 1)}${entry}]`;

  it.each([
    ['longer lists than anybody needs', filled(filled('0', 1000), 1000), '[]'],
    ['a table of texts', filled(filled('""', 200), 200), '[]'],
    ['a table of losses', filled(filled('-1', 200), 200), '[]'],
    ['nothing but empty readings', '[]', filled('{}', 200)],
    ['readings that are lists', '[]', filled(filled('[]', 20), 200)],
  ])('a file full of complaints, still in time: %s', (_, table, readings) => {
    const text = changed((file) => {
      const [first] = at(file, 'scenario.actions') as Json[];
      set('scenario.actions', Array<Json>(60).fill(first!))(file);
    })
      .replace(/"sales":\[\[[^"]*\]\]/, () => `"sales":${table}`)
      .replace(/"readings":\[\]/g, () => `"readings":${readings}`);
    expect(text.length).toBeGreaterThan(150_000);
    expect(verdictOn(text)).toMatchObject({ reason: 'invalid' });
  });

  it('a long name of a stranger’s is cut in the sentence', () => {
    const read = verdictOn(changed(set('x'.repeat(100_000), 1)));
    expect(read).toMatchObject({ reason: 'invalid' });
    if (!read.ok) expect(wordsOf(read).title.length).toBeLessThan(200);
  });
});

describe('taken as it is', () => {
  it('as text, as bytes, with the mark some editors put in front', () => {
    const bytes = new TextEncoder().encode(VALID);
    for (const file of [
      VALID,
      bytes,
      `\uFEFF${VALID}`,
      Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes),
    ]) {
      expect(verdictOn(file).ok).toBe(true);
    }
  });

  it('without white space, too', () => {
    expect(verdictOn(JSON.stringify(JSON.parse(VALID))).ok).toBe(true);
  });
});

describe('any file at all', () => {
  const PIECES = [
    'null',
    'true',
    '0',
    '-1',
    '1e999',
    '1e308',
    '""',
    '"x"',
    '[]',
    '{}',
    '[[]]',
    '"__proto__"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    '\uD800',
    '\uFEFF',
    '\u0000',
    '9'.repeat(400),
    'NaN',
  ];

  function neverThrowsNorLies(text: string) {
    const read = readSnapshot(text);
    // What is let in holds the whole schema, and is what was in the file.
    if (read.ok) expect(Snapshot.parse(read.snapshot)).toEqual(read.snapshot);
    else wordsOf(read);
  }

  it('letters replaced, cut out and put in anywhere never throw, nor get past the schema', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat(VALID.length),
            cut: fc.nat(40),
            piece: fc.constantFrom(...PIECES),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (edits) => {
          let text = VALID;
          for (const { at, cut, piece } of edits) {
            text = text.slice(0, at) + piece + text.slice(at + cut);
          }
          neverThrowsNorLies(text);
        },
      ),
      { numRuns: 300, seed: 1919 },
    );
  });

  it('nor do values of the wrong kind at any place', () => {
    const paths: string[] = [];
    const walk = (value: Json, path: string[]) => {
      if (path.length > 0) paths.push(path.join('.'));
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value).slice(0, Array.isArray(value) ? 3 : 99)) {
        walk(part, [...path, key]);
      }
    };
    walk(JSON.parse(VALID) as Json, []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        neverThrowsNorLies(changed(set(path, value as Json)));
      }),
      { numRuns: 400, seed: 1919 },
    );
  });

  it('nor does text that never was one of ours', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(readSnapshot(text).ok).toBe(false);
      }),
      { seed: 1919 },
    );
  });
});

describe('a frozen file', () => {
  function frozen(name: string): Snapshot {
    const file = new URL(`../fixtures/snapshots/${name}.json`, import.meta.url);
    const read = verdictOn(new Uint8Array(readFileSync(file)));
    if (!read.ok) throw new Error(JSON.stringify(read));
    return read.snapshot;
  }

  function computed({ campaign, scenario, baseline, ensemble }: Snapshot) {
    const request = { campaign, scenario, baseline, certain: false, allQuantiles: false };
    return compareNow({ ...request, ...ensemble });
  }

  it.each([
    ['posti-2019-v1', 1],
    ['every-kind-v1', 1],
    ['posti-2019-v2', 2],
    ['every-kind-v2', 2],
  ])(
    '%s says what it said, and is reproduced to the digest of its own model',
    async (name, version) => {
      const snapshot = frozen(name);
      expect(snapshot.modelVersion).toBe(version);
      const { concessionRate } = snapshot.campaign.numbers;
      expect(concessionRate.typical).toBe(version === 1 ? 1.85 : 1.82);
      expect(snapshot.scenario.actions[2]).toMatchObject({ id: 'air-14', share: { typical: 0.8 } });
      expect(numberOf(snapshot.scenario.actions[2]!, 'share')!.readings[0]).toMatchObject({
        low: 0.55,
        high: 0.65,
        clipId: null,
      });
      const comparison = await computed(snapshot);
      const { digest, summary } = snapshot.result!;
      expect(snapshotResultOf(comparison).summary).toEqual(summary);
      const ours = version === MODEL_VERSION ? comparison.digest : comparison.olderDigests[version];
      expect(ours).toBe(digest);
      expect(compareWithSnapshot(snapshot, comparison)).toEqual({ kind: 'exact' });
    },
  );

  it('that claims another model than it was computed with is not said to be reproduced', async () => {
    const old = frozen('posti-2019-v1');
    const claimed = { ...old, modelVersion: MODEL_VERSION };
    expect(compareWithSnapshot(claimed, await computed(claimed))).toEqual({
      kind: 'differs',
      differences: [],
      olderModel: null,
    });
  });

  it('of an older model with a number changed differs, and the model is not blamed for it', async () => {
    const old = frozen('posti-2019-v1');
    const { concessionRate } = old.campaign.numbers;
    const numbers = {
      ...old.campaign.numbers,
      concessionRate: { ...concessionRate, low: 1.82, typical: 1.82, high: 1.82 },
    };
    const changed = { ...old, campaign: { ...old.campaign, numbers } };
    const outcome = compareWithSnapshot(changed, await computed(changed));
    expect(outcome).toMatchObject({ kind: 'differs', olderModel: null });
    expect(outcome.kind === 'differs' && outcome.differences.length).toBeGreaterThan(2);
  });

  it('is written again under the model of this program, with a digest of its own', async () => {
    const old = frozen('every-kind-v1');
    const comparison = await computed(old);
    const { text } = writeSnapshot(
      { ...old, result: snapshotResultOf(comparison) },
      { includeNotes: true, includeNames: true },
    );
    const read = verdictOn(text);
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.snapshot.modelVersion).toBe(MODEL_VERSION);
    expect(read.snapshot.result!.digest).not.toBe(old.result!.digest);
    expect(compareWithSnapshot(read.snapshot, comparison)).toEqual({ kind: 'exact' });
  });
});
