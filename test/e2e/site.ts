/** A made-up newspaper on loopback, with one honest article and several pages that mean harm. */
import { createServer, type ServerResponse } from 'node:http';

export interface Site {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Method and path of every request so far: a page that ran what it should not have asks for /canary. */
  requests: string[];
  close(): Promise<void>;
}

/** What a careful reader would note down from the honest article. */
export const ARTICLE = {
  path: '/news/2019/11/25/flights-cancelled-postal-strike',
  title: 'More than 300 flights cancelled as ground crews back postal strike',
  siteName: 'The Northern Courier',
  authors: ['Aino Example', 'Björn Muster'],
  publishedAt: '2019-11-25T08:10:00+02:00',
  language: 'en',
  /** Stands in the text once; a reading of 0.55–0.65 for the share of air transport that stood still. */
  passage: 'between 55 and 65 per cent of the day’s departures stood still',
} as const;

/** The hostile pages, by what they try. */
export const HOSTILE = {
  /** Loads, then never gives the page's thread back. */
  endlessLoop: '/hostile/endless-loop',
  /** Markup that runs script in every field a clipper reads. */
  scriptInFields: '/hostile/script-in-fields',
  /** About 50 MB of paragraphs. */
  heavyDocument: '/hostile/heavy-document',
  /** A canonical address that is a program, and an og:url of somebody else. */
  javascriptCanonical: '/hostile/javascript-canonical',
  /** Turns the reading order of the title round, to look like another address. */
  bidi: '/hostile/bidi',
} as const;

export async function startSite(): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const origin = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url ?? '/', origin);
    const page = PAGES[pathname];
    if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      page(response, origin);
    } else {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Page = (response: ServerResponse, origin: string) => void;

const PAGES: Record<string, Page> = {
  [ARTICLE.path]: (response, origin) => response.end(article(origin)),
  '/': (response) =>
    response.end(
      document('The Northern Courier', '<h1>The Northern Courier</h1><p>Front page.</p>'),
    ),
  [HOSTILE.endlessLoop]: (response) =>
    response.end(
      document(
        'A page that never rests',
        `<h1>A page that never rests</h1><p>Its script starts a loop once it has loaded.</p>
         <script>addEventListener('load', () => setTimeout(() => { for (;;); }, 250));</script>`,
      ),
    ),
  [HOSTILE.scriptInFields]: (response, origin) => response.end(scriptInFields(origin)),
  [HOSTILE.heavyDocument]: (response) => void writeHeavyDocument(response),
  [HOSTILE.javascriptCanonical]: (response) =>
    response.end(
      document(
        'A page with a false address',
        '<article><h1>A page with a false address</h1><p>Where it says it stands is not an address.</p></article>',
        `<link rel="canonical" href="javascript:location='/canary/canonical'">
         <meta property="og:url" content="https://elsewhere.example/stolen">`,
      ),
    ),
  [HOSTILE.bidi]: (response) =>
    response.end(
      document(
        'Strike fund\u202Egnp.elpmaxe\u202C grows',
        '<article><h1>Strike fund\u202Egnp.elpmaxe\u202C grows</h1><p>Plain words.</p></article>',
        '<meta name="author" content="\u2067Somebody\u2069 Else">',
      ),
    ),
};

/** With an empty icon, for which no browser asks a second time. */
function document(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

function article(origin: string): string {
  const address = origin + ARTICLE.path;
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: ARTICLE.siteName, url: origin },
      {
        '@type': ['NewsArticle', 'ReportageNewsArticle'],
        headline: ARTICLE.title,
        inLanguage: ARTICLE.language,
        datePublished: ARTICLE.publishedAt,
        dateModified: '2019-11-25T11:42:00+02:00',
        author: ARTICLE.authors.map((name) => ({ '@type': 'Person', name })),
        publisher: { '@type': 'NewsMediaOrganization', name: ARTICLE.siteName },
        mainEntityOfPage: { '@type': 'WebPage', '@id': address },
      },
    ],
  };
  const head = `
    <link rel="canonical" href="${address}">
    <meta property="og:type" content="article">
    <meta property="og:site_name" content="${ARTICLE.siteName}">
    <meta property="og:title" content="${ARTICLE.title}">
    <meta property="og:url" content="${address}">
    <meta property="og:description" content="Airline and ground crews walked out in support of postal workers on Monday.">
    <meta property="article:published_time" content="${ARTICLE.publishedAt}">
    <script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const body = `
    <header><nav><a href="/">Front page</a> <a href="/news">News</a> <a href="/weather">Weather</a></nav></header>
    <main><article>
      <h1>${ARTICLE.title}</h1>
      <p class="byline">By ${ARTICLE.authors.join(' and ')} · <time datetime="${ARTICLE.publishedAt}">25 November 2019, 8.10</time></p>
      <p>Airline and ground crews walked out on Monday in support of postal workers, who have been on strike for two
         weeks over the terms of 700 parcel sorters. The sympathy strike emptied the departure boards of the capital's
         airport before dawn.</p>
      <p id="passage">The airport's operator said that ${ARTICLE.passage}. The airline put the number of its cancelled
         flights at just over 300, and about 20,000 passengers were told to stay at home.</p>
      <p>Unions of seafarers and of transport workers have announced that they will refuse to handle the company's
         parcels from Tuesday. The employer called the sympathy strikes “a matter between others at our expense” and
         asked the national conciliator for new talks.</p>
      <p>At the sorting centre in the east of the city, strikers kept a fire going through the night. “We did not ask
         for heroes,” said one of them, who has sorted parcels for eleven years. “We asked people not to do our work,
         and they said: we will not do our own either.”</p>
      <p>The head of the post said the company could not run much longer on the staff it had, and a member of the
         government's economic committee asked who had approved the change of contract in the first place.</p>
    </article></main>
    <footer><p>The Northern Courier is made up. So are its people.</p></footer>`;
  return document(`${ARTICLE.title} | ${ARTICLE.siteName}`, body, head);
}

function scriptInFields(origin: string): string {
  const bomb = (field: string) =>
    `"><img src=x onerror="fetch('${origin}/canary/${field}')"><script>fetch('${origin}/canary/${field}')</script>`;
  const asText = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: bomb('headline'),
    author: [{ name: bomb('author') }, { name: `javascript:fetch('${origin}/canary/name')` }],
    datePublished: '2019-11-25',
    publisher: { name: bomb('publisher') },
    description: bomb('description'),
  }).replaceAll('</', '<\\/');
  return document(
    asText(bomb('title')),
    `<article><h1>${asText(bomb('heading'))}</h1>
       <p id="passage">${asText(bomb('text'))} and enough words around it that a reader takes it for an article.</p>
     </article>`,
    `<meta property="og:title" content="${asText(bomb('og-title'))}">
     <meta property="og:site_name" content="${asText(bomb('og-site'))}">
     <meta name="author" content="${asText(bomb('meta-author'))}">
     <script type="application/ld+json">${data}</script>`,
  );
}

async function writeHeavyDocument(response: ServerResponse): Promise<void> {
  response.write(
    '<!doctype html><html lang="en"><head><title>A very long page</title></head><body><article><h1>A very long page</h1>',
  );
  const paragraph = `<p>${'The strike went on, and so did the reporting of it. '.repeat(20)}</p>`;
  const block = paragraph.repeat(1000);
  for (let written = 0; written < 50_000_000 && !response.destroyed; written += block.length) {
    if (!response.write(block)) await new Promise<void>((resolve) => drained(response, resolve));
  }
  response.end('</article></body></html>');
}

/** Room to write again, or a reader who has gone. */
function drained(response: ServerResponse, then: () => void) {
  const settle = () => {
    response.off('drain', settle).off('close', settle);
    then();
  };
  response.once('drain', settle).once('close', settle);
}
