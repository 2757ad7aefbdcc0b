import { describe, expect, it } from 'vitest';
import {
  describeDayList,
  enoughAt,
  muchSentence,
  whenSentence,
} from '../../entrypoints/dashboard/ask/one-action-words.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { strengths } from '../../lib/simulation/one-action.ts';
import { finishStudy } from '../../lib/simulation/study.ts';
import { startDaysOf, strengthsOf } from './made-answers.ts';

describe('a list of days', () => {
  it('is told in runs, and counted where the runs are many', () => {
    expect(describeDayList([5])).toBe('day 5');
    expect(describeDayList([0, 1, 2, 7])).toBe('days 0–2 and 7');
    expect(describeDayList([0, 2, 4, 9], 2)).toBe('days 0–4 and 9');
    expect(describeDayList([0, 1, 5, 6, 9])).toBe('days 0–1, 5–6 and 9');
    expect(describeDayList([0, 2, 4, 6])).toBe('4 days between day 0 and day 6');
  });
});

describe('when should it begin', () => {
  it('names the best days, and what today costs', () => {
    const said = whenSentence(startDaysOf([0.01, 0.03, 0.03, 0.01], 3), 'Docks', true);
    expect(said).toContain('“Docks” gains most if it begins on days 1–2');
    expect(said).toContain('+3.0 points');
    expect(said).toContain('+1.0 to +5.0 points in 90 of 100 futures');
    expect(said).toContain('Begun on day 3, where it stands now, it is 51%: 2.0 points less.');
  });

  it('calls days as good where they differ by less than half a point', () => {
    const said = whenSentence(startDaysOf([0.03, 0.034, 0.0], 0), 'Docks', true);
    expect(said).toContain('on days 0–1');
    expect(said).toContain('Day 0, where it stands now, is as good as any.');
    expect(said).not.toContain('less.');
  });

  it('calls it flat where no day is better, be it by the yardstick or by the error', () => {
    expect(whenSentence(startDaysOf([0.03, 0.033, 0.031], 0), 'Docks', true)).toContain(
      'It hardly matters when “Docks” begins',
    );
    expect(whenSentence(startDaysOf([0.03, 0.05, 0.04], 0, 0.03), 'Docks', true)).toContain(
      'It hardly matters when',
    );
    expect(whenSentence(startDaysOf([0.03, 0.05, 0.04], 0, 0.001), 'Docks', true)).not.toContain(
      'It hardly matters when',
    );
  });

  it('says that the day does not matter where it changes nothing', () => {
    expect(whenSentence(startDaysOf([0.001, 0.004, -0.002], 0), 'Docks', true)).toContain(
      'less than half a point: the day does not matter',
    );
  });

  it('says plainly where it hurts: on every day, or on some', () => {
    const always = whenSentence(startDaysOf([-0.05, -0.01, -0.02], 0), 'Docks', true);
    expect(always).toBe(
      '“Docks” lowers the chance of winning whenever it begins: most on day 0, by 5.0 points, and least on day 1, by 1.0 points.',
    );
    const never = whenSentence(startDaysOf([-0.05, 0.001, -0.02], 0), 'Docks', true);
    expect(never).toContain('adds nothing worth half a point on any day');
    expect(never).toContain('hurts if it begins on days 0 and 2, by up to 5.0 points');
    const some = whenSentence(startDaysOf([-0.05, 0.02, 0.0], 1), 'Docks', true);
    expect(some).toContain('gains most if it begins on day 1');
    expect(some).toContain('If it begins on day 0, it hurts.');
  });

  it('says nothing of today where it does not stand on the time line', () => {
    const said = whenSentence(startDaysOf([0.01, 0.03, 0.01], 0), 'Docks', false);
    expect(said).not.toContain('now');
  });
});

describe('how much is enough', () => {
  const share = { unit: 'share', currency: 'EUR' } as const;

  it('is the least that gets nine tenths of the full gain', () => {
    const answer = strengthsOf([0, 0.02, 0.0361, 0.039, 0.04], 0.5);
    expect(enoughAt(answer)).toBe(2);
    const said = muchSentence(answer, 'Docks', share, true);
    expect(said).toContain('“Docks” gains most at 100%');
    expect(said).toContain('Nine tenths of that are reached at 50%.');
    expect(said).toContain('Today’s 50% comes to 54%, +3.6 points.');
    expect(said).not.toContain('less is better');
  });

  it('says when less is better than more, and that today is too much', () => {
    const said = muchSentence(
      strengthsOf([0, 0.03, 0.04, 0.02, -0.01], 0.75),
      'Meals',
      share,
      true,
    );
    expect(said).toContain('gains most at 50%');
    expect(said).toContain('Beyond 50% less is better than more: at 100% it is 5.0 points lower.');
    expect(said).toContain('Today’s 75% is more than it needs: 2.0 points');
  });

  it('says when nothing is enough, and when no amount helps', () => {
    expect(muchSentence(strengthsOf([0, 0.001, 0.004], 0.5), 'Docks', share, true)).toContain(
      'Nothing is enough',
    );
    const hurts = muchSentence(strengthsOf([0, -0.01, -0.03], 0.5), 'Docks', share, true);
    expect(hurts).toContain('No amount of “Docks” helps');
    expect(hurts).toContain('3.0 points at 100%');
    expect(enoughAt(strengthsOf([0, -0.01, -0.03], 0.5))).toBeNull();
    const little = muchSentence(strengthsOf([0, 0.003, -0.03], 0.5), 'Docks', share, true);
    expect(little).toContain('at best, with 50%, it adds +0.3 points');
    expect(little).toContain('Less is better than more.');
  });

  it('finds less than full coverage best in Oakland where the need of users presses hard', () => {
    const { campaign, scenario } = openCasebookEntry('oakland-2019', '2026-01-01T00:00:00Z');
    const pressed = { ...campaign.numbers.blameCostPerDay, low: 3e6, typical: 3e6, high: 3e6 };
    const answer = finishStudy(
      strengths({
        campaign: { ...campaign, numbers: { ...campaign.numbers, blameCostPerDay: pressed } },
        scenario,
        futures: 200,
        actionId: 'meals',
        steps: 10,
      }),
    );
    const said = muchSentence(answer, 'Meals', share, true);
    expect(answer.best).toBeLessThan(answer.points.length - 1);
    expect(said).toContain('Less is better than more');
    expect(said).toContain('with 100% it lowers the chance of winning');
  });
});
