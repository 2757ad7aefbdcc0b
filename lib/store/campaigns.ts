import type { Campaign } from '../model/campaign.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import type { StoreCore } from './core.ts';
import { isUnchanged, nextUpdatedAt, plainRecord, type RecordOf } from './records.ts';
import { rankOf, type Row } from './tables.ts';

export type NotSaved = { ok: false; reason: 'changedElsewhere' | 'missing' | 'unreadable' };

/**
 * What a save expects to find. Left out: the record as it was read (its own updatedAt), or none. null: none, the
 * record is new. A string: the record with that updatedAt and no other.
 */
export type Expected = string | null | undefined;

type StudioTable = 'campaigns' | 'scenarios';

export function campaignRow(campaign: Campaign): Row {
  return { id: campaign.id, rank: rankOf(campaign.updatedAt), record: campaign };
}
export function scenarioRow(scenario: Scenario): Row {
  return { id: scenario.id, rank: rankOf(scenario.updatedAt), record: scenario };
}

export interface DeletedCampaign {
  campaign: Campaign;
  scenarios: Scenario[];
}

interface Prepared<T> {
  ok: true;
  record: T;
  is: 'new' | 'changed' | 'unchanged';
}

export function campaignOperations(core: StoreCore) {
  const { campaigns, scenarios } = core.database;

  /** Inside a transaction: may this record be written over what is there, and with which updatedAt? */
  async function prepare<T extends StudioTable>(
    table: T,
    record: RecordOf[T],
    expected: Expected,
  ): Promise<Prepared<RecordOf[T]> | NotSaved> {
    const row: Row | undefined = await core.database.table(table).get(record.id);
    if (!row) {
      return typeof expected === 'string'
        ? { ok: false, reason: 'missing' }
        : { ok: true, record, is: 'new' };
    }
    const stored = core.readable(table, row);
    if (!stored) return { ok: false, reason: 'unreadable' };
    if (isUnchanged(stored, record)) return { ok: true, record: stored, is: 'unchanged' };
    const asRead = expected === undefined ? record.updatedAt : expected;
    if (stored.updatedAt !== asRead) return { ok: false, reason: 'changedElsewhere' };
    const updatedAt = nextUpdatedAt(stored.updatedAt);
    return { ok: true, record: { ...record, updatedAt }, is: 'changed' };
  }

  return {
    /** Last changed first. */
    async listCampaigns(): Promise<Campaign[]> {
      const rows = await core.read(() => campaigns.orderBy('rank').toArray());
      return core.readableOnes('campaigns', rows);
    },

    async getCampaign(id: string): Promise<Campaign | null> {
      const row = await core.read(() => campaigns.get(id));
      return row ? core.readable('campaigns', row) : null;
    },

    /**
     * A new campaign is kept as it is; a changed one gets a new updatedAt. Go on with the record that comes back,
     * and await one save before the next: the second, with the updatedAt of before the first, is refused.
     */
    async saveCampaign(
      campaign: Campaign,
      expectedUpdatedAt?: string | null,
    ): Promise<{ ok: true; campaign: Campaign } | NotSaved> {
      const plain = plainRecord('campaigns', campaign);
      return core.write(['campaigns'], async (done) => {
        const prepared = await prepare('campaigns', plain, expectedUpdatedAt);
        if (!prepared.ok) return prepared;
        if (prepared.is !== 'unchanged') {
          await campaigns.put(campaignRow(prepared.record));
          done[prepared.is === 'new' ? 'made' : 'changed']('campaigns', plain.id);
        }
        return { ok: true, campaign: prepared.record };
      });
    },

    /** A campaign's scenarios, oldest first, so that they keep their places while being worked on. */
    async listScenarios(campaignId: string): Promise<Scenario[]> {
      const rows = await core.read(() =>
        scenarios.where('record.campaignId').equals(campaignId).toArray(),
      );
      return core
        .readableOnes('scenarios', rows)
        .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
    },

    async getScenario(id: string): Promise<Scenario | null> {
      const row = await core.read(() => scenarios.get(id));
      return row ? core.readable('scenarios', row) : null;
    },

    /** As saveCampaign; 'missing' also where its campaign is gone. */
    async saveScenario(
      scenario: Scenario,
      expectedUpdatedAt?: string | null,
    ): Promise<{ ok: true; scenario: Scenario } | NotSaved> {
      const plain = plainRecord('scenarios', scenario);
      return core.write(['campaigns', 'scenarios'], async (done) => {
        if (!(await campaigns.get(plain.campaignId))) return { ok: false, reason: 'missing' };
        const prepared = await prepare('scenarios', plain, expectedUpdatedAt);
        if (!prepared.ok) return prepared;
        if (prepared.is !== 'unchanged') {
          await scenarios.put(scenarioRow(prepared.record));
          done[prepared.is === 'new' ? 'made' : 'changed']('scenarios', plain.id);
        }
        return { ok: true, scenario: prepared.record };
      });
    },

    /** Both or neither, in one transaction; each as in saveCampaign, and what did not change is not written. */
    async saveCampaignScenario(
      { campaign, scenario }: CampaignScenario,
      expected: { campaign?: string | null; scenario?: string | null } = {},
    ): Promise<({ ok: true } & CampaignScenario) | NotSaved> {
      const plainCampaign = plainRecord('campaigns', campaign);
      const plainScenario = plainRecord('scenarios', scenario);
      if (plainScenario.campaignId !== plainCampaign.id) {
        throw new Error('the scenario is of another campaign');
      }
      return core.write(['campaigns', 'scenarios'], async (done) => {
        const first = await prepare('campaigns', plainCampaign, expected.campaign);
        if (!first.ok) return first;
        const second = await prepare('scenarios', plainScenario, expected.scenario);
        if (!second.ok) return second;
        if (first.is !== 'unchanged') {
          await campaigns.put(campaignRow(first.record));
          done[first.is === 'new' ? 'made' : 'changed']('campaigns', plainCampaign.id);
        }
        if (second.is !== 'unchanged') {
          await scenarios.put(scenarioRow(second.record));
          done[second.is === 'new' ? 'made' : 'changed']('scenarios', plainScenario.id);
        }
        return { ok: true, campaign: first.record, scenario: second.record };
      });
    },

    /** Deletes one scenario, its campaign stays; returns it, for saveScenario to undo it. */
    async deleteScenario(id: string): Promise<{ ok: true; scenario: Scenario } | NotSaved> {
      return core.write(['scenarios'], async (done) => {
        const row = await scenarios.get(id);
        if (!row) return { ok: false, reason: 'missing' };
        const scenario = core.readable('scenarios', row);
        if (!scenario) return { ok: false, reason: 'unreadable' };
        await scenarios.delete(id);
        done.erased('scenarios', id);
        return { ok: true, scenario };
      });
    },

    /**
     * Deletes a campaign and its scenarios in one transaction and returns them, for putBackCampaign to undo it.
     * Refused where one of them cannot be read: nobody has seen what would be lost.
     */
    async deleteCampaign(id: string): Promise<({ ok: true } & DeletedCampaign) | NotSaved> {
      return core.sentinel.shrinking({ clips: 0, campaigns: 1 }, () =>
        core.write(['campaigns', 'scenarios'], async (done) => {
          const row = await campaigns.get(id);
          if (!row) return { ok: false, reason: 'missing' };
          const campaign = core.readable('campaigns', row);
          const rows = await scenarios.where('record.campaignId').equals(id).toArray();
          const own = core.readableOnes('scenarios', rows);
          if (!campaign || own.length < rows.length) return { ok: false, reason: 'unreadable' };
          await campaigns.delete(id);
          await scenarios.bulkDelete(own.map((scenario) => scenario.id));
          done.erased('campaigns', id);
          for (const scenario of own) done.erased('scenarios', scenario.id);
          return { ok: true, campaign, scenarios: own };
        }),
      );
    },

    /** Undoes deleteCampaign in one transaction; what has come back meanwhile is left as it is. */
    async putBackCampaign(deleted: DeletedCampaign): Promise<void> {
      const campaign = plainRecord('campaigns', deleted.campaign);
      const own = deleted.scenarios.map((scenario) => plainRecord('scenarios', scenario));
      await core.write(['campaigns', 'scenarios'], async (done) => {
        if (!(await campaigns.get(campaign.id))) {
          await campaigns.add(campaignRow(campaign));
          done.made('campaigns', campaign.id);
        }
        for (const scenario of own) {
          if (await scenarios.get(scenario.id)) continue;
          await scenarios.add(scenarioRow(scenario));
          done.made('scenarios', scenario.id);
        }
      });
    },
  };
}
