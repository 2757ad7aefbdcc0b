import type { ExportWishes } from '../../components/clips/export-view.ts';
import { EXCHANGE_LIMITS, type ExportFormat } from '../../lib/exchange/format.ts';
import type { ImportRefusal, ReadEntries } from '../../lib/exchange/imported.ts';
import { readImport, reviewImport, type Reviewed } from '../../lib/exchange/read.ts';
import { exportedClips, writeExport } from '../../lib/exchange/write.ts';
import { addressKeys, cleanAddress } from '../../lib/extract/address.ts';
import { messages } from '../../lib/messages/messages.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { ClipCursor, ClipPage } from '../../lib/store/clips.ts';
import type { Store } from '../../lib/store/database.ts';
import { StoreError } from '../../lib/store/failure.ts';

const PAGE = 500;

/** How far an import has come. */
export type Importing =
  | { kind: 'nothing' }
  | { kind: 'reading' }
  | { kind: 'refused'; refusal: ImportRefusal | { reason: 'changed' | 'notSaved' } }
  | { kind: 'review'; file: ReadEntries; reviewed: Reviewed[] };

/** A clip as an import brought it, to tell whether it was worked on since. */
type Brought = Pick<Clip, 'id' | 'updatedAt'>;
export type ExchangeDeed =
  | { kind: 'imported'; brought: Brought[] }
  | { kind: 'undone'; count: number; keptCount: number }
  | { kind: 'undoFailed'; brought: Brought[] };

/** Import and export, as long as the library is on the page. */
export class ExchangeState {
  readonly #store: Store;
  readonly #ondeed: () => void;
  #reading = 0;

  isOpen = $state(false);
  side = $state<'export' | 'import'>('export');

  /** Every clip that can be read, the trash included; null while they are being read. */
  clips = $state.raw<readonly Clip[] | null>(null);
  hasExportFailed = $state(false);
  unreadableCount = $state(0);
  format = $state<ExportFormat>('library');
  wishes = $state.raw<ExportWishes>({
    includeNotes: false,
    includeTags: false,
    includeTimes: false,
    includeTrash: false,
    byteOrderMark: true,
  });
  savedName = $state('');

  importing = $state.raw<Importing>({ kind: 'nothing' });
  withSamePage = $state(false);
  isSaving = $state(false);
  deed = $state.raw<ExchangeDeed | null>(null);

  readonly trashCount = $derived(
    this.clips?.filter(({ deletedAt }) => deletedAt !== null).length ?? 0,
  );
  readonly exportCount = $derived(
    this.clips === null ? 0 : exportedClips(this.clips, this.format, this.wishes).length,
  );
  /** The files as they would be saved. */
  readonly files = $derived.by(() => {
    if (this.clips === null || this.exportCount === 0) return [];
    const { byteOrderMark, ...choice } = this.wishes;
    const origin = {
      createdOn: new Date().toISOString().slice(0, 10),
      program: `${messages.common.appName} ${__APP_VERSION__}`,
    };
    return writeExport(this.clips, this.format, choice, origin, { byteOrderMark }).map(
      ({ name, mime, pieces }) => ({ name, blob: new Blob(pieces, { type: mime }) }),
    );
  });
  /** The clips that an import would save, as things stand. */
  readonly chosen = $derived.by((): Clip[] => {
    if (this.importing.kind !== 'review') return [];
    return this.importing.reviewed
      .filter(({ verdict }) => verdict === 'new' || (verdict === 'samePage' && this.withSamePage))
      .map(({ clip }) => clip);
  });

  /** @param ondeed something was done and is said: what was said before makes room */
  constructor(store: Store, ondeed: () => void) {
    this.#store = store;
    this.#ondeed = ondeed;
  }

  open(side: 'export' | 'import'): void {
    this.isOpen = true;
    this.savedName = '';
    this.importing = { kind: 'nothing' };
    this.turnTo(side);
  }

  close(): void {
    this.isOpen = false;
    this.#reading++;
    this.importing = { kind: 'nothing' };
    this.clips = null;
  }

  turnTo(side: 'export' | 'import'): void {
    this.side = side;
    if (side === 'export' && this.clips === null) void this.#readClips();
  }

  /** Looks a file through and says what is in it. Nothing is written. */
  async take(file: File): Promise<void> {
    const mine = ++this.#reading;
    this.withSamePage = false;
    const { bytes: limit } = EXCHANGE_LIMITS;
    if (file.size > limit) {
      // Not even loaded: it may be larger than the memory.
      const refusal = { ok: false, reason: 'tooLarge', what: 'bytes', limit } as const;
      this.importing = { kind: 'refused', refusal };
      return;
    }
    this.importing = { kind: 'reading' };
    const importing = await this.#look(file).catch((): Importing => {
      return { kind: 'refused', refusal: { ok: false, reason: 'notJson' } };
    });
    if (mine === this.#reading) this.importing = importing;
  }

  async #look(file: File): Promise<Importing> {
    const read = readImport(new Uint8Array(await file.arrayBuffer()), {
      now: new Date().toISOString(),
      clean: cleanAddress,
      keysOf: addressKeys,
    });
    if (!read.ok) return { kind: 'refused', refusal: read };
    // Keys are ours to make: a stranger's could pass his clip off as one of any page.
    const clips = read.clips.map((clip) => ({
      ...clip,
      addressKeys: addressKeys([clip.address, clip.canonicalAddress]),
    }));
    const present = await this.#store.findPresent({
      ids: clips.map(({ id }) => id),
      addressKeys: [...new Set(clips.flatMap((clip) => clip.addressKeys))],
    });
    const found = { ...read, clips };
    return { kind: 'review', file: found, reviewed: reviewImport(found, present) };
  }

  /** Saves what was chosen, all of it or nothing. */
  async accept(): Promise<void> {
    const { chosen } = this;
    if (chosen.length === 0 || this.isSaving) return;
    this.isSaving = true;
    try {
      await this.#store.saveClips(chosen);
      this.close();
      this.#say({
        kind: 'imported',
        brought: chosen.map(({ id, updatedAt }) => ({ id, updatedAt })),
      });
    } catch (error) {
      const isThere = error instanceof StoreError && error.reason === 'exists';
      this.importing = { kind: 'refused', refusal: { reason: isThere ? 'changed' : 'notSaved' } };
    } finally {
      this.isSaving = false;
    }
  }

  /**
   * Takes out again what the last import brought. What was worked on since, or has become evidence, stays: it is no longer
   * what the file holds.
   */
  async undo(isEvidence: (clipId: string) => boolean): Promise<void> {
    const { deed } = this;
    if (deed?.kind !== 'imported' && deed?.kind !== 'undoFailed') return;
    const { brought } = deed;
    try {
      const untouched: string[] = [];
      for (const { id, updatedAt } of brought) {
        const clip = await this.#store.getClip(id);
        if (clip?.updatedAt === updatedAt && !isEvidence(id)) untouched.push(id);
      }
      const erased = await this.#store.eraseClips(untouched);
      const keptCount = brought.length - erased.length;
      this.#say({ kind: 'undone', count: erased.length, keptCount });
    } catch {
      this.#say({ kind: 'undoFailed', brought });
    }
  }

  async #readClips(): Promise<void> {
    this.hasExportFailed = false;
    try {
      const clips = [
        ...(await this.#everyPage((request) => this.#store.listClips(request))),
        ...(await this.#everyPage((request) => this.#store.listTrash(request))),
      ];
      this.unreadableCount = this.#store.unreadable.filter(({ table }) => table === 'clips').length;
      if (this.isOpen) this.clips = clips;
    } catch {
      this.hasExportFailed = true;
    }
  }

  async #everyPage(
    list: (request: { before: ClipCursor | null; limit: number }) => Promise<ClipPage>,
  ): Promise<Clip[]> {
    const clips: Clip[] = [];
    let before: ClipCursor | null = null;
    do {
      const page: ClipPage = await list({ before, limit: PAGE });
      for (const clip of await this.#store.getClips(page.clips.map(({ id }) => id)))
        clips.push(clip);
      before = page.next;
    } while (before);
    return clips;
  }

  #say(deed: ExchangeDeed): void {
    this.#ondeed();
    this.deed = deed;
  }
}
