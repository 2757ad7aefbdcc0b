/** The file by itself: what is written is read back, and what is not as it was written is refused. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBackup } from '../../lib/backup/read.ts';
import { noneKept, type KeptRecord } from '../../lib/model/kept-record.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { backupOf, countsOf, headLine, sealed } from './files.ts';

function clipRecord(id: string, text: string | null = `Text of ${id}.`): KeptRecord {
  const { text: _, ...record } = makeClip(id, { title: `“300” flights – ${id}`, note: 'قَلَم 🖋' });
  return { table: 'clips', row: { id, place: 'library', rank: -1, record }, text };
}
const setting = (key: string, value: unknown): KeptRecord => {
  return { table: 'settings', row: { key, value }, text: null };
};
const FEW = [
  clipRecord('a'),
  clipRecord('b', null),
  { table: 'views', row: { id: 'v', rank: 0, record: { any: 'thing' } }, text: null } as const,
  setting('lastBackup', null),
];

async function readAll(file: Blob) {
  const records: KeptRecord[] = [];
  const read = await readBackup(file, { take: (batch) => void records.push(...batch) });
  return { read, records };
}
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** Mulberry32's short cousin: the same bytes in every run. */
function byteAfter(seed: number, byte: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 0;
  return (byte + 1 + (mixed % 255)) & 255;
}

describe('a backup', () => {
  test('is read back record for record, across blocks and pieces of the stream', async () => {
    const records = Array.from({ length: 700 }, (_, at) =>
      clipRecord(`c${at}`, `${'äß€🖋'.repeat(1 + ((at * 37) % 900))}${at}`),
    );
    const written = await backupOf(records);
    expect(written.file.size).toBeGreaterThan(3_000_000);
    const { read, records: back } = await readAll(written.file);
    expect(read).toMatchObject({ ok: true, sha256: written.sha256, counts: { clips: 700 } });
    expect(back).toEqual(records);
  });

  test('carries what JSON would change without a word, and says what it cannot carry', async () => {
    const odd = {
      'a "name"\n': [undefined, NaN, -0, Infinity, -Infinity, new Date(5), new Date(NaN)],
      half: '\ud800 and \u0000',
      deep: { deeper: { gone: undefined } },
    };
    Object.defineProperty(odd, '__proto__', { value: { mine: 1 }, enumerable: true });
    const records = [setting('odd', odd), setting('map', new Map([[1, 2]])), setting('big', 1n)];
    const written = await backupOf(records);
    expect(written.leftOut).toEqual({ ...noneKept(), settings: 2 });
    const { read, records: back } = await readAll(written.file);
    expect(read).toMatchObject({ ok: true, leftOut: { settings: 2 } });
    expect(back).toEqual([records[0]]);
    const value = back[0]!.row.value as typeof odd;
    expect(Object.keys(value)).toContain('__proto__');
    expect(Object.is(value['a "name"\n'][2], -0)).toBe(true);
    expect('gone' in value.deep.deeper).toBe(true);
  });

  test('any JSON that a record may hold comes back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 8 }), async (values) => {
        const records = values.map((value, at) => setting(`k${at}`, value));
        const { read, records: back } = await readAll((await backupOf(records)).file);
        expect(read.ok).toBe(true);
        expect(back).toEqual(records);
      }),
      { numRuns: 60 },
    );
  });

  test('has the sum that the format’s own words compute in a shell', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'clincher-sum-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const records = Array.from({ length: 300 }, (_, at) => clipRecord(`c${at}`, 'x'.repeat(9000)));
    const written = await backupOf(records);
    const file = path.join(folder, written.name);
    writeFileSync(file, await bytesOf(written.file));
    const command = `head -n -1 "$1" | split -b 1M --filter='openssl dgst -sha256 -binary' | sha256sum`;
    const said = execFileSync('sh', ['-c', command, 'sh', file], { encoding: 'utf8' });
    expect(said.split(' ')[0]).toBe(written.sha256);
  });
});

describe('a file that is not as it was written', () => {
  test('is refused whichever of its bytes was changed', { timeout: 120_000 }, async () => {
    const whole = await bytesOf((await backupOf(FEW)).file);
    const accepted: number[] = [];
    for (let at = 0; at < whole.length; at++) {
      const damaged = whole.slice();
      damaged[at] = byteAfter(at + 20_191_125, damaged[at]!);
      if ((await readBackup(new Blob([damaged]))).ok) accepted.push(at);
    }
    expect(accepted).toEqual([]);
    expect((await readBackup(new Blob([whole]))).ok).toBe(true);
  });

  test('is refused wherever it was cut, and said to be cut', { timeout: 120_000 }, async () => {
    const { file } = await backupOf(FEW);
    const headEnd = (await file.text()).indexOf('\n');
    for (let length = 0; length < file.size; length++) {
      const read = await readBackup(file.slice(0, length));
      expect(read.ok).toBe(false);
      if (length > headEnd) expect(read).toMatchObject({ reason: 'cutShort', expected: 4 });
    }
  });

  test('is refused with a line twice, missing, moved, or added', async () => {
    const lines = (await (await backupOf(FEW)).file.text()).trimEnd().split('\n');
    const [head, a, b, v, s, end] = lines as [string, string, string, string, string, string];
    const verdictOf = async (...made: string[]) => {
      const read = await readBackup(new Blob([made.map((line) => `${line}\n`).join('')]));
      return read.ok ? 'accepted' : `${read.reason} ${'line' in read ? read.line : ''}`.trim();
    };
    expect(await verdictOf(...lines)).toBe('accepted');
    expect(await verdictOf(head, a, a, b, v, s, end)).toBe('doubled 3');
    expect(await verdictOf(head, a, v, s, end)).toBe('changed null');
    expect(await verdictOf(head, b, a, v, s, end)).toBe('changed null');
    expect(await verdictOf(...lines, a)).toBe('changed 7');
    expect(await verdictOf(...lines, '')).toBe('changed 7');
    expect(await verdictOf(...lines, end)).toBe('changed 7');
    expect(await verdictOf(head, '', a, b, v, s, end)).toBe('changed 2');
    expect(await verdictOf(head, a, b, v, s)).toBe('cutShort');
    expect(await verdictOf(a, b, v, s, end)).toBe('notBackup');
  });

  test('is refused where head and end disagree, though the sum is right', async () => {
    const { file } = await backupOf(FEW, { counts: { ...countsOf(FEW), clips: 3 } });
    expect(await readBackup(file)).toEqual({ ok: false, reason: 'changed', line: 1 });
  });

  test('is named for what it is', async () => {
    const reasonOf = async (...parts: BlobPart[]) => {
      const read = await readBackup(new Blob(parts));
      return read.ok ? 'accepted' : read.reason;
    };
    expect(await reasonOf()).toBe('empty');
    expect(await reasonOf('<!DOCTYPE NETSCAPE-Bookmark-file-1>')).toBe('notBackup');
    expect(await reasonOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]))).toBe(
      'notBackup',
    );
    expect(await reasonOf('[]\n')).toBe('notBackup');
    expect(await reasonOf('{"format":"clincher-library","formatVersion":1,"clips":[\n')).toBe(
      'library',
    );
    expect(await reasonOf('{\n  "format": "clincher-snapshot",\n')).toBe('snapshot');
    expect(await readBackup(new Blob([headLine(noneKept(), { formatVersion: 2 }), '\n']))).toEqual({
      ok: false,
      reason: 'tooNew',
      version: 2,
    });
  });

  test('that vanishes while it is read is no backup', async () => {
    const file = new Blob(['x']);
    file.stream = () => new ReadableStream({ pull: (at) => at.error(new Error('gone')) });
    expect(await readBackup(file)).toEqual({ ok: false, reason: 'unread' });
  });
});

describe('a file made to harm', () => {
  const one = { ...noneKept(), clips: 1 };
  async function verdictOf(line: string, counts = one) {
    const read = await readBackup(await sealed([headLine(counts), line], counts));
    return read.ok ? 'accepted' : read.reason;
  }
  const row = '{"id":"a","record":{}}';

  test('gets no line past the schema of lines', async () => {
    expect(await verdictOf(`{"table":"clips","row":${row}}`)).toBe('accepted');
    const refused = [
      `{"table":"meta","row":${row}}`,
      `{"table":"__proto__","row":${row}}`,
      `{"table":"clips","row":[]}`,
      `{"table":"clips","row":{"id":7}}`,
      `{"table":"clips","row":{"id":""}}`,
      `{"table":"clips","row":{"id":"${'x'.repeat(300)}"}}`,
      `{"table":"clips","row":${row},"text":5}`,
      `{"table":"clips","row":${row},"more":1}`,
      `{"table":"clips","row":${row},"__proto__":{}}`,
      `{"table":"clips","table":"clips","row":${row}}`,
      `{"table":"clips","row":{"id":"a","id":"b"}}`,
      `{"table":"views","row":${row},"text":""}`,
      `{"table":"settings","row":${row}}`,
      `null`,
      `"clips"`,
      `{"table":"clips","row":${row}`,
    ];
    for (const line of refused) expect([line, await verdictOf(line)]).toEqual([line, 'changed']);
  });

  test('reaches nothing outside its own row', async () => {
    for (const odd of [
      '[[["__proto__","polluted"],"NaN"]]',
      '[[["constructor","prototype","polluted"],"NaN"]]',
      '[[["record","toString","polluted"],"NaN"]]',
      '[[["id"],"undefined"]]',
      '[[["list","length"],"NaN"]]',
      '[[["list","99"],"NaN"]]',
      '[[[],"NaN"]]',
      '[["record","NaN"]]',
      '[[["record"],"Map"]]',
      '{}',
    ]) {
      const line = `{"table":"clips","row":{"id":"a","record":{},"list":[1]},"odd":${odd}}`;
      expect([odd, await verdictOf(line)]).toEqual([odd, 'changed']);
    }
    expect('polluted' in {}).toBe(false);
    expect(
      await verdictOf('{"table":"clips","row":{"id":"a"},"odd":[[["__proto__"],"NaN"]]}'),
    ).toBe('accepted');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('nests no deeper, runs no longer and holds no more than anything Clincher writes', async () => {
    const deep = `{"table":"clips","row":{"id":"a","record":${'['.repeat(5000)}${']'.repeat(5000)}}}`;
    expect(await verdictOf(deep)).toBe('tooLarge');
    const limits = { lineBytes: 2000, depth: 64, items: 100, records: 3 };
    const { file } = await backupOf([clipRecord('a', 'x'.repeat(3000))]);
    expect(await readBackup(file, { limits })).toMatchObject({ what: 'line', line: 2 });
    const many = await backupOf(Array.from({ length: 4 }, (_, at) => setting(`k${at}`, at)));
    expect(await readBackup(many.file, { limits })).toMatchObject({ what: 'records', line: 5 });
  });

  test('a line without end is given up after its cap, not at its end', async () => {
    const piece = new Uint8Array(1_000_000).fill(0x20);
    let pulled = 0;
    const file = new Blob([]);
    file.stream = () =>
      new ReadableStream({
        pull(at) {
          pulled++;
          at.enqueue(piece);
        },
      });
    expect(await readBackup(file)).toMatchObject({ reason: 'tooLarge', what: 'line', line: 1 });
    expect(pulled).toBeLessThan(40);
  });
});
