import { describe, expect, it } from 'vitest';
import { casebookNotes, openCasebookEntry } from '../../lib/casebook/casebook.ts';
import type { Action } from '../../lib/model/action.ts';
import { newId } from '../../lib/model/identity.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { adoptSnapshot } from '../../lib/snapshot/adopt.ts';
import { readSnapshot } from '../../lib/snapshot/read.ts';
import { compareWithSnapshot, snapshotResultOf } from '../../lib/snapshot/reproduce.ts';
import { writeSnapshot, type SnapshotInput } from '../../lib/snapshot/write.ts';
import { wordsOfLeftOut } from '../../lib/snapshot/words.ts';
import { casebookInput, everyKind, inputOf, NOW, reading, withReadings } from './examples.ts';

const NOTHING = { includeNotes: false, includeNames: false };
const EVERYTHING = { includeNotes: true, includeNames: true };

function reopened(text: string) {
  const read = readSnapshot(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.snapshot;
}

/** The same content with every object's keys the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

function computed({ campaign, scenario }: CampaignScenario) {
  return compareNow({
    campaign,
    scenario,
    baseline: null,
    futures: 200,
    certain: false,
    allQuantiles: false,
    hardshipLimit: 0.5,
    supportLimit: 0.4,
  });
}

async function resultOf(records: CampaignScenario) {
  return snapshotResultOf(await computed(records));
}

describe('a pinned baseline', () => {
  const input = (): SnapshotInput => {
    const records = everyKind();
    const baseline = {
      ...records.scenario,
      id: newId(),
      name: 'Without the flights',
      actions: records.scenario.actions.filter(({ id }) => id !== 'air-14'),
    };
    const scenario = { ...records.scenario, baselineId: baseline.id };
    return { ...inputOf({ ...records, scenario }), baseline };
  };
  const compared = ({ campaign, scenario, baseline }: SnapshotInput) =>
    compareNow({
      ...inputOf({ campaign, scenario }).ensemble,
      campaign,
      scenario,
      baseline,
      certain: false,
      allQuantiles: false,
    });

  it('goes along, and the numbers with it, whatever ids they get', async () => {
    const given = input();
    const own = await compared(given);
    const read = reopened(writeSnapshot(given, EVERYTHING).text);
    expect(read.baseline).toMatchObject({ id: 'baseline', name: 'Without the flights' });
    expect(read.scenario.baselineId).toBe('baseline');
    const adopted = adoptSnapshot(read, { now: NOW });
    expect(adopted.scenario.baselineId).toBe(adopted.baseline!.id);
    expect(adopted.baseline!.campaignId).toBe(adopted.campaign.id);
    expect(adopted.baseline!.id).not.toBe('baseline');
    for (const again of [read, adopted]) {
      expect((await compared({ ...given, ...again })).digest).toBe(own.digest);
    }
    // Compared with itself alone it would be another result.
    expect((await compared({ ...given, baseline: null })).digest).not.toBe(own.digest);
  });

  it('has no place in a file that names another, or none', () => {
    const { text } = writeSnapshot(input(), EVERYTHING);
    for (const id of ['"another"', 'null']) {
      const forged = text.replace('"baselineId": "baseline"', `"baselineId": ${id}`);
      expect(readSnapshot(forged)).toMatchObject({ ok: false, where: 'scenario › baselineId' });
    }
    const own = text
      .replace('"id": "baseline"', '"id": "scenario"')
      .replace('"baselineId": "baseline"', '"baselineId": "scenario"');
    expect(readSnapshot(own)).toMatchObject({ ok: false, where: 'baseline › id' });
  });

  it('keeps its notes at home like the scenario', () => {
    const given = input();
    given.baseline = { ...given.baseline!, note: 'Between us: the crews are wavering.' };
    expect(writeSnapshot(given, NOTHING).text).not.toContain('wavering');
    expect(writeSnapshot(given, EVERYTHING).text).toContain('wavering');
  });
});

describe('a snapshot survives the round trip', () => {
  it.each(['posti-2019', 'oakland-2019', 'generic'] as const)('%s', (id) => {
    const input = casebookInput(id);
    const { text, fits } = writeSnapshot(input, EVERYTHING);
    const { campaign, scenario } = reopened(text);
    expect(fits).toBe(true);
    expect(campaign.numbers).toEqual(input.campaign.numbers);
    expect(campaign.sectors).toEqual(input.campaign.sectors);
    expect(scenario.actions).toEqual(input.scenario.actions);
    expect({ ...campaign, id: '', createdAt: '', updatedAt: '' }).toEqual({
      ...input.campaign,
      id: '',
      createdAt: '',
      updatedAt: '',
    });
  });

  it('byte for byte, when it is read and written again', () => {
    for (const choice of [NOTHING, EVERYTHING]) {
      const { text } = writeSnapshot(inputOf(everyKind()), choice);
      expect(writeSnapshot(reopened(text), choice).text).toBe(text);
    }
  });

  it('to the same bytes, whatever order the keys came in', () => {
    const input = inputOf(everyKind());
    expect(writeSnapshot(turned(input) as SnapshotInput, NOTHING).text).toBe(
      writeSnapshot(input, NOTHING).text,
    );
  });

  it('with every digit of awkward numbers', () => {
    const input = casebookInput('oakland-2019');
    const share = { low: 0.1 + 0.2, typical: 1 / 3, high: 0.9999999999999999 };
    input.campaign.numbers.netLossShare = { ...input.campaign.numbers.netLossShare, ...share };
    const cost = { low: 1.0000000000000002, typical: 1e15 / 3, high: 999999999999999.9 };
    input.campaign.numbers.costOfConceding = { ...input.campaign.numbers.costOfConceding, ...cost };
    const { numbers } = reopened(writeSnapshot(input, NOTHING).text).campaign;
    expect(numbers.netLossShare).toMatchObject(share);
    expect(numbers.costOfConceding).toMatchObject(cost);
  });

  it('with texts of any script, and lists of numbers inside texts untouched', () => {
    const input = casebookInput('generic');
    const summary = 'Postityöläiset 🧡 العربية "quoted" \\ [\n  1,\n  2\n] \u2028 \u0000';
    const { campaign } = reopened(
      writeSnapshot({ ...input, campaign: { ...input.campaign, summary } }, NOTHING).text,
    );
    expect(campaign.summary).toBe(summary);
  });

  it('with half a character, cut from an article, made whole rather than refused', () => {
    const records = everyKind();
    const strike = records.scenario.actions.find((action) => action.id === 'air-14')! as Extract<
      Action,
      { kind: 'sympathyStrike' }
    >;
    strike.share.readings[0]!.quote.exact = 'cut here: \uD83E';
    const { scenario } = reopened(writeSnapshot(inputOf(records), NOTHING).text);
    const [first] = (scenario.actions.find((action) => action.id === 'air-14') as typeof strike)
      .share.readings;
    expect(first!.quote.exact).toBe('cut here: \uFFFD');
  });

  it('and the same numbers come out: evidence, groups, draw slots and all', async () => {
    const records = everyKind();
    const result = await resultOf(records);
    for (const choice of [NOTHING, EVERYTHING]) {
      const { text } = writeSnapshot({ ...inputOf(records), result }, choice);
      const snapshot = reopened(text);
      expect(compareWithSnapshot(snapshot, await computed(snapshot))).toEqual({ kind: 'exact' });
      const adopted = adoptSnapshot(snapshot, { now: NOW });
      expect(compareWithSnapshot(snapshot, await computed(adopted))).toEqual({ kind: 'exact' });
    }
  });

  it('and a changed number does not pass for the same', async () => {
    const records = everyKind();
    const snapshot = reopened(
      writeSnapshot({ ...inputOf(records), result: await resultOf(records) }, NOTHING).text,
    );
    snapshot.campaign.numbers.workers = {
      ...snapshot.campaign.numbers.workers,
      low: 9001,
      typical: 9001,
      high: 9001,
    };
    const outcome = compareWithSnapshot(snapshot, await computed(snapshot));
    expect(outcome).toMatchObject({ kind: 'differs', olderModel: null });
    if (outcome.kind === 'differs') {
      expect(outcome.differences.map(({ key }) => key)).toContain('winWith');
    }
  });
});

describe('what stays home', () => {
  const CANARY = 'canary';
  let planted = 0;
  const canary = () => `${CANARY}${++planted}x`;

  /** Posti with a canary in every field that is nobody else's business. */
  function privateRecords(): CampaignScenario {
    const { campaign, scenario } = openCasebookEntry('posti-2019', NOW);
    const clipId = canary();
    return {
      campaign: {
        ...campaign,
        id: canary(),
        actorNames: [canary(), `${canary()} +358 40 1234567`],
        note: canary(),
        createdAt: '2026-03-04T05:06:07.891+05:45',
        updatedAt: '2026-03-05T13:14:15.161-09:30',
        numbers: {
          ...campaign.numbers,
          strikeFund: {
            ...campaign.numbers.strikeFund,
            basis: { kind: 'own', note: canary(), address: `https://private.example/${canary()}` },
            readings: [
              reading({
                id: canary(),
                clipId,
                groupId: canary(),
                quote: { ...reading().quote, id: canary() },
                addedAt: '2026-04-05T06:07:08.910+05:45',
                low: 1,
                high: 2,
              }),
              reading({ clipId, low: 1, high: 2 }),
            ],
          },
        },
      },
      scenario: {
        ...scenario,
        id: canary(),
        campaignId: canary(),
        note: canary(),
        createdAt: '2026-03-04T05:06:07.891+05:45',
        updatedAt: '2026-03-05T13:14:15.161-09:30',
        actions: scenario.actions.map((action, index) =>
          index === 0 ? { ...action, note: `${action.note} ${canary()}` } : action,
        ),
      },
    };
  }

  it('no canary planted in a private field is in the file', () => {
    const { text, fileName } = writeSnapshot(inputOf(privateRecords()), {
      ...NOTHING,
      publishedNotes: casebookNotes(),
    });
    expect(planted).toBeGreaterThan(10);
    expect(text).not.toContain(CANARY);
    expect(fileName).not.toContain(CANARY);
    expect(text).not.toContain('1234567');
  });

  it('nor an hour or a time zone, of the author’s or of an article’s', () => {
    const { text } = writeSnapshot(inputOf(privateRecords()), EVERYTHING);
    expect(text).not.toMatch(/T(?!00:00:00Z")\d\d:\d\d/);
    expect(text).not.toMatch(/05:45|09:30|\+02:00/);
    expect(text).toContain('"createdAt": "2026-03-04T00:00:00Z"');
    expect(text).toContain('"publishedAt": "2019-11-25"');
  });

  it('nor an id of the library, even when notes and names go along', () => {
    const records = everyKind();
    const { text } = writeSnapshot(inputOf(records), EVERYTHING);
    expect(text).not.toContain(records.campaign.id);
    expect(text).not.toContain(records.scenario.id);
    for (const action of records.scenario.actions) {
      if (action.kind !== 'sympathyStrike') continue;
      for (const { id, clipId, quote } of action.share.readings) {
        for (const secret of [id, clipId!, quote.id]) expect(text).not.toContain(secret);
      }
    }
  });

  it('a field that no list names yet stays home', () => {
    const { campaign, scenario } = openCasebookEntry('generic', NOW);
    const input = inputOf({
      campaign: { ...campaign, phone: canary() } as typeof campaign,
      scenario: { ...scenario, diary: canary() } as typeof scenario,
    });
    expect(writeSnapshot(input, EVERYTHING).text).not.toContain(CANARY);
  });

  it('the list for the preview says what and how many', () => {
    const { leftOut } = writeSnapshot(inputOf(privateRecords()), {
      ...NOTHING,
      publishedNotes: casebookNotes(),
    });
    expect(Object.fromEntries(leftOut.map(({ kind, count }) => [kind, count]))).toEqual({
      campaignNote: 1,
      actorNames: 2,
      scenarioNote: 1,
      actionNotes: 1,
      ownReasons: 1,
    });
    expect(leftOut.map(wordsOfLeftOut)).toContain('1 note on an action');
  });

  it('what is asked for goes along', () => {
    const { campaign } = privateRecords();
    const records = { ...privateRecords(), campaign };
    const { text, leftOut } = writeSnapshot(inputOf(records), EVERYTHING);
    expect(leftOut).toEqual([]);
    expect(text).toContain(campaign.note);
    for (const name of campaign.actorNames) expect(text).toContain(name);
    expect(text).toContain(campaign.numbers.strikeFund.basis.note);
  });

  it('the casebook’s own notes are no secret, an edited one is', () => {
    const input = casebookInput('posti-2019');
    const notes = (text: string) => reopened(text).scenario.actions.map((action) => action.note);
    const published = { ...NOTHING, publishedNotes: casebookNotes() };
    expect(notes(writeSnapshot(input, published).text)).toEqual(
      input.scenario.actions.map((action) => action.note),
    );
    expect(new Set(notes(writeSnapshot(input, NOTHING).text))).toEqual(new Set(['']));
  });

  it('a name left out of the list but written elsewhere is pointed out', () => {
    const { campaign, scenario } = openCasebookEntry('generic', NOW);
    const { namesStillInside } = writeSnapshot(
      inputOf({
        campaign: {
          ...campaign,
          actorNames: ['Maria Kowalska', 'Jo "Spark" Li', 'Nobody Here'],
          summary: 'Speak with maria kowalska first.',
        },
        scenario: { ...scenario, name: 'As Jo "Spark" Li says' },
      }),
      NOTHING,
    );
    expect(namesStillInside).toEqual(['Maria Kowalska', 'Jo "Spark" Li']);
  });

  it('the citation stays: title, authors, site, address, quote', () => {
    const { text } = writeSnapshot(inputOf(everyKind()), NOTHING);
    for (const part of [
      'Aino Esimerkki',
      'Example News',
      'Strike grounds flights',
      'https://news.example/strike',
      'Between 55 and 65 per cent',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('the file', () => {
  it('is named after the campaign and the day, in plain letters', () => {
    const named = (name: string) => {
      const input = casebookInput('generic');
      return writeSnapshot({ ...input, campaign: { ...input.campaign, name } }, NOTHING).fileName;
    };
    expect(named('Postityöläiset: 2019!')).toBe('clincher-postityolaiset-2019-2026-11-22.json');
    expect(named('../../etc/passwd')).toBe('clincher-etc-passwd-2026-11-22.json');
    expect(named('スト')).toBe('clincher-campaign-2026-11-22.json');
  });

  it('has a list of numbers on one line, so that a person can look through it', () => {
    const { text } = writeSnapshot(casebookInput('posti-2019'), NOTHING);
    expect(text).toContain('"output": [11513000000, 11284000000,');
    expect(text.split('\n').length).toBeLessThan(1500);
  });

  it('does not name what is gone: a deleted strike in an injunction, a sector without its table', () => {
    const { campaign, scenario } = everyKind();
    const { scenario: written } = reopened(
      writeSnapshot(
        inputOf({
          campaign: { ...campaign, sectors: null },
          scenario: {
            ...scenario,
            actions: scenario.actions.filter((action) => action.id !== 'watr-14'),
          },
        }),
        NOTHING,
      ).text,
    );
    expect(written.actions.at(-1)).toMatchObject({ kind: 'injunction', actionIds: ['land-14'] });
    expect(written.actions[0]).toMatchObject({ sector: null });
  });

  it('says when it has become larger than anybody can open', () => {
    const input = casebookInput('generic');
    const long = 'q'.repeat(4000);
    const many = Array.from({ length: 200 }, () =>
      reading({ low: 1, high: 2, quote: { ...reading().quote, exact: long } }),
    );
    const { numbers } = input.campaign;
    const { fits, text, bytes } = writeSnapshot(
      {
        ...input,
        campaign: {
          ...input.campaign,
          numbers: {
            ...numbers,
            workers: withReadings(numbers.workers, many),
            wagePerDay: withReadings(
              numbers.wagePerDay,
              many.map((one) => ({ ...one, id: newId() })),
            ),
            strikeFund: withReadings(
              numbers.strikeFund,
              many.map((one) => ({ ...one, id: newId() })),
            ),
            revenuePerDay: withReadings(
              numbers.revenuePerDay,
              many.map((one) => ({ ...one, id: newId() })),
            ),
            gainFromConcession: withReadings(
              numbers.gainFromConcession,
              many.map((one) => ({ ...one, id: newId() })),
            ),
            harmScale: withReadings(
              numbers.harmScale,
              many.map((one) => ({ ...one, id: newId() })),
            ),
          },
        },
      },
      NOTHING,
    );
    expect(bytes).toBeGreaterThan(5_000_000);
    expect(fits).toBe(false);
    expect(readSnapshot(text)).toMatchObject({ ok: false, reason: 'tooLarge' });
  });
});

describe('adopting a snapshot', () => {
  const adopted = () => {
    const snapshot = reopened(writeSnapshot(inputOf(everyKind()), NOTHING).text);
    return { snapshot, records: adoptSnapshot(snapshot, { now: NOW }) };
  };
  const idsIn = (value: unknown): string[] =>
    [...JSON.stringify(value).matchAll(/"(?:id|groupId|campaignId)":"([^"]+)"/g)].map(
      ([, id]) => id!,
    );

  it('takes new ids everywhere, so that it overwrites nothing, not even itself', () => {
    const { snapshot, records } = adopted();
    const again = adoptSnapshot(snapshot, { now: NOW });
    const ids = new Set(idsIn(records));
    expect(ids.size).toBeGreaterThan(20);
    for (const id of [...idsIn(snapshot), ...idsIn(again)]) expect(ids.has(id), id).toBe(false);
  });

  it('keeps what hangs together: an injunction its strikes, two passages their report', () => {
    const { snapshot, records } = adopted();
    const injunction = records.scenario.actions.at(-1)!;
    const named = snapshot.scenario.actions.flatMap((action, index) =>
      ['land-14', 'watr-14'].includes(action.id) ? [records.scenario.actions[index]!.id] : [],
    );
    expect(injunction).toMatchObject({ kind: 'injunction', actionIds: named });
    const [first, second, third] = (
      records.scenario.actions[2] as Extract<Action, { kind: 'sympathyStrike' }>
    ).share.readings;
    expect(first!.groupId).toBe(second!.groupId);
    expect(first!.groupId).not.toBe(third!.groupId);
  });

  it('is marked as coming from a file, never as the casebook’s', () => {
    const { snapshot, records } = adopted();
    expect(snapshot.campaign.casebookId).toBe('posti-2019');
    expect(records.campaign).toMatchObject({
      provenance: 'file',
      casebookId: null,
      createdAt: NOW,
    });
    expect(records.scenario.campaignId).toBe(records.campaign.id);
  });
});
