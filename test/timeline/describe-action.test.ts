import { describe, expect, it } from 'vitest';
import { newAction, toggled } from '../../components/timeline/action-edits.ts';
import {
  datesOf,
  describeAction,
  describeDays,
} from '../../components/timeline/describe-action.ts';
import { threatOf } from '../../components/timeline/threats.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import type { Reading } from '../../lib/model/evidence.ts';

const { campaign, scenario } = openCasebookEntry('posti-2019', '2026-11-22T10:00:00Z');
const actionOf = (id: string) => scenario.actions.find((action) => action.id === id)!;

describe('an action in spoken words', () => {
  it('says kind, sector, days, strength, announcement and whether it is on', () => {
    expect(describeAction(actionOf('air-14'), campaign)).toBe(
      'Sympathy strike, air transport, Airport and flight crews, day 14, one day, 80%, announced on day 8, switched on',
    );
    expect(describeAction(toggled(actionOf('whse-8')), campaign)).toMatch(
      /from day 8 to the end, 2%, .*switched off$/,
    );
  });

  it('says what became of an announcement, how many take it and whether it is lawful, where that is known', () => {
    const air = actionOf('air-14');
    if (air.kind !== 'sympathyStrike') throw new Error('not a sympathy strike');
    const known = { ...air, workers: 2000, legality: 'lawful' as const };
    expect(describeAction(known, campaign, threatOf(known, campaign, scenario))).toMatch(
      /, 80%, 2,000 people take it, announced on day 8, carried out, lawful, switched on$/,
    );
    const late = actionOf('air-21');
    expect(describeAction(late, campaign, threatOf(late, campaign, scenario))).toMatch(
      /announced on day 14, over before it began, switched on$/,
    );
    const taken = { ...air, withdrawnDay: 12, legality: 'unclear' as const };
    expect(describeAction(taken, campaign, threatOf(taken, campaign, scenario))).toMatch(
      /announced on day 8, withdrawn on day 12, never carried out, not clear whether it is lawful/,
    );
  });

  it('counts both the first and the last day', () => {
    expect(describeDays(actionOf('land-8'))).toBe('day 8 to 9, 2 days');
    expect(describeDays(actionOf('air-21'))).toBe('day 21 to 23, 3 days');
  });

  it('gives the dates of the calendar', () => {
    expect(datesOf(actionOf('air-14'), campaign)).toBe('Mon 25 Nov');
    expect(datesOf(actionOf('land-8'), campaign)).toBe('Tue 19 Nov – Wed 20 Nov');
    expect(datesOf(actionOf('whse-8'), campaign)).toBe('from Tue 19 Nov');
  });

  it('does not say a plain name twice', () => {
    const made = newAction('sympathyStrike', scenario, campaign, 3, { sector: 'AIR' })!;
    expect(describeAction(made.action, campaign)).toBe(
      'Sympathy strike, air transport, day 3, one day, 30%, switched on',
    );
    const service = newAction('serviceSubstitution', scenario, campaign, 0, {
      provider: 'target',
    })!;
    expect(describeAction(service.action, campaign)).toBe(
      'Service substitution by the employer, from day 0 to the end, 40%, switched on',
    );
  });

  it('says what was set and what the clips make of it', () => {
    const air = actionOf('air-14');
    if (air.kind !== 'sympathyStrike') throw new Error('not a sympathy strike');
    const reading: Reading = {
      id: 'r1',
      clipId: 'c1',
      quote: { id: 'q1', exact: '55–65%', prefix: '', suffix: '' },
      citation: { title: '', siteName: '', authors: [], publishedAt: null, address: null },
      low: 0.55,
      high: 0.65,
      reliability: 'record',
      groupId: null,
      addedAt: '2026-11-22T10:00:00Z',
    };
    const words = describeAction(
      { ...air, share: { ...air.share, readings: [reading] } },
      campaign,
    );
    expect(words).toMatch(/ 6\d% \(set to 80%, moved by 1 clip\)/);
  });
});
