import { browser } from 'wxt/browser';
import { Sentinel, type Platform } from '../../lib/platform/platform.ts';
import { hashOf, isWebAddress, plainCopy } from './addresses.ts';

// WXT types getURL by the list of files it last built; ours takes the name of any script.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}

const SENTINEL_KEY = 'sentinel';
const draftKey = (key: string) => `draft:${key}`;
const markKey = (mark: string) => `mark:${mark}`;
const DASHBOARD = '/dashboard.html';

/** getContexts sees our own pages without the tabs permission. */
async function openDashboardTab(
  address: string,
): Promise<{ tabId: number; windowId: number } | null> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const found = contexts.find(
    ({ documentUrl, tabId }) => tabId >= 0 && documentUrl?.split('#')[0] === address,
  );
  return found ? { tabId: found.tabId, windowId: found.windowId } : null;
}

export function extensionPlatform(): Platform {
  return {
    kind: 'extension',
    sentinel: {
      read: async () => {
        const stored = await browser.storage.local.get(SENTINEL_KEY);
        return Sentinel.safeParse(stored[SENTINEL_KEY]).data ?? null;
      },
      write: (sentinel) => browser.storage.local.set({ [SENTINEL_KEY]: sentinel }),
    },
    drafts: {
      read: async (key) => (await browser.storage.session.get(draftKey(key)))[draftKey(key)],
      write: (key, value) => browser.storage.session.set({ [draftKey(key)]: plainCopy(value) }),
      remove: (key) => browser.storage.session.remove(draftKey(key)),
    },
    session: {
      isMarked: async (mark) => markKey(mark) in (await browser.storage.session.get(markKey(mark))),
      mark: (mark) => browser.storage.session.set({ [markKey(mark)]: true }),
      unmark: (mark) => browser.storage.session.remove(markKey(mark)),
    },
    scriptAddress: (name) => browser.runtime.getURL(`/${name.replace(/^\//, '')}`),
    openDashboard: async (route) => {
      const address = browser.runtime.getURL(DASHBOARD);
      const url = address + hashOf(route);
      const open = await openDashboardTab(address);
      if (!open) return void (await browser.tabs.create({ url }));
      await browser.tabs.update(open.tabId, { url, active: true });
      await browser.windows.update(open.windowId, { focused: true });
    },
    openLink: (address) => {
      if (isWebAddress(address)) void browser.tabs.create({ url: address });
    },
  };
}
