import type { Clip } from '../model/clip.ts';
import { datePartsOf } from './date-parts.ts';
import type { ExportChoice } from './format.ts';
import { splitPerson } from './person.ts';

/** A value is one line, or its second line could be a field of its own. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

function risName(author: string): string {
  const person = splitPerson(author);
  if (person.kind === 'whole') return person.name;
  const family = [person.particle, person.family].filter(Boolean).join(' ');
  return [family, person.given, person.suffix].filter(Boolean).join(', ');
}

/** YYYY/MM/DD/, with the slashes of what is not known left standing. */
function risDate(instant: string): string {
  const [year, month, day] = datePartsOf(instant);
  const two = (part: number | undefined) =>
    part === undefined ? '' : String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

function risRecord(clip: Clip, choice: ExportChoice): string {
  const address = clip.canonicalAddress ?? clip.address;
  const fields: [string, string][] = [
    ['TY', clip.siteName ? 'NEWS' : 'ELEC'],
    ['ID', clip.id],
    ['TI', clip.title],
    ...clip.authors.map((author): [string, string] => ['AU', risName(author)]),
    ['T2', clip.siteName],
    ['PY', clip.publishedAt?.slice(0, 4) ?? ''],
    ['DA', clip.publishedAt ? risDate(clip.publishedAt) : ''],
    ['UR', address ?? ''],
    ['Y2', risDate(clip.clippedAt)],
    ['LA', clip.language],
    ['AB', clip.excerpt],
    ...(choice.includeTags ? clip.tags : []).map((tag): [string, string] => ['KW', tag]),
    ['N1', choice.includeNotes ? clip.note : ''],
  ];
  const lines = fields
    .map(([tag, value]) => [tag, oneLine(value)])
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${lines.join('')}ER  - \r\n\r\n`;
}

/** RIS, as Zotero, EndNote and Mendeley read it. */
export function writeRis(clips: readonly Clip[], choice: ExportChoice): string[] {
  return clips.map((clip) => risRecord(clip, choice));
}
