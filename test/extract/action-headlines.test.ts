import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHeadlines, scoreHeadlines } from '../../scripts/headline-scores.ts';

const headlines = readHeadlines(path.join(import.meta.dirname, 'headlines'));
const held = headlines.filter(({ set }) => set === 'held');
const dev = headlines.filter(({ set }) => set === 'dev');
const LANGUAGES = ['de', 'en', 'es', 'fi', 'fr', 'sv'];

// Whoever wrote the rules wrote these as well, and before them; headlines by others score lower.
describe('headlines held back while rules were tuned', () => {
  const score = scoreHeadlines(held);

  test('there are sixty in six languages, a third of them of no kind', () => {
    expect(held.length).toBeGreaterThanOrEqual(60);
    expect(new Set(held.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
    expect(held.filter(({ kinds }) => kinds.length === 0).length).toBeGreaterThanOrEqual(20);
  });

  test('of the kinds suggested nine in ten are right, and nine in ten are found', () => {
    expect(score.kinds.precision).toBeGreaterThanOrEqual(0.93);
    expect(score.kinds.recall).toBeGreaterThanOrEqual(0.9);
    expect(score.first.precision).toBeGreaterThanOrEqual(0.93);
  });

  test.each(LANGUAGES)('%s is no stepchild', (language) => {
    const { precision, recall } = score.byLanguage.get(language)!;
    expect(precision).toBeGreaterThanOrEqual(0.83);
    expect(recall).toBeGreaterThanOrEqual(0.83);
  });

  test('ordinary news and look-alikes raise one false alarm at most', () => {
    expect(score.falseAlarms).toBeLessThanOrEqual(1);
  });

  test('sector, numbers and dates are right or left out; places are missed rather than made up', () => {
    expect(score.sectors.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.sectors.recall).toBeGreaterThanOrEqual(0.8);
    expect(score.numbers.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.dates.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.places.precision).toBeGreaterThanOrEqual(0.9);
  });
});

describe('headlines by somebody who had not seen the rules', () => {
  const others = headlines.filter(({ set }) => set === 'other');
  const score = scoreHeadlines(others);

  test('are more than sixty in six languages, and nine in ten suggestions are right', () => {
    expect(others.length).toBeGreaterThanOrEqual(60);
    expect(new Set(others.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
    expect(score.kinds.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.kinds.recall).toBeGreaterThanOrEqual(0.9);
  });
});

describe('headlines that rules were tuned on', () => {
  const score = scoreHeadlines(dev);

  test('hardly one suggestion is wrong', () => {
    expect(score.kinds.precision).toBeGreaterThanOrEqual(0.97);
    expect(score.kinds.recall).toBeGreaterThanOrEqual(0.95);
    expect(score.falseAlarms).toBeLessThanOrEqual(2);
  });
});
