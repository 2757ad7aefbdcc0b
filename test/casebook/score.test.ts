import { beforeAll, describe, expect, it } from 'vitest';
import { fetchCasebookEntry, openCasebookEntry } from '../../lib/casebook/casebook.ts';
import {
  asKnownOn,
  BASE_RATES,
  bootstrapMean,
  forecastOf,
  knownFrom,
  rankedProbabilityScore,
} from '../../lib/casebook/score.ts';

const NOW = '2026-11-23T03:00:00Z';
beforeAll(() => Promise.all((['pullman-1894', 'septa-1983'] as const).map(fetchCasebookEntry)));

describe('the ranked probability score', () => {
  it('is 0 when certain and right, 1 when certain of the other extreme, and counts the distance', () => {
    const sure = { collapse: 1, compromise: 0, concession: 0 };
    expect(rankedProbabilityScore(sure, 'collapse')).toBe(0);
    expect(rankedProbabilityScore(sure, 'compromise')).toBe(0.5);
    expect(rankedProbabilityScore(sure, 'concession')).toBe(1);
    // By hand: ((.36 − 0)² + (.55 − 0)²) / 2.
    expect(rankedProbabilityScore(BASE_RATES, 'concession')).toBeCloseTo(0.21605, 12);
  });
  it('cannot be bettered on average by saying other than what one believes', () => {
    const expected = (said: typeof BASE_RATES) =>
      (['collapse', 'compromise', 'concession'] as const).reduce(
        (sum, ending) => sum + BASE_RATES[ending] * rankedProbabilityScore(said, ending),
        0,
      );
    const honest = expected(BASE_RATES);
    expect(expected({ collapse: 0.3, compromise: 0.19, concession: 0.51 })).toBeGreaterThan(honest);
    expect(expected({ collapse: 0.36, compromise: 0.3, concession: 0.34 })).toBeGreaterThan(honest);
  });
});

describe('a forecast', () => {
  const endings = {
    open: [0.8, 0.5, 0.2],
    conceded: [0.1, 0.2, 0.4],
    compromised: [0.05, 0.1, 0.1],
    collapsed: [0.05, 0.2, 0.3],
  };
  it('shares out what is still open like what ended', () => {
    const { collapse, compromise, concession } = forecastOf(endings, 0)!;
    expect(collapse).toBeCloseTo(0.3 / 0.8, 12);
    expect(compromise).toBeCloseTo(0.1 / 0.8, 12);
    expect(concession).toBeCloseTo(0.4 / 0.8, 12);
  });
  it('of a later day leaves out what had ended before', () => {
    const { collapse, compromise, concession } = forecastOf(endings, 2)!;
    expect(collapse).toBeCloseTo(0.1 / 0.3, 12);
    expect(compromise).toBeCloseTo(0, 12);
    expect(concession).toBeCloseTo(0.2 / 0.3, 12);
  });
});

describe('what a forecast knows', () => {
  it('is an action from the day on which it was announced, or began', () => {
    const { scenario } = openCasebookEntry('posti-2019', NOW);
    const ids = (day: number) => asKnownOn(scenario, day).actions.map(({ id }) => id);
    expect(ids(1)).toEqual([]);
    expect(ids(2)).toEqual(['whse-8', 'land-8']);
    expect(ids(8)).toContain('air-14');
    expect(ids(12)).not.toContain('watr-21');
    for (const action of scenario.actions) expect(knownFrom(action)).toBeLessThan(action.startDay);
  });
  it('is no end that lay ahead, unless it was announced with one', () => {
    const septa = openCasebookEntry('septa-1983', NOW).scenario;
    expect(asKnownOn(septa, 0).actions).toMatchObject([{ id: 'unions', durationDays: null }]);
    expect(asKnownOn(septa, 38).actions).toMatchObject([{ id: 'unions', durationDays: 38 }]);
    const posti = asKnownOn(openCasebookEntry('posti-2019', NOW).scenario, 8);
    expect(posti.actions.find(({ id }) => id === 'air-14')).toMatchObject({ durationDays: 1 });
  });
  it('is no injunction before it was issued', () => {
    const { scenario } = openCasebookEntry('pullman-1894', NOW);
    expect(asKnownOn(scenario, 46).actions.map(({ id }) => id)).toEqual(['railways']);
    expect(asKnownOn(scenario, 0).actions).toEqual([]);
  });
});

describe('the interval', () => {
  it('is the same every time, holds the mean, and narrows with more campaigns', () => {
    const few = [0.1, 0.4, 0.2, 0.9];
    const many = Array.from({ length: 25 }, () => few).flat();
    const [a, b] = [bootstrapMean(few), bootstrapMean(many)];
    expect(bootstrapMean(few)).toEqual(a);
    expect(a.mean).toBeCloseTo(0.4, 12);
    expect(a.low).toBeLessThan(0.4);
    expect(a.high).toBeGreaterThan(0.4);
    expect(b.high - b.low).toBeLessThan((a.high - a.low) / 3);
  });
});
