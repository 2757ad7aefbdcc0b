import { browser } from 'wxt/browser';
import { cleanAddress } from '../../lib/extract/address.ts';
import { fold, stripTags } from '../../lib/extract/plain-text.ts';
import { ArticleDraft } from '../../lib/model/clip.ts';
import { WebAddress } from '../../lib/model/identity.ts';

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

/**
 * A page in an endless loop makes executeScript hang for ever. Counted from the popup's own beginning, and short enough
 * that even on a busy machine its user is not kept from typing what they know.
 */
const PATIENCE_MS = 2600;
const LEAST_PATIENCE_MS = 700;
/** Chromium's words for pages that no grant opens: there is nothing to wait for. */
const CLOSED_FOR_GOOD = /^Cannot access a |gallery cannot be scripted/;
/** The popup's first script can run a moment before the action's click has granted us the tab. */
const GRANT_MS = 900;
const RETRY_MS = 30;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type FoundTab = { id?: number | undefined; url?: string | undefined; title?: string | undefined };

/** The tab that a side panel, a tab or a window of ours was opened for. */
export function namedTab(): number | null {
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d+$/.test(named) ? Number(named) : null;
}

/** The tab the popup stands over, or the one its address names where it stands elsewhere. */
async function findTab(): Promise<FoundTab | null> {
  const named = namedTab();
  try {
    if (named !== null) return await browser.tabs.get(named);
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active ?? null;
  } catch {
    return null;
  }
}

function factsOf(tab: FoundTab | null): TabFacts {
  // Of our own pages the browser tells everything, and none of them is an article.
  const isOurs = tab?.url?.startsWith(browser.runtime.getURL('/')) === true;
  const facts = {
    id: tab?.id ?? null,
    address: null,
    title: isOurs ? '' : (tab?.title ?? '').trim(),
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

/** Tells the tab's address as soon as the browser does: what is typed is kept under it, before the page answers. */
async function tellAddress(isOver: () => boolean, tell: (tab: TabFacts) => void): Promise<void> {
  while (!isOver()) {
    const tab = factsOf(await findTab());
    if (tab.address !== null) return tell(tab);
    await pause(RETRY_MS);
  }
}

const TOO_SLOW = Symbol('too slow');

/** Asks the tab for its article. Whatever the page does, there is an answer within three seconds. */
export async function readPage(
  onaddress: (tab: TabFacts) => void = () => {},
): Promise<PageReading> {
  const found = await findTab();
  if (found?.id === undefined) return { ok: false, tab: factsOf(found), reason: 'noTab' };
  if (found.url !== undefined && !/^(https?|file):/.test(found.url)) {
    return { ok: false, tab: factsOf(found), reason: 'browserPage' };
  }
  let answer: unknown;
  let isOver = false;
  try {
    void tellAddress(() => isOver, onaddress);
    answer = await Promise.race([
      runInPage(found.id),
      pause(Math.max(LEAST_PATIENCE_MS, PATIENCE_MS - performance.now())).then(() => TOO_SLOW),
    ]);
  } catch {
    const tab = factsOf(await findTab());
    const isPdf = /\.pdf$/i.test(tab.address?.split(/[?#]/)[0] ?? '');
    return { ok: false, tab, reason: isPdf ? 'pdf' : 'browserPage' };
  } finally {
    isOver = true;
  }
  // Asked again: before the grant the tab tells neither address nor title.
  const tab = factsOf(await findTab());
  if (answer === TOO_SLOW) return { ok: false, tab, reason: 'tooSlow' };
  const article = ArticleDraft.safeParse(answer);
  if (!article.success) return { ok: false, tab, reason: 'strange' };
  return { ok: true, tab, article: await believed(article.data, tab) };
}

/** What a page says of itself is kept only as far as it may speak: its canonical address, a title if it has one. */
async function believed(article: ArticleDraft, tab: TabFacts): Promise<ArticleDraft> {
  // The list of public suffixes is long, and the form is there before it.
  const { trustedCanonical } = await import('../../lib/extract/trusted-canonical.ts');
  const trusted = (canonical: string | null) =>
    tab.address === null ? null : trustedCanonical(tab.address, canonical);
  const canonicalAddress = trusted(article.canonicalAddress);
  const plainTitle = stripTags(tab.title).trim().slice(0, 600);
  const tabTitle = fold(plainTitle) === '' ? '' : plainTitle;
  const title = article.title.trim() === '' ? tabTitle : article.title;
  const titleSource = title === article.title ? article.sources.title : 'titleElement';
  return {
    ...article,
    canonicalAddress,
    title,
    sources: {
      ...article.sources,
      title: title === '' ? 'none' : titleSource,
      canonicalAddress: canonicalAddress === null ? 'none' : article.sources.canonicalAddress,
    },
    others: {
      ...article.others,
      canonicalAddress:
        canonicalAddress === null
          ? []
          : article.others.canonicalAddress.flatMap(({ value, source }) => {
              const other = trusted(value);
              return other === null || other === canonicalAddress ? [] : [{ value: other, source }];
            }),
    },
  };
}
