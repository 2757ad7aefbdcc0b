import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

test('what is cited is this version, under its licence, by nobody invented', () => {
  const { version, license } = JSON.parse(read('package.json')) as Record<string, string>;
  const citation = read('CITATION.cff');
  const [own] = citation.split(/^references:$/m);
  expect(own).toMatch(/^cff-version: 1\.2\.0$/m);
  expect(own).toMatch(new RegExp(`^version: ${version!.replaceAll('.', '\\.')}$`, 'm'));
  expect(own).toMatch(new RegExp(`^license: ${license}$`, 'm'));
  expect(own!.match(/^ {2}- (name|family-names|given-names): .+$/gm)).toEqual([
    '  - name: The Clincher contributors',
  ]);
  // Every work that the model's page names stands among the references, with a year.
  const works = citation.split(/^ {2}- type: /m).slice(1);
  for (const work of works) {
    expect(work).toMatch(/^ {4}title: /m);
    expect(work).toMatch(/^ {6}- family-names: /m);
    expect(work).toMatch(/^ {4}year: \d{4}$/m);
  }
  for (const name of [
    'Card',
    'Hicks',
    'Lancaster',
    'Kennan',
    'Granovetter',
    'Hallegatte',
    'Feinberg',
    'Silver',
  ]) {
    expect(citation).toContain(`family-names: ${name}`);
  }
});
