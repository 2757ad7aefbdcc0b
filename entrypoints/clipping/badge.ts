import { browser } from 'wxt/browser';
import { isHere } from '../../lib/extract/stale-head.ts';
import { messages } from '../../lib/messages/messages.ts';
import { WebAddress } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import { ADDRESS_CHANGED } from './address-changed.ts';

/**
 * What our own pages and the script that watches a marked page ask of the background: a popup may be closed the moment
 * after it has saved, and the mark is to be there all the same.
 */
const BadgeWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clipped'), tabId: z.int(), address: WebAddress }),
  z.strictObject({ kind: z.literal('notClipped'), tabId: z.int() }),
]);
export type BadgeWish = z.infer<typeof BadgeWish>;

export function askForBadge(wish: BadgeWish): void {
  // Without a background that answers there is no mark, and nothing else is lost.
  void Promise.resolve(browser.runtime.sendMessage(wish)).catch(() => {});
}

/** Does what is asked: anything of our own pages, one thing of a script in a page, nothing of anybody else. */
export function answerBadgeWish(
  message: unknown,
  sender: {
    id?: string | undefined;
    url?: string | undefined;
    tab?: { id?: number | undefined } | undefined;
  },
): void {
  if (sender.id !== browser.runtime.id) return;
  if (message === ADDRESS_CHANGED) {
    if (sender.tab?.id !== undefined) void unmark(sender.tab.id);
    return;
  }
  if (!sender.url?.startsWith(browser.runtime.getURL('/'))) return;
  const wish = BadgeWish.safeParse(message);
  if (!wish.success) return;
  if (wish.data.kind === 'clipped') void markClipped(wish.data.tabId, wish.data.address);
  else void unmark(wish.data.tabId);
}

const MARK = '✓';
const INK = '#1c1917';

/** Shows on the page's own tab that it is clipped; called only after a click there. The next page takes it away. */
async function markClipped(tabId: number, address: string): Promise<void> {
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

async function unmark(tabId: number): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: '' }),
      browser.action.setTitle({ tabId, title: messages.popup.clipThisPage }),
    ]);
  } catch {
    // The tab has gone, and its mark with it.
  }
}
