import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entryAtStart } from '../../lib/casebook/cases/cases.ts';
import { CASE_STARTS } from '../../lib/casebook/cases/starts.ts';
import { recordsOf } from '../../lib/casebook/entry.ts';
import {
  figuresOf,
  RULES,
  rulesNamedIn,
  type CaseStart,
  type RuledFigure,
} from '../../lib/casebook/rules.ts';
import { PARAMETER_KEYS, PARAMETERS } from '../../lib/model/parameters.ts';

const NOW = '2026-11-23T03:00:00Z';
const PAGE = readFileSync(new URL('../../docs/casebook-rules.md', import.meta.url), 'utf8');
const starts: readonly CaseStart[] = CASE_STARTS;
const startOf = (id: string) => starts.find((start) => start.id === id)!;

describe('the rules', () => {
  it('are all written down: the page names every rule, or its group', () => {
    for (const id of Object.keys(RULES)) {
      const [group, last] = [id.slice(0, id.lastIndexOf('.')), id.slice(id.lastIndexOf('.'))];
      const isNamed =
        PAGE.includes(`\`${id}\``) ||
        (PAGE.includes(`\`${group}.`) && PAGE.includes(last.slice(1)));
      expect(isNamed, id).toBe(true);
    }
  });

  it.each(starts.map(({ id }) => id))('%s: every number names its rules', (id) => {
    const { campaign } = recordsOf(entryAtStart(startOf(id)), NOW, id, `${id}-founding`);
    for (const key of PARAMETER_KEYS) {
      const { basis } = campaign.numbers[key];
      expect(rulesNamedIn(basis.note), `${key}: ${basis.note}`).not.toBeNull();
    }
  });

  it('name nothing that is not written down', () => {
    expect(rulesNamedIn('Rule wage.year + fact.unverified: a year’s pay.')).toEqual([
      'wage.year',
      'fact.unverified',
    ]);
    expect(rulesNamedIn('Rule wage.lucky: as it happened.')).toBeNull();
    expect(rulesNamedIn('Our assumption.')).toBeNull();
  });

  it('give the same to campaigns of the same type, and nothing by name', () => {
    const patco = startOf('patco-1981');
    const other = { ...patco, id: 'x', name: 'y', place: 'z', movementName: 'a', known: [] };
    expect(figuresOf(other)).toEqual(figuresOf(patco));
    const [pullman, hormel] = [
      figuresOf(startOf('pullman-1894')),
      figuresOf(startOf('hormel-p9-1985')),
    ];
    for (const key of ['netLossShare', 'internalisation', 'supportAtStart'] as const) {
      expect(pullman[key], key).toEqual(hormel[key]);
    }
  });

  it('keep money in proportion: wages twice as high make every amount twice as high', () => {
    const start = startOf('chicago-2012');
    const twice = {
      ...start,
      yearlyWage: { ...start.yearlyWage, value: start.yearlyWage.value * 2 },
    };
    const [one, two] = [figuresOf(start), figuresOf(twice)];
    for (const key of PARAMETER_KEYS) {
      const figure = one[key] as RuledFigure | undefined;
      if (!figure) continue;
      const isMoney = PARAMETERS[key].unit.startsWith('money');
      expect(two[key]!.range.typical, key).toBeCloseTo(figure.range.typical * (isMoney ? 2 : 1), 6);
    }
  });

  it('widen what is unverified', () => {
    const start = startOf('ups-1997');
    const checked: CaseStart = {
      ...start,
      yearlyWage: { value: start.yearlyWage.value, provenance: { source: 'a statistical office' } },
    };
    const wide = figuresOf(start).wagePerDay!.range;
    const narrow = figuresOf(checked).wagePerDay!.range;
    expect(narrow.high / narrow.typical).toBeCloseTo(1.2, 12);
    expect(wide.high / wide.typical).toBeCloseTo(1.5, 12);
  });

  it('spread a school year over school days, and any other over the calendar', () => {
    expect(figuresOf(startOf('chicago-2012')).wagePerDay!.range.typical).toBeCloseTo(
      71_000 / 185,
      9,
    );
    expect(figuresOf(startOf('ups-1997')).wagePerDay!.range.typical).toBeCloseTo(22_000 / 365, 9);
  });

  it('say of a trained reserve that it stands by, and of a licence that few can stand in', () => {
    expect(figuresOf(startOf('patco-1981')).replacementMax!.range.typical).toBe(0.5);
    expect(figuresOf(startOf('chicago-2012')).replacementMax!.range.typical).toBeCloseTo(0.08, 12);
    expect(figuresOf(startOf('wga-2023')).replacementMax!.range.typical).toBeLessThan(0.05);
  });
});
