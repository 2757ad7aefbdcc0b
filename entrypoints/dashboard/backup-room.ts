import { messages } from '../../lib/messages/messages.ts';
import type { Store } from '../../lib/store/database.ts';
import { BackupState } from './backup-state.svelte.ts';
import { wordsOfDeed } from './backup-words.ts';
import type { Workspace } from './workspace.svelte.ts';

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

/** Backup and restore of the workspace's library; what was done is said in the workspace's own notice. */
export function backupOf(workspace: Workspace, store: Store, onreplaced: () => void): BackupState {
  return new BackupState(store, {
    offer,
    say: (deed, undo) => {
      const action = undo && {
        label: messages.common.undo,
        run: () => {
          workspace.closeNotice();
          undo();
        },
      };
      workspace.say(wordsOfDeed(deed), action);
    },
    onreplaced,
  });
}
