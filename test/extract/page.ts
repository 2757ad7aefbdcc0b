import { JSDOM, VirtualConsole } from 'jsdom';
import { readArticle } from '../../lib/extract/read-article.ts';
import { ArticleDraft } from '../../lib/model/clip.ts';

/** All outlets, people and stories in these tests are made up. */
export const ADDRESS = 'https://www.harbour-post.example/2019/11/25/ferry-crews-walk-out';
export const NOW = Date.parse('2026-01-15T12:00:00Z');

export function documentOf(html: string, address = ADDRESS): Document {
  return new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() }).window.document;
}

/** Reads a page and parses the draft as the popup will: a draft the schema refuses is a failure everywhere. */
export function read(html: string, address = ADDRESS): ArticleDraft {
  return ArticleDraft.parse(readArticle(documentOf(html, address), { address, now: NOW }));
}

export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

export const PARAGRAPHS = [
  'The ferry crews walked out at dawn, and by noon the harbour stood still. The union said that two thousand of its members had joined the strike, while the company counted fewer than half of that number.',
  'Dockers in the neighbouring port refused to handle the cargo that had been sent there in the night. They said that they would not touch it for as long as the crews were out, and the port authority did not force them.',
  'The talks are to begin again on Thursday. The mediator has asked both sides to say nothing of what is on the table, and for once both of them have done as they were asked.',
];
export const BODY = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
