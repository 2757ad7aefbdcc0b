/** `npm run calibrate` end to end, on strikes made up here: which of them it reads, what it prints, that it writes nothing. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CalibrationReport } from '../../lib/model/track-record.ts';
import { dateOf, dayNumber } from '../../lib/standing/durations.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'clincher-calibrate-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const SHIPPED = new URL('../../lib/standing/calibration-report.json', import.meta.url);

/** Sixty strikes of lamp lighters from 1990 on and fifty of ferry crews from 1995 on, one a month; ferries last three times as long. */
const FILE = join(FOLDER, 'durations.csv');
const months = (from: string, count: number, industry: string, factor: number) =>
  Array.from({ length: count }, (_, index) => {
    const start = dateOf(dayNumber(from)! + 30 * index);
    return `${start},${factor * (1 + ((7 * index * index) % 41))},${industry}`;
  });
writeFileSync(
  FILE,
  [
    'start,duration_days,industry',
    ...months('1990-01-01', 60, 'Lamp lighting', 1),
    ...months('1995-01-01', 50, '"Ferries, inland"', 3),
    '',
  ].join('\n'),
);

function calibrate(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const script = new URL('../../scripts/calibrate.ts', import.meta.url).pathname;
  const few = ['--futures', '8', '--resamples', '2'];
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...options, ...few], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

async function reportOf(...options: string[]): Promise<CalibrationReport> {
  const { code, out, err } = await calibrate(FILE, '--print', '--json', ...options);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as CalibrationReport;
}

describe('npm run calibrate', () => {
  test('reads all strikes, and fits one set of constants to both set-ups', async () => {
    const shipped = readFileSync(SHIPPED, 'utf8');
    const report = await reportOf();
    expect(report).toMatchObject({ strikes: 110, industry: null, from: '1990-01-01' });
    expect(report.fixedLengths).toBeNull();
    expect(report.setUps.map(({ setUp }) => setUp)).toEqual(['onlyCostOfConceding', 'everyRange']);
    for (const { met } of report.setUps) {
      expect(met.fitted.worstFile).toBeLessThan(met.shipped.worstFile);
    }
    expect(readFileSync(SHIPPED, 'utf8')).toBe(shipped);
  }, 60_000);

  test('--industry takes one industry alone, named as in the file', async () => {
    const [lamps, ferries] = await Promise.all([
      reportOf('--industry', 'Lamp lighting'),
      reportOf('--industry', 'Ferries, inland'),
    ]);
    expect(lamps).toMatchObject({ strikes: 60, industry: 'Lamp lighting', from: '1990-01-01' });
    expect(ferries).toMatchObject({ strikes: 50, industry: 'Ferries, inland', from: '1995-01-01' });
    // What lasts three times as long ends three times as slowly.
    expect(ferries.file[2]! / lamps.file[2]!).toBeGreaterThan(2);
    expect(ferries.constants.fitted.concessionRate).toBeLessThan(
      lamps.constants.fitted.concessionRate / 2,
    );
  }, 60_000);

  test('--from takes strikes that began on that day or later, --to those that began before', async () => {
    const whole = dayNumber('1990-01-01')!;
    const [before, after] = await Promise.all([
      reportOf('--to', '1992-06-15'),
      reportOf('--from', '1992-06-15', '--to', '1995'),
    ]);
    const until = dayNumber('1992-06-15')!;
    const expected = Math.ceil((until - whole) / 30);
    expect(before).toMatchObject({ strikes: expected, from: '1990-01-01' });
    expect(before.to < '1992-06-15').toBe(true);
    expect(after.strikes).toBe(60 - expected);
    expect(after.from >= '1992-06-15' && after.to < '1995-01-01').toBe(true);
  }, 60_000);

  test('--fixed-lengths sets apart strikes that were declared beforehand', async () => {
    const file = join(FOLDER, 'declared.csv');
    const declared = months('1990-01-15', 60, 'Lamp lighting', 1).map((line) =>
      line.replace(/,\d+,/, ',3,'),
    );
    writeFileSync(file, [readFileSync(FILE, 'utf8').trimEnd(), ...declared, ''].join('\n'));
    const shipped = readFileSync(SHIPPED, 'utf8');
    const { code, out, err } = await calibrate(file, '--json', '--fixed-lengths');
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(SHIPPED, 'utf8')).toBe(shipped);
    const { fixedLengths } = JSON.parse(out) as CalibrationReport;
    const ofThree = fixedLengths!.lengths.find(({ days }) => days === 3)!;
    // A third lasts three days; the grid's largest share is 0.3.
    expect(fixedLengths!.share).toBeGreaterThan(0.2);
    expect(ofThree.share).toBeGreaterThan(0.8);
    const sum = fixedLengths!.lengths.reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo(1, 6);
  }, 60_000);

  test('prints what each set of constants meets, and the constants with their ranges', async () => {
    const { out } = await calibrate(FILE, '--print', '--fixed-lengths');
    expect(out).toMatch(/^110 strikes, 1990-01-01 to/);
    expect(out).toMatch(/Declared for a fixed length: [\d.]+ %/);
    for (const name of ['model 1', 'model 2', 'the fit']) {
      expect(out.match(new RegExp(`^ {2}${name} .+open`, 'gm'))).toHaveLength(2);
    }
    expect(out).toMatch(
      /concessionRate +model 1 1\.850 +model 2 1\.820 +fit [\d.]+ \([\d.]+ to [\d.]+\)/,
    );
  }, 60_000);

  test('refuses too few strikes, a file that is not there, and a date that is none', async () => {
    const few = await calibrate(FILE, '--industry', 'Balloons');
    expect(few).toMatchObject({ code: 1, out: '' });
    expect(few.err).toContain('Only 0 strikes are left');
    const missing = await calibrate(join(FOLDER, 'no.csv'));
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('There is no file');
    const date = await calibrate(FILE, '--from', 'spring');
    expect(date).toMatchObject({ code: 1, out: '' });
    expect(date.err).toContain('“spring” is no date');
  }, 60_000);
});
