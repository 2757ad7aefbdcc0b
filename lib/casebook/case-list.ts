/** What a list shows of the campaigns that were coded by rule. Their numbers and texts are fetched when one is opened. */

/** How it ended, by the rule of docs/casebook-rules.md; open: it had not when last read. */
export type CampaignEnding = 'concession' | 'compromise' | 'collapse' | 'open';

/** The oldest first. Last days are the campaign's own: of the ending, or of the last reading where it is open. */
export const CASES = [
  { id: 'london-dock-1889', name: 'London’s docks 1889', ending: 'concession', lastDay: 33 },
  { id: 'pullman-1894', name: 'Pullman 1894', ending: 'collapse', lastDay: 61 },
  { id: 'lawrence-1912', name: 'Lawrence 1912', ending: 'concession', lastDay: 61 },
  { id: 'seattle-1919', name: 'Seattle 1919', ending: 'collapse', lastDay: 21 },
  { id: 'delano-1965', name: 'Delano’s grapes 1965', ending: 'concession', lastDay: 1785 },
  { id: 'nyc-1968', name: 'New York’s teachers 1968', ending: 'concession', lastDay: 49 },
  { id: 'patco-1981', name: 'Air-traffic controllers 1981', ending: 'collapse', lastDay: 2 },
  { id: 'septa-1983', name: 'Philadelphia’s regional rail 1983', ending: 'collapse', lastDay: 110 },
  { id: 'uk-miners-1984', name: 'Britain’s miners 1984', ending: 'collapse', lastDay: 362 },
  { id: 'hormel-p9-1985', name: 'Hormel 1985', ending: 'collapse', lastDay: 392 },
  { id: 'pittston-1989', name: 'Pittston coal 1989', ending: 'compromise', lastDay: 321 },
  { id: 'liverpool-1995', name: 'Liverpool’s dockers 1995', ending: 'collapse', lastDay: 851 },
  { id: 'ups-1997', name: 'UPS 1997', ending: 'concession', lastDay: 15 },
  {
    id: 'socal-grocery-2003',
    name: 'Southern California’s grocery 2003',
    ending: 'collapse',
    lastDay: 141,
  },
  { id: 'chicago-2012', name: 'Chicago’s teachers 2012', ending: 'compromise', lastDay: 6 },
  {
    id: 'west-virginia-2018',
    name: 'West Virginia’s schools 2018',
    ending: 'concession',
    lastDay: 8,
  },
  { id: 'wga-2023', name: 'Writers Guild 2023', ending: 'concession', lastDay: 148 },
  { id: 'tesla-sweden-2023', name: 'Tesla in Sweden 2023', ending: 'open', lastDay: 539 },
] as const satisfies readonly {
  id: string;
  name: string;
  ending: CampaignEnding;
  lastDay: number;
}[];
export type CaseId = (typeof CASES)[number]['id'];
export const CASE_IDS: readonly CaseId[] = CASES.map(({ id }) => id);

export function isCaseId(text: string): text is CaseId {
  return (CASE_IDS as readonly string[]).includes(text);
}

/** The two that the program began with: their numbers were stated one by one, with the ending known. */
export const FOUNDING_IDS = ['posti-2019', 'oakland-2019'] as const;
export type FoundingId = (typeof FOUNDING_IDS)[number];
const FOUNDING_ENDINGS: Record<FoundingId, KnownEnding> = {
  'posti-2019': { ending: 'concession', day: 16 },
  'oakland-2019': { ending: 'concession', day: 6 },
};

export function isFoundingId(text: string): text is FoundingId {
  return (FOUNDING_IDS as readonly string[]).includes(text);
}

/** How a campaign really ended, and on which of its days; where it is open, the last day of which anything is known. */
export interface KnownEnding {
  ending: CampaignEnding;
  day: number;
}

/** null: no campaign of the record goes by that name. */
export function endingOf(id: string): KnownEnding | null {
  if (isFoundingId(id)) return FOUNDING_ENDINGS[id];
  const known = CASES.find((each) => each.id === id);
  return known ? { ending: known.ending, day: known.lastDay } : null;
}
