import { describe, expect, it } from 'vitest';
import {
  flipGroups,
  flipSentence,
  knowingRows,
  knowingSentence,
  type FlipAnswer,
} from '../../entrypoints/dashboard/ask/verdict-words.ts';
import type { Flip, TornadoRow } from '../../lib/model/study.ts';
import { estimate, informationOf, POSTI } from './made-answers.ts';

const internalisation = { of: 'campaign', key: 'internalisation' } as const;
const flight = { of: 'action', actionId: 'air-14', key: 'share' } as const;
const gone = { of: 'action', actionId: 'nowhere', key: 'share' } as const;

const run = { value: 0, scenario: 0.5, baseline: 0.5, effect: 0, standardError: 0 };
const row = (
  number: TornadoRow['number'],
  low: number,
  typical: number,
  high: number,
): TornadoRow => ({
  number,
  range: { low, typical, high },
  scale: 'logit',
  isCalibration: false,
  low: run,
  high: run,
  swing: 0,
  winSwing: 0,
  flip: null,
});

function flipsOf(flips: readonly Pick<Flip, 'changes' | 'distance'>[], mean = 0.05): FlipAnswer {
  const basis = { futures: 500, days: 120, runs: 1 };
  return {
    tornado: {
      ...basis,
      scenario: 0.55,
      baseline: 0.5,
      effect: estimate(mean),
      rows: [
        row(internalisation, 0, 0.15, 0.45),
        row(flight, 0.7, 0.8, 0.87),
        row(gone, 0, 0.1, 1),
      ],
    },
    flips: {
      ...basis,
      effect: estimate(mean),
      sign: mean > 0 ? 1 : mean < 0 ? -1 : 0,
      flips: flips.map((flip) => ({
        ...flip,
        tolerance: 0.01,
        effect: -0.0001,
        scenario: 0.5,
        baseline: 0.5,
      })),
    },
  };
}
const said = (answer: FlipAnswer, baselineName: string | null = null) =>
  flipSentence(answer, flipGroups(answer, POSTI), baselineName);

describe('what would have to be true', () => {
  const one = { changes: [{ number: internalisation, typical: 0.15, value: 0.02 }], distance: 0.4 };
  const two = {
    changes: [one.changes[0]!, { number: flight, typical: 0.8, value: 0.86 }],
    distance: 0.9,
  };

  it('names the number, where it turns, where it stands and its range', () => {
    const text = said(flipsOf([one]));
    expect(text).toContain('As set, the solidarity actions help');
    expect(text).toContain('were 2% instead of 15% (its range is 0–45%), they would hurt');
    expect(text).toContain('about half of the way');
    const [group] = flipGroups(flipsOf([one]), POSTI);
    expect(group!.tracks[0]!.place).toBe(-0.4);
  });

  it('says that it takes two where no number alone does it, each on its own side', () => {
    const text = said(flipsOf([two]));
    expect(text).toContain('No number alone turns this');
    expect(text).toContain('were 86% instead of 80%');
    const [group] = flipGroups(flipsOf([two]), POSTI);
    expect(group!.tracks.map(({ place }) => place)).toEqual([-0.9, 0.9]);
  });

  it('says that nothing inside the ranges turns it', () => {
    expect(said(flipsOf([]))).toContain('Nothing inside the ranges turns this: not any one of 3');
  });

  it('turns the other way where the actions hurt, and speaks of the pinned scenario', () => {
    expect(said(flipsOf([one], -0.05))).toContain('they would help');
    const pinned = said(flipsOf([one]), 'As it was');
    expect(pinned).toContain('this scenario does better than “As it was”');
    expect(pinned).toContain('it would do worse');
  });

  it('has no verdict to turn where there is no difference', () => {
    expect(said(flipsOf([], 0))).toContain('no verdict');
  });

  it('says so where the typical value alone turns it', () => {
    const text = said(flipsOf([{ ...one, distance: 0 }]));
    expect(text).toContain('hangs on the far ends of ranges');
    expect(text).not.toContain('of the way');
  });

  it('leaves out what is of another scenario', () => {
    const other = { changes: [{ number: gone, typical: 0.1, value: 0.2 }], distance: 0.1 };
    expect(flipGroups(flipsOf([other]), POSTI)).toEqual([]);
  });
});

describe('what to find out first', () => {
  const sentence = (rows: Parameters<typeof informationOf>[0], spread?: number) => {
    const answer = informationOf(rows, spread);
    return knowingSentence(answer, knowingRows(answer, POSTI));
  };
  const first = { number: internalisation, share: 0.6, standardError: 0.02, otherSign: 0.1 };

  it('names the number, the range of its share and what would be left', () => {
    const text = sentence([first, { ...first, number: flight, share: 0.1, otherSign: 0 }]);
    expect(text).toContain('60% (56% to 64%)');
    // √(1 − .6) × 6 points = 3.8 points.
    expect(text).toContain(
      'by 6.0 points (standard deviation); with this number known, by about 3.8',
    );
    expect(text).toContain('other sign in 10% of its range');
    expect(text).toContain('Next comes');
  });

  it('does not rank what the error cannot tell apart', () => {
    const text = sentence([first, { ...first, number: flight, share: 0.55, otherSign: 0 }]);
    expect(text).toContain('cannot be told apart');
    expect(text).not.toContain('Next comes');
  });

  it('says when none stands out, and when there is nothing to narrow', () => {
    expect(sentence([{ ...first, share: 0.03, standardError: 0.02 }])).toContain(
      'no single number stands out',
    );
    expect(sentence([first], 0)).toContain('hardly any uncertainty');
  });
});
