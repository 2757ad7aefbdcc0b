import { LOCALE } from '../../lib/messages/messages.ts';

/** "25 November 2019", "November 2019", "2019": as precise as its source; "" for none. */
export function publishedInWords(publishedAt: string | null): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(publishedAt ?? '');
  if (!match) return '';
  const [, year, month, day] = match;
  if (month === undefined) return year!;
  return new Intl.DateTimeFormat(LOCALE, {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`));
}
