import { browser } from 'wxt/browser';

/** Where the form may stand: over the page, beside it, in a tab of its own. */
export type Surface = 'popup' | 'panel' | 'tab';

interface Sidebar {
  setPanel(details: { tabId: number; panel: string }): Promise<void>;
  open(): Promise<void>;
}

function sidebar(): Sidebar | undefined {
  return (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;
}

function sidePanel(): Partial<typeof browser.sidePanel> | undefined {
  return (browser as Partial<typeof browser>).sidePanel;
}

export function hasPanel(): boolean {
  return sidePanel()?.open !== undefined || sidebar() !== undefined;
}

/** Straight from the click and without an await before it: both browsers open a panel only for their user. */
export function openPanel(tabId: number): Promise<void> {
  const path = `sidepanel.html?tab=${tabId}`;
  const panel = sidePanel();
  if (panel?.open) {
    void panel.setOptions?.({ tabId, path, enabled: true });
    return panel.open({ tabId });
  }
  const bar = sidebar();
  if (!bar) return Promise.reject(new Error('this browser has no panel'));
  void bar.setPanel({ tabId, panel: browser.runtime.getURL(`/${path}`) });
  return bar.open();
}

export async function openTab(tabId: number): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(`/sidepanel.html?tab=${tabId}&surface=tab`),
  });
}
