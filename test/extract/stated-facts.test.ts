import { describe, expect, it } from 'vitest';
import { readArticle } from '../../lib/extract/read-article.ts';
import { ArticleDraft } from '../../lib/model/clip.ts';
import { ADDRESS, BODY, documentOf, jsonLd, NOW, read } from './page.ts';

/** Pages of made-up outlets: each shows one principle, none copies a site. */

const TITLE = 'Ferry crews walk out at dawn';
const page = (head: string, body = '', html = '') =>
  `<!doctype html><html ${html}><head>${head}</head><body><article><h1>${TITLE}</h1>${body}${BODY}</article></body></html>`;
const article = {
  '@type': 'NewsArticle',
  headline: TITLE,
  datePublished: '2019-11-25T08:10:00+02:00',
  author: { '@type': 'Person', name: 'Ada Lind' },
};
const STORY = 'https://www.harbour-post.example/story';

describe('when it was changed', () => {
  it.each([
    [
      jsonLd({ ...article, dateModified: '2019-11-27T09:00:00+02:00' }),
      '2019-11-27T09:00:00+02:00',
    ],
    [
      `${jsonLd(article)}<meta property="article:modified_time" content="2019-11-26T09:00:00Z">`,
      '2019-11-26T09:00:00Z',
    ],
    [jsonLd({ ...article, dateModified: '0001-01-01T00:00:00Z' }), null],
    [jsonLd({ ...article, dateModified: '2011-01-01' }), null],
    [jsonLd(article), null],
  ])('is read from what says so: %#', (head, expected) => {
    expect(read(page(head))).toMatchObject({
      modifiedAt: expected,
      publishedAt: '2019-11-25T08:10:00+02:00',
    });
  });

  it('never stands for when it was published', () => {
    const draft = read(
      page('<meta property="article:modified_time" content="2019-11-26T09:00:00Z">'),
      STORY,
    );
    expect(draft).toMatchObject({ publishedAt: null, modifiedAt: '2019-11-26T09:00:00Z' });
  });
});

describe('who may read it', () => {
  it.each([
    [{ isAccessibleForFree: false }, false],
    [{ isAccessibleForFree: 'False' }, false],
    [{ isAccessibleForFree: 'True' }, true],
    [{ isAccessibleForFree: 'https://schema.org/True' }, true],
    [{ hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'false' } }, false],
    [{ isAccessibleForFree: 'perhaps' }, null],
    [{}, null],
  ])('%j means %s', (says, isFree) => {
    expect(read(page(jsonLd({ ...article, ...says }))).isAccessibleForFree).toBe(isFree);
  });
});

describe('the section', () => {
  it.each([
    [jsonLd({ ...article, articleSection: ['Work', 'Transport'] }), '', 'Work'],
    ['<meta property="article:section" content="Work &amp; Wages">', '', 'Work & Wages'],
    ['<meta property="article:section" content="Politics, Work, Ports">', '', 'Politics'],
    [
      '<meta property="article:section" content="us-news">',
      '<nav><a href="/us-news">U.S. News</a></nav>',
      'U.S. News',
    ],
    ['<meta property="article:section" content="harbour-life">', '', 'harbour life'],
    ['<meta property="article:section" content="/news/world/">', '', 'world'],
    [
      '<meta property="og:site_name" content="Harbour Post"><meta property="article:section" content="Harbour Post">',
      '',
      '',
    ],
    ['<meta property="article:section" content="12">', '', ''],
  ])('is one of them, in its readers’ words: %#', (head, body, section) => {
    expect(read(page(head, body)).section).toBe(section);
  });
});

describe('which way the text runs', () => {
  const hebrew =
    '<p>' + 'עובדי הנמל יצאו לשביתה עם שחר והנמל כולו עמד דומם עד הצהריים. '.repeat(4) + '</p>';
  it('is what the page says, or what its letters say', () => {
    expect(read(page('')).direction).toBe('ltr');
    expect(
      read(`<html dir="ltr"><body><h1>שביתה</h1>${hebrew.repeat(3)}</body></html>`).direction,
    ).toBe('rtl');
    expect(read('<html dir="rtl"><body><h1>123</h1><p>1 2 3</p></body></html>').direction).toBe(
      'rtl',
    );
    expect(read('<html><body><p>123</p></body></html>').direction).toBe('');
  });
});

describe('a page changed in place', () => {
  const old = 'Council raises parking charges in the old town';
  const now = 'https://www.harbour-post.example/ferries';
  const before = 'https://www.harbour-post.example/parking';
  const staleHead = `<title>${old} | Harbour Post</title>
    <link rel="canonical" href="${before}"><meta property="og:url" content="${before}">
    <meta property="og:title" content="${old}"><meta property="og:site_name" content="Harbour Post">
    <meta name="author" content="Bo Ek"><meta property="article:published_time" content="2018-02-02T10:00:00Z">
    <meta property="og:description" content="Parking becomes dearer.">`;
  const staleData = jsonLd({
    '@type': 'NewsArticle',
    headline: old,
    url: before,
    datePublished: '2018-02-02T10:00:00Z',
    author: { '@type': 'Person', name: 'Bo Ek' },
  });
  const shown =
    '<p class="byline">By Ada Lind</p><time datetime="2019-11-25T08:10:00+02:00">x</time>';
  const readMoved = (html: string, loadedAddress: string | null) =>
    ArticleDraft.parse(
      readArticle(documentOf(html, now), { address: now, loadedAddress, now: NOW }),
    );
  const ofTheNewPage = {
    title: TITLE,
    canonicalAddress: null,
    authors: ['Ada Lind'],
    publishedAt: '2019-11-25T08:10:00+02:00',
    siteName: 'Harbour Post',
  };

  it('is read as it is now, whatever its head and data still say', () => {
    const draft = readMoved(page(staleHead + staleData, shown), before);
    expect(draft).toMatchObject(ofTheNewPage);
    expect(draft.excerpt).not.toContain('Parking');
    expect(JSON.stringify(draft.others)).not.toMatch(/Council|parking|2018|Bo Ek/);
  });

  it('is told by its title, too, where nobody knows what was loaded', () => {
    const head = staleHead.replace(`<title>${old}`, `<title>${TITLE}`);
    expect(readMoved(page(head + staleData, shown), null)).toMatchObject(ofTheNewPage);
  });

  it('does not keep a canonical address that stands alone in an old head', () => {
    const head = `<title>${TITLE}</title><link rel="canonical" href="${before}">`;
    expect(readMoved(page(head), before).canonicalAddress).toBeNull();
    // The same words in a page that was loaded from here are its own: that is what canonical is for.
    expect(readMoved(page(head), now).canonicalAddress).toBe(before);
  });

  it('is believed where its head has moved along', () => {
    const head = `<title>${TITLE}</title><link rel="canonical" href="${now}">
      <meta property="og:title" content="${TITLE}"><meta property="article:published_time" content="2019-11-24T10:00:00Z">`;
    expect(readMoved(page(head), before)).toMatchObject({
      canonicalAddress: now,
      publishedAt: '2019-11-24T10:00:00Z',
    });
  });

  it('keeps what the site says where only the address was tidied', () => {
    const head = `<link rel="canonical" href="${now}-in-full"><meta property="og:title" content="${TITLE}">${jsonLd({ ...article, url: `${now}-in-full` })}`;
    const draft = readMoved(page(head), `${now}?utm_source=mail`);
    expect(draft).toMatchObject({ canonicalAddress: `${now}-in-full`, authors: ['Ada Lind'] });
  });

  it('shares no shell’s words: one head for every page of the site', () => {
    const shell = `<title>${TITLE} | Harbour Post</title><link rel="canonical" href="https://www.harbour-post.example/">
      <meta property="og:title" content="Harbour Post – news from the coast"><meta property="og:description" content="All the news.">`;
    const draft = readMoved(page(shell), now);
    expect(draft.title).toBe(TITLE);
    expect(draft.excerpt).not.toBe('All the news.');
  });
});

describe('where sources disagree', () => {
  const head = `<meta property="og:title" content="Harbour at a standstill as ferries stay in port">
    <meta property="article:published_time" content="2019-11-20T08:00:00Z">
    <meta name="citation_author" content="Bo Ek"><meta property="og:locale" content="de_DE">
    ${jsonLd({ ...article, inLanguage: 'en' })}`;

  it('offers what the others say, never what was chosen, and is less sure', () => {
    const draft = read(page(head));
    expect(draft.others.title).toEqual([
      { value: 'Harbour at a standstill as ferries stay in port', source: 'openGraph' },
    ]);
    expect(draft.others.publishedAt[0]).toEqual({
      value: '2019-11-20T08:00:00Z',
      source: 'openGraph',
    });
    expect(draft.others.authors).toEqual([{ value: ['Bo Ek'], source: 'meta' }]);
    expect(draft.others.language).toEqual([{ value: 'de-DE', source: 'openGraph' }]);
    const agreeing = read(
      page(
        `<meta property="og:title" content="${TITLE}"><title>${TITLE} - Harbour Post</title>${jsonLd(article)}`,
      ),
    );
    expect(agreeing.confidence.title).toBeGreaterThan(draft.confidence.title);
    expect(agreeing.others.title).toEqual([]);
    expect(read('<html><body></body></html>').confidence.title).toBe(0);
  });

  it('does not call spelling a disagreement', () => {
    const draft = read(
      page(`<meta property="og:title" content="FERRY CREWS WALK OUT – at dawn!">
        <meta property="article:published_time" content="2019-11-25T06:10:00Z">
        <meta name="author" content="ADA LIND">
        <meta property="og:site_name" content="The Harbour Post"><meta name="application-name" content="Harbour Post">
        ${jsonLd({ ...article, publisher: { '@type': 'Organization', name: 'Harbour Post Ltd' } })}`),
    );
    expect(draft.others).toMatchObject({ title: [], publishedAt: [], authors: [], siteName: [] });
  });

  it('offers at most five', () => {
    const links = Array.from({ length: 9 }, (_, n) => `<link rel="canonical" href="/story-${n}">`);
    expect(read(page(links.join(''))).others.canonicalAddress.length).toBeLessThanOrEqual(5);
  });
});

describe('whose words', () => {
  it('a cited agency is not the site', () => {
    const draft = read(
      page(
        `<meta property="og:site_name" content="Harbour Post">${jsonLd({ ...article, author: { '@type': 'Organization', name: 'AFP' }, publisher: { '@type': 'Organization', name: 'AFP' } })}`,
        '<p class="byline">By Ada Lind with AFP</p>',
      ),
    );
    expect(draft).toMatchObject({ siteName: 'Harbour Post', authors: ['Ada Lind'] });
    expect(draft.others.siteName).toEqual([{ value: 'AFP', source: 'jsonLd' }]);
  });

  it.each([
    ['several people in one string', 'Ada Lind, Bo Ek and Cy Fox', ['Ada Lind', 'Bo Ek', 'Cy Fox']],
    ['a role after a comma', 'Ada Lind, industrial editor', ['Ada Lind']],
    ['a newsroom beside a person', 'Ada Lind, Newsroom', ['Ada Lind']],
    ['a newsroom alone', 'Harbour Post newsroom', []],
    ['a role in front', 'Reporter: Ada Lind', ['Ada Lind']],
    [
      'a name with particles',
      'Por Ana de la Fuente y Luis del Río',
      ['Ana de la Fuente', 'Luis del Río'],
    ],
    ['a Finnish role', 'Toimittaja: Aino Järvelä', ['Aino Järvelä']],
  ])('%s', (_, author, people) => {
    expect(read(page(jsonLd({ ...article, author }))).authors).toEqual(people);
  });

  it('a related story’s card lends neither author nor date', () => {
    const cards = `<section class="more-from"><article><h2>Another story</h2><span class="byline">By Zed Other</span>
      <time datetime="2012-01-01T00:00:00Z">1 January 2012</time></article></section>`;
    const draft = read(
      `<html><head><title>${TITLE}</title></head><body>${cards}<article><h1>${TITLE}</h1>${BODY}</article>${cards}</body></html>`,
      STORY,
    );
    expect(draft).toMatchObject({ authors: [], publishedAt: null });
  });

  it('a reader praised on the page is not its author', () => {
    const praise =
      '<div class="testimonial"><p>Never missed a day.</p><p class="author" itemprop="author">Happy Reader</p></div>';
    expect(read(page(`<title>${TITLE}</title>`, praise), STORY).authors).toEqual([]);
  });
});

describe('the date as it is printed', () => {
  it.each([
    ['fi', '25. marraskuuta 2019'],
    ['sv', '25 november 2019'],
    ['nl', '25 november 2019'],
    ['es', '25 de noviembre de 2019'],
    ['pt', '25 de novembro de 2019'],
    ['ca', '25 de novembre de 2019'],
    ['de', '25. November 2019'],
    ['fr', 'lundi 25 novembre 2019'],
    ['it', '25 novembre 2019'],
    ['pl', '25 listopada 2019'],
    ['cs', '25. listopadu 2019'],
    ['ru', '25 ноября 2019'],
    ['uk', '25 листопада 2019'],
    ['tr', '25 Kasım 2019'],
    ['el', '25 Νοεμβρίου 2019'],
    ['ar', '٢٥ نوفمبر ٢٠١٩'],
    ['ja', '2019年11月25日'],
    ['zh', '2019年11月25日'],
    ['ko', '2019년 11월 25일'],
    ['vi', '25 tháng 11, 2019'],
    ['id', '25 November 2019'],
    ['hu', '2019. november 25.'],
    ['lt', '2019 m. lapkričio 25 d.'],
    ['en-GB', '25/11/2019'],
    ['en-GB', '05/11/2019', '2019-11-05'],
    ['en-US', '11/05/2019', '2019-11-05'],
    ['de', '05.11.2019', '2019-11-05'],
  ])('%s: %s', (language, printed, day = '2019-11-25') => {
    const html = `<html lang="${language}"><body><article><h1>${TITLE}</h1><p class="date">${printed}</p><p>x</p></article></body></html>`;
    expect(read(html, STORY).publishedAt).toBe(day);
  });

  it.each([
    ['the year of the Buddha', 'th', '25 พฤศจิกายน 2562'],
    ['a Persian year', 'fa', '۴ آذر ۱۳۹۸'],
    ['the year one', 'en', '0001-01-01'],
    ['a month that is none', 'en', '25 Smarch 2019'],
  ])('%s is refused, for a wrong date is worse than none', (_, language, printed) => {
    const html = `<html lang="${language}"><body><article><h1>${TITLE}</h1><p class="date">${printed}</p></article></body></html>`;
    expect(read(html, STORY).publishedAt).toBeNull();
  });
});

it('believes the text where the page’s language is missing or wrong', () => {
  const finnish =
    'Satama seisoi puoleenpäivään asti, kun lauttojen miehistöt olivat lakossa. Liitto sanoi, että lakkoon osallistui kaksituhatta jäsentä, mutta yhtiö laski, että heitä oli alle puolet. ';
  for (const lang of ['', 'lang="en"', 'lang="xx-nonsense-yyyyyyyyyyyyyyyyyyy"']) {
    const html = `<html ${lang}><body><article><h1>Satama seisoo</h1><p>${finnish.repeat(4)}</p></article></body></html>`;
    expect(read(html, ADDRESS).language).toBe('fi');
  }
});
