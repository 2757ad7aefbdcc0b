/** How long strikes last: what the calibration and the back-test say in a terminal. */
export const standing = {
  noFile: (name: string) =>
    `There is no file “${name}” to read. Give the path of a file of strike durations.`,
  usage: (command: string) =>
    `Give the file of strike durations: npm run ${command} -- DURATIONS.csv`,
  badDate: (text: string) => `“${text}” is no date. Write it as 1998 or 1998-01-01.`,
  oneSided: (date: string) =>
    `No strike begins on one side of ${date}, so there is nothing to train on or to score. Choose another split.`,
  tooFew: (found: number, least: number) =>
    `Only ${found} strikes are left, and a calibration needs at least ${least}. Choose a wider industry or era.`,
  refused: {
    empty:
      'The file holds no strike. It needs a first line with start, duration_days and industry, and a line for each strike.',
    missingColumn: (column: string) =>
      `Line 1 names no column “${column}”. Add it: start, duration_days and industry are needed.`,
    openQuote: (line: number) =>
      `Line ${line}: a quotation mark is opened and not closed. Close it.`,
    fields: (line: number, found: number, expected: number) =>
      `Line ${line} has ${found} fields, and line 1 names ${expected}. Put fields that hold a comma in quotation marks.`,
    start: (line: number, text: string) =>
      `Line ${line}: “${text}” is no day. Write the start as year-month-day, like 1998-03-31.`,
    days: (line: number, text: string) =>
      `Line ${line}: “${text}” is no number of days. Write a whole number from 1 on, without a sign or a point.`,
  },
};
