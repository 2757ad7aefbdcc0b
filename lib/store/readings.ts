import { NUMBERS_OF_KIND, numberOf, withNumber, type ActionNumberKey } from '../model/action.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Reading } from '../model/evidence.ts';
import { PARAMETER_KEYS, type ParameterKey } from '../model/parameters.ts';
import type { Scenario } from '../model/scenario.ts';
import type { UncertainNumber } from '../model/uncertain-number.ts';
import { campaignRow, scenarioRow } from './campaigns.ts';
import type { Done, StoreCore } from './core.ts';
import { nextUpdatedAt, plainRecord } from './records.ts';

/** Where a number stands that a reading may move: a campaign's, or an action's in one of its scenarios. */
export type NumberPlace =
  | { kind: 'campaign'; campaignId: string; key: ParameterKey }
  | {
      kind: 'action';
      campaignId: string;
      scenarioId: string;
      actionId: string;
      key: ActionNumberKey;
    };
export interface PlacedReading {
  place: NumberPlace;
  reading: Reading;
}
/** A reading in use, with the names a person knows the place by. */
export interface ReadingUse extends PlacedReading {
  campaignName: string;
  scenarioName: string | null;
  actionName: string | null;
}

/** Undone by putBackReadings. */
export interface RemovedReadings {
  readings: PlacedReading[];
}

type ReadingsChange = (readings: Reading[], place: NumberPlace) => Reading[];

/** The number with its readings changed; the very same object where they are not. */
function changeNumber(
  number: UncertainNumber,
  place: NumberPlace,
  change: ReadingsChange,
): UncertainNumber {
  const readings = change(number.readings, place);
  return readings === number.readings ? number : { ...number, readings };
}

function changeCampaign(campaign: Campaign, change: ReadingsChange): Campaign {
  let changed = campaign;
  for (const key of PARAMETER_KEYS) {
    const place: NumberPlace = { kind: 'campaign', campaignId: campaign.id, key };
    const number = changeNumber(campaign.numbers[key], place, change);
    if (number !== campaign.numbers[key]) {
      changed = { ...changed, numbers: { ...changed.numbers, [key]: number } };
    }
  }
  return changed;
}

function changeScenario(scenario: Scenario, change: ReadingsChange): Scenario {
  let hasChanged = false;
  const actions = scenario.actions.map((action) => {
    let changed = action;
    for (const key of NUMBERS_OF_KIND[action.kind]) {
      const place: NumberPlace = {
        kind: 'action',
        campaignId: scenario.campaignId,
        scenarioId: scenario.id,
        actionId: action.id,
        key,
      };
      const before = numberOf(action, key);
      const number = before && changeNumber(before, place, change);
      if (number && number !== before) changed = withNumber(changed, key, number);
    }
    hasChanged ||= changed !== action;
    return changed;
  });
  return hasChanged ? { ...scenario, actions } : scenario;
}

function isSamePlace(a: NumberPlace, b: NumberPlace): boolean {
  if (a.key !== b.key || a.campaignId !== b.campaignId) return false;
  if (a.kind === 'campaign' || b.kind === 'campaign') return a.kind === b.kind;
  return a.scenarioId === b.scenarioId && a.actionId === b.actionId;
}

/** Inside a transaction over campaigns and scenarios: every number whose readings the change makes other ones. */
export async function changeReadings(
  core: StoreCore,
  done: Done,
  change: ReadingsChange,
): Promise<void> {
  const { campaigns, scenarios } = core.database;
  for (const campaign of core.readableOnes('campaigns', await campaigns.toArray())) {
    const changed = changeCampaign(campaign, change);
    if (changed === campaign) continue;
    const updatedAt = nextUpdatedAt(campaign.updatedAt);
    await campaigns.put(campaignRow(plainRecord('campaigns', { ...changed, updatedAt })));
    done.changed('campaigns', campaign.id);
  }
  for (const scenario of core.readableOnes('scenarios', await scenarios.toArray())) {
    const changed = changeScenario(scenario, change);
    if (changed === scenario) continue;
    const updatedAt = nextUpdatedAt(scenario.updatedAt);
    await scenarios.put(scenarioRow(plainRecord('scenarios', { ...changed, updatedAt })));
    done.changed('scenarios', scenario.id);
  }
}

export function readingOperations(core: StoreCore) {
  const { campaigns, scenarios } = core.database;

  /** One transaction over every campaign and scenario that can be read. */
  const changeEverywhere = (change: ReadingsChange): Promise<void> =>
    core.write(['campaigns', 'scenarios'], (done) => changeReadings(core, done, change));

  /** Takes the readings of these clips out of every number, in one transaction: the priors are back. */
  async function removeReadingsOfClips(clipIds: readonly string[]): Promise<RemovedReadings> {
    const removed: PlacedReading[] = [];
    const those = new Set<string | null>(clipIds);
    await changeEverywhere((readings, place) => {
      const kept = readings.filter((reading) => !those.has(reading.clipId));
      if (kept.length === readings.length) return readings;
      for (const reading of readings) {
        if (those.has(reading.clipId)) removed.push({ place, reading });
      }
      return kept;
    });
    return { readings: removed };
  }

  return {
    /** Every number that rests on this clip. */
    async readingsOfClip(clipId: string): Promise<ReadingUse[]> {
      const [campaignRows, scenarioRows] = await core.read(() =>
        core.database.transaction('r', [campaigns, scenarios], async () => [
          await campaigns.toArray(),
          await scenarios.toArray(),
        ]),
      );
      const uses: ReadingUse[] = [];
      const names = new Map<string, string>();
      const collect =
        (nameOf: (place: NumberPlace) => Omit<ReadingUse, 'place' | 'reading'>): ReadingsChange =>
        (readings, place) => {
          for (const reading of readings) {
            if (reading.clipId === clipId) uses.push({ place, reading, ...nameOf(place) });
          }
          return readings;
        };
      for (const campaign of core.readableOnes('campaigns', campaignRows!)) {
        names.set(campaign.id, campaign.name);
        const name = { campaignName: campaign.name, scenarioName: null, actionName: null };
        changeCampaign(
          campaign,
          collect(() => name),
        );
      }
      for (const scenario of core.readableOnes('scenarios', scenarioRows!)) {
        changeScenario(
          scenario,
          collect((place) => ({
            campaignName: names.get(scenario.campaignId) ?? '',
            scenarioName: scenario.name,
            actionName:
              place.kind === 'action'
                ? (scenario.actions.find((action) => action.id === place.actionId)?.name ?? null)
                : null,
          })),
        );
      }
      return uses;
    },

    removeReadingsOfClips,

    /** As removeReadingsOfClips, of one clip. */
    removeReadingsOfClip: (clipId: string): Promise<RemovedReadings> =>
      removeReadingsOfClips([clipId]),

    /** Undoes removeReadingsOfClips. A number that is gone meanwhile, or has the reading again, is left as it is. */
    async putBackReadings(removed: RemovedReadings): Promise<void> {
      await changeEverywhere((readings, place) => {
        const missing = removed.readings.filter(
          (placed) =>
            isSamePlace(placed.place, place) &&
            !readings.some((reading) => reading.id === placed.reading.id),
        );
        return missing.length === 0
          ? readings
          : [...readings, ...missing.map((placed) => placed.reading)];
      });
    },
  };
}
