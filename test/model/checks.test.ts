/** What a check may say, and how it travels: with the campaign, in a snapshot, and not at all where there is none. */
import { describe, expect, test } from 'vitest';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import { Check, Checks, MAX_CHECKS, checksOf, withChecks } from '../../lib/model/checks.ts';
import { copyCampaign } from '../../lib/model/copies.ts';
import { adoptSnapshot } from '../../lib/snapshot/adopt.ts';
import { readSnapshot } from '../../lib/snapshot/read.ts';
import { writeSnapshot } from '../../lib/snapshot/write.ts';
import { casebookInput, NOW } from '../snapshot/examples.ts';

const EVERY_KIND: Check[] = [
  { id: 'a', kind: 'risk', risk: 'fundEmpty', limit: null, beforeDay: 20, atMost: 10 },
  { id: 'b', kind: 'risk', risk: 'hardshipOverLimit', limit: 30, beforeDay: 400, atMost: 0 },
  { id: 'c', kind: 'chance', figure: 'gain', ofHundred: 5, byDay: 399 },
  { id: 'd', kind: 'effect', actions: 'sympathyStrike', never: 'lower', quantity: 'harmToOthers' },
  { id: 'e', kind: 'noHarm', atMost: 1 },
  { id: 'f', kind: 'workerDays', atMost: 5000 },
];
const SHARE_ALL = { includeNotes: true, includeNames: true };
const SHARE_LITTLE = { includeNotes: false, includeNames: false };

describe('a check is refused', () => {
  const risk = EVERY_KIND[0]!;
  const chance = EVERY_KIND[2]!;
  test.each<[string, unknown]>([
    ['of a kind that nobody knows', { ...risk, kind: 'weather' }],
    ['with a word more', { ...risk, note: 'ours' }],
    ['with a word less', { id: 'a', kind: 'noHarm' }],
    ['before day 0', { ...risk, beforeDay: 0 }],
    ['past the longest horizon', { ...risk, beforeDay: 401 }],
    ['in more than 100 of 100 futures', { ...risk, atMost: 101 }],
    ['in fewer than none', { ...risk, atMost: -1 }],
    ['in half a future', { ...risk, atMost: 0.5 }],
    ['with a limit where there is nothing to limit', { ...risk, limit: 30 }],
    ['without the limit that it speaks of', { ...risk, risk: 'supportUnderLimit' }],
    ['on a day that no run has', { ...chance, byDay: 400 }],
    ['with NaN', { ...chance, ofHundred: NaN }],
    ['with a number as a text', { ...chance, ofHundred: '5' }],
    ['with endlessly many days on strike', { id: 'f', kind: 'workerDays', atMost: Infinity }],
    ['that is no object', 'no scenario may empty the fund'],
  ])('%s', (_, check) => {
    expect(Check.safeParse(check).success).toBe(false);
    const campaign = { ...casebookInput('generic').campaign, checks: [check] };
    expect(Campaign.safeParse(campaign).success).toBe(false);
  });

  test('together with fifty others, or with one that has its id', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ id: `e-${i}`, kind: 'noHarm', atMost: 0 }));
    expect(Checks.safeParse(many(MAX_CHECKS)).success).toBe(true);
    expect(Checks.safeParse(many(MAX_CHECKS + 1)).success).toBe(false);
    expect(Checks.safeParse([risk, { ...chance, id: risk.id }]).success).toBe(false);
  });
});

describe('a campaign without checks', () => {
  const { campaign } = casebookInput('posti-2019');

  test('has no such field, also once its last one is taken away', () => {
    const held = withChecks(campaign, EVERY_KIND);
    expect(checksOf(held)).toEqual(EVERY_KIND);
    expect(JSON.stringify(withChecks(held, []))).toBe(JSON.stringify(campaign));
    expect(checksOf(campaign)).toEqual([]);
  });

  test('is written as it was before there were any, as format 2', () => {
    const input = casebookInput('posti-2019');
    const { text } = writeSnapshot(input, SHARE_ALL);
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 2 });
    expect(text).not.toContain('checks');
    const held = { ...input, campaign: withChecks(withChecks(campaign, EVERY_KIND), []) };
    expect(writeSnapshot(held, SHARE_ALL).text).toBe(text);
  });
});

describe('a campaign with checks', () => {
  const input = casebookInput('posti-2019');
  const held = { ...input, campaign: withChecks(input.campaign, EVERY_KIND) };
  const bare = (checks: readonly Check[]) => checks.map((check) => ({ ...check, id: '' }));

  test('gives them to whoever opens its snapshot, whatever stays home, under ids of their own', () => {
    const written = writeSnapshot(held, SHARE_LITTLE);
    expect(JSON.parse(written.text)).toMatchObject({ formatVersion: 3 });
    const read = readSnapshot(written.text);
    if (!read.ok) throw new Error(read.reason);
    const inFile = checksOf(read.snapshot.campaign);
    expect(bare(inFile)).toEqual(bare(EVERY_KIND));
    expect(inFile.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `check-${n}`));
    const adopted = adoptSnapshot(read.snapshot, { now: NOW }).campaign;
    expect(Campaign.parse(adopted)).toEqual(adopted);
    expect(bare(checksOf(adopted))).toEqual(bare(EVERY_KIND));
    expect(new Set([...checksOf(adopted), ...inFile].map(({ id }) => id)).size).toBe(12);
  });

  test('keeps them in a copy', () => {
    const copy = copyCampaign({ campaign: held.campaign, scenarios: [] }, 'Copy', NOW);
    expect(checksOf(copy.campaign)).toEqual(EVERY_KIND);
  });

  test('of a file that says another format, or has too many, is refused where the fault is', () => {
    const { text } = writeSnapshot(held, SHARE_ALL);
    const as2 = text.replace('"formatVersion": 3', '"formatVersion": 2');
    expect(readSnapshot(as2)).toMatchObject({ reason: 'invalid', where: 'formatVersion' });
    const file = JSON.parse(text) as { campaign: { checks: unknown[] } };
    file.campaign.checks[1] = { ...(file.campaign.checks[1] as object), atMost: 1e9 };
    expect(readSnapshot(JSON.stringify(file))).toMatchObject({
      reason: 'invalid',
      where: 'campaign › checks › 2 › atMost',
    });
    file.campaign.checks = Array.from({ length: 51 }, (_, i) => ({
      ...EVERY_KIND[4],
      id: `check-${i}`,
    }));
    expect(readSnapshot(JSON.stringify(file))).toMatchObject({
      reason: 'invalid',
      where: 'campaign › checks',
    });
    const without = writeSnapshot(input, SHARE_ALL).text;
    const as3 = without.replace('"formatVersion": 2', '"formatVersion": 3');
    expect(readSnapshot(as3)).toMatchObject({ reason: 'invalid', where: 'formatVersion' });
  });
});

test('a casebook entry comes without checks: they are its members’ to say', () => {
  expect(openCasebookEntry('oakland-2019', NOW).campaign.checks).toBeUndefined();
});
