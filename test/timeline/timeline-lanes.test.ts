import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moveAction,
  newAction,
  replaced,
  toggled,
  withMade,
} from '../../components/timeline/action-edits.ts';
import { layOutLanes } from '../../components/timeline/timeline-lanes.ts';
import { rowsOf } from '../../components/timeline/timeline-rows.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { NUMBERS_OF_KIND, type ActionKind } from '../../lib/model/action.ts';

const { campaign, scenario } = openCasebookEntry('posti-2019', '2026-11-22T10:00:00Z');
const KINDS = Object.keys(NUMBERS_OF_KIND) as ActionKind[];
const sectors = campaign.sectors!.table.codes;

describe('lanes of the time line', () => {
  it('group sympathy strikes by sector and keep every action', () => {
    const lanes = layOutLanes(campaign, scenario, 45);
    expect(lanes.map(({ label }) => label)).toEqual([
      'Warehousing, ports, airports, support',
      'Land transport',
      'Air transport',
      'Water transport',
      'Wholesale and retail trade',
    ]);
    expect(lanes.flatMap(({ bars }) => bars)).toHaveLength(scenario.actions.length);
  });

  it('never let two bars or what one takes hold of overlap, and stack rows without touching', () => {
    const added = fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        day: fc.nat(119),
        sector: fc.constantFrom(...sectors),
        provider: fc.constantFrom('movement' as const, 'target' as const),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        added,
        fc.integer({ min: 1, max: 120 }),
        fc.double({ min: 0.2, max: 30, noNaN: true }),
        fc.boolean(),
        (actions, shownDays, leastDays, isWide) => {
          let now = scenario;
          for (const { kind, day, sector, provider } of actions)
            now = withMade(now, newAction(kind, now, campaign, day, { sector, provider })!);
          const least = Math.min(leastDays, shownDays);
          const lanes = layOutLanes(campaign, now, shownDays, least);
          const stack = rowsOf(lanes, isWide);
          expect(stack.bars).toHaveLength(now.actions.length);
          for (const { bars, rows } of lanes) {
            for (const bar of bars) {
              expect(bar.row).toBeLessThan(rows);
              expect(bar.room[1] - bar.room[0]).toBeGreaterThanOrEqual(least - 1e-9);
              expect(bar.from).toBeGreaterThanOrEqual(0);
              expect(bar.until).toBeLessThanOrEqual(shownDays);
              for (const other of bars) {
                if (other === bar || other.row !== bar.row) continue;
                const isApart =
                  bar.room[1] <= other.room[0] + 1e-9 || other.room[1] <= bar.room[0] + 1e-9;
                expect(isApart).toBe(true);
              }
            }
          }
          for (let i = 1; i < stack.lanes.length; i++) {
            const above = stack.lanes[i - 1]!;
            expect(stack.lanes[i]!.labelTop).toBeGreaterThanOrEqual(above.top + above.height);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('put the target’s moves below every solidarity action', () => {
    let now = scenario;
    for (const kind of KINDS) now = withMade(now, newAction(kind, now, campaign, 5)!);
    now = withMade(
      now,
      newAction('serviceSubstitution', now, campaign, 5, { provider: 'target' })!,
    );
    const sides = layOutLanes(campaign, now, 45).map(({ side }) => side);
    expect(sides.lastIndexOf('solidarity')).toBeLessThan(sides.indexOf('target'));
    const service = layOutLanes(campaign, now, 45).filter(({ bars }) =>
      bars.some(({ action }) => action.kind === 'serviceSubstitution'),
    );
    expect(service.map(({ side }) => side)).toEqual(['solidarity', 'target']);
    expect(service.map(({ bars }) => bars[0]!.tone)).toEqual(['teal', 'coal']);
  });

  it('tell what happened from what was only announced before the settlement', () => {
    const forms = new Map(
      layOutLanes(campaign, scenario, 45)
        .flatMap(({ bars }) => bars)
        .map(({ action, form }) => [action.id, form]),
    );
    expect(forms.get('air-14')).toBe('on');
    expect(forms.get('air-21')).toBe('threat');
    const withdrawn = scenario.actions.map((action) =>
      action.id === 'land-21' ? { ...action, withdrawnDay: 15 } : action,
    );
    const bars = layOutLanes(campaign, { ...scenario, actions: withdrawn }, 45).flatMap(
      (lane) => lane.bars,
    );
    expect(bars.find(({ action }) => action.id === 'land-21')!.form).toBe('withdrawn');
    const off = replaced(scenario.actions, toggled(scenario.actions[2]!));
    expect(
      layOutLanes(campaign, { ...scenario, actions: off }, 45)
        .flatMap((lane) => lane.bars)
        .find(({ action }) => action.id === 'air-14')!.form,
    ).toBe('off');
  });

  it('move no other bar about while one is dragged where it is free', () => {
    const rowsWithout = (actions: typeof scenario.actions, id: string) =>
      layOutLanes(campaign, { ...scenario, actions }, 45)
        .flatMap(({ id: lane, bars }) => bars.map(({ action, row }) => ({ lane, action, row })))
        .filter(({ action }) => action.id !== id)
        .map(({ lane, action, row }) => `${lane} ${action.id} ${row}`);
    const air = scenario.actions.find(({ id }) => id === 'air-21')!;
    const before = rowsWithout(scenario.actions, 'air-21');
    for (let days = -21; days < 20; days++) {
      const dragged = replaced(scenario.actions, moveAction(air, days, 120));
      expect(rowsWithout(dragged, 'air-21')).toEqual(before);
    }
  });
});
