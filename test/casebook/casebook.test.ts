import { describe, expect, it } from 'vitest';
import {
  CASEBOOK_IDS,
  casebookName,
  isCasebookId,
  openCasebookEntry,
} from '../../lib/casebook/casebook.ts';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { ACTION_NUMBERS, NUMBERS_OF_KIND, numberOf } from '../../lib/model/action.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import { dateOfDay } from '../../lib/model/campaign-days.ts';
import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import { isKnown } from '../../lib/model/range.ts';
import { Scenario, type CampaignScenario } from '../../lib/model/scenario.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';

const NOW = '2026-11-22T09:30:00+01:00';
const M = 1_000_000;

function everyNumber({ campaign, scenario }: CampaignScenario): [string, UncertainNumber][] {
  return [
    ...PARAMETER_KEYS.map((key): [string, UncertainNumber] => [key, campaign.numbers[key]]),
    ...scenario.actions.flatMap((action) =>
      NUMBERS_OF_KIND[action.kind].map((key): [string, UncertainNumber] => [
        `${action.id} ${key}`,
        numberOf(action, key)!,
      ]),
    ),
  ];
}

/** Model.md, "The two founding campaigns", money in whole units; every other key stands at the default. */
const FOUNDING: Record<string, Partial<Record<ParameterKey, number>>> = {
  'posti-2019': {
    workers: 9_000,
    wagePerDay: 105,
    strikePayPerDay: 30,
    strikeFund: 15 * M,
    householdBufferDays: 45,
    gainFromConcession: 15 * M,
    costOfConceding: 15 * M,
    revenuePerDay: (1565 * M) / 365,
    netLossShare: 0.25,
    internalisation: 0.15,
    blameCostPerDay: 0.1 * M,
    dependentShare: 0.15,
    supportAtStart: 0.55,
    harmScale: 20 * M,
  },
  'oakland-2019': {
    workers: 3_000,
    wagePerDay: 339.5,
    strikePayPerDay: 0,
    strikeFund: 50_000,
    householdBufferDays: 45,
    gainFromConcession: 13 * M,
    costOfConceding: 13 * M,
    users: 36_268,
    revenuePerUserDay: 69,
    revenuePerDay: 2.5 * M,
    replacementNow: 0.02,
    replacementMax: 0.08,
    internalisation: 0,
    blameCostPerDay: 0.5 * M,
    dependentShare: 0.75,
    crossingBase: 0.03,
    crossingPerHardship: 0.6,
    supportAtStart: 0.65,
    participationAtStart: 0.95,
    hardshipEffect: 0.12,
    harmScale: 20 * M,
  },
  generic: {},
};

/** id, sector, start, days, share, announced, people, harm: model.md's table, harm in whole euros. */
const POSTI_STRIKES = [
  ['whse-8', 'WHSE', 8, null, 0.02, 2, 0, 0],
  ['land-8', 'LAND', 8, 2, 0.03, 2, 0, 0],
  ['air-14', 'AIR', 14, 1, 0.8, 8, 20_300, 300],
  ['whse-14', 'WHSE', 14, 1, 0.15, 8, 0, 0],
  ['land-14', 'LAND', 14, 1, 0.12, 8, 300_000, 10],
  ['watr-14', 'WATR', 14, 1, 0.3, 8, 0, 0],
  ['trad-14', 'TRAD', 14, null, 0.01, 8, 0, 0],
  ['watr-21', 'WATR', 21, null, 0.6, 13, 20_000, 60],
  ['land-21', 'LAND', 21, null, 0.15, 13, 0, 0],
  ['air-21', 'AIR', 21, 3, 0.6, 14, 15_000, 300],
];

describe.each(CASEBOOK_IDS)('casebook entry %s', (id) => {
  const entry = openCasebookEntry(id, NOW);

  it.each(CASEBOOK_IDS)('%s is called what its campaign is called', (id) => {
    expect(casebookName(id)).toBe(openCasebookEntry(id, NOW).campaign.name);
  });

  it('is a campaign and a scenario that the store and the engine accept', () => {
    expect(() => Campaign.parse(entry.campaign)).not.toThrow();
    expect(() => Scenario.parse(entry.scenario)).not.toThrow();
    expect(entry.scenario.campaignId).toBe(entry.campaign.id);
    expect(entry.campaign.provenance).toBe('casebook');
    expect(entry.campaign.casebookId).toBe(id);
  });

  it('has the typical values of the specification', () => {
    for (const key of PARAMETER_KEYS) {
      const typical = FOUNDING[id]![key] ?? PARAMETERS[key].range.typical;
      expect(entry.campaign.numbers[key].typical, key).toBe(typical);
    }
  });

  it('gives a reason for every number, and luck of its own', () => {
    const numbers = everyNumber(entry);
    for (const [name, number] of numbers) {
      expect(number.basis.note.trim(), name).not.toBe('');
      expect(number.readings, name).toEqual([]);
    }
    const slots = numbers.map(([, number]) => number.drawSlot);
    expect(new Set(slots).size).toBe(slots.length);
  });

  it('keeps every range inside the hard bounds, and a share that is 0 or 1 is known', () => {
    for (const action of entry.scenario.actions) {
      for (const key of NUMBERS_OF_KIND[action.kind]) {
        const { min, max } = ACTION_NUMBERS[key];
        const { low, high } = numberOf(action, key)!;
        expect(low, `${action.id} ${key}`).toBeGreaterThanOrEqual(min);
        expect(high, `${action.id} ${key}`).toBeLessThanOrEqual(max);
      }
    }
    for (const [name, number] of everyNumber(entry)) {
      if (number.typical === 0 && name !== 'harmEffect') {
        expect(isKnown(number), name).toBe(true);
      }
    }
  });

  it('does not pretend to know what conceding would cost the target', () => {
    const { low, typical, high } = entry.campaign.numbers.costOfConceding;
    expect(typical / low).toBeCloseTo(2, 12);
    expect(high / typical).toBeCloseTo(2, 12);
  });

  it('opens the same twice, or under ids of its own with the same luck', () => {
    expect(openCasebookEntry(id, NOW)).toEqual(entry);
    const copy = openCasebookEntry(id, NOW, 'fresh');
    expect(copy.campaign.id).not.toBe(entry.campaign.id);
    expect(copy.scenario.id).not.toBe(entry.scenario.id);
    expect(copy.scenario.campaignId).toBe(copy.campaign.id);
    expect(everyNumber(copy)).toEqual(everyNumber(entry));
  });
});

describe('Posti 2019', () => {
  const { campaign, scenario } = openCasebookEntry('posti-2019', NOW);

  it('has the sympathy strikes of the specification, in its order', () => {
    expect(
      scenario.actions.map((action) => {
        if (action.kind !== 'sympathyStrike') return action.kind;
        const { id, sector, startDay, durationDays, share, announcedDay } = action;
        const { peoplePerDay, harmPerPerson } = action;
        return [
          id,
          sector,
          startDay,
          durationDays,
          share.typical,
          announcedDay,
          peoplePerDay.typical,
          harmPerPerson.typical,
        ];
      }),
    ).toEqual(POSTI_STRIKES);
    for (const action of scenario.actions) {
      expect(campaign.sectors!.table.codes).toContain((action as { sector: string }).sector);
    }
  });

  it('says of the threats that they were never needed', () => {
    const threats = scenario.actions.filter((action) => action.startDay > campaign.settledDay!);
    expect(threats.map((action) => action.id)).toEqual(['watr-21', 'land-21', 'air-21']);
    for (const threat of threats) expect(threat.note).toMatch(/^Announced, never needed/);
  });

  it('puts its days on the dates of the record', () => {
    expect(dateOfDay(campaign, 14)).toBe('2019-11-25');
    expect(dateOfDay(campaign, campaign.settledDay!)).toBe('2019-11-27');
  });
});

describe('Oakland 2019', () => {
  const { campaign, scenario } = openCasebookEntry('oakland-2019', NOW);

  it('has meals by the movement and the parents behind it', () => {
    expect(scenario.actions).toMatchObject([
      {
        id: 'meals',
        kind: 'serviceSubstitution',
        provider: 'movement',
        startDay: 0,
        durationDays: null,
        coverage: { typical: 0.6 },
        costPerDay: { low: 0, typical: 0, high: 0 },
      },
      { id: 'parents', kind: 'endorsement', startDay: 0, strength: { typical: 3 } },
    ]);
  });

  it('settles on the seventh school day, Friday 1 March', () => {
    expect(dateOfDay(campaign, campaign.settledDay!)).toBe('2019-03-01');
  });
});

describe('Finland’s table', () => {
  it('is in whole euros, and no industry buys more than it makes', () => {
    FINLAND_2014.codes.forEach((code, j) => {
      const bought = FINLAND_2014.sales.reduce((sum, row) => sum + row[j]!, 0);
      expect(bought, code).toBeLessThan(FINLAND_2014.output[j]!);
      // Inputs from home and value added cannot exceed output; the rest is imports and taxes.
      expect(bought + FINLAND_2014.valueAdded[j]!, code).toBeLessThanOrEqual(
        FINLAND_2014.output[j]! * 1.001,
      );
    });
    const amounts = [FINLAND_2014.output, FINLAND_2014.valueAdded, ...FINLAND_2014.sales].flat();
    expect(amounts.every(Number.isInteger)).toBe(true);
    expect(FINLAND_2014.output[FINLAND_2014.codes.indexOf('POST')]).toBe(1_561 * M);
  });

  it('names who made it and under what licence', () => {
    expect(FINLAND_2014.source).toContain('Statistics Finland');
    expect(FINLAND_2014.source).toContain('CC BY 4.0');
  });
});

describe('ids', () => {
  it('are told from file names', () => {
    expect(isCasebookId('posti-2019')).toBe(true);
    expect(isCasebookId('posti-2019.json')).toBe(false);
    expect(isCasebookId('toString')).toBe(false);
  });
});
