/** The tour's own state: whether it is offered, where one is in it, and what it has changed and must take back. */
import { messages } from '../../../lib/messages/messages.ts';
import { tourMessages } from '../../../lib/messages/tour-messages.ts';
import { newId } from '../../../lib/model/identity.ts';
import { UncertainNumber } from '../../../lib/model/uncertain-number.ts';
import type { Store } from '../../../lib/store/database.ts';
import type { Studio } from '../studio.svelte.ts';
import { TOUR_STEPS, TRIED, type TourStep } from './tour-steps.ts';

const KEY = 'tourOffered';
/** What the harm was before the tour changed it, as long as it is changed: a window may be closed in the middle. */
const BEFORE = 'tourBefore';
/** Held by the window in which the tour has changed something. */
const LOCK = 'clincher-tour';
export const TOUR_CAMPAIGN = 'posti-2019';

type Library = Pick<Store, 'readSetting' | 'writeSetting' | 'listCampaigns'>;

export class Tour {
  isOffered = $state(false);
  /** Which step one is on; null while nobody takes the tour. */
  place = $state<number | null>(null);
  private store: Library | null = null;
  private letGo: () => void = () => {};
  private tried = $state.raw<{ studio: Studio; before: UncertainNumber } | null>(null);

  get step(): TourStep | null {
    const step = this.place === null ? undefined : TOUR_STEPS[this.place];
    if (!step) return null;
    return this.isTried ? { ...step, ...TRIED } : step;
  }
  /** One looks at what the tour itself has changed. */
  get isTried(): boolean {
    return this.tried !== null && TOUR_STEPS[this.place ?? -1]?.name === 'nobody';
  }
  get isFirst(): boolean {
    return this.place === 0;
  }
  get isLast(): boolean {
    return this.place === TOUR_STEPS.length - 1;
  }

  /** Offers itself where nobody has answered yet and nothing has been worked on: only to whoever is new. */
  async offer(store: Library): Promise<void> {
    this.store = store;
    try {
      const [answered, campaigns] = await Promise.all([
        store.readSetting(KEY),
        store.listCampaigns(),
      ]);
      this.isOffered = answered === undefined && campaigns.length === 0 && this.place === null;
    } catch {
      // A library that cannot be read has told so itself.
    }
  }

  decline(): void {
    this.isOffered = false;
    // Where it cannot be kept, it is asked once more another day.
    void this.store?.writeSetting(KEY, true).catch(() => {});
  }

  begin(): void {
    this.decline();
    this.place = 0;
  }

  goOn(): void {
    if (this.place === null) return;
    // Undo is shown with something to undo; after it, everything is as it was.
    if (TOUR_STEPS[this.place]?.name === 'undo') this.takeBack();
    if (this.isLast) this.leave();
    else this.place++;
  }

  goBack(): void {
    if (this.place === null || this.place === 0) return;
    if (TOUR_STEPS[this.place]?.name === 'nobody') this.takeBack();
    this.place--;
  }

  /** Nobody answers for the harm, as one step of the studio's. */
  tryNobody(studio: Studio): void {
    const before = studio.campaign.numbers.internalisation;
    const none: UncertainNumber = { ...before, low: 0, typical: 0, high: 0, readings: [] };
    this.tried = { studio, before };
    void this.store?.writeSetting(BEFORE, before).catch(() => {});
    void navigator.locks.request(LOCK, () => new Promise<void>((done) => (this.letGo = done)));
    setHarm(studio, none, tourMessages.triedStep);
  }

  /** What the tour has changed is as it was; what was changed by hand stays. */
  takeBack(): void {
    const { tried } = this;
    this.tried = null;
    if (!tried) return;
    this.letGo();
    void this.store?.writeSetting(BEFORE, null).catch(() => {});
    const { studio, before } = tried;
    const now = studio.campaign.numbers.internalisation;
    if (now.high !== 0 || before.high === 0) return;
    if (studio.undoWords === tourMessages.triedStep) studio.undo();
    else setHarm(studio, before, messages.common.undo);
  }

  /** Takes back what a tour has left behind whose window was closed in the middle. */
  async mend(studio: Studio, store: Library): Promise<void> {
    if (studio.campaign.id !== TOUR_CAMPAIGN || studio.campaign.numbers.internalisation.high !== 0)
      return;
    await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      // Another window is in the middle of it.
      if (!lock) return;
      try {
        const before = UncertainNumber.safeParse(await store.readSetting(BEFORE));
        if (!before.success || studio.campaign.numbers.internalisation.high !== 0) return;
        setHarm(studio, before.data, messages.common.undo);
        await store.writeSetting(BEFORE, null);
      } catch {
        // A library that cannot be read has told so itself.
      }
    });
  }

  leave(): void {
    this.takeBack();
    this.place = null;
  }
}

function setHarm(studio: Studio, internalisation: UncertainNumber, words: string): void {
  const { campaign } = studio;
  const numbers = { ...campaign.numbers, internalisation };
  studio.edit(
    { ...studio.current, campaign: { ...campaign, numbers } },
    { id: newId(), final: true, words },
  );
}
