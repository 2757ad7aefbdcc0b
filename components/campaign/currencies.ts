import { LOCALE } from '../../lib/messages/messages.ts';

export interface Currency {
  code: string;
  name: string;
}

/** Every currency the browser has a name for, by name. */
export function currencies(): readonly Currency[] {
  const names = new Intl.DisplayNames(LOCALE, { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, LOCALE));
}
