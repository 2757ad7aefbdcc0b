import { choice, type Choice, type Found } from './field-choice.ts';
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

/** "example" of www.example.org and of news.example.co.uk: the name part of a host, as far as it shows without a list. */
export function hostLabel(address: string): string {
  const labels = hostOf(address).split('.');
  while (labels.length > 1 && labels.at(-1)!.length <= 3) labels.pop();
  return labels.at(-1) ?? '';
}

/** Signs that part a title from the site's name. */
const SUFFIX = /\s+[|–—·•»:/~-]+\s+|\s*\|\s*|\s+[«>]\s+/;

/** "The Paper | News you can use" → "The Paper", if the host agrees that this is the name. */
function withoutSlogan(name: string, address: string): string {
  const label = fold(hostLabel(address));
  const part = name
    .split(SUFFIX)
    .find((piece) => fold(piece).replace(/^the/, '') === label.replace(/^the/, ''));
  return part && label ? part.trim() : name;
}

/** "The Harbour Post", "harbour-post.example" and "Harbour Post Ltd." are one outlet. */
function isSameSite(first: string, second: string): boolean {
  const [one, other] = [first, second].map((name) => fold(name).replace(/^the(?=.{4})/, '')) as [
    string,
    string,
  ];
  return one.includes(other) || other.includes(one);
}

/** Site name as readers know it: what the page calls the site, its publisher, else the host. */
export function siteNameOf(
  meta: PageMeta,
  article: StructuredArticle | null,
  titleElement: string,
  address: string,
): Choice<string> {
  const host = hostOf(address);
  const stated: Found<string>[] = [
    { value: firstMeta(meta, ['og:site_name']) ?? '', source: 'openGraph' },
    { value: article?.siteNames[0] ?? '', source: 'jsonLd' },
    {
      value:
        firstMeta(meta, [
          'application-name',
          'apple-mobile-web-app-title',
          'dc.publisher',
          'citation_journal_title',
        ]) ?? '',
      source: 'meta',
    },
  ];
  const said = stated
    .filter(({ value }) => fold(value) !== '')
    .map(({ value, source }) => ({ value: withoutSlogan(value, address), source }));
  // "Headline | The Paper": the tail is the site's name where the host says so, too.
  const tail = titleElement.split(SUFFIX).at(-1) ?? '';
  const label = fold(host.split('.').slice(0, -1).join(''));
  if (
    tail !== titleElement &&
    fold(tail).length > 2 &&
    (label.includes(fold(tail)) || fold(tail).includes(label))
  ) {
    said.push({ value: tail, source: 'titleElement' });
  }
  const fromHost: Found<string> = { value: host, source: host ? 'address' : 'none' };
  return choice(said[0] ?? fromHost, said, isSameSite);
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
    // From the left: a site's name may hold such a sign itself.
    const tail = cuts.find((cut) => isSite(rest.slice(cut.index + cut[0].length)));
    const head = cuts.findLast((cut) => isSite(rest.slice(0, cut.index)));
    if (tail && tail.index > 0) rest = rest.slice(0, tail.index).trim();
    else if (head) rest = rest.slice(head.index + head[0].length).trim();
    else break;
  }
  return rest;
}

/** The title cut where the visible headline ends, if a parting sign follows there ("Headline-Site", "Headline | Part | Site"). */
export function withoutTail(title: string, headline: string): string {
  if (headline.length < 8 || !title.startsWith(headline)) return title;
  return /^\s*[|–—·•»_-]/.test(title.slice(headline.length)) ? headline : title;
}

/** "标题-新华网": scripts without spaces put the sign without spaces, too. */
export function withoutUnspacedTail(title: string): string {
  return title.replace(
    /(?<=.{6})[-_|—–]{1,2}[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]{2,10}$/u,
    '',
  );
}
