/** What a list shows of the campaigns that were coded by rule. Their numbers and texts are fetched when one is opened. */

/** How it ended, by the rule of docs/casebook-rules.md; open: it had not when last read. */
export type CampaignEnding = 'concession' | 'compromise' | 'collapse' | 'open';

/** The oldest first. */
export const CASES = [
  { id: 'london-dock-1889', name: 'London’s docks 1889', ending: 'concession' },
  { id: 'pullman-1894', name: 'Pullman 1894', ending: 'collapse' },
  { id: 'lawrence-1912', name: 'Lawrence 1912', ending: 'concession' },
  { id: 'seattle-1919', name: 'Seattle 1919', ending: 'collapse' },
  { id: 'delano-1965', name: 'Delano’s grapes 1965', ending: 'concession' },
  { id: 'nyc-1968', name: 'New York’s teachers 1968', ending: 'concession' },
  { id: 'patco-1981', name: 'Air-traffic controllers 1981', ending: 'collapse' },
  { id: 'septa-1983', name: 'Philadelphia’s regional rail 1983', ending: 'collapse' },
  { id: 'uk-miners-1984', name: 'Britain’s miners 1984', ending: 'collapse' },
  { id: 'hormel-p9-1985', name: 'Hormel 1985', ending: 'collapse' },
  { id: 'pittston-1989', name: 'Pittston coal 1989', ending: 'compromise' },
  { id: 'liverpool-1995', name: 'Liverpool’s dockers 1995', ending: 'collapse' },
  { id: 'ups-1997', name: 'UPS 1997', ending: 'concession' },
  { id: 'socal-grocery-2003', name: 'Southern California’s grocery 2003', ending: 'collapse' },
  { id: 'chicago-2012', name: 'Chicago’s teachers 2012', ending: 'compromise' },
  { id: 'west-virginia-2018', name: 'West Virginia’s schools 2018', ending: 'concession' },
  { id: 'wga-2023', name: 'Writers Guild 2023', ending: 'concession' },
  { id: 'tesla-sweden-2023', name: 'Tesla in Sweden 2023', ending: 'open' },
] as const satisfies readonly { id: string; name: string; ending: CampaignEnding }[];
export type CaseId = (typeof CASES)[number]['id'];
export const CASE_IDS: readonly CaseId[] = CASES.map(({ id }) => id);

export function isCaseId(text: string): text is CaseId {
  return (CASE_IDS as readonly string[]).includes(text);
}
