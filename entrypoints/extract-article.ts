import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readArticle } from '../lib/extract/read-article.ts';

/** Runs in the page's isolated world; executeScript hands what main() returns back to the popup. */
export default defineUnlistedScript(() =>
  readArticle(document, { address: location.href, selection: window.getSelection() }),
);
