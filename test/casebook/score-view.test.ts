import { describe, expect, it } from 'vitest';
import {
  countOutside,
  differenceGeometry,
  firstMornings,
  forecastParts,
  missedWins,
  verdictOf,
} from '../../components/standing/casebook-score-view.ts';
import { isCaseId } from '../../lib/casebook/case-list.ts';
import { CASEBOOK_SCORE } from '../../lib/standing/casebook-score.ts';

const morning = CASEBOOK_SCORE.byRule[0]!;
const withInterval = (low: number, high: number) => ({
  byRule: [{ ...morning, difference: { mean: (low + high) / 2, low, high } }],
});

describe('what the score shows', () => {
  it('is nothing while the interval holds 0, and says on which side it lies where it does not', () => {
    expect(verdictOf(withInterval(-0.1, 0.07))).toBe('notShown');
    expect(verdictOf(withInterval(-0.1, 0))).toBe('notShown');
    expect(verdictOf(withInterval(-0.2, -0.01))).toBe('better');
    expect(verdictOf(withInterval(0.01, 0.2))).toBe('worse');
    expect(countOutside(withInterval(-0.1, 0.07))).toBe(0);
    expect(countOutside(withInterval(0.01, 0.2))).toBe(1);
  });

  it('keeps the founding campaigns apart, and finds the wins to which defeat was given', () => {
    const { ruled, others } = firstMornings(CASEBOOK_SCORE, isCaseId);
    expect(others.map(({ id }) => id)).toEqual(['posti-2019', 'oakland-2019']);
    expect(ruled).toHaveLength(morning.campaigns);
    const { wins, missed } = missedWins(ruled);
    expect(wins).toBe(ruled.filter(({ ending }) => ending === 'concession').length);
    for (const { ending, forecast } of missed) {
      expect(ending).toBe('concession');
      expect(forecast.collapse).toBeGreaterThan(0.5);
    }
  });
});

describe('the picture of the score', () => {
  it('has every interval between its edges, and 0 in the middle', () => {
    const geometry = differenceGeometry(CASEBOOK_SCORE.byRule, 100, 500);
    expect(geometry.zero).toBeCloseTo(300, 9);
    CASEBOOK_SCORE.byRule.forEach(({ difference }, index) => {
      const { low, mean, high } = geometry.rows[index]!;
      expect(100 <= low && low <= mean && mean <= high && high <= 500).toBe(true);
      expect(low < geometry.zero).toBe(difference.low < 0);
      expect(high > geometry.zero).toBe(difference.high > 0);
    });
  });

  it('fills a bar with the three chances and marks the one that happened', () => {
    for (const each of CASEBOOK_SCORE.campaigns) {
      const parts = forecastParts(each, 10, 200);
      expect(parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(200, 6);
      expect(parts.filter(({ isReal }) => isReal).map(({ ending }) => ending)).toEqual([
        each.ending,
      ]);
    }
  });
});
