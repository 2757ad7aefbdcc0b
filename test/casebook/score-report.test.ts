import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASES, endingOf } from '../../lib/casebook/case-list.ts';
import {
  BASE_RATES,
  bootstrapMean,
  isRanked,
  rankedProbabilityScore,
} from '../../lib/casebook/score.ts';
import { CASEBOOK_SCORE } from '../../lib/standing/casebook-score.ts';

const { byRule, withFounding, campaigns, censored, baseRates } = CASEBOOK_SCORE;
const isRuled = (id: string) => CASES.some((each) => each.id === id);

describe('the report of the casebook’s score', () => {
  it('scores each forecast by how the campaign really ended, beside the base rates', () => {
    expect(baseRates).toEqual(BASE_RATES);
    for (const { id, ending, forecast, score, baseScore } of campaigns) {
      expect(ending, id).toBe(endingOf(id)?.ending);
      expect(score, id).toBe(rankedProbabilityScore(forecast, ending));
      expect(baseScore, id).toBe(rankedProbabilityScore(BASE_RATES, ending));
      expect(forecast.collapse + forecast.compromise + forecast.concession).toBeCloseTo(1, 9);
    }
  });

  it('leaves out none that has ended, and scores none that is open', () => {
    const scored = new Set(campaigns.map(({ id }) => id));
    for (const { id, ending } of CASES) expect(scored.has(id), id).toBe(isRanked(ending));
    expect(censored).toEqual([{ id: 'tesla-sweden-2023', day: 539 }]);
  });

  it.each([
    ['coded by rule', byRule, campaigns.filter(({ id }) => isRuled(id))],
    ['with the founding ones', withFounding, campaigns],
  ] as const)('%s: its means and intervals follow from the forecasts', (_, mornings, scores) => {
    for (const morning of mornings) {
      const own = scores.filter(({ day }) => day === morning.day);
      expect(morning.campaigns).toBe(own.length);
      expect(morning.score).toEqual(bootstrapMean(own.map(({ score }) => score)));
      expect(morning.difference).toEqual(
        bootstrapMean(own.map(({ score, baseScore }) => score - baseScore)),
      );
    }
  });

  it('is as the program wrote it, not touched by hand', () => {
    const file = new URL('../../lib/standing/casebook-score.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(CASEBOOK_SCORE, null, 2)}\n`);
  });
});
