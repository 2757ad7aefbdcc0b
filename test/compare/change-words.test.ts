/** What changed, in words: every change has its line, and what reads alike on both sides is never said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeGroups,
  groupText,
  lineText,
  type ChangeLine,
} from '../../components/compare/change-words.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { NUMBERS_OF_KIND, numberOf, withNumber, type Action } from '../../lib/model/action.ts';
import { emptyScenario } from '../../lib/model/copies.ts';
import { PARAMETER_KEYS, type ParameterKey } from '../../lib/model/parameters.ts';
import { baselineOf, type CampaignScenario } from '../../lib/model/scenario.ts';
import { whatChanged } from '../../lib/model/what-changed.ts';

const NOW = '2026-11-23T08:00:00.000Z';
const posti = openCasebookEntry('posti-2019', NOW) as CampaignScenario;
const named = (id: string) => `scenario ${id}`;
const texts = (from: CampaignScenario, to: CampaignScenario) =>
  changeGroups(from, to, named).map(groupText);

const withNumberOf = (key: ParameterKey, part: number): CampaignScenario => {
  const number = posti.campaign.numbers[key];
  const [low, typical, high] = [number.low, number.typical, number.high].map((n) => n * part);
  const changed = { ...number, low: low!, typical: typical!, high: high! };
  const numbers = { ...posti.campaign.numbers, [key]: changed };
  return { ...posti, campaign: { ...posti.campaign, numbers } };
};
const withActions = (change: (actions: Action[]) => Action[]): CampaignScenario => ({
  ...posti,
  scenario: { ...posti.scenario, actions: change([...posti.scenario.actions]) },
});
const withFirst = (change: (action: Action) => Action) =>
  withActions(([first, ...rest]) => [change(first!), ...rest]);

describe('what changed, in words', () => {
  it('says a number with its label, its unit and both ranges', () => {
    expect(texts(posti, withNumberOf('costOfConceding', 2))).toEqual([
      'Cost of conceding: €15 M (7.5–30) → €30 M (15–60)',
    ]);
  });

  it('says two ranges that round to the same so that they can be told apart', () => {
    const [text] = texts(posti, withNumberOf('costOfConceding', 1.0001));
    const [from, to] = text!.split(' → ');
    expect(from!.endsWith(to!)).toBe(false);
    expect(text).toContain('15.0015 M');
  });

  it('says a move, a switch, a strength, an action more and an action less', () => {
    const [first] = posti.scenario.actions;
    const name = first!.name;
    expect(
      texts(
        posti,
        withFirst((action) => ({ ...action, startDay: 9 })),
      )[0],
    ).toMatch(new RegExp(`^${name}.*: When: .* → .*day 9`));
    expect(
      texts(
        posti,
        withFirst((action) => ({ ...action, enabled: false })),
      ),
    ).toEqual([expect.stringMatching(/: switched off$/)]);
    const stronger = withFirst((action) => {
      const number = numberOf(action, 'share')!;
      return withNumber(action, 'share', { ...number, low: 0.5, typical: 0.5, high: 0.5 });
    });
    expect(texts(posti, stronger)[0]).toMatch(/Share of the sector that stops: .* → 50%$/);
    const fewer = withActions((actions) => actions.slice(1));
    expect(texts(posti, fewer)).toEqual([expect.stringContaining('taken away; it was: ')]);
    expect(texts(fewer, posti)[0]).toContain('added: ');
  });

  it('says many switched at once in one breath, and names each', () => {
    const without = { ...posti, scenario: baselineOf(posti.scenario) };
    const groups = changeGroups(without, posti, named);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.heading).toBe('10 actions switched on');
    expect(groups[0]!.lines).toHaveLength(10);
  });

  it('says a new reason, and new evidence, where the range stays', () => {
    const number = posti.campaign.numbers.internalisation;
    const reason = {
      ...posti.campaign.numbers,
      internalisation: { ...number, basis: { ...number.basis, note: 'Because.' } },
    };
    const to = { ...posti, campaign: { ...posti.campaign, numbers: reason } };
    expect(texts(posti, to)).toEqual([expect.stringMatching(/: its reason: /)]);
  });

  it('does not count the name of another scenario as a change, but that of the same', () => {
    const empty = { ...posti, scenario: emptyScenario(posti.scenario, 'Alone', NOW) };
    const bare = { ...empty, scenario: { ...empty.scenario, id: 'other', name: 'Other' } };
    expect(texts(empty, bare)).toEqual([]);
    const renamed = { ...posti, scenario: { ...posti.scenario, name: 'Renamed' } };
    expect(texts(posti, renamed)).toHaveLength(1);
  });

  it('gives every change a line of its own, none of them the same on both sides', () => {
    const share = fc.constantFrom(0.25, 0.5, 0.999, 0.9999999999);
    const lines = (from: CampaignScenario, to: CampaignScenario): ChangeLine[] =>
      changeGroups(from, to, named).flatMap((group) => group.lines);
    fc.assert(
      fc.property(
        fc.constantFrom(...PARAMETER_KEYS),
        share,
        fc.nat(9),
        fc.boolean(),
        (key, part, index, isOn) => {
          const { campaign } = withNumberOf(key, part);
          const { scenario } = withActions((actions) =>
            actions.map((action, at) => {
              if (at !== index) return action;
              const [strength] = NUMBERS_OF_KIND[action.kind];
              const number = numberOf(action, strength)!;
              const lower = { ...number, low: number.low * part };
              return withNumber({ ...action, enabled: isOn, note: 'x' }, strength, lower);
            }),
          );
          const to = { campaign, scenario };
          const said = lines(posti, to);
          const fields = whatChanged(posti, to).flatMap((change) =>
            change.of === 'action' ? change.fields : [change.of],
          );
          expect(said.length).toBeGreaterThanOrEqual(fields.length);
          for (const line of said) {
            expect(line.to.trim(), lineText(line)).not.toBe('');
            expect(line.to, lineText(line)).not.toBe(line.from);
            expect(lineText(line)).not.toMatch(/undefined|NaN|null/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
