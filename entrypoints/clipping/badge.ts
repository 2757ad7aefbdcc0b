import { browser } from 'wxt/browser';
import { isHere } from '../../lib/extract/stale-head.ts';
import { messages } from '../../lib/messages/messages.ts';

/** What the script that watches a marked page says; no other extension and no page can send to us. */
export const ADDRESS_CHANGED = { kind: 'addressChanged' } as const;

export function isAddressChanged(message: unknown): boolean {
  return (message as Partial<typeof ADDRESS_CHANGED> | null)?.kind === ADDRESS_CHANGED.kind;
}

const MARK = '✓';
const INK = '#1c1917';

/** Shows on the page's own tab that it is clipped; called only after a click there. The next page takes it away. */
export async function markClipped(tabId: number, address: string): Promise<void> {
  try {
    const { url } = await browser.tabs.get(tabId);
    if (!url || !isHere(url, address)) return;
    await browser.scripting.executeScript({ target: { tabId }, files: ['/watch-address.js'] });
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: INK }),
      browser.action.setBadgeText({ tabId, text: MARK }),
      browser.action.setTitle({ tabId, title: messages.popup.badgeTitle }),
    ]);
  } catch {
    // A tab that has gone, or that does not let us in, shows no mark.
  }
}

export async function unmark(tabId: number): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: '' }),
      browser.action.setTitle({ tabId, title: messages.popup.clipThisPage }),
    ]);
  } catch {
    // The tab has gone, and its mark with it.
  }
}
