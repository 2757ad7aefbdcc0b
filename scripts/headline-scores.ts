import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suggestReports } from '../lib/extract/action-words.ts';
import type { ReportedKind } from '../lib/model/action-kinds.ts';
import { Tally } from './tally.ts';

/** A made headline with its first lines, and what a reader would say it reports. */
export interface Headline {
  language: string;
  /** dev: rules were tuned on them. held: whoever wrote the rules held them back. other: written by somebody else. */
  set: 'dev' | 'held' | 'other';
  title: string;
  text: string;
  publishedAt: string;
  kinds: ReportedKind[];
  /** Kinds that one may suggest or not: the strike behind a settlement. */
  fair: ReportedKind[];
  /** Of those who act; null where none or several could be named, and then nothing is asked. */
  sector: string | null;
  dates?: { role: 'begin' | 'end' | 'on'; date: string }[];
  /** Any of them, in any name; which are worth naming is a matter of taste. */
  places?: string[];
  numbers?: { value: number; counts: string }[];
}

type HeadlineFile = Pick<Headline, 'language' | 'set'> & {
  headlines: Omit<Headline, 'language' | 'set'>[];
};

export function readHeadlines(folder: string): Headline[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const { language, set, headlines } = JSON.parse(
        readFileSync(path.join(folder, file), 'utf8'),
      ) as HeadlineFile;
      return headlines.map((headline) => ({ ...headline, language, set }));
    });
}

export interface HeadlineScore {
  kinds: Tally;
  first: Tally;
  byLanguage: Map<string, Tally>;
  byKind: Map<string, Tally>;
  sectors: Tally;
  numbers: Tally;
  places: Tally;
  dates: Tally;
  /** How many that report no kind were given one. */
  falseAlarms: number;
  misses: string[];
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  let tally = tallies.get(name);
  if (!tally) tallies.set(name, (tally = new Tally()));
  return tally;
}

export function scoreHeadlines(headlines: readonly Headline[]): HeadlineScore {
  const score: HeadlineScore = {
    kinds: new Tally(),
    first: new Tally(),
    byLanguage: new Map(),
    byKind: new Map(),
    sectors: new Tally(),
    numbers: new Tally(),
    places: new Tally(),
    dates: new Tally(),
    falseAlarms: 0,
    misses: [],
  };
  for (const headline of headlines) {
    const { language, title, kinds, fair } = headline;
    const suggestion = suggestReports(headline);
    const suggested = suggestion.kinds.map(({ kind }) => kind);
    const counted = suggested.filter((kind) => !fair.includes(kind));
    score.kinds.add(counted, kinds);
    // Only the strongest one: a kind that is merely fair there is no mistake, and no find.
    score.first.add(
      suggested.slice(0, 1).filter((kind) => !fair.includes(kind)),
      kinds.slice(0, 1),
    );
    tallyOf(score.byLanguage, language).add(counted, kinds);
    for (const kind of new Set([...counted, ...kinds])) {
      const only = (all: readonly ReportedKind[]) => all.filter((each) => each === kind);
      tallyOf(score.byKind, kind).add(only(counted), only(kinds));
    }
    if (kinds.length === 0 && counted.length > 0) score.falseAlarms++;
    if (counted.some((kind) => !kinds.includes(kind)) || kinds.some((k) => !counted.includes(k))) {
      const because = suggestion.kinds.flatMap((kind) => kind.because.map(({ quote }) => quote));
      score.misses.push(
        `[${language}] ${title} — ${kinds.join() || 'none'}, not ${counted.join() || 'none'} (${because.join(' · ')})`,
      );
    }
    if (suggested.length > 0 && kinds.length > 0) {
      const say = (what: string, wanted: unknown, got: unknown) =>
        score.misses.push(
          `[${language}] ${title} — ${what} ${JSON.stringify(wanted)}, not ${JSON.stringify(got)}`,
        );
      const compare = (what: 'numbers' | 'dates' | 'places', wanted: string[], got: string[]) => {
        score[what].add(got, wanted);
        if (
          got.some((each) => !wanted.includes(each)) ||
          wanted.some((each) => !got.includes(each))
        )
          say(what, wanted, got);
      };
      const { numbers, places, dates } = headline;
      const valuesOf = (all: readonly { value: number }[]) => all.map(({ value }) => String(value));
      // Whether a day is the first or the only one, readers differ; the last one they do not confuse with it.
      const daysOf = (all: readonly { role: string; date: string }[]) =>
        all.map(({ role, date }) => (role === 'end' ? 'until ' : '') + date);
      if (numbers) compare('numbers', valuesOf(numbers), valuesOf(suggestion.numbers));
      if (places)
        compare(
          'places',
          places,
          suggestion.places.map(({ place }) => place),
        );
      if (dates) compare('dates', daysOf(dates), daysOf(suggestion.dates));
    }
    if (headline.sector !== null && kinds.length > 0 && suggested.length > 0) {
      const sector = suggestion.sector ? [suggestion.sector.code] : [];
      score.sectors.add(sector, [headline.sector]);
      if (sector[0] !== headline.sector) {
        score.misses.push(
          `[${language}] ${title} — sector ${headline.sector}, not ${sector[0] ?? 'none'} (${suggestion.sector?.because.quote ?? ''})`,
        );
      }
    }
  }
  return score;
}
