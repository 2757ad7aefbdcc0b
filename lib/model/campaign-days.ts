import type { Campaign } from './campaign.ts';

const DAY_MS = 86_400_000;

type Calendar = Pick<Campaign, 'firstDay' | 'dayType'>;

function utcDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isWeekend(time: number): boolean {
  const weekday = new Date(time).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The civil date (YYYY-MM-DD) of a campaign day; working days skip Saturday and Sunday. No time zones. */
export function dateOfDay({ firstDay, dayType }: Calendar, day: number): string {
  let time = utcDay(firstDay);
  if (dayType === 'calendar') time += day * DAY_MS;
  else {
    const step = day < 0 ? -DAY_MS : DAY_MS;
    for (let left = Math.abs(day); left > 0;) {
      time += step;
      if (!isWeekend(time)) left--;
    }
  }
  return new Date(time).toISOString().slice(0, 10);
}

/** The campaign day of a civil date; a weekend counts as the working day before it. */
export function dayOfDate({ firstDay, dayType }: Calendar, date: string): number {
  const days = Math.round((utcDay(date.slice(0, 10)) - utcDay(firstDay)) / DAY_MS);
  if (dayType === 'calendar') return days;
  const step = days < 0 ? -1 : 1;
  let working = 0;
  for (let i = 1; i <= Math.abs(days); i++) {
    if (!isWeekend(utcDay(firstDay) + i * step * DAY_MS)) working += step;
  }
  return working;
}
