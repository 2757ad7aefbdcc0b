import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readArticle } from '../lib/extract/read-article.ts';

/** What the document was loaded from: a page may have changed its address since, and left its head behind. */
function loadedAddress(): string | null {
  try {
    return performance.getEntriesByType('navigation')[0]?.name ?? null;
  } catch {
    return null;
  }
}

/** Runs in the page's isolated world; executeScript hands what main() returns back to the popup. */
export default defineUnlistedScript(() =>
  readArticle(document, {
    address: location.href,
    selection: window.getSelection(),
    loadedAddress: loadedAddress(),
  }),
);
