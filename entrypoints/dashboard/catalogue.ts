import type { CatalogueState } from '../../lib/catalogue/api.ts';
import { CatalogueClient } from '../../lib/catalogue/client.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import { DATABASE_NAME } from '../../lib/store/tables.ts';
import { startWorker } from './our-worker.ts';

/**
 * The worker that knows every clip. Begin it once the first rows stand on the page (`client.start()`): until it is
 * ready, the list goes by pages of the store.
 */
export function startCatalogue(
  platform: Platform,
  onstate: (state: CatalogueState) => void,
): CatalogueClient {
  return new CatalogueClient({
    createWorker: () => startWorker(platform, 'library-worker.js'),
    databaseName: DATABASE_NAME,
    onstate,
  });
}
