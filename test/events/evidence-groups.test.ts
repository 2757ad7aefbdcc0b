import { describe, expect, test } from 'vitest';
import { claimReading } from '../../components/events/claim-reading.ts';
import { copyGroups } from '../../components/events/copy-groups.ts';
import {
  claimOfPassage,
  namedClaimIds,
  NO_KIN,
  withReading,
  witnessCount,
} from '../../lib/model/evidence-groups.ts';
import { pooledRange, type Reading } from '../../lib/model/evidence.ts';
import { makeReading } from '../store/records-for-tests.ts';
import { makeClaim, makeEvent } from './events-for-tests.ts';

const prior = { low: 0.2, typical: 0.6, high: 0.9 };
const bounds = { scale: 'logit' as const, min: 0, max: 1 };
const reading = (id: string, clipId: string, edit: Partial<Reading> = {}): Reading => ({
  ...makeReading(id, clipId),
  low: 0.75,
  high: 0.85,
  ...edit,
});
const pooled = (readings: readonly Reading[]) => pooledRange(prior, readings, bounds);

describe('readings', () => {
  test('of two copies of one wire report move a number as one does', () => {
    const one = withReading([], reading('r1', 'a'), NO_KIN);
    const two = withReading(one, reading('r2', 'b'), { ...NO_KIN, copyIds: ['a'] });
    expect(witnessCount(two)).toBe(1);
    expect(pooled(two)).toEqual(pooled(one));
    const independent = withReading(one, reading('r2', 'b'), NO_KIN);
    expect(witnessCount(independent)).toBe(2);
    expect(pooled(independent)).not.toEqual(pooled(one));
  });

  test('stay one witness when a file has taken their clips away', () => {
    const one = withReading([], reading('r1', 'a'), NO_KIN);
    const two = withReading(one, reading('r2', 'b'), { ...NO_KIN, copyIds: ['a'] });
    expect(witnessCount(two.map((each) => ({ ...each, clipId: null })))).toBe(1);
  });

  test('of a clip that copies two others make one witness of all three', () => {
    const apart = withReading([reading('r1', 'a')], reading('r2', 'b'), NO_KIN);
    const joined = withReading(apart, reading('r3', 'c'), { ...NO_KIN, copyIds: ['a', 'b'] });
    expect(witnessCount(joined)).toBe(1);
  });

  test('of independent reports of one event are two witnesses', () => {
    const kin = { ...NO_KIN, claimIds: ['police', 'union'] };
    const one = withReading([], reading('r1', 'a'), kin);
    expect(witnessCount(withReading(one, reading('r2', 'b'), kin))).toBe(2);
  });

  test('of one claimant’s figure are one witness, whoever quotes it', () => {
    const kin = { copyIds: [], claimId: 'police', claimIds: ['police', 'union'] };
    const one = withReading([], reading('r1', 'a'), kin);
    const two = withReading(one, reading('r2', 'b'), kin);
    expect(witnessCount(two)).toBe(1);
    expect(pooled(two)).toEqual(pooled(one));
  });

  test('of two claimants in one report, or in copies of it, stay two', () => {
    const claimIds = ['police', 'union'];
    const police = withReading([], reading('r1', 'a'), {
      copyIds: [],
      claimId: 'police',
      claimIds,
    });
    const kin = { copyIds: ['b'], claimId: 'union', claimIds };
    expect(witnessCount(withReading(police, reading('r2', 'a'), kin))).toBe(2);
    expect(witnessCount(withReading(police, reading('r2', 'b'), { ...kin, copyIds: ['a'] }))).toBe(
      2,
    );
  });

  test('two passages of one clip are one report still', () => {
    const one = withReading([], reading('r1', 'a'), NO_KIN);
    expect(witnessCount(withReading(one, reading('r2', 'a'), NO_KIN))).toBe(1);
  });

  test('a claim joins what was tied from its own clip without it', () => {
    const plain = withReading([], reading('r1', 'a'), NO_KIN);
    const kin = { copyIds: [], claimId: 'police', claimIds: ['police'] };
    const two = withReading(plain, reading('r2', 'a'), kin);
    expect(witnessCount(two)).toBe(1);
    expect(two.map(({ groupId }) => groupId)).toEqual(['police', 'police']);
  });

  test('are not touched where nothing is kin', () => {
    const before = [reading('r1', 'a')];
    const after = withReading(before, reading('r2', 'b'), NO_KIN);
    expect(after[0]).toBe(before[0]);
    expect(after[1]!.groupId).toBeNull();
  });
});

test('a claim is found by its passage, and only where somebody is named', () => {
  const sources = [{ clipId: 'a', quoteId: 'q' }];
  const events = [
    makeEvent('e', {
      claims: [
        makeClaim('nobody', { claimedBy: '', sources }),
        makeClaim('police', { sources }),
        makeClaim('union', { claimedBy: 'the union', sources: [{ clipId: 'a', quoteId: 'q2' }] }),
      ],
    }),
  ];
  expect(claimOfPassage(events, 'a', 'q')).toBe('police');
  expect(claimOfPassage(events, 'b', 'q')).toBeNull();
  expect(namedClaimIds(events)).toEqual(['police', 'union']);
});

describe('copies among an event’s reports', () => {
  test('stand together, where the first of them stood', () => {
    expect(copyGroups(['a', 'b', 'c', 'd'], [['d', 'b']])).toEqual([['a'], ['b', 'd'], ['c']]);
  });
  test('of copies are copies', () => {
    expect(
      copyGroups(
        ['a', 'b', 'c'],
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
      ),
    ).toEqual([['a', 'b', 'c']]);
  });
  test('that are no reports of it do not count', () => {
    expect(
      copyGroups(
        ['a', 'b'],
        [
          ['a', 'elsewhere'],
          ['b', 'elsewhere too'],
        ],
      ),
    ).toEqual([['a'], ['b']]);
  });
});

describe('a claim as a reading', () => {
  const claim = (counts: string, low = 60, high = 65) => ({ counts, low, high });
  test('fits a number of its own unit', () => {
    expect(claimReading(claim('workers', 2000, 2500), 'people')).toMatchObject({
      low: 2000,
      high: 2500,
    });
    expect(claimReading(claim('% of departures'), 'share')).toMatchObject({ low: 0.6, high: 0.65 });
    expect(claimReading(claim('days'), 'days')).toMatchObject({ low: 60, high: 65 });
    expect(claimReading(claim('euros a day'), 'moneyPerDay')).toMatchObject({ low: 60 });
  });
  test('fits no other', () => {
    expect(claimReading(claim('flights'), 'people')).toBeNull();
    expect(claimReading(claim('workers'), 'share')).toBeNull();
    expect(claimReading(claim('% of departures', 60, 300), 'share')).toBeNull();
    expect(claimReading(claim('euros'), 'moneyPerDay')).toBeNull();
    expect(claimReading(claim('euros a day'), 'money')).toBeNull();
    expect(claimReading(claim('euros'), 'people')).toBeNull();
  });
});
