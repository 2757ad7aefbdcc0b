import type { FieldSource } from '../model/clip.ts';
import { firstMeta, type PageMeta } from './page-meta.ts';
import { fold } from './plain-text.ts';
import type { StructuredArticle } from './structured-data.ts';

function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\d?\./, '');
  } catch {
    return '';
  }
}

/** Signs that part a title from the site's name. */
const SUFFIX = /\s+[|–—·•»:/~-]+\s+|\s*\|\s*|\s+[«>]\s+/;

/** Site name as readers know it: what the page calls the site, its publisher, else the host. */
export function siteNameOf(
  meta: PageMeta,
  article: StructuredArticle | null,
  titleElement: string,
  address: string,
): { value: string; source: FieldSource } {
  const host = hostOf(address);
  const openGraph = firstMeta(meta, ['og:site_name']);
  if (openGraph) return { value: openGraph, source: 'openGraph' };
  const named = firstMeta(meta, [
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'citation_journal_title',
  ]);
  const fromArticle = article?.siteNames[0];
  if (fromArticle) return { value: fromArticle, source: 'jsonLd' };
  if (named) return { value: named, source: 'meta' };
  // "Headline | The Paper": the tail is the site's name where the host says so, too.
  const tail = titleElement.split(SUFFIX).at(-1) ?? '';
  const label = fold(host.split('.').slice(0, -1).join(''));
  if (
    tail !== titleElement &&
    fold(tail).length > 2 &&
    (label.includes(fold(tail)) || fold(tail).includes(label))
  ) {
    return { value: tail, source: 'titleElement' };
  }
  return { value: host, source: host ? 'address' : 'none' };
}

/** The title without " | Site name" behind it (or "Site name: " before it). */
export function withoutSiteName(title: string, siteName: string, address: string): string {
  const host = hostOf(address);
  const labels = host.split('.');
  const names = [siteName, host, labels.slice(0, -1).join('')]
    .map(fold)
    .filter((name) => name.length > 1);
  const isSite = (part: string): boolean => {
    const key = fold(part);
    return (
      key !== '' &&
      names.some(
        (name) =>
          name === key || name === `the${key}` || key === `the${name}` || `${name}com` === key,
      )
    );
  };
  let rest = title.trim();
  for (let turn = 0; turn < 3; turn++) {
    const cuts = [...rest.matchAll(new RegExp(SUFFIX, 'g'))];
    const last = cuts.at(-1);
    const first = cuts[0];
    if (last && isSite(rest.slice(last.index + last[0].length)))
      rest = rest.slice(0, last.index).trim();
    else if (first && isSite(rest.slice(0, first.index)))
      rest = rest.slice(first.index + first[0].length).trim();
    else break;
  }
  return rest;
}
