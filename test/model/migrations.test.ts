/** The fixtures are frozen: a step once shipped must go on turning the same records into the same records. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Clip, CLIP_RECORD_VERSION } from '../../lib/model/clip.ts';
import { migrateRecord } from '../../lib/model/migrations.ts';
import { Scenario } from '../../lib/model/scenario.ts';

function frozen(name: string): Record<string, unknown> {
  const file = new URL(`../fixtures/records/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

describe('a clip of version 1', () => {
  test('becomes one that reports nothing and is about nothing, for nobody has said so', () => {
    const before = frozen('clip-v1');
    expect(migrateRecord('clip', before)).toEqual({ ok: true, record: frozen('clip-v3-from-v1') });
    expect(before).toEqual(frozen('clip-v1'));
  });

  test('is a whole clip of today afterwards', () => {
    const migrated = migrateRecord('clip', frozen('clip-v1'));
    expect(migrated.ok && Clip.safeParse(migrated.record).success).toBe(true);
  });

  test('is no clip of today before', () => {
    expect(Clip.safeParse(frozen('clip-v1')).success).toBe(false);
  });
});

test('a clip of version 2 keeps what it reports', () => {
  const before = frozen('clip-v2-coded');
  expect(migrateRecord('clip', before)).toEqual({ ok: true, record: frozen('clip-v3') });
  expect(before).toEqual(frozen('clip-v2-coded'));
});

test('a clip of today is left as it is, one of tomorrow refused', () => {
  const today = frozen(`clip-v${CLIP_RECORD_VERSION}`);
  expect(migrateRecord('clip', today)).toEqual({ ok: true, record: today });
  const version = CLIP_RECORD_VERSION + 1;
  expect(migrateRecord('clip', { ...today, recordVersion: version })).toEqual({
    ok: false,
    reason: 'tooNew',
    version,
  });
});

test('no kind of action stands twice on a clip', () => {
  const clip = frozen('clip-v3');
  expect(Clip.safeParse({ ...clip, reports: ['strike', 'boycott'] }).success).toBe(true);
  expect(Clip.safeParse({ ...clip, reports: ['strike', 'strike'] }).success).toBe(false);
  expect(Clip.safeParse({ ...clip, reports: ['dancing'] }).success).toBe(false);
});

test('a scenario of version 1 is compared with itself, and nobody was asked whether its strikes are lawful', () => {
  const before = frozen('scenario-v1');
  const migrated = migrateRecord('scenario', before);
  expect(migrated).toEqual({ ok: true, record: frozen('scenario-v2') });
  expect(before).toEqual(frozen('scenario-v1'));
  expect(migrated.ok && Scenario.safeParse(migrated.record).success).toBe(true);
  expect(Scenario.safeParse(before).success).toBe(false);
});
