import type { ReportedNumber } from '../model/action-kinds.ts';
import { inSentences, LEAD, wordsAt, type Field } from './action-fields.ts';
import type { Finders } from './action-finders.ts';
import type { LexiconLanguage } from './action-lexicon.ts';
import type { Token } from './tokens.ts';

const MOST_NUMBERS = 3;
/** So many words may stand between a number and what it counts: 2,000 striking postal workers. */
const WORDS_BETWEEN = 2;
const LONGEST_QUOTE = 60;

/** Small numbers in words, from two on: "one" says too many other things. */
const NUMBER_WORDS: Record<LexiconLanguage, string> = {
  en: 'two three four five six seven eight nine ten eleven twelve',
  fi: 'kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  sv: 'två tre fyra fem sex sju åtta nio tio elva tolv',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze',
};

/** What a number is multiplied by when such a word follows it. */
const MAGNITUDES: Record<LexiconLanguage, Record<string, number>> = {
  en: { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 },
  fi: { sataa: 100, tuhatta: 1e3, tuhannen: 1e3, miljoonaa: 1e6, miljoonan: 1e6, miljardia: 1e9 },
  es: { mil: 1e3, millón: 1e6, millones: 1e6 },
  sv: { hundra: 100, tusen: 1e3, miljoner: 1e6, miljon: 1e6, miljarder: 1e9 },
  de: { hundert: 100, tausend: 1e3, millionen: 1e6, million: 1e6, milliarden: 1e9 },
  fr: {
    cent: 100,
    cents: 100,
    mille: 1e3,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    d: 1,
    de: 1,
  },
};

/** Between the ends of a range. */
const TO: Record<LexiconLanguage, string> = {
  en: 'to and',
  fi: '',
  es: 'a y',
  sv: 'till och',
  de: 'bis und',
  fr: 'à et',
};

const isDigits = ({ word }: Token) => /^\d+$/.test(word);
const isYear = (digits: string) => /^(19|20)\d\d$/.test(digits);

interface Read {
  value: number;
  /** Its tokens, from (included) to (excluded). */
  from: number;
  to: number;
}

/** What stands between two tokens. */
const between = (field: Field, at: number) =>
  field.content.slice(field.tokens[at]!.end, field.tokens[at + 1]!.start);

/**
 * The number that ends before token `to`: 2,000 · 2.000 · 2 000 · 1.5 · 1,5 · 1.5 million · twelve. A sign between
 * digits parts thousands where three digits follow, else a fraction; which sign it is does not matter then.
 */
function numberBefore(field: Field, language: LexiconLanguage, end: number): Read | null {
  const { tokens } = field;
  let factor = 1;
  let at = end - 1;
  const magnitudes = MAGNITUDES[language];
  while (at > 0 && Object.hasOwn(magnitudes, tokens[at]!.word)) {
    factor *= magnitudes[tokens[at]!.word]!;
    at--;
  }
  if (at < 0) return null;
  const small = NUMBER_WORDS[language].split(' ').indexOf(tokens[at]!.word);
  if (small >= 0) return { value: (small + 2) * factor, from: at, to: end };
  if (!isDigits(tokens[at]!)) return null;
  let from = at;
  while (
    from > 0 &&
    at - from < 3 &&
    /^\d{1,3}$/.test(tokens[from - 1]!.word) &&
    /^\d{3}$/.test(tokens[from]!.word) &&
    /^[.,\u00a0\u202f\u2009 ’']$/.test(between(field, from - 1))
  ) {
    from--;
  }
  const digits = tokens.slice(from, at + 1).map(({ word }) => word);
  let value = Number(digits.join(''));
  if (from === at && at > 0 && isDigits(tokens[at - 1]!) && /^[.,]$/.test(between(field, at - 1))) {
    from = at - 1;
    value = Number(`${tokens[from]!.word}.${tokens[at]!.word}`);
  }
  if (from === at && factor === 1 && isYear(digits[0]!)) return null;
  return Number.isSafeInteger(Math.round(value * factor))
    ? { value: Math.round(value * factor * 1000) / 1000, from, to: end }
    : null;
}

/** The lower end of a range whose upper end has been read: 2,000–3,000, from 2,000 to 3,000. */
function lowerEnd(field: Field, language: LexiconLanguage, high: Read): Read | null {
  if (high.from === 0) return null;
  const { tokens } = field;
  if (/^\s?[–—-]\s?$/.test(between(field, high.from - 1))) {
    return numberBefore(field, language, high.from);
  }
  const isJoined = TO[language].split(' ').includes(tokens[high.from - 1]!.word);
  return isJoined && high.from > 1 ? numberBefore(field, language, high.from - 1) : null;
}

export function readNumbers(fields: readonly Field[], finders: Finders): ReportedNumber[] {
  const { language } = finders;
  const numbers: ReportedNumber[] = [];
  const seen = new Set<string>();
  for (const field of fields) {
    const { tokens, content } = field;
    const sayers = inSentences(finders.sayers.find(tokens), tokens);
    let last = 0;
    for (const noun of finders.counted.find(tokens)) {
      if (numbers.length >= MOST_NUMBERS) return numbers;
      const { sentence, start: nounStart } = tokens[noun.from]!;
      if (field.name === 'text' && nounStart > LEAD * 3) break;
      let high: Read | null = null;
      let countsFrom = noun.from;
      for (let end = noun.from; end >= noun.from - WORDS_BETWEEN && end > last; end--) {
        if (tokens[end - 1]!.sentence !== sentence) break;
        // "in 2019, 300 flights": what a comma parts does not count it.
        if (/[,;()«»“”]|:\s/.test(between(field, end - 1))) break;
        // Finnish bends its numbers: 25 000:ta opettajaa.
        const isBent = end > 1 && between(field, end - 2) === ':';
        high = numberBefore(field, language, isBent ? end - 1 : end);
        countsFrom = end;
        if (high) break;
      }
      if (!high || tokens[high.from]!.sentence !== sentence) continue;
      const low = lowerEnd(field, language, high);
      const isRange = low !== null && low.value < high.value;
      const from = isRange ? low.from : high.from;
      const words = wordsAt(field, from, noun.to);
      const key = words.quote.toLowerCase();
      if (high.value === 0 || words.quote.length > LONGEST_QUOTE || seen.has(key)) continue;
      seen.add(key);
      last = noun.to;
      const sayer = sayers.get(sentence)?.[0];
      // "2 to 3 million": the lower end shares the word.
      const magnitude = isRange && low.value < 1000 && high.value >= 1e6 ? 1e6 : 1;
      numbers.push({
        ...words,
        value: isRange ? low.value * magnitude : high.value,
        ...(isRange ? { high: high.value } : {}),
        counts: content.slice(tokens[countsFrom]!.start, words.end),
        saidBy: sayer
          ? content.slice(tokens[sayer.from]!.start, tokens[sayer.to - 1]!.end).slice(0, 60)
          : '',
      });
    }
  }
  return numbers;
}
