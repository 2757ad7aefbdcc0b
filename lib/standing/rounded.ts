/** A report's figures at six significant digits: more than their errors bear, and the file stays small. */
const DIGITS = 6;

export function rounded<Report>(report: Report): Report {
  return JSON.parse(
    JSON.stringify(report, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value,
    ),
  ) as Report;
}
