import { describe, expect, it } from 'vitest';
import { readArticle } from '../../lib/extract/read-article.ts';
import { ArticleDraft, CLIP_LIMITS } from '../../lib/model/clip.ts';
import { ADDRESS, BODY, documentOf, jsonLd, NOW, read } from './page.ts';

describe('a hostile page', () => {
  it('hands over markup in its title as plain letters only', () => {
    const draft = read(
      `<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;Strike</title>
       <meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt;Strike"></head><body>${BODY}</body></html>`,
    );
    expect(draft.title).toBe('Strike');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://[',
    'vbscript:x',
  ])('cannot state %s as its address', (href) => {
    const draft = read(
      `<html><head><link rel="canonical" href="${href}"><meta property="og:url" content="${href}"></head><body></body></html>`,
    );
    expect(draft.canonicalAddress === null || /^https:/.test(draft.canonicalAddress)).toBe(true);
    expect(draft.canonicalAddress ?? '').not.toMatch(/alert|passwd|text\/html/);
  });

  it('cannot turn text around with bidi controls, or hide some in it', () => {
    const trick = 'Pay \u202Egro.liame\u202C now\u0000\u2066\u200B!\u{E0041}';
    const draft = read(
      `<html><head><title>${trick}</title><meta name="author" content="Ada\u202E Lind">
       <meta property="og:description" content="${trick}"></head><body><h1>${trick}</h1>${BODY}<p>${trick.repeat(9)}</p></body></html>`,
    );
    expect(JSON.stringify(draft)).not.toMatch(
      /\\u0000|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|\udb40/,
    );
    expect(draft.title).toBe('Pay gro.liame now!');
  });

  it('cannot reach a prototype through JSON-LD', () => {
    const script = `<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"Inherited","polluted":true},
      "constructor":{"prototype":{"polluted":true}},"author":{"__proto__":{"name":"Inherited Person"}}}</script>`;
    const draft = read(
      `<html><head><title>Own title</title>${script}</head><body>${BODY}</body></html>`,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(draft.title).toBe('Own title');
    expect(draft.authors).toEqual([]);
  });

  it.each([
    ['cut short', '{"@type":"NewsArticle","headline":"Cut'],
    ['not an object', '"NewsArticle"'],
    ['null', 'null'],
    ['an array of nothing', '[null,[],[[]],1,"x"]'],
    [
      'a headline that is an object',
      '{"@type":"Article","headline":{"a":[1]},"author":[null,[null,{"name":null}]],"datePublished":{}}',
    ],
    [
      'a circle of ids',
      '{"@type":"Article","@id":"#a","author":{"@id":"#a"},"publisher":{"@id":"#a"}}',
    ],
    ['nested beyond sense', `${'{"mainEntity":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('cannot break us with JSON-LD that is %s', (_, data) => {
    const draft = read(
      `<html><head><title>Own title</title><script type="application/ld+json">${data}</script></head><body>${BODY}</body></html>`,
    );
    expect(draft.title).toBe('Own title');
  });

  it('is read although its JSON-LD holds raw line ends and a comma too many', () => {
    const script =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two\nlines",}</script>';
    expect(read(`<html><head>${script}</head><body>${BODY}</body></html>`).title).toBe('Two lines');
  });

  it('cannot hand over more than the caps', () => {
    const long = 'Ada '.repeat(200_000);
    const names = Array.from(
      { length: 300 },
      (_, index) =>
        `Ada ${String.fromCharCode(65 + (index % 26))}${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 26) % 10]} Lind`,
    );
    const html = `<html lang="${'x'.repeat(5000)}"><head><title>${long}</title><meta property="og:title" content="${long}">
      <meta property="og:site_name" content="${long}"><meta name="description" content="${long}">
      <link rel="canonical" href="https://www.harbour-post.example/${'a'.repeat(9000)}">
      ${jsonLd({ '@type': 'Article', headline: long, author: names, datePublished: long })}</head>
      <body><h1>${long}</h1><article>${`<p>${long.slice(0, 2000)}</p>`.repeat(400)}</article></body></html>`;
    const draft = read(html);
    expect(draft.title.length).toBeLessThanOrEqual(CLIP_LIMITS.title);
    expect(draft.authors.length).toBe(CLIP_LIMITS.authors);
    expect(draft.text.length).toBe(CLIP_LIMITS.text);
    expect(draft.canonicalAddress).toBeNull();
  });

  it('of 60,000 elements is not parsed by Readability, and still gives its paragraphs', () => {
    const html = `<html><head><title>Wide page</title></head><body><h1>Wide page</h1>${BODY}${'<b>x</b>'.repeat(60_000)}</body></html>`;
    const started = performance.now();
    const draft = read(html);
    expect(draft.title).toBe('Wide page');
    expect(draft.text).toContain('ferry crews walked out');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('nested thousands deep does not throw', () => {
    const document = documentOf('<html><head><title>Deep</title></head><body></body></html>');
    let at: Element = document.body;
    for (let depth = 0; depth < 4000; depth++) at = at.appendChild(document.createElement('div'));
    at.innerHTML = BODY;
    const draft = ArticleDraft.parse(readArticle(document, { address: ADDRESS, now: NOW }));
    expect(draft.title).toBe('Deep');
  });

  it('that names its elements after the document’s methods is read all the same', () => {
    const names = [
      'querySelectorAll',
      'documentElement',
      'body',
      'title',
      'cloneNode',
      'getElementsByTagName',
      'createTreeWalker',
    ];
    const clobbers = names
      .map((name) => `<img name="${name}"><form name="${name}"></form>`)
      .join('');
    const inputs = [
      'parentNode',
      'firstChild',
      'nodeType',
      'attributes',
      'textContent',
      'localName',
      'getAttribute',
      'parentElement',
      'removeChild',
      'childNodes',
    ]
      .map((name) => `<input name="${name}"><input id="${name}">`)
      .join('');
    const draft = read(
      `<html><head><title>Clobbered page</title></head><body>${clobbers}<form><h1>Clobbered page</h1>${inputs}<p class="byline">By Ada Lind</p>${BODY}</form></body></html>`,
    );
    expect(draft.title).toBe('Clobbered page');
    expect(draft.authors).toEqual(['Ada Lind']);
    expect(draft.text).toContain('ferry crews walked out');
  });

  it('gives a draft even when its document answers every question with an error', () => {
    const document = new Proxy({} as Document, {
      get: () => {
        throw new Error('no');
      },
      getPrototypeOf: () => {
        throw new Error('no');
      },
    });
    expect(ArticleDraft.parse(readArticle(document, { address: ADDRESS, now: NOW })).title).toBe(
      '',
    );
  });
});
