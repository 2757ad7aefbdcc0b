import { messages } from '../../lib/messages/messages.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import type { Store } from '../../lib/store/database.ts';
import { BackupState, type BackupDeed } from './backup-state.svelte.ts';
import { wordsOfDeed } from './backup-words.ts';
import { libraryOf } from './library-of.svelte.ts';
import type { LibraryIndex } from './library-index.ts';
import { outliving } from './outliving.svelte.ts';

/** The download has its own hold on the file once it has begun; a large one may take a while to begin. */
const HELD_MS = 300_000;

function offer({ name, file }: { name: string; file: Blob }): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), HELD_MS);
}

/** What of the dashboard's own state a backup needs: where its library is, and where one says what was done. */
interface Place {
  platform: Platform;
  index: LibraryIndex;
  say: (text: string, action: { label: string; run: () => void } | null) => void;
  closeNotice: () => void;
}

const known = new WeakMap<Store, BackupState>();

/** Backup and restore of the workspace's library, one a store; what was done is said in the workspace's own notice. */
export function backupOf(workspace: Place, store: Store): BackupState {
  const made = known.get(store);
  if (made) return made;
  const say = (deed: BackupDeed, undo: (() => void) | null) => {
    const action = undo && {
      label: messages.common.undo,
      run: () => {
        workspace.closeNotice();
        undo();
      },
    };
    workspace.say(wordsOfDeed(deed), action);
  };
  const onreplaced = () => {
    libraryOf(workspace.platform, store, workspace.index).health = store.health;
  };
  const backup = outliving(() => new BackupState(store, { offer, say, onreplaced }));
  known.set(store, backup);
  return backup;
}
