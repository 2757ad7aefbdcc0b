import { addressKeys } from './address.ts';
import { firstMeta, type PageMeta } from './page-meta.ts';
import { isSameStory } from './same-story.ts';

/**
 * Sites that change their page in place (pushState) often leave the head as it was: canonical address, Open Graph and
 * JSON-LD then speak of the page that was loaded first, or of the shell that every page shares.
 */
export interface HeadClaims {
  /** The page's address as the browser has it now. */
  address: string;
  /** The address the document was loaded from, where that is known. */
  loadedAddress: string | null;
  /** What the head says the page's address is: canonical, og:url, JSON-LD. */
  statedAddresses: readonly (string | null)[];
  /** What the head says the title is: Open Graph and its like, JSON-LD. */
  statedTitles: readonly string[];
  headline: string;
  titleElement: string;
}

const keyOf = (address: string | null): string => addressKeys([address])[0] ?? '';

/** Is this address the page's own, whatever scheme, tracking parameters, AMP or mobile host it comes with? */
export function isHere(stated: string | null, address: string): boolean {
  return stated !== null && keyOf(stated) === keyOf(address);
}

/** Was the page changed in place since it was loaded? false where that is unknown. */
export function hasMoved(claims: Pick<HeadClaims, 'address' | 'loadedAddress'>): boolean {
  return claims.loadedAddress !== null && !isHere(claims.loadedAddress, claims.address);
}

/** Does the head speak of another page than the one that is shown? */
export function isHeadStale(claims: HeadClaims): boolean {
  const { address, loadedAddress, headline, titleElement } = claims;
  const addresses = claims.statedAddresses.filter((stated) => stated !== null);
  const titles = claims.statedTitles.filter((title) => title !== '');
  // A canonical address may differ from the one in the bar for good reasons; if any names this page, the head is of it.
  if (addresses.some((stated) => isHere(stated, address))) return false;
  const tells = (shown: string): boolean => titles.some((title) => isSameStory(title, shown));
  if (hasMoved(claims)) {
    // The document's own title may be as old as the head; what stands over the article is what is read.
    if (titles.length > 0) return !tells(headline || titleElement);
    return addresses.some((stated) => isHere(stated, loadedAddress!));
  }
  const shown = [headline, titleElement].filter((title) => title !== '');
  return addresses.length > 0 && titles.length > 0 && shown.length > 0 && !shown.some(tells);
}

/** What a stale head may still say: things that hold for the whole site. */
const OF_THE_SITE =
  /^(?:og:site_name|application-name|apple-mobile-web-app-title|dc\.publisher|og:locale|content-language|language|dc\.language|dcterms\.language)$/;

export function ofTheSiteOnly(meta: PageMeta): PageMeta {
  return new Map([...meta].filter(([name]) => OF_THE_SITE.test(name)));
}

export function statedTitlesOf(meta: PageMeta): string[] {
  return [firstMeta(meta, ['og:title']), firstMeta(meta, ['twitter:title', 'headline'])].filter(
    (title) => title !== null,
  );
}
