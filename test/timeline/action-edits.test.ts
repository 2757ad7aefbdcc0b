import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcedOn,
  copyAction,
  inSector,
  moveAction,
  newAction,
  removed,
  replaced,
  resizeAction,
  resizeBy,
  strengthened,
  sympathySectors,
  toggled,
  withMade,
  withStrength,
} from '../../components/timeline/action-edits.ts';
import { levelOf, strengthAtLevel } from '../../components/timeline/action-strength.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import {
  ACTION_NUMBERS,
  durationOf,
  NUMBERS_OF_KIND,
  numberOf,
  type Action,
  type ActionKind,
} from '../../lib/model/action.ts';
import type { Reading } from '../../lib/model/evidence.ts';
import { MAX_ACTIONS, Scenario } from '../../lib/model/scenario.ts';
import { MAX_DRAW_SLOT } from '../../lib/model/uncertain-number.ts';

const NOW = '2026-11-22T10:00:00Z';
const posti = openCasebookEntry('posti-2019', NOW);
const oakland = openCasebookEntry('oakland-2019', NOW);
const KINDS = Object.keys(NUMBERS_OF_KIND) as ActionKind[];

const actionOf = (id: string) => posti.scenario.actions.find((action) => action.id === id)!;
const strikeOf = (action: Action) => {
  if (action.kind !== 'sympathyStrike') throw new Error('not a sympathy strike');
  return action;
};

/** One edit, as a hand or a key would make it, by random numbers. */
const edit = fc.record({
  what: fc.constantFrom(
    'move',
    'resize',
    'resizeBy',
    'toEnd',
    'level',
    'step',
    'amount',
    'toggle',
    'announce',
    'add',
    'copy',
    'remove',
  ),
  at: fc.nat(80),
  days: fc.integer({ min: -500, max: 500 }),
  level: fc.double({ min: -1, max: 2, noNaN: true }),
  kind: fc.constantFrom(...KINDS),
});

describe('edits of the time line', () => {
  it('leave an uncertain share its range, however far its bar is pulled', () => {
    const flights = actionOf('air-14');
    for (const level of [0, 1]) {
      const strength = strengthAtLevel(flights, level, posti.campaign);
      const { share } = strikeOf(withStrength(flights, strength, posti.campaign));
      expect(share.high - share.low, `level ${level}`).toBeGreaterThan(0);
      expect(share.typical).toBeCloseTo(level, 1);
    }
  });

  it('never leave what the schema takes, nor the horizon, whatever comes after what', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('posti' as const, 'oakland' as const),
        fc.integer({ min: 1, max: 400 }),
        fc.array(edit, { maxLength: 25 }),
        (which, horizonDays, edits) => {
          const { campaign, scenario: started } = { posti, oakland }[which];
          let scenario: Scenario = { ...started, horizonDays };
          for (const { what, at, days, level, kind } of edits) {
            if (what === 'add') {
              const made = newAction(kind, scenario, campaign, days, {});
              if (made) scenario = withMade(scenario, made);
              continue;
            }
            const action = scenario.actions[at % Math.max(1, scenario.actions.length)];
            if (!action) continue;
            if (what === 'copy') {
              const made = copyAction(action, scenario);
              if (made) scenario = withMade(scenario, made);
              continue;
            }
            if (what === 'remove') {
              scenario = { ...scenario, actions: removed(scenario.actions, action.id) };
              continue;
            }
            const next = {
              move: () => moveAction(action, days, horizonDays),
              resize: () => resizeAction(action, days, horizonDays),
              resizeBy: () => resizeBy(action, Math.sign(days), horizonDays, 45),
              toEnd: () => resizeAction(action, null, horizonDays),
              level: () => withStrength(action, strengthAtLevel(action, level, campaign), campaign),
              step: () => strengthened(action, days < 0 ? -1 : 1, campaign),
              amount: () => withStrength(action, days * 1e13, campaign),
              toggle: () => toggled(action),
              announce: () => announcedOn(action, days),
            }[what]();
            scenario = { ...scenario, actions: replaced(scenario.actions, next) };

            if (what === 'move' || what === 'resize' || what === 'resizeBy') {
              expect(next.startDay).toBeGreaterThanOrEqual(0);
              expect(next.startDay).toBeLessThan(horizonDays);
              const duration = durationOf(next);
              if (duration !== null)
                expect(next.startDay + duration).toBeLessThanOrEqual(horizonDays);
            }
            for (const key of NUMBERS_OF_KIND[next.kind]) {
              const { min, max } = ACTION_NUMBERS[key];
              const { low, typical, high } = numberOf(next, key)!;
              expect(low).toBeGreaterThanOrEqual(min);
              expect(high).toBeLessThanOrEqual(max);
              expect(low <= typical && typical <= high).toBe(true);
            }
          }
          const read = Scenario.safeParse(scenario);
          expect(read.error?.message).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('move the announcement along with the strike', () => {
    const moved = strikeOf(moveAction(actionOf('air-14'), 3, 120));
    expect(moved.startDay).toBe(17);
    expect(moved.announcedDay).toBe(11);
    expect(strikeOf(moveAction(moved, -3, 120)).announcedDay).toBe(8);
  });

  it('never announce after the strike begins', () => {
    expect(strikeOf(announcedOn(actionOf('air-14'), 40)).announcedDay).toBe(14);
    expect(strikeOf(announcedOn(actionOf('air-14'), null)).announcedDay).toBeNull();
  });

  it('keep the length while moving, as far as the horizon lets them', () => {
    const moved = moveAction(actionOf('land-8'), 1000, 120);
    expect(moved.startDay).toBe(118);
    expect(durationOf(moved)).toBe(2);
    expect(moveAction(actionOf('whse-8'), 1000, 120).startDay).toBe(119);
  });

  it('cut an open end at the last shown day, and open it again at the horizon', () => {
    const cut = resizeBy(actionOf('whse-8'), -1, 120, 45);
    expect(cut.startDay + durationOf(cut)!).toBe(44);
    const full = resizeAction(cut, 112, 120);
    expect(durationOf(resizeBy(full, 1, 120, 45))).toBeNull();
  });

  it('make a stronger action stronger throughout its range, and note whose number it is now', () => {
    const before = strikeOf(actionOf('air-14')).share;
    const after = strikeOf(strengthened(actionOf('air-14'), 1, posti.campaign)).share;
    expect(after.typical).toBeCloseTo(0.85, 10);
    expect(after.low).toBeGreaterThan(before.low);
    expect(after.high).toBeGreaterThan(before.high);
    expect(before.basis.kind).toBe('source');
    expect(after.basis.kind).toBe('own');
    expect(after.basis.note).toContain('80% (70–87)');
    expect(after.basis.note).toContain('Hufvudstadsbladet');
    expect(after.drawSlot).toBe(before.drawSlot);
  });

  it('move a share in steps of five points, of one below five', () => {
    let action = actionOf('land-8');
    const seen: number[] = [];
    for (let press = 0; press < 5; press++) {
      action = strengthened(action, 1, posti.campaign);
      seen.push(Math.round(strikeOf(action).share.typical * 100));
    }
    expect(seen).toEqual([4, 5, 10, 15, 20]);
    expect(Math.round(strikeOf(strengthened(action, -1, posti.campaign)).share.typical * 100)).toBe(
      15,
    );
  });

  it('show a level from which the same strength is read back', () => {
    for (const kind of KINDS) {
      const made = newAction(kind, posti.scenario, posti.campaign, 3)!;
      const level = levelOf(made.action, posti.campaign);
      const typical = numberOf(made.action, NUMBERS_OF_KIND[kind][0])!.typical;
      expect(level).toBeGreaterThan(0);
      expect(level).toBeLessThan(1);
      expect(strengthAtLevel(made.action, level, posti.campaign) / typical).toBeCloseTo(1, 1);
    }
  });
});

describe('new actions', () => {
  it('say of themselves that nobody has checked their numbers, and have luck of their own', () => {
    let { scenario } = posti;
    for (const kind of KINDS) {
      const made = newAction(kind, scenario, posti.campaign, 10)!;
      for (const key of NUMBERS_OF_KIND[kind]) {
        const number = numberOf(made.action, key)!;
        expect(number.basis.kind).toBe('own');
        expect(number.basis.note).toMatch(/your assumption/i);
      }
      scenario = withMade(scenario, made);
    }
    expect(Scenario.safeParse(scenario).success).toBe(true);
    const slots = scenario.actions.flatMap((action) =>
      NUMBERS_OF_KIND[action.kind].map((key) => numberOf(action, key)!.drawSlot),
    );
    expect(new Set(slots).size).toBe(slots.length);
  });

  it('never strike in sympathy in the struck sector', () => {
    const codes = sympathySectors(posti.campaign).map(({ code }) => code);
    expect(codes).toContain('AIR');
    expect(codes).not.toContain('POST');
    const made = newAction('sympathyStrike', posti.scenario, posti.campaign, 3, {
      sector: 'POST',
    })!;
    expect(strikeOf(made.action).sector).not.toBe('POST');
    const oaklandMade = newAction('sympathyStrike', oakland.scenario, oakland.campaign, 3)!;
    expect(strikeOf(oaklandMade.action).sector).toBeNull();
  });

  it('are copied with their luck, and with evidence that a shared file can tell apart', () => {
    const reading: Reading = {
      id: 'reading',
      clipId: null,
      quote: { id: 'quote', exact: '55–65%', prefix: '', suffix: '' },
      citation: { title: '', siteName: '', authors: [], publishedAt: null, address: null },
      low: 0.55,
      high: 0.65,
      reliability: 'press',
      groupId: null,
      addedAt: '2026-01-01T00:00:00Z',
    };
    const airport = actionOf('air-14');
    if (airport.kind !== 'sympathyStrike') throw new Error('air-14 is a sympathy strike');
    const tied = { ...airport, share: { ...airport.share, readings: [reading] } };
    const made = copyAction(tied, posti.scenario)!;
    if (made.action.kind !== 'sympathyStrike') throw new Error('a copy is of the same kind');
    expect(made.action.id).not.toBe(airport.id);
    expect(made.action.share.drawSlot).toBe(airport.share.drawSlot);
    expect(made.action.share.readings[0]!.id).not.toBe('reading');
    expect(made.action.share.readings[0]!.low).toBe(0.55);
  });

  it('come to an end where the time line is full or the draw slots are used up', () => {
    let { scenario } = posti;
    while (scenario.actions.length < MAX_ACTIONS)
      scenario = withMade(scenario, newAction('boycott', scenario, posti.campaign, 3)!);
    expect(newAction('boycott', scenario, posti.campaign, 3)).toBeNull();
    expect(copyAction(scenario.actions[0]!, scenario)).toBeNull();
    const last = { ...posti.scenario, nextDrawSlot: MAX_DRAW_SLOT };
    expect(newAction('boycott', last, posti.campaign, 3)).not.toBeNull();
    expect(newAction('sympathyStrike', last, posti.campaign, 3)).toBeNull();
  });

  it('are forgotten by the injunctions that named them', () => {
    const made = newAction('injunction', posti.scenario, posti.campaign, 15)!;
    expect(made.action.kind === 'injunction' && made.action.actionIds).toContain('watr-21');
    expect(made.action.kind === 'injunction' && made.action.actionIds).not.toContain('air-14');
    const left = removed(withMade(posti.scenario, made).actions, 'watr-21');
    const injunction = left.find(({ kind }) => kind === 'injunction')!;
    expect(injunction.kind === 'injunction' && injunction.actionIds).not.toContain('watr-21');
  });

  it('take the name of another sector only where the name was the sector’s', () => {
    const made = newAction('sympathyStrike', posti.scenario, posti.campaign, 3, { sector: 'AIR' })!;
    expect(made.action.name).toBe('Air transport');
    expect(inSector(made.action, 'LAND', posti.campaign).name).toBe('Land transport');
    expect(inSector(actionOf('air-14'), 'LAND', posti.campaign).name).toBe(
      'Airport and flight crews',
    );
  });
});
