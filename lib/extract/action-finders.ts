import { REPORTED_KINDS, type ReportedKind } from '../model/action-kinds.ts';
import { LEXICONS, type LexiconLanguage } from './action-lexicon.ts';
import { SECTOR_WORDS } from './action-sector-words.ts';
import type { KindPhrases, Lexicon } from './lexicon.ts';
import { PhraseFinder } from './phrases.ts';

export type PhraseClass = keyof KindPhrases;

export interface Clue {
  kind: ReportedKind;
  class: PhraseClass;
}

/** The phrases of one language, ready to be looked for. */
export interface Finders {
  language: LexiconLanguage;
  clues: PhraseFinder<Clue>;
  lookalikes: PhraseFinder<true>;
  strikeWords: PhraseFinder<true>;
  labourWords: PhraseFinder<true>;
  negating: PhraseFinder<true>;
  undoing: PhraseFinder<true>;
  past: PhraseFinder<true>;
  longAgo: PhraseFinder<true>;
  elsewhere: PhraseFinder<true>;
  events: PhraseFinder<true>;
  buying: PhraseFinder<true>;
  supported: PhraseFinder<true>;
  sectorsByWho: PhraseFinder<string>;
  sectorsByWhat: PhraseFinder<string>;
  counted: PhraseFinder<true>;
  sayers: PhraseFinder<true>;
  clauseBegins: ReadonlySet<string>;
}

/** Words that begin another clause: "flights cancelled as crews back the strike" cancels no strike. */
const CLAUSE_BEGINS: Record<LexiconLanguage, ReadonlySet<string>> = {
  en: new Set('as after because when while amid since before until due over during and'.split(' ')),
  fi: new Set('kun koska jälkeen takia vuoksi ennen sillä aikana ja'.split(' ')),
  es: new Set('porque tras cuando mientras por ante debido durante y e'.split(' ')),
  sv: new Set('när eftersom efter medan sedan innan på grund under då och'.split(' ')),
  de: new Set('weil als nach während wegen da nachdem bevor und'.split(' ')),
  fr: new Set('car après quand alors pendant lorsque puisque suite cause avant et'.split(' ')),
};

const made = new Map<LexiconLanguage, Finders>();

export function findersOf(language: LexiconLanguage): Finders {
  let finders = made.get(language);
  if (!finders) made.set(language, (finders = makeFinders(language)));
  return finders;
}

function makeFinders(language: LexiconLanguage): Finders {
  const lexicon: Lexicon = LEXICONS[language];
  const { macros } = lexicon;
  const plain = (phrases: string) => new PhraseFinder<true>([[phrases, true]], macros);
  const clues: [string, Clue][] = REPORTED_KINDS.flatMap((kind) =>
    Object.entries(lexicon.kinds[kind]).map(([name, phrases]): [string, Clue] => [
      phrases,
      { kind, class: name as PhraseClass },
    ]),
  );
  const sectors = (byCode: Record<string, string>) =>
    new PhraseFinder(
      Object.entries(byCode).map(([code, phrases]): [string, string] => [phrases, code]),
      macros,
    );
  return {
    language,
    clues: new PhraseFinder(clues, macros),
    lookalikes: plain(lexicon.lookalikes),
    strikeWords: plain(lexicon.strikeWords),
    labourWords: plain(lexicon.labourWords),
    negating: plain(lexicon.negating),
    undoing: plain(lexicon.undoing),
    past: plain(lexicon.past),
    longAgo: plain(lexicon.longAgo),
    elsewhere: plain(lexicon.elsewhere),
    events: plain(lexicon.events),
    buying: plain(lexicon.buying),
    supported: plain(lexicon.supported),
    sectorsByWho: sectors(SECTOR_WORDS[language].who),
    sectorsByWhat: sectors(SECTOR_WORDS[language].what),
    counted: plain(lexicon.counted),
    sayers: plain(lexicon.sayers),
    clauseBegins: CLAUSE_BEGINS[language],
  };
}
