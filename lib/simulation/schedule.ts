/**
 * The time line made ready for the daily step: days fall into stretches over which nothing on the line changes, and
 * each stretch knows which actions' numbers add to what. How strong an action is differs by future, when it acts
 * does not.
 */
import { durationOf, type Action, type ActionNumberKey } from '../model/action.ts';
import type { Scenario } from '../model/scenario.ts';

/** An announcement weighs only in the last days before it falls due. */
const ANNOUNCEMENT_WINDOW_DAYS = 7;

/** Sums of a stretch that are not by sector. */
export const STRETCH_SUMS = [
  'movementService',
  'targetService',
  'boycott',
  'handlingBan',
  'replacementSurge',
  'serviceCost',
  'donations',
  'endorsement',
  'directHarm',
  'announcedDirectHarm',
] as const;
export type StretchSum = (typeof STRETCH_SUMS)[number];

/** One addition of an action to a sum: the value at `first` times, where there is one, that at `second`. */
export interface Term {
  sum: StretchSum;
  first: number;
  second: number | null;
}

/** A sympathy strike's share in its sector, under way or announced. */
export interface SectorTerm {
  sector: number;
  share: number;
}

export interface Stretch {
  firstDay: number;
  terms: Term[];
  strikes: SectorTerm[];
  announced: SectorTerm[];
}

export interface Schedule {
  stretches: Stretch[];
  /** Stretch of each day. */
  stretchOfDay: Uint16Array;
  /** γ of a day = scale · γ₀ + offset: each carried-out threat halves what is missing, each withdrawn one halves γ. */
  credibilityScale: Float64Array;
  credibilityOffset: Float64Array;
  /** On an injunction's first day: which values take a share of those still out back in. */
  injunctionsBegin: Map<number, number[]>;
  /** Sectors named by a sympathy strike that is switched on. */
  namedSectors: Set<number>;
}

/** Where an action's number stands in the vector of a future's values. */
export type ValueIndex = (action: Action, key: ActionNumberKey) => number;

function isActive(action: Action, day: number): boolean {
  const duration = durationOf(action);
  return action.startDay <= day && (duration === null || day < action.startDay + duration);
}

function isStrikeOn(strike: Action & { kind: 'sympathyStrike' }, day: number): boolean {
  return isActive(strike, day) && (strike.withdrawnDay === null || day < strike.withdrawnDay);
}

function isAnnounced(strike: Action & { kind: 'sympathyStrike' }, day: number): boolean {
  return (
    strike.announcedDay !== null &&
    strike.announcedDay <= day &&
    day < strike.startDay &&
    strike.startDay - day <= ANNOUNCEMENT_WINDOW_DAYS &&
    (strike.withdrawnDay === null || day < strike.withdrawnDay)
  );
}

function termsOf(action: Action, day: number, at: ValueIndex): Term[] {
  const term = (sum: StretchSum, key: ActionNumberKey): Term => ({
    sum,
    first: at(action, key),
    second: null,
  });
  switch (action.kind) {
    case 'sympathyStrike': {
      const sum = isStrikeOn(action, day)
        ? 'directHarm'
        : isAnnounced(action, day)
          ? 'announcedDirectHarm'
          : null;
      return sum
        ? [{ sum, first: at(action, 'peoplePerDay'), second: at(action, 'harmPerPerson') }]
        : [];
    }
    case 'serviceSubstitution':
      return action.provider === 'movement'
        ? [term('movementService', 'coverage'), term('serviceCost', 'costPerDay')]
        : [term('targetService', 'coverage')];
    case 'boycott':
      return [term('boycott', 'share')];
    case 'handlingBan':
      return [term('handlingBan', 'share')];
    case 'replacementSurge':
      return [term('replacementSurge', 'share')];
    case 'donation':
      return [term('donations', 'amountPerDay')];
    case 'endorsement':
      return [term('endorsement', 'strength')];
    case 'injunction':
      return [];
    default:
      return action satisfies never;
  }
}

/**
 * @param days how many days the run has
 * @param sectorIndex row of a sector's code in the table, −1 where it has none
 */
export function compileSchedule(
  scenario: Scenario,
  days: number,
  sectorIndex: (code: string | null) => number,
  at: ValueIndex,
): Schedule {
  const actions = scenario.actions.filter((action) => action.enabled);
  const strikes = actions.filter((action) => action.kind === 'sympathyStrike');
  const injunctions = actions.filter((action) => action.kind === 'injunction');
  const isEnjoined = (id: string, day: number) =>
    injunctions.some(
      (injunction) => isActive(injunction, day) && injunction.actionIds.includes(id),
    );

  const changes = new Set([0]);
  for (const action of actions) {
    changes.add(action.startDay);
    const duration = durationOf(action);
    if (duration !== null) changes.add(action.startDay + duration);
    if (action.kind === 'sympathyStrike' && action.announcedDay !== null) {
      changes.add(Math.max(0, action.announcedDay));
      changes.add(Math.max(0, action.startDay - ANNOUNCEMENT_WINDOW_DAYS));
    }
    if (action.kind === 'sympathyStrike' && action.withdrawnDay !== null)
      changes.add(action.withdrawnDay);
  }
  const firstDays = [...changes].filter((day) => day < days).sort((a, b) => a - b);

  const stretches = firstDays.map((firstDay): Stretch => {
    // A court forbids sympathy strikes alone; whatever else an injunction names goes on.
    const standing = actions.filter(
      (action) => action.kind !== 'sympathyStrike' || !isEnjoined(action.id, firstDay),
    );
    const bySector = (isOn: typeof isStrikeOn): SectorTerm[] =>
      strikes
        .filter((strike) => isOn(strike, firstDay) && !isEnjoined(strike.id, firstDay))
        .map((strike) => ({ sector: sectorIndex(strike.sector), share: at(strike, 'share') }))
        .filter(({ sector }) => sector >= 0);
    return {
      firstDay,
      terms: standing
        .filter((action) => action.kind === 'sympathyStrike' || isActive(action, firstDay))
        .flatMap((action) => termsOf(action, firstDay, at)),
      strikes: bySector(isStrikeOn),
      announced: bySector(isAnnounced),
    };
  });

  const stretchOfDay = new Uint16Array(days);
  for (let day = 0, index = 0; day < days; day++) {
    while (index + 1 < stretches.length && stretches[index + 1].firstDay <= day) index++;
    stretchOfDay[day] = index;
  }

  const credibilityScale = new Float64Array(days);
  const credibilityOffset = new Float64Array(days);
  for (let day = 0, scale = 1, offset = 0; day < days; day++) {
    for (const strike of strikes) {
      const wasAnnounced = strike.announcedDay !== null && strike.announcedDay < strike.startDay;
      // A strike that a court stops on its first day has not been carried out and earns no belief.
      if (
        wasAnnounced &&
        strike.startDay === day &&
        isStrikeOn(strike, day) &&
        !isEnjoined(strike.id, day)
      ) {
        scale /= 2;
        offset = offset / 2 + 0.5;
      }
    }
    for (const strike of strikes) {
      const isThreat =
        strike.announcedDay !== null && strike.announcedDay <= day && day <= strike.startDay;
      if (isThreat && strike.withdrawnDay === day) {
        scale /= 2;
        offset /= 2;
      }
    }
    credibilityScale[day] = scale;
    credibilityOffset[day] = offset;
  }

  const injunctionsBegin = new Map<number, number[]>();
  for (const injunction of injunctions) {
    const values = injunctionsBegin.get(injunction.startDay) ?? [];
    injunctionsBegin.set(injunction.startDay, [...values, at(injunction, 'share')]);
  }
  const namedSectors = new Set(
    strikes.map((strike) => sectorIndex(strike.sector)).filter((index) => index >= 0),
  );
  return {
    stretches,
    stretchOfDay,
    credibilityScale,
    credibilityOffset,
    injunctionsBegin,
    namedSectors,
  };
}
