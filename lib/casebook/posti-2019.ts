import { assumed, between, read, ruled, within, type Entry, type Figure } from './entry.ts';
import { FINLAND_2014 } from './finland-2014.ts';

const M = 1_000_000;

/** Nobody was hit directly, beyond what the sectors carry. */
const NOBODY: Figure = ruled(
  0,
  'Its harm runs through the sectors; nobody is counted as hit directly.',
);
const NO_HARM: Figure = ruled(
  0,
  'Nobody is counted as hit directly, so there is no harm per person.',
);

const AIR_HARM: Figure = assumed(
  between(250, 300, 600),
  'The yardstick of EU air-passenger compensation, 250 to 600 € a passenger (Regulation 261/2004); 300 is our ' +
    'assumption, for most flights were short.',
);
const NEVER_NEEDED = 'Announced, never needed: Posti and the union settled before it began.';

/**
 * Finland's postal workers against Posti, 11–27 November 2019.
 * Figures: model.md, "The two founding campaigns"; press as named at each.
 */
export const POSTI_2019: Entry = {
  id: 'posti-2019',
  name: 'Posti, Finland 2019',
  place: 'Finland',
  summary:
    'Posti moved 700 parcel sorters to an agreement that would have cut their pay by up to 30%. Postal workers ' +
    'struck for two weeks, and a mountain of undelivered parcels did not win it. Then airport, bus, dock and ' +
    'shop workers struck in sympathy: more than 300 flights were cancelled in a day, and two days later the ' +
    'sorters had their agreement back. A minister and then the prime minister resigned over it.',
  movementName: 'the postal workers',
  targetName: 'Posti',
  currency: 'EUR',
  moneyYear: 2019,
  firstDay: '2019-11-11',
  dayType: 'calendar',
  employer: 'market',
  sectors: { struck: 'POST', table: FINLAND_2014 },
  settledDay: 16,
  settlement:
    'Settled on 27 November 2019: the 700 sorters went back to the postal union’s agreement, in force to January ' +
    '2022 (Yle, ERR). The rail, ferry and port strikes announced for the week after were called off.',
  figures: {
    workers: read(9_000, 'Helsinki Times, 22 October 2019: 9,000. AP and Yle say 10,000.'),
    wagePerDay: assumed(
      105,
      'Our assumption, unverified: about 3,200 € a month, spread over calendar days.',
    ),
    strikePayPerDay: assumed(
      30,
      'Our assumption, unverified: what the union pays, per calendar day.',
    ),
    strikeFund: assumed(
      15 * M,
      'Our assumption, unverified: about 55 days of strike pay for 9,000 people.',
    ),
    householdBufferDays: assumed(
      between(20, 45, 70),
      'Our assumption: savings, credit and family carry most households for one to two months.',
    ),
    gainFromConcession: assumed(
      15 * M,
      'Our assumption: pay cuts of up to 30% averted for 700 sorters (Yle, ERR) over several years, and the ' +
        'precedent averted for everybody else.',
    ),
    costOfConceding: assumed(
      within(2, 15 * M),
      'Only Posti knows. Our assumption: what the movement gains, the employer gives up; ×/÷ 2, the width that ' +
        'the model’s calibration gives.',
    ),
    revenuePerDay: read(
      (1_565 * M) / 365,
      'About 1,565 million € of revenue in 2019 over 365 days. The year’s figure is unverified; 392.9 million € in ' +
        'the fourth quarter (Talouselämä) agrees with it.',
    ),
    netLossShare: read(
      between(0.12, 0.25, 0.4),
      'Talouselämä: adjusted operating result of the quarter 5.4 million € after 20.5, so at most 0.94 million € a ' +
        'day, a little under a quarter of a day’s revenue. Not all of it was the strike’s doing.',
    ),
    internalisation: assumed(
      between(0, 0.15, 0.45),
      'Our assumption for a state-owned employer whose minister answers for the harm; whether the sympathy strikes ' +
        'help or hurt hinges on it.',
    ),
    blameCostPerDay: assumed(within(3, 0.1 * M), 'Our assumption, ×/÷ 3.'),
    dependentShare: assumed(
      between(0.05, 0.15, 0.35),
      'Our assumption: few people depend on the post for a need that day.',
    ),
    supportAtStart: assumed(0.55, 'Our assumption; we know of no poll from before the strike.'),
    harmScale: assumed(20 * M, 'Our assumption.'),
    participationAtStart: assumed(
      between(0.8, 0.92, 0.98),
      'The model’s default: our assumption. Posti used rental labour (heikkijokinen.info).',
    ),
  },
  defaultNote: 'The model’s default',
  scenarioName: 'With the sympathy strikes',
  actions: [
    {
      id: 'whse-8',
      kind: 'sympathyStrike',
      name: 'Rail freight and terminals',
      note: 'Rail freight stopped on 19 and 20 November (heikkijokinen.info, 19 November 2019).',
      sector: 'WHSE',
      startDay: 8,
      durationDays: null,
      announcedDay: 2,
      withdrawnDay: null,
      share: assumed(
        between(0.01, 0.02, 0.04),
        'Our assumption for what refusing mail at airports, terminals and on rail took from the whole sector; the ' +
          'refusals are in heikkijokinen.info, 13 and 19 November 2019.',
      ),
      peoplePerDay: NOBODY,
      harmPerPerson: NO_HARM,
    },
    {
      id: 'land-8',
      kind: 'sympathyStrike',
      name: 'Overtime ban on deliveries',
      note: 'The transport workers’ union banned overtime and refused Posti’s deliveries (heikkijokinen.info, 19 November 2019).',
      sector: 'LAND',
      startDay: 8,
      durationDays: 2,
      announcedDay: 2,
      withdrawnDay: null,
      share: assumed(
        between(0.01, 0.03, 0.06),
        'Our assumption for an overtime ban and refused deliveries; the ban is in heikkijokinen.info, 19 November 2019.',
      ),
      peoplePerDay: NOBODY,
      harmPerPerson: NO_HARM,
    },
    {
      id: 'air-14',
      kind: 'sympathyStrike',
      name: 'Airport and flight crews',
      note: 'One day: Finnair cancelled just over 300 of 377 departures (Hufvudstadsbladet, 25 November 2019).',
      sector: 'AIR',
      startDay: 14,
      durationDays: 1,
      announcedDay: 8,
      withdrawnDay: null,
      share: read(
        between(0.7, 0.8, 0.87),
        'Just over 300 of Finnair’s 377 departures cancelled (Hufvudstadsbladet, 25 November 2019; Helsinki Times). ' +
          'Other airlines’ share of the day is not known.',
      ),
      peoplePerDay: read(
        between(18_000, 20_300, 25_000),
        '20,300 passengers of Finnair (Hufvudstadsbladet, 25 November 2019; Helsinki Times); those of other airlines ' +
          'come on top, those rebooked the same day go off.',
      ),
      harmPerPerson: AIR_HARM,
    },
    {
      id: 'whse-14',
      kind: 'sympathyStrike',
      name: 'Airport ground staff and terminals',
      note: 'One day, with the flight crews (Hufvudstadsbladet, 25 November 2019; Helsinki Times).',
      sector: 'WHSE',
      startDay: 14,
      durationDays: 1,
      announcedDay: 8,
      withdrawnDay: null,
      share: assumed(
        between(0.05, 0.15, 0.3),
        'Our assumption: ground services at airports, a part of warehousing, ports and support.',
      ),
      peoplePerDay: NOBODY,
      harmPerPerson: NO_HARM,
    },
    {
      id: 'land-14',
      kind: 'sympathyStrike',
      name: 'Buses and road transport',
      note: 'One day, with the airports (Hufvudstadsbladet, 25 November 2019; Helsinki Times).',
      sector: 'LAND',
      startDay: 14,
      durationDays: 1,
      announcedDay: 8,
      withdrawnDay: null,
      share: assumed(
        between(0.05, 0.12, 0.25),
        'Our assumption: buses, a part of land transport; the strike is in Hufvudstadsbladet, 25 November 2019.',
      ),
      peoplePerDay: assumed(
        between(150_000, 300_000, 600_000),
        'Our assumption: people who missed their bus in and around the capital.',
      ),
      harmPerPerson: assumed(
        between(5, 10, 20),
        'Our assumption: an hour lost or a taxi shared, in €.',
      ),
    },
    {
      id: 'watr-14',
      kind: 'sympathyStrike',
      name: 'Docks and shipping',
      note: 'Seafarers had refused Posti’s parcels on ferries since about day 8 (Yle).',
      sector: 'WATR',
      startDay: 14,
      durationDays: 1,
      announcedDay: 8,
      withdrawnDay: null,
      share: assumed(
        between(0.1, 0.3, 0.6),
        'Our assumption; seafarers’ and dockers’ refusals are in Yle and heikkijokinen.info, 19 November 2019.',
      ),
      peoplePerDay: NOBODY,
      harmPerPerson: NO_HARM,
    },
    {
      id: 'trad-14',
      kind: 'sympathyStrike',
      name: 'Post-in-shop outlets',
      note: 'About 750 post counters in shops closed, announced up to 8 December (heikkijokinen.info).',
      sector: 'TRAD',
      startDay: 14,
      durationDays: null,
      announcedDay: 8,
      withdrawnDay: null,
      share: assumed(
        between(0.005, 0.01, 0.02),
        'Our assumption: about 750 post counters (heikkijokinen.info), a sliver of the country’s trade.',
      ),
      peoplePerDay: NOBODY,
      harmPerPerson: NO_HARM,
    },
    {
      id: 'watr-21',
      kind: 'sympathyStrike',
      name: 'Docks and shipping, from the third week',
      note: NEVER_NEEDED,
      sector: 'WATR',
      startDay: 21,
      durationDays: null,
      announcedDay: 13,
      withdrawnDay: null,
      share: assumed(
        between(0.3, 0.6, 0.85),
        'Our assumption; ferry and port actions were announced (foreigner.fi, Yle).',
      ),
      peoplePerDay: assumed(
        between(10_000, 20_000, 40_000),
        'Our assumption: ferry passengers a day.',
      ),
      harmPerPerson: assumed(
        between(30, 60, 120),
        'Our assumption: a crossing lost or rebooked, in €.',
      ),
    },
    {
      id: 'land-21',
      kind: 'sympathyStrike',
      name: 'Rail and road, from the third week',
      note: NEVER_NEEDED,
      sector: 'LAND',
      startDay: 21,
      durationDays: null,
      announcedDay: 13,
      withdrawnDay: null,
      share: assumed(
        between(0.07, 0.15, 0.3),
        'Our assumption; rail action was announced (foreigner.fi, Yle).',
      ),
      peoplePerDay: NOBODY,
      harmPerPerson: NO_HARM,
    },
    {
      id: 'air-21',
      kind: 'sympathyStrike',
      name: 'Airports, three days more',
      note: NEVER_NEEDED,
      sector: 'AIR',
      startDay: 21,
      durationDays: 3,
      announcedDay: 14,
      withdrawnDay: null,
      share: assumed(between(0.3, 0.6, 0.85), 'Our assumption, after what one day had done.'),
      peoplePerDay: assumed(
        between(8_000, 15_000, 22_000),
        'Our assumption: fewer than the 20,300 passengers of 25 November, for airlines would have planned for it.',
      ),
      harmPerPerson: AIR_HARM,
    },
  ],
};
