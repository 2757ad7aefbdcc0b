/** Three made-up papers on loopback: two print one wire report, the third was there itself. */
import { createServer } from 'node:http';

export interface Report {
  path: string;
  title: string;
  siteName: string;
  publishedAt: string;
  paragraphs: string[];
  /** Stands in the text once. */
  passage: string;
}

const PASSAGE = 'between 55 and 65 per cent of the day’s departures stood still';
const WIRE = [
  'Airline and ground crews walked out on Monday in support of postal workers, who have been on strike for two weeks over the terms of 700 parcel sorters. The sympathy strike emptied the departure boards of the capital’s airport before dawn.',
  `The airport’s operator said that ${PASSAGE}. The airline put the number of its cancelled flights at just over 300, and about 20,000 passengers were told to stay at home.`,
  'Unions of seafarers and of transport workers have announced that they will refuse to handle the company’s parcels from Tuesday. The employer called the sympathy strikes a matter between others at its expense and asked the national conciliator for new talks.',
];

export const FIRST: Report = {
  path: '/first',
  title: 'Flights cancelled as ground crews back postal strike',
  siteName: 'The Northern Courier',
  publishedAt: '2019-11-25T08:10:00+02:00',
  paragraphs: WIRE,
  passage: PASSAGE,
};
export const COPY: Report = {
  path: '/copy',
  title: 'Postal strike: crews walk out, flights cancelled',
  siteName: 'Harbour Gazette',
  publishedAt: '2019-11-25T11:30:00+02:00',
  paragraphs: [...WIRE.slice(0, 2), `${WIRE[2]} Readers in the harbour towns can expect delays.`],
  passage: PASSAGE,
};
export const OWN: Report = {
  path: '/own',
  title: 'A morning without departures',
  siteName: 'Evening Standard-Bearer',
  publishedAt: '2019-11-26',
  paragraphs: [
    'Our reporter counted empty gates from five in the morning. By noon the hall had filled with people who had come to see for themselves, and with stewards who handed out tea and did not mind answering questions about the parcel sorters’ pay.',
    'Of the flights on the board she found that 70 to 80 per cent of departures never left, more than anybody in the hall had expected, and the loudspeakers had long given up naming them one by one.',
    'The union of the ground crews said that 5,000 people had come to the square in front of the terminal; the police put the number at 2,000 and went home early.',
  ],
  passage: '70 to 80 per cent of departures never left',
};

export async function startWireSite(): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const report = [FIRST, COPY, OWN].find(({ path }) => request.url?.startsWith(path));
    if (!report) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page(report));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page({ title, siteName, publishedAt, paragraphs }: Report): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title>
    <meta property="og:site_name" content="${siteName}"><meta property="og:title" content="${title}">
    <meta property="article:published_time" content="${publishedAt}"></head>
    <body><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
}
