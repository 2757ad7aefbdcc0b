/** What a size claim says in the unit of a model's number; nothing where the two count different things. */
import type { SizeClaim } from '../../lib/model/event.ts';
import { isMoney, type Unit } from '../../lib/model/parameters.ts';
import type { Suggestion } from '../campaign/suggest-reading.ts';
import { sizeWords } from './event-sizes.ts';

const PERCENT = /%|\bper\s?cent\b|\bshare\b|\bprozent\b|\bprocent\b|\bprosent/iu;
const DAYS = /\b(days?|tage?|dagar|päivää|jours?|d[ií]as?)\b/iu;
const DAILY = /\b(an?|per|each|every) day\b|\bdaily\b/iu;
const MONEY =
  /\p{Sc}|\b(EUR|USD|GBP|SEK|NOK|DKK|CHF|euros?|dollars?|pounds?|kronor|kroner|money|donations?|strike pay)\b/iu;
/** What is counted and is not people. */
const THINGS =
  /\b(flights?|departures?|arrivals?|parcels?|letters?|ships?|ferries|trains?|buses|schools?|shops?|stores?|ports?|plants?|sites?|places?|towns?|cities|cars?|lorries|trucks?|meals?|lunches|hours?|shifts?|tonnes?|tons?|litres?|vuoroa|lentoa)\b/iu;

export function claimReading(
  claim: Pick<SizeClaim, 'counts' | 'low' | 'high'>,
  unit: Unit,
): Suggestion | null {
  const { counts, low, high } = claim;
  const words = `${sizeWords(claim)} ${counts}`;
  const isShare = PERCENT.test(counts);
  if (unit === 'share')
    return isShare && high <= 100 ? { low: low / 100, high: high / 100, words } : null;
  if (unit === 'days') return DAYS.test(counts) ? { low, high, words } : null;
  if (isMoney(unit)) {
    const isOfUnit =
      unit === 'moneyPerDay' ? DAILY.test(counts) : unit === 'money' && !DAILY.test(counts);
    return isOfUnit && MONEY.test(counts) ? { low, high, words } : null;
  }
  if (unit !== 'people') return null;
  const isOfPeople = ![PERCENT, DAYS, MONEY, THINGS].some((other) => other.test(counts));
  return isOfPeople ? { low, high, words } : null;
}
