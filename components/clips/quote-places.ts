import type { Quote } from '../../lib/model/evidence.ts';

/** Where quotes stand in a kept text, and how a marked passage becomes a quote. Offsets are UTF-16 units. */

/** A stretch of the kept text; end is exclusive. */
export interface Place {
  start: number;
  end: number;
}

const MAX_EXACT = 4000;
/** Enough to tell two same passages apart, short enough to read beside the quote. */
const AROUND = 120;

/** White space counts as one blank, for a selection and the kept text break lines differently. */
function squeeze(text: string): { squeezed: string; offsets: number[] } {
  const offsets: number[] = [];
  let squeezed = '';
  let wasBlank = false;
  for (let i = 0; i < text.length; i++) {
    const blank = /\s/.test(text[i]!);
    if (blank && wasBlank) continue;
    squeezed += blank ? ' ' : text[i];
    offsets.push(i);
    wasBlank = blank;
  }
  offsets.push(text.length);
  return { squeezed, offsets };
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** Finds the passages in the text; of several same ones, that whose surroundings agree most. null: not there. */
export function locateQuotes(text: string, quotes: readonly Quote[]): (Place | null)[] {
  if (quotes.length === 0) return [];
  const { squeezed, offsets } = squeeze(text);
  return quotes.map((quote) => {
    const exact = squeeze(quote.exact).squeezed.trim();
    if (exact === '') return null;
    const prefix = squeeze(quote.prefix).squeezed.trimEnd();
    const suffix = squeeze(quote.suffix).squeezed.trimStart();
    let best: { at: number; agreement: number } | null = null;
    for (let at = squeezed.indexOf(exact); at !== -1; at = squeezed.indexOf(exact, at + 1)) {
      const before = squeezed.slice(Math.max(0, at - 220), at).trimEnd();
      const after = squeezed.slice(at + exact.length, at + exact.length + 220).trimStart();
      const agreement = commonEnd(before, prefix) + commonStart(after, suffix);
      if (best === null || agreement > best.agreement) best = { at, agreement };
    }
    if (best === null) return null;
    return {
      start: offsets[best.at]!,
      end: offsets[best.at + exact.length - 1]! + 1,
    };
  });
}

export interface Stretch {
  text: string;
  /** The quotes that cover it; none for plain text. */
  quoteIds: string[];
}

export interface Paragraph {
  /** Offset of its first character in the kept text. */
  start: number;
  stretches: Stretch[];
}

function paragraphPlaces(text: string): Place[] {
  const places: Place[] = [];
  let start = 0;
  for (const gap of [...text.matchAll(/\n\s*\n/g), null]) {
    const end = gap ? gap.index : text.length;
    if (text.slice(start, end).trim() !== '') places.push({ start, end });
    if (gap) start = end + gap[0].length;
  }
  return places;
}

/** The kept text as paragraphs of plain and marked stretches. */
export function markParagraphs(text: string, quotes: readonly Quote[]): Paragraph[] {
  const places = locateQuotes(text, quotes);
  const paragraphs: Paragraph[] = [];
  for (const { start, end } of paragraphPlaces(text)) {
    const cuts = new Set([start, end]);
    for (const place of places) {
      if (!place) continue;
      if (place.start > start && place.start < end) cuts.add(place.start);
      if (place.end > start && place.end < end) cuts.add(place.end);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    const stretches: Stretch[] = [];
    for (let i = 0; i + 1 < sorted.length; i++) {
      const from = sorted[i]!;
      const to = sorted[i + 1]!;
      stretches.push({
        text: text.slice(from, to),
        quoteIds: quotes
          .filter((_, at) => places[at] && places[at].start <= from && places[at].end >= to)
          .map((quote) => quote.id),
      });
    }
    paragraphs.push({ start, stretches });
  }
  return paragraphs;
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

/** The passage between two offsets as a quote, without blanks at its ends; null where nothing is left. */
export function quoteAt(text: string, from: number, to: number): Omit<Quote, 'id'> | null {
  let start = Math.min(text.length, Math.max(0, Math.min(from, to)));
  let end = Math.min(text.length, Math.max(0, from, to));
  // Half a surrogate pair is no text, and would not survive a file.
  if (isInsidePair(text, start)) start--;
  if (isInsidePair(text, end)) end++;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (start === end || end - start > MAX_EXACT) return null;
  let prefixStart = Math.max(0, start - AROUND);
  let suffixEnd = Math.min(text.length, end + AROUND);
  if (isInsidePair(text, prefixStart)) prefixStart++;
  if (isInsidePair(text, suffixEnd)) suffixEnd--;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(prefixStart, start),
    suffix: text.slice(end, suffixEnd),
  };
}

/** A typed passage as a quote; where the kept text has it, its surroundings come along. */
export function quoteOfTyped(text: string, typed: string): Omit<Quote, 'id'> | null {
  const exact = typed.trim().slice(0, MAX_EXACT);
  if (exact === '') return null;
  const bare = { id: 'typed', exact, prefix: '', suffix: '' };
  const place = locateQuotes(text, [bare])[0];
  return place ? quoteAt(text, place.start, place.end) : { exact, prefix: '', suffix: '' };
}

/** The end of what stands before a quote, back to its sentence if that is near. */
export function leadIn(prefix: string, most = 90): string {
  const own = prefix.slice(prefix.lastIndexOf('\n\n') + 1).trimStart();
  const near = own.replace(/\s+/g, ' ').trimStart().slice(-most);
  const sentence = Math.max(near.lastIndexOf('. '), near.lastIndexOf('? '), near.lastIndexOf('! '));
  if (sentence !== -1) return near.slice(sentence + 2);
  if (near.length < own.length || own.length >= AROUND - 1)
    return `… ${near.slice(near.indexOf(' ') + 1)}`;
  return near;
}

/** The beginning of what stands after a quote, to the end of its sentence if that is near. */
export function leadOut(suffix: string, most = 90): string {
  const own = suffix.split('\n\n')[0]!.trimEnd();
  const near = own.replace(/\s+/g, ' ').slice(0, most);
  const sentence = /[.?!]["”’»]?(?=\s|$)/.exec(near);
  if (sentence) return near.slice(0, sentence.index + sentence[0].length);
  if (near.length < own.length || own.length >= AROUND)
    return `${near.slice(0, Math.max(0, near.lastIndexOf(' ')))} …`;
  return near;
}
