import type { Clip } from '../model/clip.ts';
import { datePartsOf } from './date-parts.ts';
import type { ExportChoice } from './format.ts';
import { splitPerson } from './person.ts';

function cslName(author: string): Record<string, string> {
  const person = splitPerson(author);
  if (person.kind === 'whole') return { literal: person.name };
  return {
    family: person.family,
    given: person.given,
    ...(person.particle && { 'non-dropping-particle': person.particle }),
    ...(person.suffix && { suffix: person.suffix }),
  };
}

function cslItem(clip: Clip, choice: ExportChoice): Record<string, unknown> {
  const address = clip.canonicalAddress ?? clip.address;
  return {
    id: clip.id,
    type: clip.siteName ? 'article-newspaper' : 'webpage',
    title: clip.title,
    ...(clip.authors.length > 0 && { author: clip.authors.map(cslName) }),
    ...(clip.siteName && { 'container-title': clip.siteName }),
    ...(clip.publishedAt && { issued: { 'date-parts': [datePartsOf(clip.publishedAt)] } }),
    ...(address && { URL: address }),
    accessed: { 'date-parts': [datePartsOf(clip.clippedAt)] },
    ...(clip.language && { language: clip.language }),
    ...(clip.excerpt && { abstract: clip.excerpt }),
    ...(choice.includeTags && clip.tags.length > 0 && { keyword: clip.tags.join(', ') }),
    ...(choice.includeNotes && clip.note && { note: clip.note }),
  };
}

/** CSL-JSON 1.0, as Zotero, Pandoc and citeproc read it. */
export function writeCsl(clips: readonly Clip[], choice: ExportChoice): string[] {
  const items = clips.map((clip) => JSON.stringify(cslItem(clip, choice)));
  return ['[\n', ...items.map((item, at) => item + (at < items.length - 1 ? ',\n' : '\n')), ']\n'];
}
