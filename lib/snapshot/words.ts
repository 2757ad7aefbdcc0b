import { LOCALE, messages } from '../messages/messages.ts';
import type { Refusal } from './read.ts';
import type { LeftOut } from './redact.ts';

/** 5 MB for 5,000,000 bytes, 5.3 MB for 5,261,000. */
export function megabytesOf(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString(LOCALE, { maximumFractionDigits: 1 });
}

/** What happened, and what to do now. */
export function wordsOf(refusal: Refusal): { title: string; advice: string } {
  const words = messages.snapshot.refusals;
  switch (refusal.reason) {
    case 'notJson':
    case 'notOurs':
      return words[refusal.reason];
    case 'tooNew':
      return {
        title: words.tooNew.title(words.tooNew[refusal.what](refusal.version)),
        advice: words.tooNew.advice,
      };
    case 'invalid':
      return { title: words.invalid.title(refusal.where), advice: words.invalid.advice };
    case 'tooLarge':
      return {
        title: words.tooLarge.title,
        advice:
          refusal.what === 'bytes'
            ? words.tooLarge.bytes(megabytesOf(refusal.limit))
            : words.tooLarge.depth(refusal.limit),
      };
    default:
      return refusal satisfies never;
  }
}

/** "2 notes on actions": a line of the list of what stays home. */
export function wordsOfLeftOut({ kind, count }: LeftOut): string {
  return messages.snapshot.leftOut[kind](count);
}
