import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CatalogueService } from '../lib/catalogue/service.ts';

/** Runs in a web worker of the dashboard; the service answers through Comlink. */
export default defineUnlistedScript(() => {
  expose(new CatalogueService());
});
