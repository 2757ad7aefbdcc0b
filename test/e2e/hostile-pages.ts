/**
 * Two hundred pages that mean harm, made from the Big List of Naughty Strings and from vectors of our own. Their scripts
 * may do what they like among themselves; a request to /canary or a dialog says that one ran where it must not.
 */
import { createRequire } from 'node:module';

export interface HostilePage {
  name: string;
  html: string;
  /** Its thread never rests: the popup has to do without it. */
  isLoop?: boolean;
}

const NAUGHTY = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];

const asText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const asData = (value: unknown) => JSON.stringify(value).replaceAll('</', '<\\/');

/** The page's own policy lets none of its markup act: what acts then, acts as us. */
const NO_SCRIPT = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
const frame = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const PARAGRAPHS = `<p>${'The crews walked out at dawn, and the harbour stood still until noon. '.repeat(8)}</p>`;

/** One text in every place from which a field is read, as text and as markup. */
function everywhere(strings: readonly string[], isRaw: boolean): string {
  const at = (index: number) => strings[index % strings.length]!;
  const data = asData({
    '@type': 'NewsArticle',
    headline: at(0),
    author: [{ '@type': 'Person', name: at(1) }, at(2)],
    publisher: { name: at(3) },
    datePublished: at(2),
    dateModified: at(1),
    articleSection: [at(3), at(0)],
    description: at(1),
    inLanguage: at(2),
    url: at(3),
  });
  const meta = [
    'og:title',
    'og:site_name',
    'og:description',
    'author',
    'article:section',
    'article:published_time',
    'og:url',
    'og:locale',
  ].map((name, index) => `<meta property="${name}" content="${asText(at(index))}">`);
  const body = strings.map((text) => `<p>${isRaw ? text : asText(text)}</p>`).join('');
  return frame(
    `${NO_SCRIPT}<title>${asText(at(0))}</title>${meta.join('')}<link rel="canonical" href="${asText(at(1))}">
     <script type="application/ld+json">${data}</script>`,
    `<article><h1>${asText(at(2))}</h1><p class="byline">By ${asText(at(3))}</p>
     <time datetime="${asText(at(0))}">${asText(at(1))}</time>${body}${PARAGRAPHS}</article>`,
  );
}

/** What becomes script when it is parsed a second time, or in another context than the first. */
function mutations(canary: string): string[] {
  const act = `fetch('${canary}')`;
  return [
    `<img src=x onerror="${act}">`,
    `<svg onload="${act}">`,
    `<svg><style><img src=x onerror="${act}"></style></svg>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${act}&gt;">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${act}">`,
    `<svg></p><style><a id="</style><img src=1 onerror=${act}>">`,
    `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
    `<textarea></textarea><img src=x onerror="${act}">`,
    `<title></title><script>${act}</script>`,
    `<template><img src=x onerror="${act}"></template>`,
    `<a href="javascript:${act}" autofocus onfocus="${act}">x</a>`,
    `<iframe srcdoc="<script>${act}</script>"></iframe>`,
    `<object data="data:text/html,<script>${act}</script>"></object>`,
    `<embed src="javascript:${act}">`,
    `<base href="javascript:${act}//">`,
    `<meta http-equiv="refresh" content="0;url=javascript:${act}">`,
    `<link rel=stylesheet href="data:text/css,*{background:url(${canary})}">`,
    `<style>@import '${canary}';</style>`,
    `<video><source onerror="${act}"></video>`,
    `<details open ontoggle="${act}">`,
    `<input autofocus onfocus="${act}">`,
    `<marquee onstart="${act}">`,
    `<xmp><p title="</xmp><img src=x onerror=${act}>">`,
    `<svg><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:${act}"></iframe></foreignObject></svg>`,
    `<svg><animate onbegin="${act}" attributeName=x dur=1s>`,
    `<svg><use href="data:image/svg+xml,<svg id='x' onload='${act}'/>#x"/></svg>`,
    `\`"'><img src=x onerror=\`${act}\`>`,
    `{{constructor.constructor("${act}")()}}`,
    `\${${act}}`,
    `{@html "<img src=x onerror=${act}>"}`,
    `]]><script>${act}</script>`,
    `--><script>${act}</script>`,
    `';${act};//`,
    `";${act};//`,
    `</script><script>${act}</script>`,
    `\u2028${act}\u2029`,
    `<\u0000img src=x onerror="${act}">`,
    `&lt;img src=x onerror=&quot;${act}&quot;&gt;`,
    `&amp;lt;img src=x onerror=${act}&amp;gt;`,
    `%3Cimg%20src%3Dx%20onerror%3D${act}%3E`,
    `javascript:${act}`,
    `data:text/html,<script>${act}</script>`,
    `vbscript:${act}`,
    `<scr<script>ipt>${act}</scr</script>ipt>`,
    `<img src="x\` \`<script>${act}</script>"\` \`>`,
  ];
}

const CLOBBERED = [
  'querySelector',
  'querySelectorAll',
  'documentElement',
  'body',
  'head',
  'title',
  'cloneNode',
  'getElementsByTagName',
  'createElement',
  'createTreeWalker',
  'location',
  'defaultView',
  'implementation',
  'firstChild',
  'childNodes',
  'nodeType',
  'attributes',
  'textContent',
  'parentNode',
  'getSelection',
];

const GETTERS = [
  `Object.defineProperty(Document.prototype, 'title', { get() { throw new Error('no'); } });`,
  `Object.defineProperty(Document.prototype, 'documentElement', { get() { throw new Error('no'); } });`,
  `Object.defineProperty(Node.prototype, 'textContent', { get() { throw new Error('no'); } });`,
  `Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = () => { throw new Error('no'); };`,
  `Element.prototype.getAttribute = () => 'javascript:alert(1)';`,
  `Node.prototype.cloneNode = () => null;`,
  `globalThis.getSelection = () => ({ rangeCount: 1, toString() { throw new Error('no'); } });`,
  `Array.prototype.slice = Array.prototype.map = () => { throw new Error('no'); };`,
  `JSON.parse = () => ({ headline: 'forged' });`,
  `Object.prototype.headline = 'inherited'; Object.prototype.kind = 'clipped';`,
  `performance.getEntriesByType = () => { throw new Error('no'); };`,
  `globalThis.URL = null; globalThis.Reflect = null;`,
];

const STRUCTURED = [
  `${'{"mainEntity":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `[${'{"@type":"NewsArticle","headline":"x"},'.repeat(20_000)}{}]`,
  `{"@type":"NewsArticle","headline":"${'long '.repeat(200_000)}"}`,
  `{"@type":"NewsArticle","author":[${'{"name":"Ada Lind"},'.repeat(20_000)}"x"]}`,
  '{"@type":"NewsArticle","__proto__":{"headline":"inherited"},"constructor":{"prototype":{"x":1}}}',
  '{"@type":"NewsArticle","@id":"#a","author":{"@id":"#a"},"publisher":{"@id":"#a"},"isPartOf":{"@id":"#a"}}',
  '{"@type":"NewsArticle","datePublished":"99999999-99-99","dateModified":{},"isAccessibleForFree":[[]],"articleSection":[null,{}]}',
  '{"@type":"NewsArticle","headline":[[["deep"]]],"author":{"name":{"name":{"name":{"name":"x"}}}}}',
  `{"@type":"NewsArticle","headline":"x","articleSection":[${'"section",'.repeat(50_000)}"x"]}`,
  `{"@graph":[${Array.from({ length: 3000 }, (_, n) => `{"@id":"#${n}","author":{"@id":"#${n + 1}"}}`).join(',')}]}`,
];

const BIDI = ['\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u061c', '\u200f', '\u200b'];

/** The pages, each named by what it tries; `origin` is where a script that ran would ask for /canary. */
export function hostilePages(origin: string): HostilePage[] {
  const pages: HostilePage[] = [];
  const perPage = 4;
  for (let from = 0; from < NAUGHTY.length; from += perPage) {
    const strings = NAUGHTY.slice(from, from + perPage);
    pages.push({
      name: `strings ${from}–${from + strings.length}`,
      html: everywhere(strings, true),
    });
  }
  mutations(`${origin}/canary/mutation`).forEach((vector, index) =>
    pages.push({ name: `mutation ${index}`, html: everywhere([vector], true) }),
  );
  CLOBBERED.forEach((name) =>
    pages.push({
      name: `clobbers ${name}`,
      html: frame(
        '<title>A clobbered page</title>',
        `<form name="${name}"><img name="${name}"><input name="${name}" id="${name}"></form>
         <form id="f"><input name="${name}"><h1>A clobbered page</h1>${PARAGRAPHS}</form>`,
      ),
    }),
  );
  GETTERS.forEach((script, index) =>
    pages.push({
      name: `lies ${index}`,
      html: frame(
        `<title>A lying page</title><script>${script}</script>`,
        `<article><h1>A lying page</h1>${PARAGRAPHS}</article>`,
      ),
    }),
  );
  STRUCTURED.forEach((data, index) =>
    pages.push({
      name: `data ${index}`,
      html: frame(
        `<title>A page with much data</title><script type="application/ld+json">${data}</script>`,
        `<article><h1>A page with much data</h1>${PARAGRAPHS}</article>`,
      ),
    }),
  );
  BIDI.forEach((sign, index) =>
    pages.push({
      name: `turns ${index}`,
      html: everywhere([`Strike fund ${sign}gnp.elpmaxe${sign} grows`], false),
    }),
  );
  const loops = [
    'addEventListener("load", () => setTimeout(() => { for (;;); }, 200));',
    'const again = () => Promise.resolve().then(again); addEventListener("load", () => setTimeout(again, 200));',
  ];
  loops.forEach((script, index) =>
    pages.push({
      name: `loop ${index}`,
      isLoop: true,
      html: frame(`<title>Never rests</title><script>${script}</script>`, '<h1>Never rests</h1>'),
    }),
  );
  return pages;
}
