import { assumed, between, read, ruled, within, type Entry } from './entry.ts';

const M = 1_000_000;

/**
 * Oakland's teachers against their school district, 21 February – 3 March 2019, in school days.
 * Figures: model.md, "The two founding campaigns"; press as named at each.
 */
export const OAKLAND_2019: Entry = {
  id: 'oakland-2019',
  name: 'Oakland, California 2019',
  place: 'Oakland, California',
  summary:
    'Three thousand teachers struck a district that is paid for each pupil present, and where three of four pupils ' +
    'relied on school lunch. Parents, teachers, students and a food bank ran eight “solidarity schools” with ' +
    'meals, lessons and child care. Hungry children did not have to cross the picket line, nineteen of twenty ' +
    'stayed away, and on the seventh school day the district settled.',
  movementName: 'the teachers',
  targetName: 'the district',
  currency: 'USD',
  moneyYear: 2019,
  firstDay: '2019-02-21',
  dayType: 'working',
  employer: 'perUser',
  sectors: null,
  settledDay: 6,
  settlement:
    'Tentative deal on 1 March 2019, the seventh school day: 11% over four years and a 3% bonus, after an offer of ' +
    '8.5% and a demand of 12% over three (Mercury News, AP). Ratified on 3 March with 64 and 58% (KRON4); the board ' +
    'was still to cut 21.75 million $.',
  figures: {
    workers: read(3_000, 'AP; sff.org.'),
    wagePerDay: assumed(
      339.5,
      'Our assumption, unverified: wages lost per teacher and school day.',
    ),
    strikePayPerDay: assumed(0, 'Our assumption, unverified: no regular strike pay.'),
    strikeFund: assumed(
      0.05 * M,
      'Our assumption, unverified. Bread for Ed’s 110,000 $ by day 1 and over 175,000 $ in all (East Bay Majority; ' +
        'the total from a page without author, low quality) paid for the meals, not for wages.',
    ),
    householdBufferDays: assumed(
      between(20, 45, 70),
      'Our assumption: savings, credit and family carry most households for one to two months.',
    ),
    gainFromConcession: assumed(
      13 * M,
      'Our assumption: the difference between the deal and the district’s last offer, in present value, for 3,000 people.',
    ),
    costOfConceding: assumed(
      within(2, 13 * M),
      'Only the district knows. Our assumption: what the teachers gain, the district pays; ×/÷ 2, the width that the ' +
        'model’s calibration gives.',
    ),
    revenuePerDay: ruled(2.5 * M, '36,268 pupils × 69 $ a day.'),
    netLossShare: assumed(
      between(0.2, 0.35, 0.5),
      'The model’s default; it has no effect on an employer paid per pupil present.',
    ),
    users: read(36_268, 'Pupils of the district (East Bay Times, greatschoolvoices.org).'),
    revenuePerUserDay: read(
      69,
      '69 $ for each pupil and day, lost when the pupil stays away (East Bay Times, greatschoolvoices.org).',
    ),
    replacementNow: assumed(0.02, 'Our assumption: schools stayed open with few substitutes.'),
    replacementMax: assumed(
      between(0.03, 0.08, 0.2),
      'Our assumption: licensed substitutes for 3,000 teachers were not to be had.',
    ),
    internalisation: ruled(
      0,
      'No sympathy strikes in other sectors here, so nothing to land on the district.',
    ),
    blameCostPerDay: assumed(within(3, 0.5 * M), 'Our assumption, ×/÷ 3.'),
    dependentShare: read(
      between(0.65, 0.75, 0.82),
      'Three of four pupils relied on school lunch (the essay this program began with).',
    ),
    crossingBase: read(
      0.03,
      'Pupils present: 3% says the union, 6% the district, hunger and all; the union’s count is taken as those who would come in any case.',
    ),
    crossingPerHardship: assumed(
      between(0.1, 0.6, 0.9),
      'Our assumption, decisive for what the meals do: how many hungry children must cross.',
    ),
    supportAtStart: assumed(0.65, 'Our assumption; we know of no poll from before the strike.'),
    hardshipEffect: assumed(
      between(0.05, 0.12, 0.25),
      'Our assumption: twice the default, for hungry children divide a community sooner than late parcels.',
    ),
    harmScale: assumed(20 * M, 'Our assumption; it has no effect without sympathy strikes.'),
    participationAtStart: assumed(
      between(0.85, 0.95, 0.99),
      'Our assumption: nearly all teachers were out.',
    ),
  },
  defaultNote: 'The model’s default',
  scenarioName: 'With the solidarity schools',
  actions: [
    {
      id: 'meals',
      kind: 'serviceSubstitution',
      name: 'Meals, lessons and child care',
      note:
        'Eight solidarity schools with meals from the first day, groceries with the Alameda County food bank at six ' +
        'sites in East Oakland (East Bay Majority, 22 February 2019; sff.org).',
      provider: 'movement',
      startDay: 0,
      durationDays: null,
      coverage: assumed(
        between(0.25, 0.6, 0.8),
        'Our assumption. About 4,000 children were fed a day (thecenterblog), fewer than one in six of those who rely ' +
          'on school lunch; lessons, child care, groceries and families who shared are counted in.',
      ),
      costPerDay: read(
        0,
        'Paid by donors, so the strike fund pays nothing: Bread for Ed raised 110,000 $ by day 1 (East Bay Majority).',
      ),
    },
    {
      id: 'parents',
      kind: 'endorsement',
      name: 'Parents stand with the teachers',
      note: 'Parents organized the meals and kept their children home.',
      startDay: 0,
      strength: assumed(
        between(1, 3, 6),
        'Our assumption: as much as three endorsements of an ordinary kind.',
      ),
    },
  ],
};
