/**
 * Measures what lib/extract/action-words.ts suggests:
 *   node scripts/score-suggestions.ts [--misses] [PATH-TO-PAGES-FOLDER [--labels FILE]]
 * on the made headlines of test/extract/headlines ("dev": rules may be tuned on them; "held": they may not), and, given
 * a folder of saved pages (cases/NAME/*.json with the page beside it as .html.gz), on real articles. FILE names what
 * those pages report, {"page name": ["strike"]}; a page without a name there reports no kind. The pages stay where
 * they are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { suggestReports } from '../lib/extract/action-words.ts';
import { readArticle } from '../lib/extract/read-article.ts';
import { REPORTED_KINDS, type ReportedKind } from '../lib/model/action-kinds.ts';
import { percent, Tally } from './tally.ts';
import { readHeadlines, scoreHeadlines } from './headline-scores.ts';

const options = process.argv.slice(2);
const isTelling = options.includes('--misses');
const labelsAt = options.indexOf('--labels');
const labelsFile = labelsAt < 0 ? undefined : options[labelsAt + 1];
const folder = options.find(
  (option, at) => !option.startsWith('--') && (labelsAt < 0 || at !== labelsAt + 1),
);

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const headlines = readHeadlines(path.join(root, 'test/extract/headlines'));

for (const set of ['dev', 'held', 'other'] as const) {
  const own = headlines.filter((headline) => headline.set === set);
  const score = scoreHeadlines(own);
  console.log(
    `\n${set}: ${own.length} headlines, ${own.filter(({ kinds }) => kinds.length === 0).length} of no kind`,
  );
  console.log('                                precision   recall   right wrong missed');
  const row = (name: string, tally: Tally) => console.log(`  ${name.padEnd(30)}${tally.line()}`);
  row('kinds', score.kinds);
  row('first kind', score.first);
  for (const [language, tally] of score.byLanguage) row(`  ${language}`, tally);
  for (const [kind, tally] of score.byKind) row(`  ${kind}`, tally);
  row('sector', score.sectors);
  row('numbers', score.numbers);
  row('places', score.places);
  row('dates', score.dates);
  console.log(`  false alarms on those of no kind: ${score.falseAlarms}`);
  if (isTelling) for (const line of score.misses) console.log(`    ${line}`);
}

if (folder) {
  const labels = new Map(
    Object.entries(
      labelsFile ? (JSON.parse(readFileSync(labelsFile, 'utf8')) as Record<string, string[]>) : {},
    ),
  );
  const cases = path.join(folder, 'cases');
  const tally = new Tally();
  let read = 0;
  let alarmed = 0;
  console.log('\npages: what is suggested, and what the labels say');
  for (const split of readdirSync(cases)) {
    const names = readdirSync(path.join(cases, split))
      .filter((file) => file.endsWith('.json'))
      .sort();
    for (const file of names) {
      const at = path.join(cases, split, file);
      const { url, html } = JSON.parse(readFileSync(at, 'utf8')) as { url: string; html: string };
      const page = gunzipSync(readFileSync(path.join(cases, split, html))).toString('utf8');
      const { window } = new JSDOM(page, { url, virtualConsole: new VirtualConsole() });
      const draft = readArticle(window.document, { address: url });
      window.close();
      read++;
      const { kinds } = suggestReports(draft);
      const name = file.replace(/\.json$/, '');
      const known = labels.get(name) ?? [];
      const real = REPORTED_KINDS.filter((kind) => known.includes(kind));
      const fair = known.filter((kind) => kind.endsWith('?')).map((kind) => kind.slice(0, -1));
      const suggested = kinds.map(({ kind }) => kind);
      const counted = suggested.filter((kind: ReportedKind) => !fair.includes(kind));
      tally.add(counted, real);
      if (known.length === 0 && suggested.length > 0) alarmed++;
      if (suggested.length === 0 && real.length === 0) continue;
      console.log(`  ${name} [${draft.language}] ${draft.title.slice(0, 90)}`);
      console.log(
        `    labelled ${known.join(', ') || 'none'}; suggested ${suggested.join(', ') || 'none'}`,
      );
      for (const { kind, score, because } of kinds) {
        const words = because.map(({ field, quote }) => `${field}: “${quote}”`).join(' · ');
        console.log(`      ${kind} ${percent(score)} ${words}`);
      }
    }
  }
  console.log(`  ${read} pages${' '.repeat(25)}${tally.line()}`);
  console.log(`  false alarms on pages without a label: ${alarmed}`);
}
