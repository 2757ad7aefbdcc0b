/** What the critic's page says in words must be so in the reports; where a report changes its mind, so must the page. */
import { expect, test } from 'vitest';
import { criticFigures } from '../../entrypoints/dashboard/model/critic-figures.ts';
import {
  backTestReport,
  casebookScoreReport,
  foundingReport,
  sensitivityReport,
} from '../../entrypoints/dashboard/model/standing-reports.ts';
import { partedSentences, typicalSentences } from '../../components/standing/lost-words.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';

const reports = {
  backTest: backTestReport,
  casebook: casebookScoreReport,
  founding: foundingReport,
  sensitivity: sensitivityReport,
};
const words = studioMessages.critics.objections;

test('ten objections, each conceded, computed and shown, with every figure there', () => {
  const figures = criticFigures(reports);
  const said = Object.values(words);
  expect(said).toHaveLength(10);
  for (const { objection, concede, computed, see } of said) {
    const answer = computed(figures);
    expect(objection).toMatch(/\.$/);
    expect(concede.length).toBeGreaterThan(80);
    expect(answer).toMatch(/\d/);
    expect(answer).not.toMatch(/undefined|NaN|null|Infinity/);
    expect(see.address).toMatch(/^#\/(model(\/[a-z]+)?|casebook)$/);
  }
});

test('the words that no figure turns by itself still hold', () => {
  // “It has not been shown to … an interval that holds 0.”
  const { difference } = casebookScoreReport.byRule[0]!;
  expect(difference.low).toBeLessThan(0);
  expect(difference.high).toBeGreaterThan(0);
  // “The size of the harm matters less than who answers for it.”
  const rows = sensitivityReport.types[0]!.outputs.effect.rows;
  const total = (key: string) =>
    rows.find(({ of }) => of?.number.of === 'campaign' && of.number.key === key)?.total.value ?? 0;
  for (const key of ['criticality', 'inputStockDays', 'adjustmentRate']) {
    expect(total('internalisation')).toBeGreaterThan(5 * total(key));
  }
  // “The answer is not the same whatever goes in.”
  const [posti, oakland] = foundingReport.effects;
  expect(posti!.space.low).toBeLessThan(0);
  expect(posti!.space.high).toBeGreaterThan(0.05);
  // θ parts the regions best, and the district’s meals are worth less than the movement’s.
  expect(posti!.separations[0]!.of.number).toMatchObject({ key: 'internalisation' });
  const byTarget = oakland!.turns.find(({ kind }) => kind === 'byTarget')!;
  expect(byTarget.effect).toBeLessThan(oakland!.typical.effect);
});

test('what would make it useless or harmful is said for both, with figures', () => {
  for (const effect of foundingReport.effects) {
    const sentences = [...partedSentences(effect), ...typicalSentences(effect)];
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|null/);
  }
  expect(typicalSentences(foundingReport.effects[0]!)[0]).toMatch(
    /^Harm to others .+ within its range .+ turns harmful at /,
  );
});
