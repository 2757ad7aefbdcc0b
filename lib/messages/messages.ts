import { en } from './en.ts';

/** A message is a sentence or, where it has parts to fill, a function of them. TypeScript is its compiler. */
export type Translated<T> = T extends (...parts: infer Parts) => string
  ? (...parts: Parts) => string
  : T extends string
    ? string
    : { [Key in keyof T]: Translated<T[Key]> };

/** What a message file of another language must give: every message of the English one, with the same parts. */
export type Messages = Translated<typeof en>;

/** The words of every screen and of the terminal. Another language is a second file and a line here. */
export const messages: Messages = en;

/** BCP 47 tag that numbers and dates are written in. */
export const LOCALE = 'en-GB';
