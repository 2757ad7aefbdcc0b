/** One state for the whole page: the library's store, the campaign being worked on, where we are, what just happened. */
import { dayWords } from '../../components/clips/field-words.ts';
import {
  CASEBOOK_IDS,
  casebookName,
  casebookNotes,
  fetchCasebookEntry,
  isCasebookId,
  isFounding,
  openCasebookEntry,
  type CasebookId,
} from '../../lib/casebook/casebook.ts';
import { isCaseId } from '../../lib/casebook/case-list.ts';
import { messages } from '../../lib/messages/messages.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { CloseClips } from '../../lib/model/clip-entry.ts';
import type { CampaignScenario, Scenario } from '../../lib/model/scenario.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import { adoptSnapshot } from '../../lib/snapshot/adopt.ts';
import type { Snapshot } from '../../lib/snapshot/format.ts';
import type { SharingChoice } from '../../lib/snapshot/redact.ts';
import {
  compareWithSnapshot,
  snapshotResultOf,
  type Reproduction,
} from '../../lib/snapshot/reproduce.ts';
import { writeSnapshot, type WrittenSnapshot } from '../../lib/snapshot/write.ts';
import { openStore, type ClosedReason, type Store } from '../../lib/store/database.ts';
import type { SimulationClient } from '../../lib/worker/client.ts';
import { backupOf } from './backup-of.svelte.ts';
import { rememberOpened } from './campaigns/saved-states.svelte.ts';
import { libraryIndex, type LibraryIndex } from './library-index.ts';
import { libraryOf } from './library-of.svelte.ts';
import { startSimulation } from './simulation.ts';
import { resultKeyOf, Studio } from './studio.svelte.ts';

export type Route =
  | { page: 'library'; clipId: string | null }
  | { page: 'events'; eventId: string | null }
  | { page: 'campaigns'; isNew: boolean }
  | { page: 'casebook'; caseId: string | null }
  | { page: 'model'; part: string | null }
  | { page: 'what-if'; id: string | null; view: string };

export interface Notice {
  text: string;
  action: { label: string; run: () => void } | null;
}

export interface CampaignChoice {
  /** What stands behind #/what-if/. */
  id: string;
  name: string;
  group: 'own' | 'casebook' | 'file';
}

const FIRST_CAMPAIGN: CasebookId = 'posti-2019';

/** Ids only: a hash ends up in the browser's history, on disk. */
export function readRoute(hash: string): Route {
  const [page, id, view] = hash.replace(/^#\/?/, '').split('/');
  const known = id && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null;
  if (page === 'library' || page === 'clips') return { page: 'library', clipId: known };
  if (page === 'model') return { page, part: known };
  if (page === 'casebook') return { page, caseId: known };
  if (page === 'campaigns') return { page: 'campaigns', isNew: known === 'new' };
  if (page === 'events') return { page: 'events', eventId: known };
  return { page: 'what-if', id: known, view: view && /^[a-z]{1,20}$/.test(view) ? view : '' };
}

/** Longer than the rows of any library take that is not in trouble. */
const ROWS_COME_SOON_MS = 600;

export class Workspace {
  readonly platform: Platform;
  readonly client: SimulationClient;
  /** The worker that knows every clip: one a window, which begins when it is first asked. */
  readonly index: LibraryIndex;
  store = $state.raw<Store | null>(null);
  storeProblem = $state<'blocked' | 'tooNew' | 'failed' | null>(null);
  closed = $state<ClosedReason | null>(null);
  isOpening = $state(true);
  route = $state.raw<Route>({ page: 'what-if', id: null, view: '' });
  studio = $state.raw<Studio | null>(null);
  isNotFound = $state(false);
  notice = $state.raw<Notice | null>(null);
  /** Grows with every change of a campaign in the store, here or elsewhere. */
  changes = $state(0);
  private campaigns = $state.raw<readonly Campaign[]>([]);
  /** The file that the campaign on the page was opened from in this session. */
  private opened = $state.raw<{
    scenarioId: string;
    snapshot: Snapshot;
    /** What its result depended on, as the file came. */
    resultKey: string;
  } | null>(null);
  private opening = 0;

  constructor(platform: Platform) {
    this.platform = platform;
    this.client = startSimulation(platform);
    this.index = libraryIndex(platform);
  }

  readonly choices = $derived.by((): CampaignChoice[] => {
    const own = this.campaigns
      .filter((campaign) => !isCasebookId(campaign.id))
      .map((campaign): CampaignChoice => {
        const group = campaign.provenance === 'file' ? 'file' : 'own';
        return { id: campaign.id, name: campaign.name, group };
      });
    // Of the cases only those that one has made something of: twenty more would hide one's own.
    const cases = this.campaigns.map(({ id }) => id).filter(isCaseId);
    const casebook = [...CASEBOOK_IDS, ...cases].map((id): CampaignChoice => {
      return { id, name: casebookName(id), group: 'casebook' };
    });
    return [...own, ...casebook];
  });

  /** Does the result agree with the file it came from? null while there is no file or the page has moved on from it. */
  readonly reproduction = $derived.by((): Reproduction | null => {
    const { studio, opened } = this;
    if (!studio?.comparison || !opened || studio.scenario.id !== opened.scenarioId) return null;
    if (!studio.isFull || studio.resultKey !== opened.resultKey) return null;
    return compareWithSnapshot(opened.snapshot, studio.comparison);
  });

  /** Opens the library and goes where the address says. */
  async begin(): Promise<void> {
    // The page is drawn for the place it is at before the library is open.
    this.route = readRoute(location.hash);
    const store = openStore(this.platform);
    // While the disk is at work: the first date that a browser writes waits for its tables of languages.
    setTimeout(() => dayWords(new Date().toISOString()));
    const opening = await store;
    if (opening.ok) {
      this.store = opening.store;
      opening.store.onClosed((reason) => (this.closed = reason));
      opening.store.onChange(({ table, ids }) => {
        if (table !== 'campaigns' && table !== 'scenarios') return;
        this.changes++;
        void this.listCampaigns();
        void this.takeUp(ids);
      });
      const listed = this.listCampaigns();
      if (readRoute(location.hash).page === 'library') {
        const library = libraryOf(this.platform, opening.store, this.index);
        void library.begin();
        // With its rows, and what is said above them, the page is built and painted once, and nothing on it moves
        // under a hand; where they take longer, it says that it is loading.
        const soon = new Promise((resolve) => setTimeout(resolve, ROWS_COME_SOON_MS));
        const backup = backupOf(this, opening.store).look();
        await Promise.race([Promise.all([library.query.firstAnswer, backup]), soon]);
      }
      await listed;
      // After the page is drawn: counting everything takes a moment.
      // A library that cannot be read by then says so wherever it is used.
      setTimeout(() => void opening.store.recount().catch(() => {}), 2000);
    } else {
      this.storeProblem = opening.reason;
    }
    this.isOpening = false;
    await this.goTo(readRoute(location.hash));
  }

  /** Follows the address. */
  async goTo(route: Route): Promise<void> {
    this.route = route;
    if (route.page === 'what-if') await this.openScenario(route.id);
  }

  /** The address of a campaign, whichever way its scenario is kept. */
  static addressOf({ campaign, scenario }: CampaignScenario): string {
    return `#/what-if/${isFounding(scenario) ? campaign.id : scenario.id}`;
  }

  /** Every campaign and scenario that is kept. */
  async allRecords(): Promise<CampaignScenario[]> {
    const { store } = this;
    if (!store) return [];
    const campaigns = await store.listCampaigns();
    const lists = await Promise.all(campaigns.map(({ id }) => store.listScenarios(id)));
    return campaigns.flatMap((campaign, index) =>
      lists[index].map((scenario) => ({ campaign, scenario })),
    );
  }

  /** Opens a campaign without leaving the page one is on. */
  async openCampaign(id: string | null): Promise<void> {
    await this.openScenario(id);
  }

  private async listCampaigns(): Promise<void> {
    if (this.store) this.campaigns = await this.store.listCampaigns();
  }

  private async stored(scenarioId: string): Promise<CampaignScenario | null> {
    const scenario = await this.store?.getScenario(scenarioId);
    const campaign = scenario && (await this.store?.getCampaign(scenario.campaignId));
    return scenario && campaign ? { campaign, scenario } : null;
  }

  /** A campaign of one's own is named by its scenario or by itself; a casebook entry by its casebook id. */
  private async find(id: string): Promise<{ records: CampaignScenario; isKept: boolean } | null> {
    if (isCasebookId(id)) {
      await fetchCasebookEntry(id);
      const fresh = openCasebookEntry(id, new Date().toISOString());
      const [first] = (await this.store?.listScenarios(id)) ?? [];
      // Where the founding scenario was deleted, the campaign's others are what is left of it.
      const kept =
        (await this.stored(fresh.scenario.id)) ?? (first ? await this.stored(first.id) : null);
      return kept ? { records: kept, isKept: true } : { records: fresh, isKept: false };
    }
    const [first] = (await this.store?.listScenarios(id)) ?? [];
    const records = await this.stored(first?.id ?? id);
    return records && { records, isKept: true };
  }

  private async openScenario(id: string | null): Promise<void> {
    const mine = ++this.opening;
    const { studio } = this;
    if (studio && (id === null || this.isShown(studio, id))) {
      this.isNotFound = false;
      return;
    }
    await studio?.flush();
    const found = await this.find(id ?? FIRST_CAMPAIGN);
    if (mine !== this.opening) return;
    this.isNotFound = found === null;
    studio?.dispose();
    const baseline = found && (await this.baselineOf(found.records.scenario));
    // A scenario opened by its own name belongs to a case, perhaps.
    const campaignId = found?.records.campaign.id ?? '';
    if (isCasebookId(campaignId)) await fetchCasebookEntry(campaignId);
    if (mine !== this.opening) return;
    this.studio = found && this.studioFor(found.records, found.isKept, baseline);
  }

  /** A casebook entry's name stands for its founding scenario, another campaign's for whichever is open. */
  private isShown({ campaign, scenario }: Studio, id: string): boolean {
    if (id === scenario.id) return true;
    return id === campaign.id && (!isCasebookId(id) || isFounding(scenario));
  }

  /** The pinned baseline; null where none is pinned, or it is gone. */
  private async baselineOf({ baselineId }: Scenario): Promise<Scenario | null> {
    return baselineId === null ? null : ((await this.store?.getScenario(baselineId)) ?? null);
  }

  /** The casebook knows the founding scenario; others of its campaign go back to how they were opened. */
  private originalOf(id: CasebookId, { campaign, scenario }: CampaignScenario): CampaignScenario {
    const entry = openCasebookEntry(id, campaign.createdAt);
    return isFounding(scenario) ? entry : { campaign: entry.campaign, scenario };
  }

  private studioFor(records: CampaignScenario, isKept: boolean, baseline: Scenario | null): Studio {
    const file = this.opened?.scenarioId === records.scenario.id ? this.opened.snapshot : null;
    const { id } = records.campaign;
    rememberOpened(records);
    return new Studio(records, {
      ...(isCasebookId(id) && {
        original: this.originalOf(id, records),
      }),
      client: this.client,
      store: this.store,
      isKept,
      baseline,
      ...(file && {
        futures: file.ensemble.futures,
        limits: {
          hardshipLimit: file.ensemble.hardshipLimit,
          supportLimit: file.ensemble.supportLimit,
        },
      }),
    });
  }

  /** Something was saved, perhaps by another page: if it is what we show, or what that is compared with, show that. */
  private async takeUp(ids: readonly string[]): Promise<void> {
    const { studio } = this;
    if (!studio) return;
    if (ids.includes(studio.scenario.id) || ids.includes(studio.campaign.id)) {
      const records = await this.stored(studio.scenario.id);
      if (records && this.studio === studio) studio.takeUp(records);
    }
    await this.followBaseline(studio, ids);
  }

  /** The pinned baseline changed, was deleted, came back, or another one was pinned. */
  private async followBaseline(studio: Studio, ids: readonly string[]): Promise<void> {
    const { baselineId } = studio.scenario;
    const isHeld = (studio.baseline?.id ?? null) === baselineId;
    if (isHeld && (baselineId === null || !ids.includes(baselineId))) return;
    const baseline = await this.baselineOf(studio.scenario);
    if (this.studio !== studio || studio.scenario.baselineId !== baselineId) return;
    if (JSON.stringify(baseline) === JSON.stringify(studio.baseline)) return;
    studio.baseline = baseline;
    studio.run();
  }

  /** Shows what is in the store instead of what is on the page; the first campaign where nothing is left of it. */
  async takeTheirs(): Promise<void> {
    const { studio } = this;
    const records = studio && (await this.stored(studio.scenario.id));
    if (!studio || this.studio !== studio) return;
    const baseline = records && (await this.baselineOf(records.scenario));
    studio.dispose();
    this.studio = records && this.studioFor(records, true, baseline);
    if (records) return;
    location.hash = `#/what-if/${FIRST_CAMPAIGN}`;
    await this.openScenario(FIRST_CAMPAIGN);
  }

  /** Everything on the page is on disk: what is read from the store now is what is seen. */
  async settle(): Promise<void> {
    await this.studio?.flush();
  }

  /** Deletes a campaign with its scenarios, and goes to the first one where it was on the page; can be undone. */
  async deleteCampaign(id = this.studio?.campaign.id): Promise<void> {
    const { studio, store } = this;
    if (id === undefined || !store) return;
    await this.settle();
    const isShown = studio?.campaign.id === id;
    const address = isShown && this.route.page === 'what-if' ? location.hash : null;
    const deleted = await store.deleteCampaign(id);
    const words = messages.dashboard;
    if (!deleted.ok) return this.say(words.notDeleted);
    if (address !== null) location.hash = `#/what-if/${FIRST_CAMPAIGN}`;
    else if (isShown) this.leaveStudio();
    this.say(words.deleted(deleted.campaign.name), {
      label: messages.common.undo,
      run: () => {
        this.closeNotice();
        void store.putBackCampaign(deleted).then(() => {
          if (address !== null) location.hash = address;
        });
      },
    });
  }

  /** What the studio held is gone; nothing of it may be saved once more. */
  private leaveStudio(): void {
    this.studio?.dispose();
    this.studio = null;
  }

  /** Deletes a scenario, its campaign's others stay; goes to one of them where it was on the page. Can be undone. */
  async deleteScenario(id: string): Promise<void> {
    const { studio, store } = this;
    if (!store) return;
    await this.settle();
    const gone = await store.getScenario(id);
    const others = gone && (await store.listScenarios(gone.campaignId));
    const next = others?.find((other) => other.id !== id);
    if (!next) return this.say(messages.campaigns.lastScenario);
    const isShown = studio?.scenario.id === id;
    const address = isShown && this.route.page === 'what-if' ? location.hash : null;
    const deleted = await store.deleteScenario(id);
    if (!deleted.ok) return this.say(messages.dashboard.notDeleted);
    if (address !== null) location.hash = `#/what-if/${next.id}`;
    else if (isShown) this.leaveStudio();
    this.say(messages.dashboard.deleted(deleted.scenario.name), {
      label: messages.common.undo,
      run: () => {
        this.closeNotice();
        void store.saveScenario(deleted.scenario).then(() => {
          if (address !== null) location.hash = address;
        });
      },
    });
  }

  /** The file as it would leave the machine. */
  write(choice: SharingChoice): WrittenSnapshot | null {
    const { studio } = this;
    if (!studio) return null;
    const { comparison, isFull } = studio;
    return writeSnapshot(
      {
        ...studio.current,
        baseline: studio.baseline,
        createdOn: new Date().toISOString().slice(0, 10),
        program: `${messages.common.appName} ${__APP_VERSION__}`,
        ensemble: { futures: studio.futures, ...studio.limits },
        result: comparison && isFull ? snapshotResultOf(comparison) : null,
      },
      { ...choice, publishedNotes: casebookNotes() },
    );
  }

  /** Takes a colleague's scenario in under new ids and goes there. false: it could not be kept, nothing was written. */
  async adopt(snapshot: Snapshot): Promise<boolean> {
    if (!this.store) return false;
    const adopted = adoptSnapshot(snapshot, { now: new Date().toISOString() });
    const { campaign, scenario, baseline } = adopted;
    const records = { campaign, scenario };
    try {
      // In one transaction, the scenario first: it is the one that is shown.
      await this.store.putBackCampaign({
        campaign,
        scenarios: baseline ? [scenario, baseline] : [scenario],
      });
    } catch {
      return false;
    }
    this.opened = {
      scenarioId: records.scenario.id,
      snapshot,
      resultKey: resultKeyOf(records, snapshot.ensemble, baseline),
    };
    location.hash = Workspace.addressOf(records);
    return true;
  }

  say(text: string, action: Notice['action'] = null): void {
    this.notice = { text, action };
  }

  /** Clips close to this one, once all that has changed is in the index; rejects where that cannot be known. */
  async closeTo(clipId: string): Promise<CloseClips[]> {
    await this.index.catchUp();
    return this.index.closeTo(clipId);
  }

  /** Says what was done in the store, beside its way back. */
  sayUndoable(text: string, undo: (() => Promise<void>) | null): void {
    if (undo === null) return this.say(text);
    this.say(text, {
      label: messages.common.undo,
      run: () => {
        this.closeNotice();
        void undo().catch(() => this.say(messages.events.failed));
      },
    });
  }

  /** What the notice's own button would do, where that is an undo. */
  undoNotice(): void {
    const action = this.notice?.action;
    if (action?.label === messages.common.undo) action.run();
  }

  closeNotice(): void {
    this.notice = null;
  }
}
