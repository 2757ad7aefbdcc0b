/**
 * What happened in the campaigns of starts.ts: what was done, by day, and how it ended, with where each was read. Kept
 * apart from the starts: nothing here changes a number of a campaign, and an action's numbers follow from its words.
 */
import type { CampaignEnding, CaseId } from '../case-list.ts';
import type { Fact, Part, Provenance } from '../rules.ts';

const GNAD: Provenance = { source: 'Global Nonviolent Action Database' };
const from = (source: string): Provenance => ({ source });

interface Common {
  id: string;
  name: string;
  day: number;
  what: Fact;
}
interface Lasting extends Common {
  /** null: to the end, or the record has no end. */
  days: number | null;
}
/** An action in the record's words; the rules make its numbers. */
export type RecordedAction =
  | (Lasting & { kind: 'sympathyStrike'; part: Part; people: Fact<number> | null })
  | (Lasting & { kind: 'handlingBan'; part: Part })
  | (Lasting & { kind: 'boycott'; where: 'local' | 'national' })
  | (Lasting & {
      kind: 'serviceSubstitution';
      provider: 'movement' | 'target';
      part: Exclude<Part, 'all'>;
    })
  | (Lasting & { kind: 'donation'; amount: (Fact<number> & { days: number }) | null })
  | (Common & { kind: 'endorsement' })
  | (Lasting & { kind: 'replacementSurge' })
  | (Lasting & { kind: 'injunction'; stops: readonly string[] });

export interface CaseRecord {
  actions: readonly RecordedAction[];
  /** What has no kind on a time line, or no day: text. */
  told: readonly Fact[];
  ending: {
    kind: CampaignEnding;
    /** Day of the agreement, or of the return to work or dismissal; of the last reading where it is open. */
    date: string;
    words: Fact;
  };
}

export const CASE_RECORDS: Record<CaseId, CaseRecord> = {
  'london-dock-1889': {
    actions: [
      {
        id: 'australia',
        kind: 'donation',
        name: 'Money from Australia',
        day: 19,
        days: 14,
        amount: {
          value: 30_000,
          days: 14,
          provenance: from('TUC Library; PortCities; Encyclopaedia Britannica'),
        },
        what: {
          value:
            'From early September, about 30,000 of 48,736 £ in all; the Britannica has 30,000 beside 49,000. The days over which it came are our reading.',
          provenance: from('PortCities; TUC Library; Encyclopaedia Britannica'),
        },
      },
    ],
    told: [
      {
        value: 'The relief fund was near its end on 29 August (day 15).',
        provenance: from('Encyclopaedia Britannica'),
      },
    ],
    ending: {
      kind: 'concession',
      date: '1889-09-16',
      words: {
        value: 'Talks from 5 September, an agreement between the 10th and the 14th.',
        provenance: from('Encyclopaedia Britannica; unionancestors'),
      },
    },
  },
  'pullman-1894': {
    actions: [
      {
        id: 'railways',
        kind: 'sympathyStrike',
        name: 'Railway workers will not move Pullman cars',
        day: 46,
        days: null,
        part: 'some',
        people: { value: 260_000, provenance: GNAD },
        what: { value: 'Boycott from 26 June, in 27 states.', provenance: GNAD },
      },
      {
        id: 'court',
        kind: 'injunction',
        name: 'Federal injunction',
        day: 52,
        days: null,
        stops: ['railways'],
        what: { value: 'On 2 July.', provenance: GNAD },
      },
      {
        id: 'troops',
        kind: 'replacementSurge',
        name: 'Federal troops',
        day: 53,
        days: null,
        what: { value: 'On 3 July.', provenance: GNAD },
      },
    ],
    told: [],
    ending: {
      kind: 'collapse',
      date: '1894-07-11',
      words: { value: 'None of six points for success.', provenance: GNAD },
    },
  },
  'lawrence-1912': {
    actions: [
      {
        id: 'relief',
        kind: 'donation',
        name: 'Children taken in, soup kitchens, doctors',
        day: 30,
        days: null,
        amount: null,
        what: {
          value:
            'Children went to families in New York, soup kitchens and doctors helped. That it began on 10 February is general knowledge, unverified. Relief for strikers counts as a gift, not as a service to users.',
          provenance: GNAD,
        },
      },
    ],
    told: [
      {
        value: 'On 24 February (day 44) the police attacked mothers and children at the station.',
        provenance: GNAD,
      },
    ],
    ending: {
      kind: 'concession',
      date: '1912-03-12',
      words: { value: 'Six of six points for success.', provenance: GNAD },
    },
  },
  'seattle-1919': {
    actions: [
      {
        id: 'general-strike',
        kind: 'sympathyStrike',
        name: 'General strike',
        day: 16,
        days: 6,
        part: 'all',
        people: { value: 25_000, provenance: GNAD },
        what: { value: '6 to 11 February, 110 unions.', provenance: GNAD },
      },
      {
        id: 'committee',
        kind: 'serviceSubstitution',
        name: 'Food, light, heat and milk',
        provider: 'movement',
        day: 16,
        days: 6,
        part: 'some',
        what: {
          value: 'A committee of the strikers kept essential services going.',
          provenance: GNAD,
        },
      },
    ],
    told: [],
    ending: {
      kind: 'collapse',
      date: '1919-02-11',
      words: {
        value: 'None of six points for success. The record ends with the general strike.',
        provenance: GNAD,
      },
    },
  },
  'delano-1965': {
    actions: [
      {
        id: 'longshore',
        kind: 'handlingBan',
        name: 'Oakland’s dockers refuse grapes',
        day: 70,
        days: 14,
        part: 'some',
        what: { value: '1,000 ten-ton crates in November 1965.', provenance: GNAD },
      },
    ],
    told: [
      {
        value:
          'From January 1968 (day 850, later than the model runs) a boycott of all table grapes; 17 million Americans joined by 1969, and shipments fell by a third.',
        provenance: GNAD,
      },
    ],
    ending: {
      kind: 'concession',
      date: '1970-07-29',
      words: {
        value: 'Five of six points for success; growers went back on it later.',
        provenance: GNAD,
      },
    },
  },
  'nyc-1968': {
    actions: [
      {
        id: 'kept-open',
        kind: 'serviceSubstitution',
        name: 'The district’s parents keep schools open',
        provider: 'target',
        day: 0,
        days: null,
        part: 'few',
        what: {
          value:
            'The community stood against the strike and kept its district’s schools open; the day is general knowledge, unverified.',
          provenance: from('School Colors (podcast)'),
        },
      },
    ],
    told: [
      {
        value: 'Interrupted twice: 36 school days were struck.',
        provenance: from('Wikipedia'),
      },
    ],
    ending: {
      kind: 'concession',
      date: '1968-11-17',
      words: { value: 'The union won, and the city was split for long.', provenance: 'unverified' },
    },
  },
  'patco-1981': {
    actions: [],
    told: [
      {
        value:
          'Supervisors and military controllers soon ran about 80% of flights; the trained reserve stands in the campaign’s numbers already.',
        provenance: GNAD,
      },
      { value: 'The union lost its certification on 22 October.', provenance: GNAD },
    ],
    ending: {
      kind: 'collapse',
      date: '1981-08-05',
      words: { value: '11,345 were dismissed. One of six points for success.', provenance: GNAD },
    },
  },
  'septa-1983': {
    actions: [
      {
        id: 'unions',
        kind: 'sympathyStrike',
        name: 'Fourteen other unions',
        day: 0,
        days: 38,
        part: 'some',
        people: null,
        what: {
          value: 'They went out with the rail workers; the pact unravelled from day 38.',
          provenance: GNAD,
        },
      },
    ],
    told: [],
    ending: {
      kind: 'collapse',
      date: '1983-07-03',
      words: {
        value:
          'Two of six points for success; the record says loss or partial, so the loss counts.',
        provenance: GNAD,
      },
    },
  },
  'uk-miners-1984': {
    actions: [
      {
        id: 'support-groups',
        kind: 'donation',
        name: 'Soup kitchens, support groups, money from abroad',
        day: 30,
        days: null,
        amount: null,
        what: {
          value: 'They fed strikers’ families throughout.',
          provenance: from('Joannou; TUC Library'),
        },
      },
    ],
    told: [
      {
        value: 'Few major unions struck, and Nottinghamshire worked.',
        provenance: from('Wikipedia'),
      },
      { value: 'Stocks of coal, and oil burnt instead.', provenance: 'unverified' },
    ],
    ending: {
      kind: 'collapse',
      date: '1985-03-03',
      words: {
        value: 'Back to work without an agreement, after more than 26 million days of strike.',
        provenance: from('Wikipedia'),
      },
    },
  },
  'hormel-p9-1985': {
    actions: [
      {
        id: 'replaced',
        kind: 'replacementSurge',
        name: 'The plant opens with replacements',
        day: 149,
        days: null,
        what: {
          value: 'Replacements, by the record; the day (13 January 1986) is general knowledge.',
          provenance: 'unverified',
        },
      },
      {
        id: 'boycott',
        kind: 'boycott',
        name: 'National boycott',
        day: 163,
        days: null,
        where: 'national',
        what: { value: 'Called on 27 January 1986.', provenance: from('Los Angeles Times') },
      },
    ],
    told: [
      {
        value: 'The national union opposed the strike and put the local under trusteeship.',
        provenance: from('Workday Magazine; Wikipedia'),
      },
    ],
    ending: {
      kind: 'collapse',
      date: '1986-09-13',
      words: { value: 'Lost.', provenance: from('Workday Magazine; Wikipedia') },
    },
  },
  'pittston-1989': {
    actions: [
      {
        id: 'camp',
        kind: 'donation',
        name: 'Camp Solidarity',
        day: 60,
        days: null,
        amount: null,
        what: {
          value:
            'Food and lodging for strikers and visitors: a gift to strikers, not a service to users.',
          provenance: GNAD,
        },
      },
      {
        id: 'wildcat',
        kind: 'sympathyStrike',
        name: 'Wildcat strikes of other miners',
        day: 75,
        days: 12,
        part: 'some',
        people: { value: 38_500, provenance: GNAD },
        what: {
          value: '37,000 to 40,000 in June; the end of the month stands for the end.',
          provenance: GNAD,
        },
      },
    ],
    told: [
      { value: 'Miners occupied a plant from 17 to 20 September (day 165).', provenance: GNAD },
    ],
    ending: {
      kind: 'compromise',
      date: '1990-02-20',
      words: {
        value: 'Four of six points for success; the record says win or mixed, so mixed counts.',
        provenance: GNAD,
      },
    },
  },
  'liverpool-1995': {
    actions: [
      {
        id: 'replaced',
        kind: 'replacementSurge',
        name: 'Others work in their place',
        day: 0,
        days: null,
        what: {
          value: 'Replacements, by the record; that it was at once is general knowledge.',
          provenance: 'unverified',
        },
      },
      {
        id: 'world',
        kind: 'handlingBan',
        name: 'Dockers abroad',
        day: 80,
        days: null,
        part: 'some',
        what: {
          value: 'New York’s dockers would not cross in December 1995; days of boycott elsewhere.',
          provenance: from('People’s History Museum; Irish Times'),
        },
      },
    ],
    told: [],
    ending: {
      kind: 'collapse',
      date: '1998-01-26',
      words: {
        value: '28,000 £ each for 327 of them, nobody taken back.',
        provenance: from('People’s History Museum; Irish Times'),
      },
    },
  },
  'ups-1997': {
    actions: [
      {
        id: 'pilots',
        kind: 'handlingBan',
        name: 'The pilots honour the lines',
        day: 0,
        days: null,
        part: 'some',
        what: {
          value: 'The Independent Pilots Association; the air fleet stayed on the ground.',
          provenance: from('Wikipedia; socialistworker.org'),
        },
      },
    ],
    told: [
      {
        value:
          'Competitors and the Postal Service took parcels. Up to 300 million $ of business a week was lost; the union paid about 10 million a week.',
        provenance: from('Dayton Daily News'),
      },
    ],
    ending: {
      kind: 'concession',
      date: '1997-08-19',
      words: { value: 'Won.', provenance: from('Dayton Daily News') },
    },
  },
  'socal-grocery-2003': {
    actions: [
      {
        id: 'warehouses',
        kind: 'handlingBan',
        name: 'Drivers and warehouses',
        day: 44,
        days: 31,
        part: 'some',
        what: {
          value:
            'About 6,000 Teamsters were back at two chains’ warehouses by 29 December (Land Line); that they went out on 24 November is general knowledge.',
          provenance: 'unverified',
        },
      },
    ],
    told: [
      {
        value: 'Pickets were withdrawn from one chain, Ralphs, on 31 October (day 20).',
        provenance: from('Los Angeles Times'),
      },
      { value: 'About 1.5 billion $ of sales were lost.', provenance: from('People’s World') },
    ],
    ending: {
      kind: 'collapse',
      date: '2004-02-29',
      words: { value: 'Lost; newcomers start on less.', provenance: 'unverified' },
    },
  },
  'chicago-2012': {
    actions: [
      {
        id: 'parents',
        kind: 'endorsement',
        name: 'Parents’ solidarity group',
        day: 0,
        what: { value: '1,000 postcards on the first day.', provenance: GNAD },
      },
      {
        id: 'half-days',
        kind: 'serviceSubstitution',
        name: 'The city’s half-day sites with meals',
        provider: 'target',
        day: 0,
        days: null,
        part: 'some',
        what: {
          value: '144 sites, a plan of 25 million $; about 60 churches beside them.',
          provenance: from('Reuters; The Christian Science Monitor'),
        },
      },
    ],
    told: [],
    ending: {
      kind: 'compromise',
      date: '2012-09-18',
      words: {
        value: 'Five of six points for success; the record says win or mixed, so mixed counts.',
        provenance: GNAD,
      },
    },
  },
  'west-virginia-2018': {
    actions: [
      {
        id: 'meals',
        kind: 'serviceSubstitution',
        name: 'Bag lunches and food banks',
        provider: 'movement',
        day: 0,
        days: null,
        part: 'some',
        what: {
          value:
            'From the day before: bag lunches, food banks, meals from door to door, churches; 277,000 pupils were at home.',
          provenance: from('aplus.com; AP, 5 March 2018; NBC'),
        },
      },
    ],
    told: [
      {
        value: 'The service staff went out with the teachers: they stand among the workers.',
        provenance: from('USA Today'),
      },
    ],
    ending: {
      kind: 'concession',
      date: '2018-03-06',
      words: {
        value:
          '5% for everybody, after House and Senate had fought over it. The days it took are general knowledge, unverified.',
        provenance: 'unverified',
      },
    },
  },
  'wga-2023': {
    actions: [
      {
        id: 'actors',
        kind: 'sympathyStrike',
        name: 'The actors strike, too',
        day: 73,
        days: null,
        part: 'some',
        people: { value: 65_000, provenance: from('an excerpt after BLS; AP') },
        what: {
          value:
            'From 14 July, over a dispute of their own; 160,000 is general knowledge, unverified.',
          provenance: from('kan.org.il; AP'),
        },
      },
    ],
    told: [],
    ending: {
      kind: 'concession',
      date: '2023-09-27',
      words: { value: 'Won.', provenance: 'unverified' },
    },
  },
  'tesla-sweden-2023': {
    actions: [
      {
        id: 'four-ports',
        kind: 'handlingBan',
        name: 'Dockers in four ports',
        day: 11,
        days: 10,
        part: 'some',
        what: {
          value: 'From 7 November.',
          provenance: from('The New York Times, 7 November 2023'),
        },
      },
      {
        id: 'all-ports',
        kind: 'handlingBan',
        name: 'Dockers in all ports',
        day: 21,
        days: null,
        part: 'all',
        what: {
          value: 'From 17 November.',
          provenance: from('The New York Times, 7 November 2023'),
        },
      },
      {
        id: 'post',
        kind: 'handlingBan',
        name: 'Post, and number plates with it',
        day: 24,
        days: null,
        part: 'some',
        what: { value: 'From 20 November.', provenance: from('Reuters') },
      },
      {
        id: 'neighbours',
        kind: 'handlingBan',
        name: 'Denmark, Norway and Finland; waste',
        day: 54,
        days: null,
        part: 'some',
        what: {
          value: 'Transport from 20 December, waste from 24 December.',
          provenance: from('Reuters'),
        },
      },
    ],
    told: [
      {
        value:
          'Imported workers, transport by road and other ways around; sales in Sweden up by more than 100% early in 2024.',
        provenance: from('Reuters; The New York Times'),
      },
    ],
    ending: {
      kind: 'open',
      date: '2025-04-18',
      words: { value: 'Not ended when last read.', provenance: from('autospies, 18 April 2025') },
    },
  },
};
