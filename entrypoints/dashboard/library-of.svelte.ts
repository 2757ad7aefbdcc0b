import type { Platform } from '../../lib/platform/platform.ts';
import type { Store } from '../../lib/store/database.ts';
import type { LibraryIndex } from './library-index.ts';
import { LibraryState } from './library-state.svelte.ts';
import { outliving } from './outliving.svelte.ts';

/** As long as the window is open: what was asked, where one stood and what can be undone outlive a look at another page. */
const libraries = new WeakMap<Store, LibraryState>();

/** What the library's page knows: one a store, made when it is first asked for. */
export function libraryOf(platform: Platform, store: Store, index: LibraryIndex): LibraryState {
  const known = libraries.get(store);
  if (known) return known;
  const library = outliving(() => new LibraryState(platform, store, index));
  libraries.set(store, library);
  return library;
}
