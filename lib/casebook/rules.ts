/**
 * The rules of docs/casebook-rules.md as code: what a campaign's type and its first facts make of every number. Nobody
 * writes a number of these entries by hand, and nothing here knows how a campaign ended.
 */
import type { ParameterKey } from '../model/parameters.ts';
import { known, type Range } from '../model/range.ts';
import { between, within, type Figure } from './entry.ts';

/** What a rule says, in a few words; the page with all of them is docs/casebook-rules.md. */
export const RULES = {
  'workers.stated': 'as many as were said to strike; two figures give the ends',
  'workers.peak':
    'only a peak is on record, known afterwards: a quarter of it, half of it, all of it',
  'workers.unverified': 'as many as is generally said, ×/÷ 1.6',
  'wage.year': 'a year’s pay of the time, spread over the days that are counted, ×/÷ 1.2',
  'fact.unverified': 'general knowledge, unverified: a factor of 1.25 more each way',
  'pay.none': 'a union without strike pay',
  'pay.modest': 'a union with modest means pays a fifth of the wage',
  'pay.strong': 'a union with a large fund pays 35% of the wage',
  'pay.full': 'a Nordic union pays the whole wage',
  'fund.none': 'what is collected: a fiftieth to half of one day’s wages',
  'fund.modest': 'strike pay for 15 to 100 days',
  'fund.strong': 'strike pay for 50 to 400 days',
  'fund.full': 'strike pay for 200 to 1,500 days',
  'buffer.before-1936': 'no unemployment insurance, thin savings',
  'buffer.1936-1989': 'some insurance, some savings',
  'buffer.since-1990': 'the model’s default',
  'stake.pay': 'more pay: the gap is 2% of the wage bill over a contract of three years',
  'stake.security':
    'benefits, conditions or job security: the gap is 4% of the wage bill over a contract of three years',
  'stake.existence':
    'recognition, jobs or the union itself: the gap is 6% of the wage bill over a contract of three years',
  'cost.mirror': 'what the movement gains, the target gives up; only the target knows, so ×/÷ 2',
  'revenue.labour-share': 'the wage bill, divided by its share in the turnover it can stop',
  'loss.perUser': 'the model’s default; it has no effect on an employer paid per user',
  'loss.publicBudget': 'the money comes from a budget, and lost days are made up or cost nothing',
  'loss.perishable': 'what is not sold or carried today is lost',
  'loss.stocks': 'stocks and a full order book make up for much',
  'loss.multiPlant': 'other plants and branches make up for much',
  'loss.singlePlant': 'the model’s default',
  'loss.sectoral': 'a whole industry has no other plants',
  'users.stated': 'as stated, ×/÷ 1.25; nobody where the employer is not paid per user',
  'fare.stated': 'as stated, ×/÷ 1.25; nothing where the employer is not paid per user',
  'skill.low': 'work that is learnt in days',
  'skill.medium': 'work that is learnt in weeks: the model’s default',
  'skill.licensed': 'work that takes years or a licence',
  'law.open': 'permanent replacement or dismissal was lawful and usual: odds × 2',
  'law.neutral': 'replacement was unusual or its law unclear: as the skill has it',
  'law.closed': 'replacement was forbidden or against a strong custom: odds ÷ 2',
  'reserve.trained': 'a trained reserve, and a plan for it that was public before',
  'theta.state': 'the state or a city decides or owns, and answers for some of the harm',
  'theta.private': 'a single private employer answers for nobody else’s harm',
  'theta.group': 'a conglomerate, or customers who own or pay: what others lose lands there',
  'theta.association': 'several employers: the model’s default',
  'blame.market': 'the model’s default: a fifth of a day’s turnover, ×/÷ 3',
  'blame.public':
    'where a strike costs an elected decider no money, it costs votes: half a day’s budget, ×/÷ 3',
  'need.industry': 'who has a need that day that only this service met, by industry',
  'need.stated': 'the share of pupils from poor homes, as stated',
  'support.default': 'the model’s default',
  'support.school': 'teachers are trusted in polls',
  'support.unlawful': 'a strike in a public service that the law forbids begins with less',
  'out.closed': 'a closed shop, or near it',
  'out.most': 'the model’s default',
  'out.split': 'a new union, or one known to be divided before the strike',
  'out.stated': 'as stated on the first day, odds ×/÷ 1.5',
  'harm.scale': 'the model’s default: twenty days’ turnover',
  default: 'the model’s default',
  'action.share.few': 'few of them',
  'action.share.some': 'some of them, or the record has no word for it',
  'action.share.most': 'most of them',
  'action.share.all': 'all of them, or nearly',
  'action.people.stated': 'a striker’s day is missed by somebody: as many as strike, ×/÷ 1.25',
  'action.people.unstated':
    'not on record: between a thirtieth of the campaign’s own strikers and as many again',
  'action.harm': 'about the value that a worker adds in a day: one and a half day’s wages, ×/÷ 3',
  'action.boycott.local': 'a boycott in one place',
  'action.boycott.national': 'a boycott across a country',
  'action.coverage.few': 'a few of those in need are served',
  'action.coverage.some': 'some of those in need are served',
  'action.coverage.most': 'most of those in need are served',
  'action.service.donors': 'given, so the strike fund pays nothing',
  'action.gift.stated': 'what was given, spread over the days on which it came, ×/÷ 1.5',
  'action.gift.unstated': 'not on record: a small part of a day’s wages, every day',
  'action.endorsement': 'an endorsement of an ordinary kind',
  'action.surge': 'a twentieth to two fifths of the work is done by others',
  'action.injunction': 'a hundredth to a fifth of those out go back in',
} as const satisfies Record<string, string>;
export type RuleId = keyof typeof RULES;

/** A figure that rules made: it names them, first thing in its note. */
export interface RuledFigure extends Figure {
  rules: readonly RuleId[];
}

function by(rules: readonly [RuleId, ...RuleId[]], range: Range | number, facts = ''): RuledFigure {
  const reason = rules.map((rule) => RULES[rule]).join('; ');
  const note = `Rule ${rules.join(' + ')}: ${reason}.${facts && ` ${facts}`}`;
  return {
    rules,
    range: typeof range === 'number' ? known(range) : range,
    basis: { kind: 'rule', note, address: null },
  };
}

/** The rules that a note of one of these figures names; null if it names none, or one that is not written down. */
export function rulesNamedIn(note: string): readonly RuleId[] | null {
  const match = /^Rule ([a-z0-9.A-Z+ -]+?):/.exec(note);
  if (!match) return null;
  const ids = match[1]!.split(' + ');
  return ids.every((id) => Object.hasOwn(RULES, id)) ? (ids as RuleId[]) : null;
}

/** Said by a published source, or what is generally known and nobody here has checked. */
export type Provenance = { source: string } | 'unverified';
export const UNVERIFIED = 'general knowledge, unverified';

export interface Fact<Value = string> {
  value: Value;
  provenance: Provenance;
}

export function wordsOfProvenance(provenance: Provenance): string {
  return provenance === 'unverified' ? UNVERIFIED : provenance.source;
}

export type EmployerType =
  'perUser' | 'publicBudget' | 'perishable' | 'stocks' | 'multiPlant' | 'singlePlant' | 'sectoral';
export type Industry =
  | 'schools'
  | 'airTraffic'
  | 'coal'
  | 'docks'
  | 'meat'
  | 'parcels'
  | 'carService'
  | 'textiles'
  | 'shipbuilding'
  | 'railwayCars'
  | 'farming'
  | 'grocery'
  | 'transit'
  | 'film';

/** Wages of those who may strike, divided by the turnover that they can stop; and who depends on it that day. */
const INDUSTRIES: Record<Industry, { labourShare: number; dependent: number }> = {
  schools: { labourShare: 0.6, dependent: 0.5 },
  airTraffic: { labourShare: 0.7, dependent: 0.1 },
  coal: { labourShare: 0.5, dependent: 0.2 },
  docks: { labourShare: 0.5, dependent: 0.1 },
  meat: { labourShare: 0.1, dependent: 0.02 },
  parcels: { labourShare: 0.4, dependent: 0.1 },
  carService: { labourShare: 0.2, dependent: 0.02 },
  textiles: { labourShare: 0.25, dependent: 0.02 },
  shipbuilding: { labourShare: 0.35, dependent: 0.02 },
  railwayCars: { labourShare: 0.3, dependent: 0.02 },
  farming: { labourShare: 0.3, dependent: 0.02 },
  grocery: { labourShare: 0.1, dependent: 0.1 },
  transit: { labourShare: 0.5, dependent: 0.4 },
  film: { labourShare: 0.02, dependent: 0.02 },
};

/** What was known of a campaign before its first solidarity action. */
export interface CaseStart {
  id: string;
  name: string;
  place: string;
  movementName: string;
  targetName: string;
  currency: string;
  firstDay: string;
  employer: EmployerType;
  ownership: 'state' | 'private' | 'group' | 'association';
  industry: Industry;
  skill: 'low' | 'medium' | 'licensed';
  law: 'open' | 'neutral' | 'closed';
  hasTrainedReserve?: true;
  /** The law forbids it, in a public service other than schools. */
  isUnlawful?: true;
  union: 'none' | 'modest' | 'strong' | 'full';
  stake: 'pay' | 'security' | 'existence';
  organized: 'closed' | 'most' | 'split' | Fact<number>;
  workers: Fact<{ low: number; high: number } | { peak: number } | number>;
  yearlyWage: Fact<number>;
  /** People a day, where the employer is paid for each. */
  users?: Fact<number>;
  perUser?: Fact<number>;
  /** Share of pupils from poor homes. */
  inNeed?: Fact<number>;
  /** Why it was put where it was, and what was known: text beside the numbers. */
  known: readonly Fact[];
}

const SCHOOL_DAYS = 185;
const CONTRACT_YEARS = 3;

function daysOfYear({ industry }: CaseStart): number {
  return industry === 'schools' ? SCHOOL_DAYS : 365;
}

/** The odds of a share, multiplied. */
function oddsTimes(factor: number, share: number): number {
  const odds = (share / (1 - share)) * factor;
  return odds / (1 + odds);
}

function oddsWithin(factor: number, share: number): Range {
  return between(oddsTimes(1 / factor, share), share, oddsTimes(factor, share));
}

function scaled({ low, typical, high }: Range, factor: number): Range {
  return between(low * factor, typical * factor, high * factor);
}

/** A fact's rule, or that and what being unverified adds to it; the width comes along. */
function stated(
  rule: RuleId,
  factor: number,
  fact: Fact<number>,
  value = fact.value,
  words = '',
): RuledFigure {
  const { provenance } = fact;
  const facts = `${words}${wordsOfProvenance(provenance)}.`;
  return provenance === 'unverified'
    ? by([rule, 'fact.unverified'], within(factor * 1.25, value), facts)
    : by([rule], within(factor, value), facts);
}

function amountInWords(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function workersOf({ workers: { value, provenance } }: CaseStart): RuledFigure {
  const facts = `${wordsOfProvenance(provenance)}.`;
  if (typeof value === 'number') {
    return provenance === 'unverified'
      ? by(['workers.unverified'], within(1.6, value), facts)
      : by(['workers.stated'], value, facts);
  }
  if ('peak' in value) {
    return by(['workers.peak'], between(value.peak / 4, value.peak / 2, value.peak), facts);
  }
  const { low, high } = value;
  return by(['workers.stated'], between(low, Math.round(Math.sqrt(low * high)), high), facts);
}

function meansOf(
  { union }: CaseStart,
  workers: number,
  wage: number,
): Partial<Record<ParameterKey, RuledFigure>> {
  const share = { none: 0, modest: 0.2, strong: 0.35, full: 1 }[union];
  const days = {
    none: between(0.02, 0.1, 0.5),
    modest: between(15, 40, 100),
    strong: between(50, 150, 400),
    full: between(200, 600, 1500),
  }[union];
  const aDay = workers * wage * (union === 'none' ? 1 : share);
  return {
    strikePayPerDay: by([`pay.${union}`], wage * share),
    strikeFund: by([`fund.${union}`], scaled(days, aDay)),
  };
}

function bufferOf({ firstDay }: CaseStart): RuledFigure {
  const year = Number(firstDay.slice(0, 4));
  if (year < 1936) return by(['buffer.before-1936'], between(5, 12, 30));
  if (year < 1990) return by(['buffer.1936-1989'], between(15, 30, 60));
  return by(['buffer.since-1990'], between(20, 45, 70));
}

const LOSSES: Record<EmployerType, Range> = {
  perUser: between(0.2, 0.35, 0.5),
  publicBudget: between(0.01, 0.05, 0.15),
  perishable: between(0.3, 0.45, 0.65),
  stocks: between(0.1, 0.2, 0.35),
  multiPlant: between(0.05, 0.15, 0.3),
  singlePlant: between(0.2, 0.35, 0.5),
  sectoral: between(0.25, 0.4, 0.6),
};

function replacementOf({
  skill,
  law,
  hasTrainedReserve,
}: CaseStart): Partial<Record<ParameterKey, RuledFigure>> {
  const { now, most, days } = {
    low: { now: 0.1, most: [0.3, 0.6, 0.9], days: 10 },
    medium: { now: 0.05, most: [0.1, 0.3, 0.7], days: 20 },
    licensed: { now: 0.02, most: [0.03, 0.08, 0.2], days: 60 },
  }[skill];
  const factor = { open: 2, neutral: 1, closed: 0.5 }[law];
  const least = hasTrainedReserve ? [0.3, 0.5, 0.8] : [0, 0, 0];
  const [low, typical, high] = most.map((share, i) =>
    Math.max(oddsTimes(factor, share), least[i]!),
  ) as [number, number, number];
  return {
    replacementNow: hasTrainedReserve
      ? by(['reserve.trained'], between(0.1, 0.3, 0.5))
      : by([`skill.${skill}`], now),
    replacementMax: by(
      hasTrainedReserve
        ? [`skill.${skill}`, `law.${law}`, 'reserve.trained']
        : [`skill.${skill}`, `law.${law}`],
      between(low, typical, high),
    ),
    replacementDays: by([`skill.${skill}`], days),
  };
}

const THETAS: Record<CaseStart['ownership'], Range | number> = {
  state: between(0, 0.15, 0.45),
  private: 0,
  group: between(0.3, 0.4, 0.5),
  association: between(0, 0.1, 0.5),
};

function outOf({ organized }: CaseStart): RuledFigure {
  switch (organized) {
    case 'closed':
      return by(['out.closed'], between(0.85, 0.95, 0.99));
    case 'most':
      return by(['out.most'], between(0.75, 0.92, 0.98));
    case 'split':
      return by(['out.split'], between(0.4, 0.65, 0.85));
    default:
      return by(
        ['out.stated'],
        oddsWithin(1.5, organized.value),
        `${wordsOfProvenance(organized.provenance)}.`,
      );
  }
}

/** Every number that the rules give; all others stand at the model's default. */
export function figuresOf(start: CaseStart): Partial<Record<ParameterKey, RuledFigure>> {
  const { employer, industry, yearlyWage } = start;
  const isPublic = employer === 'perUser' || employer === 'publicBudget';
  const { labourShare, dependent } = INDUSTRIES[industry];
  const daysAYear = daysOfYear(start);

  const workers = workersOf(start);
  const wage = stated(
    'wage.year',
    1.2,
    yearlyWage,
    yearlyWage.value / daysAYear,
    `${amountInWords(yearlyWage.value)} a year ÷ ${daysAYear} days; `,
  );
  const N = workers.range.typical;
  const w = wage.range.typical;
  const gap = { pay: 0.02, security: 0.04, existence: 0.06 }[start.stake];
  const gain = N * w * daysAYear * CONTRACT_YEARS * gap;
  const revenue = (N * w) / labourShare;
  const needInIndustry = `${Math.round(dependent * 100)}% in this industry, our assumption, odds ×/÷ 2.5.`;

  const support = start.isUnlawful ? 'unlawful' : industry === 'schools' ? 'school' : 'default';
  const supportAtStart = { unlawful: 0.45, school: 0.6, default: 0.55 }[support];
  const nobody = 'Not paid per user.';
  return {
    workers,
    wagePerDay: wage,
    ...meansOf(start, N, w),
    householdBufferDays: bufferOf(start),
    gainFromConcession: by([`stake.${start.stake}`], within(1.5, gain)),
    costOfConceding: by(['cost.mirror'], within(2, gain)),
    revenuePerDay: by(
      ['revenue.labour-share'],
      within(1.5, revenue),
      `${Math.round(labourShare * 100)}% in this industry, our assumption.`,
    ),
    netLossShare: by([`loss.${employer}`], LOSSES[employer]),
    users: start.users
      ? stated('users.stated', 1.25, start.users)
      : by(['users.stated'], 0, nobody),
    revenuePerUserDay: start.perUser
      ? stated('fare.stated', 1.25, start.perUser)
      : by(['fare.stated'], 0, nobody),
    ...replacementOf(start),
    internalisation: by([`theta.${start.ownership}`], THETAS[start.ownership]),
    blameCostPerDay: isPublic
      ? by(['blame.public'], within(3, 0.5 * revenue))
      : by(['blame.market'], within(3, 0.2 * revenue)),
    dependentShare: start.inNeed
      ? by(
          ['need.stated'],
          oddsWithin(2.5, start.inNeed.value),
          `${wordsOfProvenance(start.inNeed.provenance)}.`,
        )
      : by(['need.industry'], oddsWithin(2.5, dependent), needInIndustry),
    supportAtStart: by([`support.${support}`], oddsWithin(1.8, supportAtStart)),
    harmScale: by(['harm.scale'], 20 * revenue),
    participationAtStart: outOf(start),
  };
}

export function dayTypeOf({ industry }: CaseStart): 'working' | 'calendar' {
  return industry === 'schools' ? 'working' : 'calendar';
}

/** By the era, not by how long it took. */
export function horizonOf({ firstDay }: CaseStart): number {
  return Number(firstDay.slice(0, 4)) > 2005 ? 180 : 400;
}

export type Part = 'few' | 'some' | 'most' | 'all';

/** What the rules make of an action's words; the campaign's own numbers give the scale. */
export function actionRulesOf(start: CaseStart) {
  const { workers, wagePerDay } = figuresOf(start);
  const N = workers!.range.typical;
  const w = wagePerDay!.range.typical;
  return {
    share: (part: Part) =>
      by(
        [`action.share.${part}`],
        {
          few: between(0.01, 0.04, 0.12),
          some: between(0.05, 0.15, 0.35),
          most: between(0.3, 0.6, 0.85),
          all: between(0.6, 0.85, 0.95),
        }[part],
      ),
    people: (fact: Fact<number> | null) =>
      fact === null
        ? by(['action.people.unstated'], between(N * 0.03, N * 0.2, N))
        : stated('action.people.stated', 1.25, fact),
    harm: () => by(['action.harm'], within(3, 1.5 * w)),
    boycott: (where: 'local' | 'national') =>
      by(
        [`action.boycott.${where}`],
        { local: between(0.005, 0.02, 0.06), national: between(0.01, 0.05, 0.15) }[where],
      ),
    coverage: (part: Exclude<Part, 'all'>) =>
      by(
        [`action.coverage.${part}`],
        {
          few: between(0.03, 0.1, 0.25),
          some: between(0.15, 0.35, 0.6),
          most: between(0.4, 0.7, 0.9),
        }[part],
      ),
    fromDonors: () => by(['action.service.donors'], 0),
    gift: (fact: (Fact<number> & { days: number }) | null) =>
      fact === null
        ? by(['action.gift.unstated'], scaled(between(0.005, 0.02, 0.08), N * w))
        : stated('action.gift.stated', 1.5, fact, fact.value / fact.days),
    endorsement: () => by(['action.endorsement'], between(0.3, 1, 3)),
    surge: () => by(['action.surge'], between(0.05, 0.15, 0.4)),
    injunction: () => by(['action.injunction'], between(0.01, 0.05, 0.2)),
  };
}
