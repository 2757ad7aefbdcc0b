/** The list of what changed is complete: it is empty exactly for equals, names every field, and leads from one to the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import {
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type Action,
  type ActionKind,
} from '../../lib/model/action.ts';
import { withChecks } from '../../lib/model/checks.ts';
import { copyScenario } from '../../lib/model/copies.ts';
import { PARAMETER_KEYS } from '../../lib/model/parameters.ts';
import { Scenario, type CampaignScenario } from '../../lib/model/scenario.ts';
import { uncertain, type UncertainNumber } from '../../lib/model/uncertain-number.ts';
import {
  applyChanges,
  CAMPAIGN_FIELDS,
  SCENARIO_FIELDS,
  whatChanged,
  type Change,
} from '../../lib/model/what-changed.ts';

const NOW = '2026-11-23T08:00:00.000Z';
const posti = openCasebookEntry('posti-2019', NOW);
const BASIS = { kind: 'own', note: 'a test', address: null } as const;

/** What a pair of records says, without who they are: of two scenarios their names and baselines are that, too. */
function said({ campaign, scenario }: CampaignScenario, isOne: boolean) {
  const dates = { createdAt: '', updatedAt: '' };
  const own = isOne ? {} : { id: '', name: '', baselineId: null };
  return {
    campaign: { ...campaign, ...dates },
    scenario: { ...scenario, ...dates, ...own, nextDrawSlot: 0 },
  };
}

interface Edit {
  words: string;
  edit: (records: CampaignScenario) => CampaignScenario;
}

const within = (records: CampaignScenario, change: (actions: Action[]) => Action[]) => {
  const actions = change([...records.scenario.actions]);
  const slots = actions.flatMap((action) =>
    NUMBERS_OF_KIND[action.kind].map((key) => numberOf(action, key)!.drawSlot),
  );
  const nextDrawSlot = Math.max(records.scenario.nextDrawSlot, ...slots.map((slot) => slot + 1));
  return { ...records, scenario: { ...records.scenario, actions, nextDrawSlot } };
};
const at = (index: number, change: (action: Action) => Action) => (records: CampaignScenario) =>
  within(records, (actions) =>
    actions.map((action, each) => (each === index % actions.length ? change(action) : action)),
  );

const share = fc.constantFrom(0.1, 0.2, 0.35, 0.6);
const other = (number: UncertainNumber, part: number): UncertainNumber => ({
  ...uncertain(
    { low: number.low * part, typical: number.typical * part, high: number.high * part },
    number.drawSlot,
    BASIS,
  ),
  readings: number.readings,
});
const index = fc.nat(20);
const day = fc.nat(60);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...PARAMETER_KEYS).chain((key) =>
    share.map((part) => ({
      words: `number ${key}`,
      edit: ({ campaign, scenario }: CampaignScenario) => ({
        campaign: {
          ...campaign,
          numbers: { ...campaign.numbers, [key]: other(campaign.numbers[key], part) },
        },
        scenario,
      }),
    })),
  ),
  fc.constantFrom('name', 'place', 'note', 'movementName', 'settlement').chain((field) =>
    fc.string({ minLength: 1, maxLength: 5 }).map((text) => ({
      words: `campaign ${field}`,
      edit: ({ campaign, scenario }: CampaignScenario) => ({
        campaign: { ...campaign, [field]: text },
        scenario,
      }),
    })),
  ),
  fc
    .record({ horizonDays: fc.integer({ min: 60, max: 300 }), seed: fc.nat(5), name: fc.string() })
    .map((fields) => ({
      words: 'scenario',
      edit: ({ campaign, scenario }: CampaignScenario) => ({
        campaign,
        scenario: { ...scenario, ...fields },
      }),
    })),
  fc.tuple(index, day).map(([i, startDay]) => ({
    words: 'move',
    edit: at(i, (action) => ({
      ...action,
      startDay: Math.max(
        startDay,
        action.kind === 'sympathyStrike' ? (action.announcedDay ?? 0) : 0,
      ),
    })),
  })),
  index.map((i) => ({
    words: 'switch',
    edit: at(i, (action) => ({ ...action, enabled: !action.enabled })),
  })),
  fc.tuple(index, share).map(([i, part]) => ({
    words: 'strength',
    edit: at(i, (action) => {
      const [key] = NUMBERS_OF_KIND[action.kind];
      return withNumber(action, key, other(numberOf(action, key)!, part));
    }),
  })),
  index.map((i) => ({
    words: 'take away',
    edit: (records: CampaignScenario) =>
      within(records, (actions) =>
        actions.length > 1 ? actions.filter((_, each) => each !== i % actions.length) : actions,
      ),
  })),
  fc.tuple(index, index, fc.constantFrom('a', 'b', 'c')).map(([i, place, id]) => ({
    words: 'add',
    edit: (records: CampaignScenario) =>
      within(records, (actions) => {
        if (actions.some((action) => action.id === id)) return actions;
        const made: Action = {
          id,
          name: `made ${i}`,
          note: '',
          enabled: true,
          startDay: i,
          kind: 'boycott',
          durationDays: null,
          share: uncertain(0.1, records.scenario.nextDrawSlot, BASIS),
        };
        return actions.toSpliced(place % (actions.length + 1), 0, made);
      }),
  })),
  index.map((i) => ({
    words: 'order',
    edit: (records: CampaignScenario) =>
      within(records, (actions) => {
        const from = i % actions.length;
        return [...actions.slice(from), ...actions.slice(0, from)];
      }),
  })),
);

const edited = (edits: readonly Edit[]) =>
  edits.reduce((records, { edit }) => edit(records), posti as CampaignScenario);

function isEqual(a: object, b: object): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}

describe('what changed', () => {
  const asOne = fc.array(anyEdit, { maxLength: 12 });
  it.each([true, false])(
    'is nothing exactly between equals, and leads from one to the other (one scenario: %s)',
    (isOne) => {
      fc.assert(
        fc.property(asOne, asOne, (first, second) => {
          const from = edited(first);
          const changed = edited(second);
          const to = isOne
            ? changed
            : { ...changed, scenario: copyScenario(changed.scenario, 'Another', NOW) };
          const changes = whatChanged(from, to);
          expect(changes.length === 0).toBe(isEqual(said(from, isOne), said(to, isOne)));
          const made = applyChanges(from, changes);
          expect(said(made, isOne)).toEqual(said(to, isOne));
          expect(() => Scenario.parse(made.scenario)).not.toThrow();
          expect(whatChanged(made, to)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('names every field, and no other', () => {
    fc.assert(
      fc.property(asOne, (edits) => {
        const to = edited(edits);
        const changes = whatChanged(posti, to);
        const named = (of: Change['of']) => changes.filter((change) => change.of === of);
        const differing = <T extends object>(a: T, b: T, keys: readonly (keyof T)[]) =>
          keys.filter((key) => !isEqual([a[key]], [b[key]]));
        expect(named('campaign').map((change) => 'field' in change && change.field)).toEqual(
          differing(posti.campaign, to.campaign, CAMPAIGN_FIELDS),
        );
        expect(named('scenario').map((change) => 'field' in change && change.field)).toEqual(
          differing(posti.scenario, to.scenario, SCENARIO_FIELDS),
        );
        expect(named('number').map((change) => 'key' in change && change.key)).toEqual(
          differing(posti.campaign.numbers, to.campaign.numbers, PARAMETER_KEYS),
        );
        for (const change of changes) {
          if (change.of !== 'action') continue;
          const keys = Object.keys(change.from) as (keyof Action)[];
          expect(change.fields).toEqual(differing(change.from, change.to, keys));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out no field that a record has', () => {
    const silent = ['recordVersion', 'id', 'createdAt', 'updatedAt'];
    expect([...CAMPAIGN_FIELDS, 'numbers', ...silent].toSorted()).toEqual(
      // Checks are a field only where there are some.
      [...Object.keys(posti.campaign), 'checks'].toSorted(),
    );
    expect(
      [...SCENARIO_FIELDS, 'campaignId', 'actions', 'nextDrawSlot', ...silent].toSorted(),
    ).toEqual(Object.keys(posti.scenario).toSorted());
  });

  it('tells of checks that came and went, and leaves no empty field behind', () => {
    const check = { id: 'a', kind: 'noHarm', atMost: 1 } as const;
    const held = { ...posti, campaign: withChecks(posti.campaign, [check]) };
    const came = whatChanged(posti, held);
    expect(came).toEqual([{ of: 'campaign', field: 'checks', from: undefined, to: [check] }]);
    expect(applyChanges(posti, came)).toEqual(held);
    const back = applyChanges(held, whatChanged(held, posti));
    expect('checks' in back.campaign).toBe(false);
  });

  it('says of an action that became another kind under its id that one went and one came', () => {
    const [first] = posti.scenario.actions;
    const boycott: Action = {
      ...{ id: first!.id, name: 'Boycott', note: '', enabled: true, startDay: 3 },
      kind: 'boycott' satisfies ActionKind,
      durationDays: null,
      share: uncertain(0.1, posti.scenario.nextDrawSlot, BASIS),
    };
    const to = within(posti, (actions) => [boycott, ...actions.slice(1)]);
    const changes = whatChanged(posti, to);
    expect(changes.map(({ of }) => of)).toEqual(['added', 'removed', 'order']);
    expect(applyChanges(posti, changes).scenario.actions).toEqual(to.scenario.actions);
  });
});
