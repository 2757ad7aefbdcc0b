import type { ExportWishes } from '../../components/clips/export-view.ts';
import { EXCHANGE_LIMITS, type ExportFormat } from '../../lib/exchange/format.ts';
import type { ImportRefusal } from '../../lib/exchange/imported.ts';
import { messages } from '../../lib/messages/messages.ts';
import type { Store } from '../../lib/store/database.ts';
import type { MergeUndo } from '../../lib/store/merge.ts';
import type { Desk } from '../exchange/desk-calls.ts';
import type {
  Decision,
  Exported,
  ImportSummary,
  OrderList,
  PreparedOrder,
} from '../exchange/exchange-desk.ts';
import { ConflictState } from './conflict-state.svelte.ts';

/** So many clips come over from the desk at once: a page of them is a few milliseconds' work. */
const AT_ONCE = 100;

/** What goes along if nobody says otherwise; said anew for every export, or the second one would take notes along unasked. */
const NOTHING_MORE: ExportWishes = {
  includeNotes: false,
  includeTags: false,
  includeNames: false,
  includeCampaigns: false,
  includeTimes: false,
  includeTrash: false,
  byteOrderMark: true,
};

type Side = 'export' | 'import';

/** How far an import has come. */
export type Importing =
  | { kind: 'nothing' }
  | { kind: 'reading' }
  | { kind: 'refused'; refusal: ImportRefusal | { reason: 'changed' | 'notSaved' } }
  | { kind: 'review'; summary: ImportSummary };

export type ExchangeDeed =
  | { kind: 'imported'; undo: MergeUndo }
  | { kind: 'undone'; count: number; keptCount: number }
  | { kind: 'undoFailed'; undo: MergeUndo };

/** Import and export, as long as the library is on the page. */
export class ExchangeState {
  readonly #store: Store;
  readonly #ondeed: () => void;
  readonly #startDesk: () => Desk;
  /** One for each side: a large library is a long export, and what comes in is not to wait behind it. */
  readonly #desks: Record<Side, Desk | null> = { export: null, import: null };
  #reading = 0;
  #writing = 0;

  isOpen = $state(false);
  side = $state<Side>('export');

  format = $state<ExportFormat>('library');
  wishes = $state.raw<ExportWishes>(NOTHING_MORE);
  /** The files as they would be saved; null while they are being written. */
  exported = $state.raw<Exported | null>(null);
  /** How many clips lie in the trash, as far as is known. */
  trashCount = $state(0);
  hasExportFailed = $state(false);
  savedName = $state('');

  importing = $state.raw<Importing>({ kind: 'nothing' });
  conflicts = $state.raw<ConflictState | null>(null);
  isSaving = $state(false);
  deed = $state.raw<ExchangeDeed | null>(null);

  /** What an import would do, as things stand. */
  readonly outcome = $derived.by(() => {
    if (this.importing.kind !== 'review') return { made: 0, changed: 0, events: 0 };
    const { fresh, events } = this.importing.summary.counts;
    const { both, changing } = this.conflicts?.tally ?? { both: 0, changing: 0 };
    return { made: fresh + both, changed: changing, events };
  });

  /**
   * @param ondeed something was done and is said: what was said before makes room
   * @param desk starts whoever reads and writes the files
   */
  constructor(store: Store, ondeed: () => void, desk: () => Desk) {
    this.#store = store;
    this.#ondeed = ondeed;
    this.#startDesk = desk;
  }

  open(side: Side): void {
    this.isOpen = true;
    this.savedName = '';
    this.wishes = NOTHING_MORE;
    this.importing = { kind: 'nothing' };
    this.turnTo(side);
  }

  close(): void {
    this.isOpen = false;
    this.#reading++;
    this.#writing++;
    this.#leave('export');
    this.#leave('import');
    this.importing = { kind: 'nothing' };
    this.conflicts = null;
    this.exported = null;
  }

  turnTo(side: Side): void {
    this.side = side;
    if (this.exported !== null) return;
    if (side === 'export') return void this.#write();
    // Files that nobody waits for any more: the whole library would be read for them.
    this.#writing++;
    this.#leave('export');
  }

  /** What is to be exported, and how; the files are written anew. */
  ask(format: ExportFormat, wishes: ExportWishes): void {
    this.format = format;
    this.wishes = wishes;
    this.savedName = '';
    void this.#write();
  }

  async #write(): Promise<void> {
    const mine = ++this.#writing;
    this.hasExportFailed = false;
    this.exported = null;
    const { byteOrderMark, ...choice } = this.wishes;
    try {
      const exported = await this.#atDesk('export').write({
        format: this.format,
        choice,
        byteOrderMark,
        origin: {
          createdOn: new Date().toISOString().slice(0, 10),
          program: `${messages.common.appName} ${__APP_VERSION__}`,
        },
      });
      if (mine !== this.#writing) return;
      this.exported = exported;
      this.trashCount = exported.trash;
    } catch {
      if (mine === this.#writing) this.hasExportFailed = true;
    }
  }

  /** Looks a file through and says what is in it. Nothing is written. */
  async take(file: File): Promise<void> {
    const mine = ++this.#reading;
    this.conflicts = null;
    const { bytes: limit } = EXCHANGE_LIMITS;
    if (file.size > limit) {
      // Not even loaded: it may be larger than the memory.
      const refusal = { ok: false, reason: 'tooLarge', what: 'bytes', limit } as const;
      this.importing = { kind: 'refused', refusal };
      return;
    }
    this.importing = { kind: 'reading' };
    const looked = await this.#atDesk('import')
      .look(file, new Date().toISOString())
      .catch(() => ({ ok: false, reason: 'notJson' }) as const);
    if (mine !== this.#reading) return;
    if (!looked.ok) {
      this.importing = { kind: 'refused', refusal: looked };
      return;
    }
    const { summary } = looked;
    this.importing = { kind: 'review', summary };
    if (summary.conflicts.length > 0) {
      this.conflicts = new ConflictState(summary.conflicts, (at) =>
        this.#atDesk('import').pair(at),
      );
    }
  }

  /** Saves what was chosen, all of it or nothing. */
  async accept(): Promise<void> {
    const { made, changed, events } = this.outcome;
    if (made + changed + events === 0 || this.isSaving) return;
    const mine = this.#reading;
    this.isSaving = true;
    try {
      const order = await this.#fetchOrder(this.conflicts?.decisions ?? new Map());
      // Closed meanwhile: whoever closes the dialog has not said yes.
      if (mine !== this.#reading) return;
      const merged = await this.#store.mergeClips({ ...order, replaced: [] });
      if (!merged.ok) {
        this.importing = { kind: 'refused', refusal: { reason: 'changed' } };
        return;
      }
      this.close();
      this.#say({ kind: 'imported', undo: merged.undo });
    } catch {
      this.importing = { kind: 'refused', refusal: { reason: 'notSaved' } };
    } finally {
      this.isSaving = false;
    }
  }

  /**
   * Takes out again what the last import brought, and puts back what it changed. What was worked on since, or has become
   * evidence, stays: it is no longer what the file holds.
   */
  async undo(isEvidence: (clipId: string) => boolean): Promise<void> {
    const { deed } = this;
    if (deed?.kind !== 'imported' && deed?.kind !== 'undoFailed') return;
    const { undo } = deed;
    try {
      const { undone, kept } = await this.#store.undoMerge(undo, isEvidence);
      this.#say({ kind: 'undone', count: undone, keptCount: kept });
    } catch {
      this.#say({ kind: 'undoFailed', undo });
    }
  }

  #atDesk(side: Side): Desk {
    return (this.#desks[side] ??= this.#startDesk());
  }

  #leave(side: Side): void {
    this.#desks[side]?.close();
    this.#desks[side] = null;
  }

  async #fetchOrder(decisions: ReadonlyMap<number, Decision>): Promise<PreparedOrder> {
    const desk = this.#atDesk('import');
    const counts = await desk.prepare(decisions);
    const fetchList = async <List extends OrderList>(list: List): Promise<PreparedOrder[List]> => {
      const starts = Array.from(
        { length: Math.ceil(counts[list] / AT_ONCE) },
        (_, piece) => piece * AT_ONCE,
      );
      // Asked for together, they still come as messages of their own, and the page draws between.
      const pieces = await Promise.all(starts.map((from) => desk.take(list, from, AT_ONCE)));
      return (pieces as unknown[][]).flat() as PreparedOrder[List];
    };
    const [made, changed, events] = await Promise.all([
      fetchList('made'),
      fetchList('changed'),
      fetchList('events'),
    ]);
    return { made, changed, events };
  }

  #say(deed: ExchangeDeed): void {
    this.#ondeed();
    this.deed = deed;
  }
}
