import { browser } from 'wxt/browser';
import { ArticleDraft } from '../../lib/model/clip.ts';
import { WebAddress } from '../../lib/model/identity.ts';
import { cleanAddress } from '../../lib/extract/address.ts';
import { trustedCanonical } from '../../lib/extract/trusted-canonical.ts';

/** What the browser itself says of the tab. */
export interface TabFacts {
  id: number | null;
  /** Cleaned; null where the tab has no web address, or none that we may see. */
  address: string | null;
  title: string;
  trackersCut: number;
}

export type UnreadReason = 'noTab' | 'browserPage' | 'pdf' | 'tooSlow' | 'strange';
export type PageReading =
  | { ok: true; tab: TabFacts; article: ArticleDraft }
  | { ok: false; tab: TabFacts; reason: UnreadReason };

/** A page in an endless loop makes executeScript hang for ever. Counted from the click, as its user does. */
const PATIENCE_MS = 3000;
const LEAST_PATIENCE_MS = 1500;
/** Chromium's words for pages that no grant opens: there is nothing to wait for. */
const CLOSED_FOR_GOOD = /^Cannot access a |gallery cannot be scripted/;
/** The popup's first script can run a moment before the action's click has granted us the tab. */
const GRANT_MS = 900;
const RETRY_MS = 60;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type FoundTab = { id?: number | undefined; url?: string | undefined; title?: string | undefined };

/** The tab the popup stands over, or the one its address names where it had to open as a window. */
async function findTab(): Promise<FoundTab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? NaN);
  try {
    if (Number.isInteger(named)) return await browser.tabs.get(named);
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active ?? null;
  } catch {
    return null;
  }
}

function factsOf(tab: FoundTab | null): TabFacts {
  const facts = {
    id: tab?.id ?? null,
    address: null,
    title: (tab?.title ?? '').trim(),
    trackersCut: 0,
  };
  if (!tab?.url) return facts;
  const cleaned = cleanAddress(tab.url);
  return WebAddress.safeParse(cleaned.address).success ? { ...facts, ...cleaned } : facts;
}

/** The script's answer, once the grant is there; throws where the page stays closed to us. */
async function runInPage(tabId: number): Promise<unknown> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      const [frame] = await browser.scripting.executeScript({
        target: { tabId },
        files: ['/extract-article.js'],
      });
      return frame?.result;
    } catch (error) {
      const isForGood = error instanceof Error && CLOSED_FOR_GOOD.test(error.message);
      if (isForGood || waited >= GRANT_MS) throw error;
      await pause(RETRY_MS);
    }
  }
}

const TOO_SLOW = Symbol('too slow');

/** Asks the tab for its article. Whatever the page does, there is an answer within about three seconds. */
export async function readPage(): Promise<PageReading> {
  const found = await findTab();
  if (found?.id === undefined) return { ok: false, tab: factsOf(found), reason: 'noTab' };
  if (found.url !== undefined && !/^(https?|file):/.test(found.url)) {
    return { ok: false, tab: factsOf(found), reason: 'browserPage' };
  }
  let answer: unknown;
  try {
    answer = await Promise.race([
      runInPage(found.id),
      pause(Math.max(LEAST_PATIENCE_MS, PATIENCE_MS - performance.now())).then(() => TOO_SLOW),
    ]);
  } catch {
    const tab = factsOf(await findTab());
    const isPdf = /\.pdf$/i.test(tab.address?.split(/[?#]/)[0] ?? '');
    return { ok: false, tab, reason: isPdf ? 'pdf' : 'browserPage' };
  }
  // Asked again: before the grant the tab tells neither address nor title.
  const tab = factsOf(await findTab());
  if (answer === TOO_SLOW) return { ok: false, tab, reason: 'tooSlow' };
  const article = ArticleDraft.safeParse(answer);
  if (!article.success) return { ok: false, tab, reason: 'strange' };
  return { ok: true, tab, article: believed(article.data, tab) };
}

/** What a page says of itself is kept only as far as it may speak: its canonical address, a title if it has one. */
function believed(article: ArticleDraft, tab: TabFacts): ArticleDraft {
  const canonicalAddress =
    tab.address === null ? null : trustedCanonical(tab.address, article.canonicalAddress);
  const title = article.title.trim() === '' ? tab.title.slice(0, 600) : article.title;
  const tabTitle = title === article.title ? article.sources.title : 'titleElement';
  return {
    ...article,
    canonicalAddress,
    title,
    sources: {
      ...article.sources,
      title: title === '' ? 'none' : tabTitle,
      canonicalAddress: canonicalAddress === null ? 'none' : article.sources.canonicalAddress,
    },
  };
}
