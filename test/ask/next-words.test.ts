import { describe, expect, it } from 'vitest';
import {
  nextOptions,
  nextSentence,
  rankedOptions,
} from '../../entrypoints/dashboard/ask/next-words.ts';
import {
  newKinds,
  nextCandidates,
  reckonedWorkers,
  subjectOf,
  withSubject,
} from '../../entrypoints/dashboard/ask/candidates.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { MAX_ACTIONS, Scenario } from '../../lib/model/scenario.ts';
import { nextOf, POSTI } from './made-answers.ts';

const EURO = { currency: 'EUR' };
const labels = ['Trains', 'Docks', 'Boycott', 'Schools'].map((label) => ({ label, isOff: false }));

describe('what next', () => {
  const answer = nextOf([
    { gain: 0.03, workerDays: 60_000, money: 6e6 },
    { gain: 0.004, workerDays: 2_000, money: 4e5 },
    { gain: 0.02 },
    { gain: -0.02, workerDays: 10, money: 1 },
  ]);
  const options = nextOptions(answer, labels, EURO);

  it('ranks by what it adds, or by what it adds for a day on strike or for money; what hurts is last', () => {
    const order = (by: 'gain' | 'workerDays' | 'money') =>
      rankedOptions(options.toReversed(), by).map(({ label }) => label);
    expect(order('gain')).toEqual(['Trains', 'Boycott', 'Docks', 'Schools']);
    expect(order('workerDays')).toEqual(['Docks', 'Trains', 'Boycott', 'Schools']);
    expect(order('money')).toEqual(['Docks', 'Trains', 'Boycott', 'Schools']);
  });

  it('tells what a point asks for, what is not counted, and what would hurt', () => {
    const measures = Object.fromEntries(options.map(({ label, measure }) => [label, measure]));
    expect(measures.Trains).toBe('20,000 worker-days or €2 M a point');
    expect(measures.Docks).toBe('Under half a point; 5,000 worker-days or €1 M a point');
    expect(measures.Boycott).toContain('not counted');
    expect(measures.Schools).toContain('Would hurt');
    const said = nextSentence(options, EURO);
    expect(said).toContain('Most is gained by “Trains”');
    expect(said).toContain('For each day on strike, most is gained by “Docks”: 5,000 worker-days');
    expect(said).toContain('Would hurt: “Schools” (by 2.0 points).');
    expect(said).toContain('One makes no difference');
  });

  it('does not price a gain that may be an accident of these futures', () => {
    const [option] = nextOptions(
      nextOf([{ gain: 0.004, workerDays: 100, error: 0.003 }]),
      labels,
      EURO,
    );
    expect(option!.measure).toBe('Makes no difference worth half a point.');
  });

  it('says when nothing that could come next helps', () => {
    const none = nextOptions(nextOf([{ gain: 0.001 }, { gain: -0.01 }]), labels, EURO);
    expect(nextSentence(none, EURO)).toContain('None of the 2 actions');
    expect(nextSentence(none, EURO)).toContain('Would hurt: “Docks”');
  });
});

describe('what could be added', () => {
  it('is every kind of solidarity, sympathy strikes by sector, and what is switched off', () => {
    const { campaign, scenario } = POSTI;
    const [first, ...others] = scenario.actions;
    const records = {
      campaign,
      scenario: { ...scenario, actions: [{ ...first!, enabled: false }, ...others] },
    };
    const sectors = campaign.sectors!.table.codes.length - 1;
    const found = nextCandidates(records, 3);
    expect(found).toHaveLength(sectors + 5 + 1);
    expect(found[0]).toMatchObject({ isOff: true, candidate: { action: { id: first!.id } } });
    expect(found.slice(1).every(({ candidate }) => candidate.action.startDay === 3)).toBe(true);
    expect(newKinds(openCasebookEntry('generic', '2026-01-01T00:00:00Z'))).toHaveLength(6);
  });

  it('reckons strikers from the wage bill of the sector, and only where there is one', () => {
    const { campaign, scenario } = POSTI;
    const air = scenario.actions.find(({ id }) => id === 'air-14')!;
    const people = reckonedWorkers(air, campaign)!;
    // Air transport in Finland employs some thousands; a guess that is off by ten would mislead.
    expect(people).toBeGreaterThan(500);
    expect(people).toBeLessThan(30_000);
    expect(reckonedWorkers(air, { ...campaign, sectors: null })).toBeNull();
  });

  it('is added as it was asked about, with luck of its own, twice if asked twice', () => {
    const { action } = subjectOf(POSTI, 'new boycott', 7)!;
    const once = withSubject(POSTI, action)!;
    const twice = withSubject(once, action)!;
    expect(Scenario.safeParse(twice.scenario).success).toBe(true);
    expect(twice.scenario.actions).toHaveLength(POSTI.scenario.actions.length + 2);
  });

  it('is nothing where the time line is full', () => {
    const filler = Array.from({ length: MAX_ACTIONS }, (_, index) => ({
      ...POSTI.scenario.actions[0]!,
      id: `filler-${index}`,
    }));
    const full = { ...POSTI, scenario: { ...POSTI.scenario, actions: filler } };
    expect(subjectOf(full, 'new boycott', 7)).toBeNull();
    expect(nextCandidates(full, 7)).toEqual([]);
    expect(withSubject(full, POSTI.scenario.actions[0]!)).toBeNull();
  });
});
