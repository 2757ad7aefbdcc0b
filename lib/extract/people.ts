import { fold, oneLine } from './plain-text.ts';

/** "By", "Von", "Par" … with a colon or before a name. */
const PREFIX =
  /^\s*(?:(?:(?:written|reported|posted|published|story|words|text|texte|texto|tekst|testo|analysis|opinion|commentary|review|interview|kommentar|ein kommentar|ein gastbeitrag|artikel|geschrieben|escrito|publicado|publié|propos recueillis|an article|a story|photos?)\s+)?(?:by|von|par|por|door|av|af|di|de|od|przez|автор|від|oleh|tarafından)(?=[\s:])|author(?:s|\(s\))?|autor(?:a|es|as|in|en|zy|:innen)?|auteur(?:s|e|es)?|autore|autori|kirjoittaja|toimittaja|forfatter|journalist|skribent|text|texte|texto|tekst|words|reporter|penulis|reporting)\s*[:：]?\s+/iu;

/** Words that no person's name holds: newsrooms, agencies, roles. Compared as whole words, folded. */
const NO_PERSON = new Set(
  (
    'redaktion redaktionen redaccion redaccao redacao redazione redaction redakcja redakcia redakce redactie toimitus newsroom desk staff team editor editors editorial editoria editorials agency agencies agencia agencias agence agenzia agentur ' +
    'news press media magazine newspaper reuters afp dpa apa afx efe ansa tass jiji bloomberg xinhua kyodo pti ians ani ntb tt stt ritzau belga ritzaus associated administrator admin webmaster guest contributor contributors correspondent correspondents reporter reporters ' +
    'assistant deputy managing executive correspondente corresponsal korrespondent writer writers writes columnist kolumnist photographer journalist journalists journaliste chefredakteur redakteur redakteurin ' +
    'author authors unknown anonymous anonym online com www http https inc ltd llc gmbh sponsored advertorial promoted partner partners published updated subscribe follow share read comments comment font size minutes today yesterday copyright rights reserved cookies ' +
    'gazette tribune herald daily zeitung tidningen nachrichten noticias actualites informaciones presse prensa rundfunk university institute foundation association'
  ).split(' '),
);

/** A role behind the name: "Jane Doe is a reporter who …". */
const SENTENCE_TAIL =
  /\s+(?:is|was|are|ist|war|es|est|è|jest)\s+(?:a|an|the|our|ein|eine|der|die|un|une|una|el|la)\s.*$/u;
/** A place or an outlet behind the name: "Jane Doe for The Paper", "Jane Doe in Berlin". */
const PLACE_TAIL = /\s+(?:for|für|pour|para|per|at|in|bei|aus|en|à)\s+(?:the\s+)?\p{Lu}.*$/u;

const PART_SIGNS = /\s*[|•·;/\n–—,、，：]\s*|\s+-\s+/u;
/** "and" in the languages of bylines. The short ones stand inside names too ("Ortega y Gasset"). */
const AND = /\s+(?:and|und|sowie|with|mit|con|og|och|ja|és|ve|oraz|şi|și|и|та|και|met|&|\+)\s+/iu;
const SHORT_AND = /(\s+(?:y|e|et|en|i|a)\s+)/u;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || /[\d@#!?:="<>{}[\]()*_]|…|https?|www\./i.test(text))
    return false;
  if (!/\p{L}.*\p{L}/u.test(text)) return false;
  const parts = words(text);
  if (parts.length > 6) return false;
  if (parts.some((part) => NO_PERSON.has(fold(part)))) return false;
  if (/^the\s/i.test(text)) return false;
  return !/\.\s*\p{Ll}/u.test(text);
}

/** Small words that may begin or join a name in lower case. */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|des|la|le|van|von|der|den|ter|ten|zu|zum|af|av|el|al|bin|ibn|bint|y|e|o|d|dal|dalla|ap|ni|mac|mc)$/i;

/** Names are capitalised where the script has capitals: keeps sentences and roles out of bylines. */
function isCapitalised(text: string): boolean {
  return words(text).every(
    (word) =>
      !/^\p{Ll}/u.test(word) ||
      PARTICLE.test(word) ||
      /^(?:d|l|o)['’]/u.test(word) ||
      /^\p{Ll}+\p{Lu}/u.test(word),
  );
}

function bare(text: string): string {
  return text
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/(?:https?:\/\/|www\.)\S+/gi, ' ')
    .replace(/(^|\s)@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;|/•·–—-]+|[\s,:;|/•·–—-]+$/gu, '')
    .trim();
}

function withoutPrefix(text: string): string {
  let rest = text;
  for (let turn = 0; turn < 3; turn++) {
    const match = PREFIX.exec(rest);
    if (!match) break;
    const after = rest.slice(match[0].length);
    // "De la Cruz" and "Di Maria" are names, "De Jean Petit" and "Di Maria Rossi" are bylines.
    if (
      /^\s*(?:di|de|af|av|od)\s/i.test(match[0]) &&
      words(after).filter((word) => /^\p{Lu}/u.test(word)).length < 2
    )
      break;
    rest = after;
  }
  return rest;
}

/** Splits only between two full names: "María Sáenz y José Ortega y Gasset" are two people. */
function splitAtShortAnd(text: string): string[] {
  const names: string[] = [];
  const tokens = text.split(SHORT_AND);
  for (let index = 0; index < tokens.length; index += 2) {
    const last = names.at(-1);
    const areFull =
      last === undefined || Math.min(words(last).length, words(tokens[index]).length) >= 2;
    if (areFull) names.push(tokens[index]);
    else names[names.length - 1] = last + tokens[index - 1] + tokens[index];
  }
  return names;
}

export interface PeopleOptions {
  /** Names of the site and its publisher: never authors. */
  outlets: readonly string[];
  /** "example" of www.example.org; alone it may be a person's name, in front of other words it is the outlet's. */
  hostLabel?: string;
  /** Free text of a byline, where names must look like names; else a field that is meant for them. */
  isByline: boolean;
}

/**
 * The people named in one author field or byline, in order, each once. Newsrooms, agencies, outlets, addresses
 * and handles are nobody; roles and "By" are cut off.
 */
export function peopleIn(text: string, options: PeopleOptions): string[] {
  const outlets = new Set(options.outlets.map(fold).filter(Boolean));
  const heads = new Set(
    (options.hostLabel ? [...options.outlets, options.hostLabel] : options.outlets)
      .filter((outlet) => words(outlet).length === 1)
      .map(fold)
      .filter((key) => key.length > 1),
  );
  const line = bare(oneLine(text.replace(/\n/g, ' | '), 1000));
  const people: string[] = [];
  const add = (part: string): void => {
    let name = bare(withoutPrefix(part))
      .replace(/^(?:dr|prof|mr|mrs|ms|sir|dame)\.?\s+(?=\p{Lu})/iu, '')
      .replace(PLACE_TAIL, '')
      .replace(/[.,]$/, (sign) => (/\b\p{Lu}\.$|\b[JS]r\.$/u.test(part) ? sign : ''))
      .trim();
    if (words(name).length > 3) {
      // "Anna Author Political Editor": what follows the first word that is no name is a role.
      const cut = words(name).findIndex((word) => NO_PERSON.has(fold(word)));
      if (cut >= 2 && cut < words(name).length - 1) name = words(name).slice(0, cut).join(' ');
    }
    const key = fold(name);
    // "CNN Business", "USA TODAY Sports": the outlet and one of its parts.
    const [firstWord, ...others] = words(name);
    if (others.length > 0 && heads.has(fold(firstWord))) return;
    if (
      !key ||
      outlets.has(key) ||
      [...outlets].some((outlet) => outlet === `the${key}` || `the${outlet}` === key)
    )
      return;
    if (!isName(name)) return;
    if (
      options.isByline &&
      (!isCapitalised(name) || (words(name).length < 2 && /^\p{Script=Latin}/u.test(name)))
    )
      return;
    if (!people.some((known) => fold(known) === key)) people.push(name);
  };
  const start = withoutPrefix(line);
  // "Last, First", as citation_author has it
  const swapped =
    !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(start) &&
    /^([\p{L}'’-]+),\s*([\p{L}'’.-]+(?:\s\p{Lu}\.?)?)$/u.exec(start);
  if (swapped && !outlets.has(fold(swapped[1])) && !outlets.has(fold(swapped[2]))) {
    add(`${swapped[2]} ${swapped[1]}`);
    return people;
  }
  const pieces: string[] = [];
  for (const part of start.split(PART_SIGNS)) {
    for (const piece of part.split(AND)) {
      pieces.push(...splitAtShortAnd(piece.replace(SENTENCE_TAIL, '')));
    }
  }
  const isList = pieces.some((piece) => words(piece).length >= 2);
  pieces.forEach((piece, index) => {
    // After a full name a single word is a place, an agency or a section.
    if (index > 0 && isList && words(piece).length < 2 && /^\p{Script=Latin}/u.test(piece)) return;
    // After a comma lower case is a role.
    if (index > 0 && /^\p{Ll}/u.test(piece) && !isCapitalised(piece)) return;
    add(piece);
  });
  return people;
}
