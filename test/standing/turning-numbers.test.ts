import { expect, test } from 'vitest';
import { TURNING_DISTANCE, TURNING_NUMBERS } from '../../components/summary/turning-numbers.ts';
import { foundingReport } from '../../entrypoints/dashboard/model/standing-reports.ts';

test('the numbers that the studio’s sentence names are those that the report finds to decide', () => {
  const kinds = { sympathy: 'sympathyStrike', substitution: 'serviceSubstitution' } as const;
  for (const { type, separations } of foundingReport.effects) {
    const deciding = separations
      .filter(({ distance }) => distance >= TURNING_DISTANCE)
      .map(({ of }) => of.number.key);
    expect(TURNING_NUMBERS[kinds[type]]).toEqual(deciding);
  }
});
