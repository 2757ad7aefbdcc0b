/** When an event was, as people write and read it, as precisely as is known. */
import { EventDate } from '../../lib/model/event.ts';
import { messages } from '../../lib/messages/messages.ts';
import { publishedWords, readPublished } from '../clips/field-words.ts';

/** Reads "2019", "2019-11", "25 November 2019", "25.11.2019". null for nothing, undefined for what is no date. */
export function readEventDate(text: string): EventDate | null | undefined {
  const read = readPublished(text);
  if (typeof read !== 'string') return read;
  // Of an instant the day remains.
  return EventDate.safeParse(read.slice(0, 10)).data;
}

/** "25 November 2019", "November 2019", "2019". */
export function eventDateWords(date: EventDate, month: 'long' | 'short' = 'long'): string {
  return publishedWords(date, month);
}

/** "25 November 2019", "25 November 2019 to December 2019"; "" where nothing is known. */
export function eventSpanWords(
  { begin, end }: { begin: EventDate | null; end: EventDate | null },
  month: 'long' | 'short' = 'long',
): string {
  const words = messages.events;
  if (begin === null) return end === null ? '' : words.until(eventDateWords(end, month));
  if (end === null || end === begin) return eventDateWords(begin, month);
  return words.fromTo(eventDateWords(begin, month), eventDateWords(end, month));
}
