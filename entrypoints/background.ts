import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { messages } from '../lib/messages/messages.ts';
import { answerBadgeWish } from './clipping/badge.ts';

/** Where the browser cannot open the action's popup: the same page as a small window that names its tab. */
async function openPopupWindow(tabId: number): Promise<void> {
  const url = `${browser.runtime.getURL('/popup.html')}?tab=${tabId}`;
  try {
    await browser.windows.create({ url, type: 'popup', width: 460, height: 680 });
  } catch {
    // Android's Firefox has no windows.
    await browser.tabs.create({ url });
  }
}

/** Runs straight from the click: Firefox refuses openPopup after an await. */
function openPopup(tab: { id?: number | undefined; windowId: number } | undefined): void {
  const tabId = tab?.id;
  const otherwise = () => {
    if (tabId !== undefined && tabId >= 0) void openPopupWindow(tabId);
  };
  const action: Partial<typeof browser.action> = browser.action;
  if (!action.openPopup) return otherwise();
  try {
    action.openPopup(tab ? { windowId: tab.windowId } : undefined).catch(otherwise);
  } catch {
    otherwise();
  }
}

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: 'clip-page',
      title: messages.popup.menuPage,
      contexts: ['page'],
    });
    browser.contextMenus.create({
      id: 'clip-selection',
      title: messages.popup.menuSelection,
      contexts: ['selection'],
    });
  });
  browser.contextMenus.onClicked.addListener((_click, tab) => openPopup(tab));
  browser.runtime.onMessage.addListener((message: unknown, sender) =>
    answerBadgeWish(message, sender),
  );
});
