import type { Action, WorkersAction } from '../model/action.ts';
import type { Campaign, CampaignNumbers } from '../model/campaign.ts';
import type { Check } from '../model/checks.ts';
import type { Quote, Reading } from '../model/evidence.ts';
import { WebAddress, type Id } from '../model/identity.ts';
import { PARAMETER_KEYS } from '../model/parameters.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import type { SectorTable } from '../model/sector-table.ts';
import type { Basis, UncertainNumber } from '../model/uncertain-number.ts';

/** What stays home unless its owner says otherwise. */
export interface SharingChoice {
  /** One's own notes on campaign, scenario and actions, and the reasons one wrote for one's own numbers. */
  includeNotes: boolean;
  /** The people of the campaign. */
  includeNames: boolean;
  /** Notes anybody can read already (the casebook's): they go along word for word. A changed one is one's own. */
  publishedNotes?: ReadonlySet<string>;
}

/** What was left out, for the preview; the message file has the words. */
export type LeftOutKind =
  'campaignNote' | 'scenarioNote' | 'actionNotes' | 'ownReasons' | 'actorNames';
export interface LeftOut {
  kind: LeftOutKind;
  count: number;
}

/**
 * Ids of the author's library tell who shared what with whom, once a profile is seized. In the file they are counted
 * through instead: reading-1, report-1 … Draw slots carry the luck, so the numbers stay the same.
 */
class Renaming {
  readonly #names = new Map<Id, Id>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  nameOf(id: Id): Id {
    const name = this.#names.get(id) ?? `${this.#prefix}-${this.#names.size + 1}`;
    this.#names.set(id, name);
    return name;
  }
}

/** An instant to its civil date, at midnight UTC: neither the hour nor the time zone is anybody's business. */
function toTheDay(instant: string): string {
  return `${instant.slice(0, 10)}T00:00:00Z`;
}

const BASELINE_ID = 'baseline';

/** Half a surrogate pair, from a passage cut in its middle, is no Unicode and does not survive as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * The records as they may leave the machine. By allow-list: every field is named here, so that one that is added to a
 * record stays home until somebody writes it down (leaving it out is a type error where it is needed).
 * What a file says is enough to reproduce every number: ranges, evidence with its groups, draw slots, seed.
 */
export class Redaction {
  readonly #choice: SharingChoice;
  readonly #leftOut = new Map<LeftOutKind, number>();
  readonly #readings = new Renaming('reading');
  readonly #quotes = new Renaming('quote');
  readonly #reports = new Renaming('report');

  constructor(choice: SharingChoice) {
    this.#choice = choice;
  }

  get leftOut(): LeftOut[] {
    return [...this.#leftOut].map(([kind, count]) => ({ kind, count }));
  }

  records(
    { campaign, scenario }: CampaignScenario,
    baseline: Scenario | null,
  ): CampaignScenario & { baseline: Scenario | null } {
    const sectors = new Set(campaign.sectors?.table.codes ?? []);
    return {
      campaign: this.#campaign(campaign),
      scenario: {
        ...this.#scenario(scenario, sectors),
        baselineId: baseline && BASELINE_ID,
      },
      baseline: baseline && { ...this.#scenario(baseline, sectors), id: BASELINE_ID },
    };
  }

  #withhold(kind: LeftOutKind, count = 1) {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + count);
  }

  #note(text: string, kind: LeftOutKind): string {
    const shared =
      text === '' || this.#choice.includeNotes || this.#choice.publishedNotes?.has(text) === true;
    if (shared) return wellFormed(text);
    this.#withhold(kind);
    return '';
  }

  #campaign(campaign: Campaign): Campaign {
    const names = this.#choice.includeNames ? campaign.actorNames : [];
    if (names.length < campaign.actorNames.length) {
      this.#withhold('actorNames', campaign.actorNames.length);
    }
    return {
      recordVersion: campaign.recordVersion,
      id: 'campaign',
      name: wellFormed(campaign.name),
      place: wellFormed(campaign.place),
      summary: wellFormed(campaign.summary),
      movementName: wellFormed(campaign.movementName),
      targetName: wellFormed(campaign.targetName),
      actorNames: names.map(wellFormed),
      note: this.#note(campaign.note, 'campaignNote'),
      provenance: campaign.provenance,
      casebookId: campaign.casebookId,
      currency: campaign.currency,
      moneyYear: campaign.moneyYear,
      firstDay: campaign.firstDay,
      dayType: campaign.dayType,
      employer: campaign.employer,
      sectors: campaign.sectors && {
        struck: campaign.sectors.struck,
        table: sectorTable(campaign.sectors.table),
      },
      settledDay: campaign.settledDay,
      settlement: wellFormed(campaign.settlement),
      numbers: Object.fromEntries(
        PARAMETER_KEYS.map((key) => [key, this.#number(campaign.numbers[key])]),
      ) as CampaignNumbers,
      ...(campaign.checks && { checks: campaign.checks.map(check) }),
      createdAt: toTheDay(campaign.createdAt),
      updatedAt: toTheDay(campaign.updatedAt),
    };
  }

  #scenario(scenario: Scenario, sectors: ReadonlySet<string>): Scenario {
    const ids = new Set(scenario.actions.map((action) => action.id));
    return {
      recordVersion: scenario.recordVersion,
      id: 'scenario',
      campaignId: 'campaign',
      name: wellFormed(scenario.name),
      note: this.#note(scenario.note, 'scenarioNote'),
      horizonDays: scenario.horizonDays,
      fixedLengthDays: scenario.fixedLengthDays,
      actions: scenario.actions.map((action) => this.#action(action, ids, sectors)),
      nextDrawSlot: scenario.nextDrawSlot,
      baselineId: null,
      seed: scenario.seed,
      createdAt: toTheDay(scenario.createdAt),
      updatedAt: toTheDay(scenario.updatedAt),
    };
  }

  /** An action keeps its id: it names nothing in the library, and the command line leaves actions out by it. */
  #action(action: Action, ids: ReadonlySet<Id>, sectors: ReadonlySet<string>): Action {
    const common = {
      id: action.id,
      name: wellFormed(action.name),
      note: this.#note(action.note, 'actionNotes'),
      enabled: action.enabled,
      startDay: action.startDay,
    };
    switch (action.kind) {
      case 'sympathyStrike':
        return {
          kind: action.kind,
          ...common,
          // The engine passes over a sector that the campaign has no longer; a file must not name one.
          sector: action.sector !== null && sectors.has(action.sector) ? action.sector : null,
          durationDays: action.durationDays,
          share: this.#number(action.share),
          announcedDay: action.announcedDay,
          withdrawnDay: action.withdrawnDay,
          peoplePerDay: this.#number(action.peoplePerDay),
          ...takenByWorkers(action),
          harmPerPerson: this.#number(action.harmPerPerson),
        };
      case 'serviceSubstitution':
        return {
          kind: action.kind,
          ...common,
          provider: action.provider,
          durationDays: action.durationDays,
          coverage: this.#number(action.coverage),
          costPerDay: this.#number(action.costPerDay),
        };
      case 'handlingBan':
        return {
          kind: action.kind,
          ...common,
          ...takenByWorkers(action),
          durationDays: action.durationDays,
          share: this.#number(action.share),
        };
      case 'boycott':
      case 'replacementSurge':
        return {
          kind: action.kind,
          ...common,
          durationDays: action.durationDays,
          share: this.#number(action.share),
        };
      case 'donation':
        return {
          kind: action.kind,
          ...common,
          durationDays: action.durationDays,
          amountPerDay: this.#number(action.amountPerDay),
        };
      case 'endorsement':
        return { kind: action.kind, ...common, strength: this.#number(action.strength) };
      case 'injunction':
        return {
          kind: action.kind,
          ...common,
          durationDays: action.durationDays,
          // A strike that was deleted since can be forbidden no more.
          actionIds: action.actionIds.filter((id) => ids.has(id)),
          share: this.#number(action.share),
        };
      default:
        return action satisfies never;
    }
  }

  #number(number: UncertainNumber): UncertainNumber {
    return {
      low: number.low,
      typical: number.typical,
      high: number.high,
      basis: this.#basis(number.basis),
      drawSlot: number.drawSlot,
      readings: number.readings.map((reading) => this.#reading(reading)),
    };
  }

  /** Sources, assumptions and rules are what a snapshot is for; a reason of one's own is a note. */
  #basis(basis: Basis): Basis {
    const note =
      basis.kind === 'own' ? this.#note(basis.note, 'ownReasons') : wellFormed(basis.note);
    const withheld = basis.kind === 'own' && !this.#choice.includeNotes;
    const address = basis.address !== null && WebAddress.safeParse(basis.address).success;
    return {
      kind: basis.kind,
      note,
      address: address && !withheld ? wellFormed(basis.address!) : null,
    };
  }

  #reading(reading: Reading): Reading {
    // Passages of one clip count once. Without the clip's id the group must say so, or the range would move.
    const report = reading.groupId ?? reading.clipId;
    const { citation } = reading;
    return {
      id: this.#readings.nameOf(reading.id),
      clipId: null,
      quote: this.#quote(reading.quote),
      citation: {
        title: wellFormed(citation.title),
        siteName: wellFormed(citation.siteName),
        authors: citation.authors.map(wellFormed),
        publishedAt: citation.publishedAt?.slice(0, 10) ?? null,
        address: citation.address && wellFormed(citation.address),
      },
      low: reading.low,
      high: reading.high,
      reliability: reading.reliability,
      groupId: report === null ? null : this.#reports.nameOf(report),
      addedAt: toTheDay(reading.addedAt),
    };
  }

  #quote(quote: Quote): Quote {
    return {
      id: this.#quotes.nameOf(quote.id),
      exact: wellFormed(quote.exact),
      prefix: wellFormed(quote.prefix),
      suffix: wellFormed(quote.suffix),
    };
  }
}

/** Choices and numbers, no text of anybody's; named anew, for its id is of the library. */
function check(given: Check, index: number): Check {
  const id = `check-${index + 1}`;
  switch (given.kind) {
    case 'risk': {
      const { kind, risk, limit, beforeDay, atMost } = given;
      return { id, kind, risk, limit, beforeDay, atMost };
    }
    case 'chance': {
      const { kind, figure, ofHundred, byDay } = given;
      return { id, kind, figure, ofHundred, byDay };
    }
    case 'effect': {
      const { kind, actions, never, quantity } = given;
      return { id, kind, actions, never, quantity };
    }
    case 'noHarm':
    case 'workerDays':
      return { id, kind: given.kind, atMost: given.atMost };
    default:
      return given satisfies never;
  }
}

function takenByWorkers({ workers, wagePerDay, legality }: WorkersAction) {
  return { workers, wagePerDay, legality };
}

function sectorTable(table: SectorTable): SectorTable {
  return {
    name: wellFormed(table.name),
    source: wellFormed(table.source),
    year: table.year,
    codes: table.codes,
    names: table.names.map(wellFormed),
    output: table.output,
    valueAdded: table.valueAdded,
    sales: table.sales,
  };
}
