import { Sentinel, type Platform } from '../../lib/platform/platform.ts';
import { hashOf, isWebAddress, plainCopy } from './addresses.ts';

const SENTINEL_KEY = 'clincher-sentinel';

function parseSentinel(text: string | null): Sentinel | null {
  if (text === null) return null;
  try {
    return Sentinel.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The dashboard on a plain page: no extension around it, its own origin's storage only. */
export function pagePlatform(): Platform {
  // sessionStorage is written to disk; a Map is not.
  const drafts = new Map<string, unknown>();
  // Nor would it be empty after a crash: a browser that restores its tabs restores it, too.
  const marks = new Set<string>();
  return {
    kind: 'page',
    sentinel: {
      read: async () => parseSentinel(localStorage.getItem(SENTINEL_KEY)),
      write: async (sentinel) => localStorage.setItem(SENTINEL_KEY, JSON.stringify(sentinel)),
    },
    drafts: {
      read: async (key) => plainCopy(drafts.get(key)),
      write: async (key, value) => void drafts.set(key, plainCopy(value)),
      remove: async (key) => void drafts.delete(key),
    },
    session: {
      isMarked: async (mark) => marks.has(mark),
      mark: async (mark) => void marks.add(mark),
      unmark: async (mark) => void marks.delete(mark),
    },
    scriptAddress: (name) => new URL(name.replace(/^\//, ''), document.baseURI).href,
    openDashboard: async (route) => void (location.hash = hashOf(route)),
    openLink: (address) => {
      if (isWebAddress(address)) window.open(address, '_blank', 'noopener,noreferrer');
    },
  };
}
