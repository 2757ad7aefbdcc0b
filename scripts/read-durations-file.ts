/** The strikes of the duration files named on the command line, or a sentence and the end of the command. */
import { readFileSync } from 'node:fs';
import { studioMessages } from '../lib/messages/studio-messages.ts';
import { dayNumber, readDurations, type StrikeDuration } from '../lib/standing/durations.ts';

const words = studioMessages.standing;

export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Several files are read as one. */
export function strikesOf(files: readonly string[], command: string): StrikeDuration[] {
  if (files.length === 0) refuse(words.usage(command));
  return files.flatMap((file) => {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return refuse(words.noFile(file));
    }
    const read = readDurations(text);
    if (read.ok) return read.strikes;
    switch (read.reason) {
      case 'empty':
        return refuse(words.refused.empty);
      case 'missingColumn':
        return refuse(words.refused.missingColumn(read.column));
      case 'openQuote':
        return refuse(words.refused.openQuote(read.line));
      case 'fields':
        return refuse(words.refused.fields(read.line, read.found, read.expected));
      case 'start':
        return refuse(words.refused.start(read.line, read.text));
      case 'days':
        return refuse(words.refused.days(read.line, read.text));
      default:
        return read satisfies never;
    }
  });
}

/** A year or a date, as days since 1 January 1970. */
export function dayOf(text: string): number {
  return dayNumber(/^\d{4}$/.test(text) ? `${text}-01-01` : text) ?? refuse(words.badDate(text));
}
