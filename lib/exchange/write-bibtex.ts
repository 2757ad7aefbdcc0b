import type { Clip } from '../model/clip.ts';
import { datePartsOf } from './date-parts.ts';
import type { ExportChoice } from './format.ts';
import { splitPerson } from './person.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX counts braces whether or not a backslash stands before them, so that they need words, too. */
const ESCAPES: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};

/** Signs that TeX draws together into another one: "--" as a dash, two apostrophes as a quotation mark. */
const LIGATURES = /([-`',<>])(?=\1)|([!?])(?=`)/g;

function escaped(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^$&#%_]/g, (sign) => ESCAPES[sign])
    .replace(LIGATURES, '$&{}');
}

/** Verbatim for \url, in which percent signs and underlines stay as they are; braces would end the field. */
function address(text: string): string {
  return text.replace(
    /[{}\\\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function bibtexName(author: string): string {
  const person = splitPerson(author);
  // In braces, an "and" or a comma inside parts nothing.
  if (person.kind === 'whole') return `{${escaped(person.name)}}`;
  const family = [person.particle, person.family].filter(Boolean).map(escaped).join(' ');
  return [family, escaped(person.suffix), escaped(person.given)].filter(Boolean).join(', ');
}

const plainWord = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

/** "salmi2019mail": who, when, and the first long word of the title. */
function keyOf(clip: Clip): string {
  const [author] = clip.authors;
  const person = author === undefined ? null : splitPerson(author);
  const who = person ? plainWord(person.kind === 'person' ? person.family : person.name) : '';
  const word = clip.title
    .split(/\s+/)
    .map(plainWord)
    .find((each) => each.length > 3);
  const year = clip.publishedAt?.slice(0, 4) ?? '';
  return `${who.slice(0, 20) || 'clip'}${year}${(word ?? '').slice(0, 20)}`;
}

function entry(clip: Clip, key: string, choice: ExportChoice): string {
  const where = clip.canonicalAddress ?? clip.address;
  const [year, month, day] = clip.publishedAt ? datePartsOf(clip.publishedAt) : [];
  const braced = (text: string) => (text === '' ? null : `{${text}}`);
  const fields: [string, string | null][] = [
    // Twice in braces, or some styles would make its capitals small.
    ['title', clip.title && `{{${escaped(clip.title)}}}`],
    [
      'author',
      // A name of nothing but signs that are no letters is none here.
      braced(
        clip.authors
          .map(bibtexName)
          .filter((name) => name !== '{}')
          .join(' and '),
      ),
    ],
    ['journal', braced(escaped(clip.siteName))],
    ['year', year === undefined ? null : `{${String(year).padStart(4, '0')}}`],
    ['month', month === undefined ? null : MONTHS[month - 1]],
    ['day', day === undefined ? null : `{${day}}`],
    ['url', where && `{${address(where)}}`],
    ['urldate', `{${clip.clippedAt.slice(0, 10)}}`],
    ['language', braced(escaped(clip.language))],
    ['abstract', braced(escaped(clip.excerpt))],
    ['keywords', braced(choice.includeTags ? clip.tags.map(escaped).join(', ') : '')],
    ['note', braced(choice.includeNotes ? escaped(clip.note) : '')],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${clip.siteName ? 'article' : 'misc'}{${key},\n${lines.join('')}}\n\n`;
}

/** BibTeX in UTF-8, as BibTeX's and biblatex's own programs read it; every key stands there once. */
export function writeBibtex(clips: readonly Clip[], choice: ExportChoice): string[] {
  const used = new Map<string, number>();
  return clips.map((clip) => {
    const key = keyOf(clip);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    // A dash: no key made of letters and digits could be the same.
    return entry(clip, count === 1 ? key : `${key}-${count}`, choice);
  });
}
