import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isHere } from '../lib/extract/stale-head.ts';
import { ADDRESS_CHANGED } from './clipping/address-changed.ts';

/** Asked once a second where the browser does not tell (Firefox before 147), and only on a page that is marked. */
const ASK_MS = 1000;

/**
 * Runs in a page that was marked as clipped, until its address changes in place: the browser takes the mark away with
 * the document, but a page that changes its address keeps its document.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { clincherWatches?: string; navigation?: EventTarget };
  const isWatching = world.clincherWatches !== undefined;
  world.clincherWatches = location.href;
  if (isWatching) return;
  const look = () => {
    if (isHere(location.href, world.clincherWatches!)) return;
    stop();
    delete world.clincherWatches;
    // The extension may have been updated or removed since.
    void Promise.resolve(browser.runtime.sendMessage(ADDRESS_CHANGED)).catch(() => {});
  };
  const { navigation } = world;
  const timer = navigation ? undefined : setInterval(look, ASK_MS);
  const stop = () => {
    navigation?.removeEventListener('currententrychange', look);
    clearInterval(timer);
  };
  navigation?.addEventListener('currententrychange', look);
});
