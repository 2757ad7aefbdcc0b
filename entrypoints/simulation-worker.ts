import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SimulationService } from '../lib/worker/service.ts';

/** Runs in a web worker of the dashboard; the service answers through Comlink. */
export default defineUnlistedScript(() => {
  expose(new SimulationService());
});
