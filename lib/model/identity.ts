import { z } from './zod.ts';

/** Random, so that two colleagues' clips never collide and nothing about the maker shows. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
export type Id = z.infer<typeof Id>;

export function newId(): Id {
  return crypto.randomUUID();
}

/** An instant with offset, e.g. 2019-11-25T08:10:00+02:00. */
export const Instant = z.iso.datetime({ offset: true });

/** A civil date, e.g. 2019-11-25. */
export const CivilDate = z.iso.date();

/** A date as precise as its source: a year, a month, a day, or an instant with offset. */
export const PublishedDate = z.union([
  z.string().regex(/^\d{4}$/),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  CivilDate,
  Instant,
]);

/** A web address. Anything but http(s) is refused: `javascript:` and `data:` come from hostile pages. */
export const WebAddress = z
  .string()
  .max(4096)
  .refine(
    (text) => {
      try {
        return /^https?:$/.test(new URL(text).protocol);
      } catch {
        return false;
      }
    },
    { message: 'not an http(s) address' },
  );
