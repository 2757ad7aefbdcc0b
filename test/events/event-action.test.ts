import { describe, expect, test } from 'vitest';
import {
  actionFromEvent,
  actionOfKind,
  eventDays,
  likeness,
  previewWords,
  sectorIn,
} from '../../components/events/event-action.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { REPORTED_KINDS } from '../../lib/model/action-kinds.ts';
import { Action, NUMBERS_OF_KIND, numberOf } from '../../lib/model/action.ts';
import { Scenario } from '../../lib/model/scenario.ts';
import { makeEvent } from './events-for-tests.ts';

const posti = openCasebookEntry('posti-2019', '2026-11-22T10:00:00Z');
const { campaign } = posti;
const horizon = 120;
const days = (edit: Parameters<typeof makeEvent>[1]) =>
  eventDays(makeEvent('e', edit), campaign, horizon);

describe('which action an event is', () => {
  test('is an action or a plain reason why not, for every kind', () => {
    const actions = REPORTED_KINDS.map((kind) => [kind, actionOfKind(kind)] as const);
    const kinds = actions.flatMap(([kind, of]) => (of.isAction ? [[kind, of.kind]] : []));
    expect(kinds).toEqual([
      ['sympathyStrike', 'sympathyStrike'],
      ['handlingBan', 'handlingBan'],
      ['serviceSubstitutionByMovement', 'serviceSubstitution'],
      ['serviceSubstitutionByTarget', 'serviceSubstitution'],
      ['boycott', 'boycott'],
      ['strikeFund', 'donation'],
      ['endorsement', 'endorsement'],
      ['injunction', 'injunction'],
    ]);
    expect(actions.filter(([, of]) => !of.isAction).map(([kind]) => kind)).toEqual([
      'strike',
      'lockout',
      'settlement',
    ]);
    expect(actionOfKind(null)).toEqual({ isAction: false, why: 'unknown' });
  });

  test('a service of the target’s is the target’s', () => {
    const event = makeEvent('e', { kind: 'serviceSubstitutionByTarget' });
    const made = actionFromEvent(event, posti, { startDay: 3, durationDays: 2, sector: null })!;
    expect(made.action).toMatchObject({ kind: 'serviceSubstitution', provider: 'target' });
  });
});

describe('dates as days', () => {
  // Posti's strike began on 11 November 2019, day 0.
  test('of a day are that day', () => {
    expect(days({ begin: '2019-11-25', end: '2019-11-26' })).toMatchObject({
      startDay: 14,
      durationDays: 2,
      isAbout: false,
      where: 'within',
    });
    expect(days({ begin: '2019-11-25', end: null }).durationDays).toBeNull();
  });

  test('of a month are some day of it that the campaign has, and say so', () => {
    // November is day −10 to 19, of which 0 to 19 lie in the campaign.
    const november = days({ begin: '2019-11', end: null });
    expect(november).toMatchObject({
      begin: { first: -10, last: 19 },
      isAbout: true,
      where: 'within',
    });
    expect(november.startDay).toBe(9);
  });

  test('that say when it ended hold when it began', () => {
    const { startDay } = days({ begin: '2019-11', end: '2019-11-13' });
    expect(startDay).toBeLessThanOrEqual(2);
  });

  test('outside of the campaign are no day of it', () => {
    expect(days({ begin: '2019-10-12', end: null })).toMatchObject({
      startDay: null,
      where: 'before',
    });
    expect(days({ begin: '2019-10-12', end: '2019-10-14' })).toMatchObject({
      startDay: null,
      durationDays: 3,
      where: 'before',
    });
    expect(days({ begin: '2019-11-04', end: '2019-11-13' })).toMatchObject({
      startDay: 0,
      durationDays: 3,
      where: 'begunBefore',
    });
    expect(days({ begin: '2023', end: null })).toMatchObject({ startDay: null, where: 'after' });
    expect(days({ begin: null, end: null })).toMatchObject({ startDay: null, where: 'undated' });
  });

  test('skip the weekend where the campaign counts working days', () => {
    const working = { firstDay: '2019-11-11', dayType: 'working' as const };
    expect(
      eventDays(makeEvent('e', { begin: '2019-11-18', end: null }), working, 120).startDay,
    ).toBe(5);
  });
});

describe('the action', () => {
  test('stands on its days in its sector, is named after who acts, and breaks no rule of the scenario', () => {
    const event = makeEvent('e');
    const sector = sectorIn(event, campaign);
    const made = actionFromEvent(event, posti, { startDay: 14, durationDays: 2, sector })!;
    expect(made.action).toMatchObject({
      kind: 'sympathyStrike',
      name: 'Ground crews',
      sector: 'AIR',
      startDay: 14,
      durationDays: 2,
    });
    expect(Action.safeParse(made.action).success).toBe(true);
    const { scenario } = posti;
    const actions = [...scenario.actions, made.action];
    expect(
      Scenario.safeParse({ ...scenario, actions, nextDrawSlot: made.nextDrawSlot }).success,
    ).toBe(true);
  });

  test('has no evidence and says that its numbers are assumptions, whatever the event claims', () => {
    const event = makeEvent('e', {
      claims: [
        {
          id: 'c',
          counts: '% of departures',
          low: 60,
          high: 60,
          claimedBy: 'the airport',
          reliability: 'record',
          sources: [{ clipId: 'a', quoteId: 'q' }],
        },
      ],
    });
    const { action } = actionFromEvent(event, posti, {
      startDay: 14,
      durationDays: 1,
      sector: 'AIR',
    })!;
    for (const key of NUMBERS_OF_KIND[action.kind]) {
      const number = numberOf(action, key)!;
      expect(number.readings).toEqual([]);
      expect(number.basis.kind).toBe('own');
    }
  });

  test('is said in words, with "about" where its dates are vague', () => {
    const event = makeEvent('e');
    const { action } = actionFromEvent(event, posti, {
      startDay: 14,
      durationDays: 2,
      sector: 'AIR',
    })!;
    expect(previewWords(action, campaign, false)).toBe(
      'Sympathy strike, air transport, day 14 to 15, 2 days',
    );
    expect(previewWords(action, campaign, true)).toBe(
      'Sympathy strike, air transport, about day 14 to 15, 2 days',
    );
  });

  test('never reaches beyond the horizon', () => {
    const { action } = actionFromEvent(makeEvent('e', { kind: 'boycott' }), posti, {
      startDay: posti.scenario.horizonDays + 20,
      durationDays: 50,
      sector: null,
    })!;
    expect(action.startDay).toBeLessThan(posti.scenario.horizonDays);
    expect(Action.safeParse(action).success).toBe(true);
  });

  test('is recognised where the time line has it already', () => {
    const event = makeEvent('e');
    const at = (startDay: number, sector = 'AIR') =>
      likeness(
        actionFromEvent(event, posti, { startDay, durationDays: 1, sector })!.action,
        posti.scenario,
      );
    // The casebook's own strike of airport workers stands on day 14.
    expect(at(14)?.id).toBe('air-14');
    expect(at(40)).toBeNull();
    expect(at(14, 'HLTH')).toBeNull();
  });
});

test('a sector is found by code or name, never the struck one', () => {
  expect(sectorIn({ sectors: ['air transport'] }, campaign)).toBe('AIR');
  expect(sectorIn({ sectors: ['unknown', 'LAND'] }, campaign)).toBe('LAND');
  expect(sectorIn({ sectors: ['POST'] }, campaign)).toBeNull();
  expect(sectorIn({ sectors: ['AIR'] }, { sectors: null })).toBeNull();
});
