import type { Lexicon } from './lexicon.ts';
import { english } from './action-lexicon-en.ts';
import { finnish } from './action-lexicon-fi.ts';
import { french } from './action-lexicon-fr.ts';
import { german } from './action-lexicon-de.ts';
import { spanish } from './action-lexicon-es.ts';
import { swedish } from './action-lexicon-sv.ts';

export const LEXICONS = {
  en: english,
  fi: finnish,
  es: spanish,
  sv: swedish,
  de: german,
  fr: french,
} satisfies Record<string, Lexicon>;
export type LexiconLanguage = keyof typeof LEXICONS;
