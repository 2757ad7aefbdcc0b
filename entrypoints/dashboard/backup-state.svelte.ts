import { readBackup, type BackupFault, type CheckedBackup } from '../../lib/backup/read.ts';
import { BackupWriter, type WrittenBackup } from '../../lib/backup/write.ts';
import { messages } from '../../lib/messages/messages.ts';
import { Instant } from '../../lib/model/identity.ts';
import {
  noneKept,
  type KeptCounts,
  type KeptRecord,
  type KeptTable,
} from '../../lib/model/kept-record.ts';
import { z } from '../../lib/model/zod.ts';
import type { Freshness, Restored, RestoreWay } from '../../lib/store/backup.ts';
import type { Store } from '../../lib/store/database.ts';
import { StoreError } from '../../lib/store/failure.ts';
import { isAlarm } from '../../lib/store/sentinel-keeper.ts';

/** These are about the library on this machine; a backup of another must not speak for it. */
const LAST_BACKUP = 'lastBackup';
const REMINDER = 'backupReminder';
const LastBackup = z.strictObject({ at: Instant, clipChanges: z.int().min(0) });
const HiddenReminder = z.strictObject({ until: Instant });

const DAY_MS = 86_400_000;
const OLD_DAYS = 14;
const ENOUGH_CHANGES = 20;
const REST_DAYS = 7;
/** More names than anybody reads one by one; the count stands above. */
const LISTED = 100;

export type RestoreRefusal =
  BackupFault | { reason: 'busy' | 'otherFile' | 'full' | 'notRestored' };

/** What the file holds, and what would come of it here. */
export interface Review {
  file: File;
  checked: CheckedBackup;
  /** It was written from this very database, perhaps long ago. */
  isFromHere: boolean;
  trashCount: number;
  unreadableCount: number;
  missing: KeptCounts;
  sameCount: number;
  differentCount: number;
  /** The first of those that are here with another content. */
  different: { table: KeptTable; name: string }[];
  /** What is here now. */
  here: KeptCounts;
}

export type BackupStep =
  | { kind: 'idle' }
  | { kind: 'saving'; done: number; total: number }
  | { kind: 'saved'; written: WrittenBackup }
  | { kind: 'saveFailed' }
  | { kind: 'checking'; done: number; total: number }
  | { kind: 'cancelled' }
  | { kind: 'refused'; refusal: RestoreRefusal }
  | { kind: 'review'; review: Review }
  | { kind: 'confirm'; review: Review; present: 'none' | 'saving' | 'failed' | WrittenBackup }
  | { kind: 'staging'; done: number; total: number }
  | { kind: 'moving' };

export type BackupDeed =
  | { kind: 'added'; restored: Restored }
  | { kind: 'replaced'; restored: Restored }
  | { kind: 'undone'; erased: number; kept: number }
  | { kind: 'undoFailed' };

export interface BackupHooks {
  /** Gives the file to the browser's downloads. */
  offer: (written: WrittenBackup) => void;
  /** Something was done, and says so beside its way back. */
  say: (deed: BackupDeed, undo: (() => void) | null) => void;
  /** The library is another one than the page shows, or its alarm is answered. */
  onreplaced: () => void;
  now?: () => number;
}

const total = (counts: KeptCounts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const isOwn = ({ table, row }: KeptRecord) =>
  table === 'settings' && (row.key === LAST_BACKUP || row.key === REMINDER);

/** A name to know a record by, whether this version can read it or not. */
function nameOf({ row }: KeptRecord): string {
  const { record } = row;
  const named = (typeof record === 'object' && record !== null ? record : row) as KeptRecord['row'];
  const name = [named.title, named.name, row.key, row.id].find(
    (each) => typeof each === 'string' && each !== '',
  );
  return String(name ?? '').slice(0, 200);
}

/** Backup and restore, and how old the last backup is, as long as the library is on the page. */
export class BackupState {
  readonly #store: Store;
  readonly #hooks: BackupHooks;
  readonly #now: () => number;
  #work = new AbortController();

  isOpen = $state(false);
  side = $state<'save' | 'restore'>('save');
  step = $state.raw<BackupStep>({ kind: 'idle' });
  way = $state<RestoreWay>('addMissing');
  here = $state.raw<KeptCounts | null>(null);

  #last = $state.raw<z.infer<typeof LastBackup> | null>(null);
  #freshness = $state.raw<Freshness | null>(null);
  #hiddenUntil = $state(0);

  /** How things stand with the last backup; null until that is known. */
  readonly standing = $derived.by(() => {
    if (!this.#freshness) return null;
    const { clips, clipChanges } = this.#freshness;
    const last = this.#last;
    const changes = last ? Math.max(0, clipChanges - last.clipChanges) : clips;
    const isOld = !last || this.#now() - Date.parse(last.at) > OLD_DAYS * DAY_MS;
    const isDue = isOld && changes >= ENOUGH_CHANGES && this.#now() >= this.#hiddenUntil;
    return { clips, lastAt: last?.at ?? null, changes, isDue };
  });

  readonly isBusy = $derived(['saving', 'checking', 'staging', 'moving'].includes(this.step.kind));

  constructor(store: Store, hooks: BackupHooks) {
    this.#store = store;
    this.#hooks = hooks;
    this.#now = hooks.now ?? Date.now;
  }

  /** Follows the library until the function it gives is called. */
  begin(): () => void {
    void this.look();
    return this.#store.onChange(({ table }) => {
      if (table === 'clips') void this.look();
    });
  }

  open(side: 'save' | 'restore'): void {
    this.isOpen = true;
    this.turnTo(side);
  }

  /** Calls off what can be called off. What is moving in is not left alone. */
  close(): void {
    if (this.step.kind === 'moving') return;
    this.#work.abort();
    this.isOpen = false;
    this.step = { kind: 'idle' };
  }

  turnTo(side: 'save' | 'restore'): void {
    if (this.step.kind === 'moving') return;
    this.#work.abort();
    this.side = side;
    this.step = { kind: 'idle' };
    this.here = null;
    void this.#store.countKept().then(
      (counts) => (this.here = counts),
      () => {},
    );
  }

  cancel(): void {
    if (this.step.kind === 'moving') return;
    this.#work.abort();
    this.step = this.side === 'save' ? { kind: 'idle' } : { kind: 'cancelled' };
  }

  async save(): Promise<void> {
    const written = await this.#write((done, all) => {
      this.step = { kind: 'saving', done, total: all };
    });
    if (written === 'cancelled') return;
    this.step = written ? { kind: 'saved', written } : { kind: 'saveFailed' };
  }

  /** Of what is here, before it goes. */
  async savePresent(): Promise<void> {
    const { step } = this;
    if (step.kind !== 'confirm') return;
    this.step = { ...step, present: 'saving' };
    const written = await this.#write(() => {});
    if (written === 'cancelled') return;
    this.step = { ...step, present: written ?? 'failed' };
  }

  offerAgain(written: WrittenBackup): void {
    this.#hooks.offer(written);
  }

  /** Looks a file through from end to end and compares it with what is here. Nothing is written. */
  async check(file: File): Promise<void> {
    const signal = this.#begin();
    this.step = { kind: 'checking', done: 0, total: file.size };
    const missing = noneKept();
    const different: Review['different'] = [];
    let [trashCount, unreadableCount, sameCount, differentCount] = [0, 0, 0, 0];
    try {
      const read = await readBackup(file, {
        signal,
        take: async (records, done) => {
          for (const compared of await this.#store.compareKept(records)) {
            const { record, verdict, isReadable } = compared;
            if (record.table === 'clips' && record.row.place === 'trash') trashCount++;
            if (!isReadable) unreadableCount++;
            if (isOwn(record)) continue;
            if (verdict === 'missing') missing[record.table]++;
            else if (verdict === 'same') sameCount++;
            else if (++differentCount <= LISTED) {
              different.push({ table: record.table, name: nameOf(record) });
            }
          }
          if (!signal.aborted) this.step = { kind: 'checking', done, total: file.size };
        },
      });
      if (signal.aborted) return;
      if (!read.ok) return void (this.step = { kind: 'refused', refusal: read });
      const here = await this.#store.countKept();
      const review: Review = {
        file,
        checked: read,
        isFromHere: read.head.generation === (await this.#store.generation()),
        trashCount,
        unreadableCount,
        missing,
        sameCount,
        differentCount,
        different,
        here,
      };
      if (signal.aborted) return;
      this.way = total(missing) > 0 ? 'addMissing' : 'replaceAll';
      this.step = { kind: 'review', review };
    } catch {
      if (!signal.aborted) this.step = { kind: 'refused', refusal: { reason: 'unread' } };
    }
  }

  /** To replace everything is said twice. */
  goOn(): void {
    const { step } = this;
    if (step.kind !== 'review') return;
    if (this.way === 'addMissing') void this.#restore(step.review);
    else this.step = { kind: 'confirm', review: step.review, present: 'none' };
  }

  goBack(): void {
    const { step } = this;
    if (step.kind !== 'confirm') return;
    this.#work.abort();
    this.step = { kind: 'review', review: step.review };
  }

  confirm(): void {
    if (this.step.kind === 'confirm') void this.#restore(this.step.review);
  }

  async hideReminder(): Promise<void> {
    this.#hiddenUntil = this.#now() + REST_DAYS * DAY_MS;
    const until = new Date(this.#hiddenUntil).toISOString();
    await this.#store.writeSetting(REMINDER, { until }).catch(() => {});
  }

  async #restore({ file, checked }: Review): Promise<void> {
    const signal = this.#begin();
    const { way } = this;
    const hadAlarm = isAlarm(this.#store.health);
    const wasEmpty = this.here !== null && total({ ...this.here, settings: 0 }) === 0;
    this.step = { kind: 'staging', done: 0, total: file.size };
    let refusal: RestoreRefusal | null = null;
    try {
      const restoring = await this.#store.restoreKept(
        way,
        async (stage) => {
          const counts = noneKept();
          const read = await readBackup(file, {
            signal,
            take: async (records, done) => {
              const coming =
                way === 'addMissing' ? records.filter((each) => !isOwn(each)) : records;
              for (const { table } of coming) counts[table]++;
              await stage(coming);
              if (!signal.aborted) this.step = { kind: 'staging', done, total: file.size };
            },
          });
          if (!read.ok) refusal = read;
          else if (read.sha256 !== checked.sha256) refusal = { reason: 'otherFile' };
          signal.throwIfAborted();
          if (refusal) throw new Error('refused');
          return counts;
        },
        () => (this.step = { kind: 'moving' }),
      );
      if (!restoring.ok) {
        this.step = { kind: 'refused', refusal: { reason: restoring.reason } };
        return;
      }
      // What the library now holds is in this file.
      if (way === 'replaceAll' || wasEmpty) await this.#remember(checked.head.createdAt);
      this.#done(way, restoring.restored);
      if (way === 'replaceAll' || hadAlarm) this.#hooks.onreplaced();
    } catch (error) {
      if (signal.aborted) return;
      const isFull = error instanceof StoreError && error.reason === 'full';
      this.step = {
        kind: 'refused',
        refusal: refusal ?? { reason: isFull ? 'full' : 'notRestored' },
      };
    }
  }

  #done(way: RestoreWay, restored: Restored): void {
    this.step = { kind: 'idle' };
    this.isOpen = false;
    if (way === 'replaceAll') this.#hooks.say({ kind: 'replaced', restored }, null);
    else {
      const undo = restored.undo.length > 0 ? () => void this.#undo(restored) : null;
      this.#hooks.say({ kind: 'added', restored }, undo);
    }
  }

  async #undo(restored: Restored): Promise<void> {
    try {
      const undone = await this.#store.undoRestore(restored.undo);
      this.#hooks.say({ kind: 'undone', ...undone }, null);
    } catch {
      this.#hooks.say({ kind: 'undoFailed' }, () => void this.#undo(restored));
    }
  }

  /** null where it failed. */
  async #write(
    onprogress: (done: number, total: number) => void,
  ): Promise<WrittenBackup | 'cancelled' | null> {
    const signal = this.#begin();
    try {
      let writer: BackupWriter | null = null;
      let all = 0;
      let done = 0;
      let clipChanges = 0;
      const createdAt = new Date(this.#now()).toISOString();
      const program = `${messages.common.appName} ${__APP_VERSION__}`;
      await this.#store.readKept(
        ({ generation, counts, freshness }) => {
          writer = new BackupWriter({ createdAt, program, generation, counts });
          all = total(counts);
          clipChanges = freshness.clipChanges;
          onprogress(0, all);
        },
        (records) => {
          writer!.add(records);
          done += records.length;
          if (!signal.aborted) onprogress(done, all);
        },
        signal,
      );
      const written = await writer!.end();
      signal.throwIfAborted();
      this.#hooks.offer(written);
      await this.#remember(createdAt, clipChanges);
      return written;
    } catch {
      return signal.aborted ? 'cancelled' : null;
    }
  }

  /** A backup of that moment exists. It is no failure of the backup where this cannot be noted. */
  async #remember(at: string, clipChanges?: number): Promise<void> {
    try {
      const changes = clipChanges ?? (await this.#store.freshness()).clipChanges;
      await this.#store.writeSetting(LAST_BACKUP, { at, clipChanges: changes });
      await this.look();
    } catch {
      // The reminder comes too early, then.
    }
  }

  /** Asks how things stand with the last backup. */
  async look(): Promise<void> {
    try {
      const [freshness, last, hidden] = await Promise.all([
        this.#store.freshness(),
        this.#store.readSetting(LAST_BACKUP),
        this.#store.readSetting(REMINDER),
      ]);
      this.#freshness = freshness;
      this.#last = LastBackup.safeParse(last).data ?? null;
      this.#hiddenUntil = Date.parse(HiddenReminder.safeParse(hidden).data?.until ?? '') || 0;
    } catch {
      // The library cannot be read, and the page says so itself.
    }
  }

  #begin(): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    return this.#work.signal;
  }
}
