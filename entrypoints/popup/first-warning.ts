import { browser } from 'wxt/browser';

/** The one warning of the first start, shown until its reader says it is understood. */
const KEY = 'managedWarningRead';

export async function isWarningRead(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

export async function noteWarningRead(): Promise<void> {
  await browser.storage.local.set({ [KEY]: true });
}
