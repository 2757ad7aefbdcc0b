/** Year, month and day, as many of them as are known; of an instant, its day as written there. */
export function datePartsOf(publishedAt: string): number[] {
  return publishedAt.slice(0, 10).split('-').map(Number);
}

/** The other way; null where they are no date. */
export function dateOfParts(parts: readonly number[]): string | null {
  const [year, month, day] = parts;
  if (parts.length < 1 || parts.length > 3 || !parts.every((part) => Number.isInteger(part))) {
    return null;
  }
  if (year < 1 || year > 9999) return null;
  const text = [
    String(year).padStart(4, '0'),
    ...[month, day]
      .filter((part) => part !== undefined)
      .map((part) => String(part).padStart(2, '0')),
  ].join('-');
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day === undefined) return text;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
