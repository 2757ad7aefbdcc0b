import { NO_SUGGESTION, type ReportSuggestion } from '../model/action-kinds.ts';
import { readDates } from './action-dates.ts';
import type { Field } from './action-fields.ts';
import { findersOf } from './action-finders.ts';
import { LEXICONS, type LexiconLanguage } from './action-lexicon.ts';
import { readNumbers } from './action-numbers.ts';
import { readPlaces } from './action-places.ts';
import { guessSector } from './action-sector.ts';
import { scoreKinds, weigh } from './action-weigh.ts';
import { readTokens } from './tokens.ts';

/** What an article reports stands early in it; farther down, long pages hold other stories. */
const TITLE_READ = 600;
const TEXT_READ = 40_000;

export interface ArticleWords {
  title: string;
  text: string;
  /** BCP 47, "" where unknown. */
  language: string;
  /** ISO date or instant, "", null or absent where unknown: "on Tuesday" is read from it. */
  publishedAt?: string | null;
}

const isKnown = (code: string): code is LexiconLanguage => Object.hasOwn(LEXICONS, code);

/** By its code where it has one; else by whose everyday words are most, and by none where hardly any are. */
function languageOf(article: ArticleWords): LexiconLanguage | null {
  const code = article.language.toLowerCase().split('-')[0]!;
  if (isKnown(code)) return code;
  if (code !== '') return null;
  const words = readTokens(`${article.title.slice(0, TITLE_READ)}\n${article.text.slice(0, 4000)}`);
  const first = words.slice(0, 400);
  const counts = Object.entries(LEXICONS).map(([language, { everyday }]) => {
    const known = new Set(everyday.split(' '));
    return {
      language: language as LexiconLanguage,
      count: first.filter(({ word }) => known.has(word)).length,
    };
  });
  counts.sort((a, b) => b.count - a.count);
  return counts[0]!.count >= 2 && counts[0]!.count > counts[1]!.count ? counts[0]!.language : null;
}

/**
 * What an article seems to report, read on this machine; in English, Finnish, Spanish, Swedish, German and French,
 * and nothing in others. Takes time in proportion to what it reads: the title and the first 40,000 characters.
 * Where no kind is suggested, all else is left out, too: it belongs to what is reported.
 */
export function suggestReports(article: ArticleWords): ReportSuggestion {
  const title = article.title.slice(0, TITLE_READ);
  const text = article.text.slice(0, TEXT_READ);
  const language = languageOf(article);
  if (language === null) return NO_SUGGESTION;
  const splitsApostrophe = language === 'fr';
  const fields: Field[] = [
    { name: 'title', content: title, tokens: readTokens(title, splitsApostrophe) },
    { name: 'text', content: text, tokens: readTokens(text, splitsApostrophe) },
  ];
  const finders = findersOf(language);
  const published = /^\d{4}-\d\d-\d\d/.exec(article.publishedAt ?? '')?.[0];
  const kinds = scoreKinds(weigh(fields, finders, published));
  if (kinds.length === 0) return NO_SUGGESTION;
  return {
    kinds,
    sector: guessSector(fields, finders, kinds[0]!.kind),
    numbers: readNumbers(fields, finders),
    places: readPlaces(fields, language),
    dates: readDates(fields, finders, published),
  };
}
