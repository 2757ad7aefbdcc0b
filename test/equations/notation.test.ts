import { describe, expect, test } from 'vitest';
import { MODEL_EQUATIONS } from '../../components/equations/model-equations.ts';
import { modelNumbers } from '../../components/equations/model-numbers.ts';
import {
  readNotation,
  symbolNotation,
  type MathNode,
} from '../../components/equations/notation.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { PARAMETER_KEYS, PARAMETERS } from '../../lib/model/parameters.ts';

/** As one would read it aloud, brackets around what belongs together. */
function spoken(node: MathNode): string {
  switch (node.kind) {
    case 'row':
      return node.children.map(spoken).join(' ');
    case 'fraction':
      return `(${spoken(node.over)} over ${spoken(node.under)})`;
    case 'root':
      return `root(${spoken(node.of)})`;
    case 'scripts':
      return `${spoken(node.base)}${node.sub ? `_(${spoken(node.sub)})` : ''}${node.sup ? `^(${spoken(node.sup)})` : ''}`;
    default:
      return node.text;
  }
}

describe('the notation', () => {
  test.each([
    ['E_T = \\frac{K}{c_T}', 'E_(T) = (K over c_(T))'],
    ['a_b^2', 'a_(b)^(2)'],
    ['τ_"ramp"', 'τ_(ramp)'],
    ['\\sqrt{h_C h_X}', 'root(h_(C) h_(X))'],
    ['1.5', '1.5'],
  ])('%s', (source, expected) => {
    expect(spoken(readNotation(source))).toBe(expected);
  });

  test.each(['a_', '{a', '\\frac{a}', 'a}'])('%s is refused', (source) => {
    expect(() => readNotation(source)).toThrow();
  });

  test('reads every equation of the model, with nothing left of the notation itself', () => {
    for (const source of Object.values(MODEL_EQUATIONS).flat()) {
      expect(spoken(readNotation(source)), source).not.toMatch(/[\\{}"]/);
    }
  });
});

test('every number of a campaign stands on the model page, under its own symbol, with its own value', () => {
  const { campaign } = openCasebookEntry('posti-2019', '2026-11-22T00:00:00Z');
  const listed = modelNumbers(campaign).flatMap(({ numbers }) => numbers);
  expect(listed.map(({ key }) => key).toSorted()).toEqual([...PARAMETER_KEYS].toSorted());
  for (const { key, symbol } of listed) {
    expect(symbol).toBe(PARAMETERS[key].symbol);
    expect(() => readNotation(symbolNotation(symbol)), key).not.toThrow();
  }
  const answering = listed.find(({ key }) => key === 'internalisation')!;
  expect(answering.range).toContain('15');
  const changed = {
    ...campaign,
    numbers: {
      ...campaign.numbers,
      internalisation: { ...campaign.numbers.internalisation, low: 0, typical: 0, high: 0 },
    },
  };
  const after = modelNumbers(changed).flatMap(({ numbers }) => numbers);
  expect(after.find(({ key }) => key === 'internalisation')!.range).not.toContain('15');
});
