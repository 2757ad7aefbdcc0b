import { browser } from 'wxt/browser';
import type { Platform } from '../../lib/platform/platform.ts';
import { extensionPlatform } from './extension.ts';
import { pagePlatform } from './page.ts';

/** On a plain page `browser` is undefined (Firefox) or has no runtime id (Chromium), whatever its type says. */
function isExtension(): boolean {
  const found: Partial<typeof browser> | undefined = browser;
  return Boolean(found?.runtime?.id);
}

export function choosePlatform(): Platform {
  return isExtension() ? extensionPlatform() : pagePlatform();
}
