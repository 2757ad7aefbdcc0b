import { describe, expect, it } from 'vitest';
import { storySteps, type StoryParts } from '../../components/story/story-steps.ts';
import { assumptionsOf, lawCautions } from '../../components/brief/brief-facts.ts';
import { summarize } from '../../components/summary/summarize.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import type { Action } from '../../lib/model/action.ts';
import type { Comparison } from '../../lib/model/ensemble.ts';
import { madeResult } from '../charts/made-comparison.ts';

const RECORDS = openCasebookEntry('posti-2019', '2026-01-01T00:00:00.000Z');

function parts(changed: Partial<Comparison> = {}, records = RECORDS): StoryParts {
  const comparison: Comparison = {
    scenario: madeResult({ days: 120, median: () => Math.log(3), win: () => 0.7 }),
    baseline: madeResult({ days: 120, median: () => Math.log(1.5), win: () => 0.6 }),
    helps: 0.8,
    hurts: 0.15,
    indifferent: 0.05,
    gainQuantiles: Float64Array.of(-0.01, 0.02, 0.05, 0.1, 0.2),
    meanGain: 0.06,
    digest: '',
    olderDigests: {},
    ...changed,
  };
  const dayWords = (day: number) => `day ${day}`;
  return {
    records,
    comparison,
    summary: summarize(records, comparison, dayWords),
    limits: { hardshipLimit: 0.3, supportLimit: 0.4 },
    isPinned: false,
    dayWords,
  };
}

const sentence = (name: string, given: StoryParts) =>
  storySteps(given).find((step) => step.name === name)!.sentence;

function withActions(change: (action: Action) => Action) {
  const { campaign, scenario } = RECORDS;
  return { campaign, scenario: { ...scenario, actions: scenario.actions.map(change) } };
}

describe('the speaker’s sentences', () => {
  it('give leverage with its range, and both curves', () => {
    const said = sentence('leverage', parts());
    expect(said).toContain('3.0 to 1 with the actions, 1.5 to 1 without');
    expect(said).toMatch(/In half of the futures it lies in 1\.7–5\.1\.$/);
  });

  it('say plainly that actions hurt where they do more often than they help', () => {
    expect(sentence('dots', parts())).toMatch(/^In 80 of 100 futures the actions raise/);
    const hurting = sentence('dots', parts({ helps: 0.15, hurts: 0.8 }));
    expect(hurting).toContain('hurt more often than they help');
    expect(hurting).toContain('in 80 of 100 futures');
    const idle = sentence('dots', parts({ helps: 0.04, hurts: 0.02, indifferent: 0.94 }));
    expect(idle).toContain('no difference worth the name');
  });

  it('compare nothing where no solidarity action is switched on', () => {
    const given = parts(
      {},
      withActions((action) => ({ ...action, enabled: false })),
    );
    expect(sentence('line', given)).toContain('the strike alone against Posti');
    for (const name of ['leverage', 'endings']) {
      expect(sentence(name, given)).not.toContain('without');
    }
  });

  it('name the likeliest danger', () => {
    const given = parts();
    given.comparison.scenario.guardRails = {
      fundEmpty: 0.07,
      hardshipOverLimit: 0.01,
      supportUnderLimit: 0.13,
      fewerThanHalfOut: 0.02,
    };
    expect(sentence('risks', given)).toContain('“Public support under 40%”, 13 in 100 with');
    given.comparison.scenario.guardRails = {
      fundEmpty: 0,
      hardshipOverLimit: 0,
      supportUnderLimit: 0.009,
      fewerThanHalfOut: 0,
    };
    expect(sentence('risks', given)).toContain('None of the dangers');
  });
});

describe('the brief', () => {
  it('warns of the law beside sympathy strikes, names what is marked unlawful, and is silent without any', () => {
    const legal = (legality: 'lawful' | 'unlawful') =>
      lawCautions(
        withActions((action) =>
          action.kind === 'sympathyStrike' && action.name === 'Airport and flight crews'
            ? { ...action, legality }
            : 'legality' in action
              ? { ...action, legality: 'lawful' }
              : action,
        ),
      ).join(' ');
    expect(legal('unlawful')).toContain(
      'unlawful where it would happen: Airport and flight crews.',
    );
    expect(legal('lawful')).not.toContain('where it would happen:');
    expect(legal('lawful')).toContain('unlawful or restricted in many places');
    expect(lawCautions(withActions((action) => ({ ...action, enabled: false })))).toEqual([]);
  });

  it('gives each assumption its range and its source', () => {
    const [first] = assumptionsOf(RECORDS.campaign);
    expect(first.range).toBe('15% (0–45)');
    expect(first.source).toMatch(/^assumption: /);
  });
});
