import { describe, expect, it } from 'vitest';
import { DRAFT_LIMITS, readArticle } from '../../lib/extract/read-article.ts';
import { CLIP_LIMITS } from '../../lib/model/clip.ts';
import { ADDRESS, BODY, documentOf, jsonLd, NOW, PARAGRAPHS, read } from './page.ts';

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Ferry crews walk out',
  datePublished: '2019-11-25T08:10:00+02:00',
  dateModified: '2019-11-27T09:00:00+02:00',
  author: { '@type': 'Person', name: 'Ada Lind' },
  publisher: { '@type': 'Organization', name: 'Harbour Post' },
  inLanguage: 'en_GB',
};
const page = (head: string, body = `<article><h1>Ferry crews walk out</h1>${BODY}</article>`) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

it('keeps the caps of a clip', () => {
  for (const [key, value] of Object.entries(DRAFT_LIMITS)) {
    expect(CLIP_LIMITS[key as keyof typeof DRAFT_LIMITS]).toBe(value);
  }
});

describe('fields and their sources', () => {
  it('takes all of them from an article’s JSON-LD', () => {
    const draft = read(page(jsonLd(article)));
    expect(draft).toMatchObject({
      title: 'Ferry crews walk out',
      authors: ['Ada Lind'],
      publishedAt: '2019-11-25T08:10:00+02:00',
      siteName: 'Harbour Post',
      language: 'en-GB',
    });
    expect(draft.sources).toMatchObject({
      title: 'jsonLd',
      authors: 'jsonLd',
      publishedAt: 'jsonLd',
      siteName: 'jsonLd',
      language: 'jsonLd',
    });
  });

  it.each([
    ['an array', [{ '@type': 'WebSite', name: 'Harbour Post' }, article]],
    [
      'an @graph',
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'BreadcrumbList' }, article] },
    ],
    ['an array @type', { ...article, '@type': ['Article', 'NewsArticle'] }],
    ['a type of its own kind', { ...article, '@type': 'ReportageNewsArticle' }],
    ['a live blog', { ...article, '@type': 'LiveBlogPosting' }],
    ['a type with its address', { ...article, '@type': 'https://schema.org/BlogPosting' }],
    ['a main entity', { '@type': 'WebPage', mainEntity: article }],
  ])('finds the article in %s', (_, data) => {
    const draft = read(page(jsonLd(data)));
    expect(draft.authors).toEqual(['Ada Lind']);
    expect(draft.publishedAt).toBe('2019-11-25T08:10:00+02:00');
  });

  it('follows an author given by @id', () => {
    const graph = [
      { ...article, author: { '@id': '#ada' } },
      { '@type': 'Person', '@id': '#ada', name: 'Ada Lind' },
    ];
    expect(read(page(jsonLd({ '@graph': graph }))).authors).toEqual(['Ada Lind']);
  });

  it('decodes entities and drops tags in JSON-LD strings', () => {
    const headline = 'Crews &amp;quot;walk out&amp;quot; &#8211; <em>again</em> at L&uuml;beck';
    expect(read(page(jsonLd({ ...article, headline }))).title).toBe(
      'Crews "walk out" – again at Lübeck',
    );
  });

  it('falls to Open Graph and meta, then to what a reader sees', () => {
    const meta = read(
      page(`<title>Ferry crews walk out | Harbour Post</title>
        <meta property="og:title" content="Ferry crews walk out | Harbour Post">
        <meta property="og:site_name" content="Harbour Post">
        <meta property="article:published_time" content="2019-11-25T06:10:00Z">
        <meta name="citation_author" content="Lind, Ada"><meta name="citation_author" content="Bo Ek">`),
    );
    expect(meta).toMatchObject({
      title: 'Ferry crews walk out',
      siteName: 'Harbour Post',
      publishedAt: '2019-11-25T06:10:00Z',
      authors: ['Ada Lind', 'Bo Ek'],
    });
    expect(meta.sources).toMatchObject({
      title: 'openGraph',
      publishedAt: 'openGraph',
      authors: 'meta',
    });

    const seen = read(
      page(
        '<title>Ferry crews walk out - Harbour Post</title>',
        `<article><h1>Ferry crews walk out</h1><p class="byline">By <a rel="author" href="/x">Ada Lind</a>, ports correspondent</p>
         <time datetime="2019-11-24T22:00:00+02:00">24 November</time>${BODY}</article>`,
      ),
    );
    expect(seen).toMatchObject({
      title: 'Ferry crews walk out',
      authors: ['Ada Lind'],
      publishedAt: '2019-11-24T22:00:00+02:00',
      siteName: 'Harbour Post',
    });
    expect(seen.sources).toMatchObject({
      title: 'heading',
      authors: 'byline',
      publishedAt: 'timeElement',
      siteName: 'titleElement',
    });
  });

  it('cuts the site’s name from a title that stands alone, and says it comes from there', () => {
    const draft = read(
      page('<title>Ferry crews walk out — Harbour Post</title>', `<div>${BODY}</div>`),
    );
    expect(draft.title).toBe('Ferry crews walk out');
    expect(draft.sources.title).toBe('titleElement');
  });

  it('keeps a sign that belongs to the title', () => {
    const draft = read(
      page(
        '<meta property="og:title" content="Ferries - a love story | Harbour Post"><meta property="og:site_name" content="Harbour Post">',
      ),
    );
    expect(draft.title).toBe('Ferries - a love story');
  });

  it('calls the site by its host when nothing else names it', () => {
    const draft = read(page('', `<h1>Ferry crews walk out</h1>${BODY}`));
    expect(draft.siteName).toBe('harbour-post.example');
    expect(draft.sources.siteName).toBe('address');
  });

  it('reads a page that says nothing without inventing anything', () => {
    const draft = read('<html><head></head><body></body></html>', 'https://harbour-post.example/a');
    expect(draft).toMatchObject({
      title: '',
      authors: [],
      publishedAt: null,
      language: '',
      text: '',
    });
    expect(new Set(Object.values(draft.sources))).toEqual(new Set(['none', 'address']));
  });
});

describe('whose words and dates these are', () => {
  it('does not take the story that is only recommended', () => {
    const related = {
      ...article,
      headline: 'A quite different story of last year',
      url: 'https://www.harbour-post.example/2018/03/01/another',
      datePublished: '2018-03-01T10:00:00Z',
      author: { '@type': 'Person', name: 'Somebody Else' },
    };
    const draft = read(page(jsonLd(related) + jsonLd({ ...article, url: ADDRESS })));
    expect(draft.title).toBe('Ferry crews walk out');
    const alone = read(page(`<title>Ferry crews walk out</title>${jsonLd(related)}`));
    expect(alone.title).toBe('Ferry crews walk out');
    expect(alone.authors).toEqual([]);
    expect(alone.publishedAt).toBe('2019-11-25');
  });

  it('does not take the date of a related-story card', () => {
    const body = `<div class="related-stories"><time datetime="2012-01-01T00:00:00Z">1 January 2012</time></div>
      <article><h1>Ferry crews walk out</h1>${BODY}<div class="post-date">Published 24 November 2019</div></article>
      <aside><time datetime="2013-01-01T00:00:00Z"></time></aside>`;
    const draft = read(
      page('<title>Ferry crews walk out</title>', body),
      'https://harbour-post.example/story',
    );
    expect(draft.publishedAt).toBe('2019-11-24');
  });

  it('does not take a modified date for the published one', () => {
    const { datePublished: _, ...rest } = article;
    const body = `<h1>Ferry crews walk out</h1><time class="updated" datetime="2019-11-28T10:00:00Z">Updated 28 November 2019</time>${BODY}`;
    const draft = read(
      page(
        `<meta property="article:modified_time" content="2019-11-29T10:00:00Z">${jsonLd(rest)}`,
        body,
      ),
      'https://harbour-post.example/story',
    );
    expect(draft.publishedAt).toBeNull();
    expect(draft.sources.publishedAt).toBe('none');
  });

  it.each([
    ['the year one', '0001-01-01T00:00:00Z'],
    ['the future', '2031-05-01T00:00:00Z'],
    ['the epoch', '1970-01-01T00:00:00Z'],
    ['nonsense', 'last Tuesday'],
    ['an impossible day', '2019-02-31'],
  ])('refuses %s and takes the address’s date', (_, datePublished) => {
    const draft = read(page(jsonLd({ ...article, datePublished })));
    expect(draft.publishedAt).toBe('2019-11-25');
    expect(draft.sources.publishedAt).toBe('address');
  });

  it('does not take an author from a testimonial or a comment', () => {
    const body = `<article><h1>Ferry crews walk out</h1>${BODY}</article>
      <section class="testimonials"><blockquote>Best paper!<cite class="author">Happy Reader</cite></blockquote></section>
      <div id="comments"><span class="comment-author author">Angry Reader</span></div>`;
    expect(read(page('<title>Ferry crews walk out</title>', body)).authors).toEqual([]);
  });

  it('refuses the publisher as author and takes the byline', () => {
    const data = { ...article, author: { '@type': 'Person', name: 'Harbour Post' } };
    const body = `<h1>Ferry crews walk out</h1><p>By Ada Lind and Bo Ek</p>${BODY}`;
    const draft = read(page(jsonLd(data), body));
    expect(draft.authors).toEqual(['Ada Lind', 'Bo Ek']);
    expect(draft.sources.authors).toBe('byline');
  });

  it('lets the byline complete what the data only begin', () => {
    const body = `<h1>Ferry crews walk out</h1>
      <div class="bylines"><a rel="author" href="/ada">Ada Lind</a> <a rel="author" href="/bo">Bo Ek</a></div>${BODY}`;
    expect(read(page(jsonLd(article), body)).authors).toEqual(['Ada Lind', 'Bo Ek']);
  });

  it('leaves a person’s own blog its author', () => {
    const data = {
      '@graph': [
        {
          ...article,
          '@type': 'BlogPosting',
          author: { '@id': '#me' },
          publisher: { '@id': '#me' },
        },
        { '@type': ['Person', 'Organization'], '@id': '#me', name: 'Ada Lind' },
      ],
    };
    const draft = read(page(`<meta property="og:site_name" content="Ada Lind">${jsonLd(data)}`));
    expect(draft.authors).toEqual(['Ada Lind']);
  });

  it('reads authors of an organisation as nobody', () => {
    const data = { ...article, author: { '@type': 'NewsMediaOrganization', name: 'Coastal Wire' } };
    expect(read(page(jsonLd(data))).authors).toEqual([]);
  });
});

describe('language', () => {
  it('believes the page before the text of near relatives, and the text before a wrong page', () => {
    const german =
      'Die Besatzungen der Fähren haben am Morgen die Arbeit niedergelegt, und der Hafen stand bis zum Mittag still. Die Gewerkschaft sagte, dass sich zweitausend ihrer Mitglieder an dem Streik beteiligt haben, während das Unternehmen nicht einmal die Hälfte davon zählte. ';
    const html = (lang: string) =>
      `<html lang="${lang}"><body><article><h1>Der Hafen steht</h1><p>${german.repeat(3)}</p></article></body></html>`;
    expect(read(html('en'))).toMatchObject({
      language: 'de',
      sources: { language: 'articleText' },
    });
    expect(read(html('de_at'))).toMatchObject({
      language: 'de-AT',
      sources: { language: 'htmlLang' },
    });
    expect(read(html(''))).toMatchObject({ language: 'de' });
  });

  it('refuses what is no language tag', () => {
    const draft = read('<html lang="javascript:alert(1)"><body><p>x</p></body></html>');
    expect(draft.language).toBe('');
  });
});

describe('text', () => {
  it('holds the article’s paragraphs, parted by a blank line, and not the menu', () => {
    const menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>';
    const { text } = read(
      page(jsonLd(article), `${menu}<article><h1>Ferry crews walk out</h1>${BODY}</article>`),
    );
    expect(text).toContain(PARAGRAPHS.join('\n\n'));
    expect(text).not.toContain('Sport');
  });

  it('does not change the page', () => {
    const document = documentOf(page(jsonLd(article)));
    const before = document.documentElement.outerHTML;
    readArticle(document, { address: ADDRESS, now: NOW });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('canonical address', () => {
  it('is absolute, and the page’s word is passed on as such', () => {
    const draft = read(page('<link rel="canonical" href="/ferry-crews">'));
    expect(draft.canonicalAddress).toBe('https://www.harbour-post.example/ferry-crews');
    expect(draft.sources.canonicalAddress).toBe('linkElement');
  });
});
