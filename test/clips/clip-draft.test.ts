import { describe, expect, test } from 'vitest';
import {
  ClipDraft,
  declineKind,
  draftByHand,
  draftFromArticle,
  draftFromClip,
  emptyDraft,
  hasQuote,
  isTyped,
  readDraft,
  statementsOf,
  takeStatement,
  toggleKind,
  typeField,
  withQuote,
  withTyped,
} from '../../components/clips/clip-draft.ts';
import { ArticleDraft, Clip, CLIP_RECORD_VERSION } from '../../lib/model/clip.ts';

const article: ArticleDraft = {
  title: 'Finnair cancels 300 flights',
  siteName: 'Helsinki Daily',
  authors: ['Aino Virtanen', 'Mikael Berg'],
  publishedAt: '2019-11-25T08:10:00+02:00',
  language: 'en',
  canonicalAddress: 'https://news.example/finnair',
  excerpt: '',
  text: 'A headline.\n\nThe airline cancelled just over 300 of its 377 departures on Monday.',
  sources: {
    title: 'jsonLd',
    siteName: 'openGraph',
    authors: 'byline',
    publishedAt: 'jsonLd',
    language: 'htmlLang',
    canonicalAddress: 'linkElement',
    excerpt: 'none',
  },
  modifiedAt: '2019-11-25T09:00:00+02:00',
  isAccessibleForFree: true,
  section: 'Transport',
  direction: 'ltr',
  confidence: {
    title: 1,
    siteName: 1,
    authors: 0.6,
    publishedAt: 1,
    language: 1,
    canonicalAddress: 1,
    excerpt: 0,
  },
  others: {
    title: [],
    siteName: [],
    authors: [],
    publishedAt: [],
    language: [],
    canonicalAddress: [],
  },
  selection: {
    exact: 'just over  300 of its 377',
    prefix: 'By Aino Virtanen The airline cancelled ',
    suffix: ' departures on Monday.',
  },
};
const tab = { address: 'https://news.example/finnair?id=5', trackersCut: 4 };

function contentOf(draft: ClipDraft) {
  const read = readDraft(draft);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.content;
}

describe('a form', () => {
  test('gives back what it was filled with, and a clip of it is valid', () => {
    const content = contentOf(draftFromArticle(article, tab));
    expect(content).toMatchObject({
      title: article.title,
      authors: article.authors,
      publishedAt: article.publishedAt,
      language: 'en',
      address: tab.address,
      canonicalAddress: article.canonicalAddress,
      sources: article.sources,
      trackersCut: 4,
    });
    const clip = Clip.parse({
      ...content,
      recordVersion: CLIP_RECORD_VERSION,
      id: 'a',
      addressKeys: [],
      clippedAt: '2026-11-22T10:00:00Z',
      updatedAt: '2026-11-22T10:00:00Z',
      deletedAt: null,
    });
    const again = contentOf(draftFromClip(clip));
    expect(again).toEqual(content);
  });

  test('survives the session store, letter by letter, with what is not yet right in it', () => {
    const typed = typeField(draftFromArticle(article, tab), 'publishedAt', '2019-1');
    expect(ClipDraft.parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  });

  test('a field typed by hand is its user’s word, and only that field', () => {
    const draft = typeField(draftFromArticle(article, tab), 'title', 'Another title');
    expect(draft.sources).toEqual({ ...article.sources, title: 'you' });
    expect(typeField(draft, 'note', 'x').sources).toEqual(draft.sources);
  });

  test('typing what already stands there changes nothing', () => {
    const draft = draftFromArticle(article, tab);
    expect(typeField(draft, 'title', draft.title)).toBe(draft);
  });

  test('a page that could not be read leaves its address and title', () => {
    const draft = draftByHand({ ...tab, title: 'A title on the tab' });
    expect(draft).toMatchObject({ title: 'A title on the tab', address: tab.address });
    expect(draft.sources.title).toBe('titleElement');
  });
});

describe('what does not hold is said by field', () => {
  test.each([
    ['title', '   ', 'titleMissing'],
    ['publishedAt', 'last Tuesday', 'notADate'],
    ['publishedAt', '2019-11-25T08:10', 'notADate'],
    ['language', 'no language at all', 'notALanguage'],
    ['address', 'javascript:alert(1)', 'notAnAddress'],
    ['address', 'data:text/html,x', 'notAnAddress'],
    ['canonicalAddress', 'just words', 'notAnAddress'],
    ['authors', 'x'.repeat(300), 'tooLong'],
    ['authors', 'A\n'.repeat(51), 'tooMany'],
  ] as const)('%s: %s', (field, text, problem) => {
    const read = readDraft(typeField(draftFromArticle(article, tab), field, text));
    expect(read).toEqual({ ok: false, problems: { [field]: problem } });
  });

  test('addresses without a scheme are taken as people mean them; loopback pages are addresses, too', () => {
    const filled = { ...emptyDraft(), title: 'x' };
    expect(contentOf({ ...filled, address: 'news.example/a' }).address).toBe(
      'https://news.example/a',
    );
    expect(contentOf({ ...filled, address: 'http://localhost:80/a' }).address).toBe(
      'http://localhost:80/a',
    );
    expect(contentOf(filled).address).toBeNull();
  });
});

describe('the selection', () => {
  test('is kept as the kept text has it, without the byline that ran into it', () => {
    const [quote] = draftFromArticle(article, tab).quotes;
    expect(quote?.exact).toBe('just over 300 of its 377');
    expect(quote?.prefix).toBe('A headline.\n\nThe airline cancelled ');
  });

  test('that is not in the kept text is kept as the page gave it', () => {
    const [quote] = draftFromArticle({ ...article, text: 'Other text.' }, tab).quotes;
    expect(quote).toMatchObject(article.selection!);
  });

  test('does not become a second quote when it is the same passage', () => {
    const draft = draftFromArticle(article, tab);
    expect(hasQuote(draft.quotes, article.selection!)).toBe(true);
    expect(withQuote(draft, article.selection!)).toBe(draft);
    const elsewhere = { ...article.selection!, prefix: 'Elsewhere it said ' };
    expect(withQuote(draft, elsewhere).quotes).toHaveLength(2);
  });
});

describe('what a clip reports', () => {
  test('nothing, until its user says so', () => {
    expect(contentOf(draftFromArticle(article, tab)).reports).toEqual([]);
  });

  test('is what was chosen, and outlives the form', () => {
    const draft = toggleKind(draftFromArticle(article, tab), 'sympathyStrike');
    expect(contentOf(draft).reports).toEqual(['sympathyStrike']);
    expect(contentOf(toggleKind(draft, 'sympathyStrike')).reports).toEqual([]);
    expect(ClipDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  test('a kind that is declined is not chosen, until it is chosen again', () => {
    const chosen = toggleKind(draftFromArticle(article, tab), 'boycott');
    const declined = declineKind(declineKind(chosen, 'boycott'), 'boycott');
    expect(declined).toMatchObject({ reports: [], declined: ['boycott'] });
    expect(toggleKind(declined, 'boycott')).toMatchObject({ reports: ['boycott'], declined: [] });
  });
});

describe('what else the page says', () => {
  const disagreeing: ArticleDraft = {
    ...article,
    others: {
      ...article.others,
      title: [{ value: 'Airline grounds fleet', source: 'openGraph' }],
      authors: [{ value: ['Somebody Else'], source: 'meta' }],
    },
  };

  test('is offered only where sources disagree, with the chosen value for the way back', () => {
    const statements = statementsOf(disagreeing);
    expect(Object.keys(statements).sort()).toEqual(['authors', 'title']);
    expect(statements.title).toEqual([
      { value: article.title, source: 'jsonLd' },
      { value: 'Airline grounds fleet', source: 'openGraph' },
    ]);
    expect(statements.authors![0]!.value).toBe('Aino Virtanen\nMikael Berg');
  });

  test('once taken, it says where it came from, and can be taken back', () => {
    const draft = draftFromArticle(disagreeing, { address: null, trackersCut: 0 });
    const [chosen, other] = statementsOf(disagreeing).authors!;
    const taken = takeStatement(draft, 'authors', other!);
    expect(taken).toMatchObject({ authors: 'Somebody Else', sources: { authors: 'meta' } });
    expect(takeStatement(taken, 'authors', chosen!)).toEqual(draft);
  });
});

describe('what is typed before the page has answered', () => {
  test('is added to what the page says, and nothing typed is lost', () => {
    const typed = { ...emptyDraft(), tags: ['airports'], note: 'ask the union' };
    const draft = withTyped(draftFromArticle(article, { address: null, trackersCut: 0 }), typed);
    expect(draft).toMatchObject({
      title: article.title,
      tags: ['airports'],
      note: 'ask the union',
    });
  });

  test('stands over what the page says, as its user’s word', () => {
    const typed = { ...emptyDraft(), title: 'My own words' };
    const draft = withTyped(draftFromArticle(article, { address: null, trackersCut: 0 }), typed);
    expect(draft).toMatchObject({ title: 'My own words', sources: { title: 'you' } });
  });

  test('joins what a saved clip or a kept draft has', () => {
    const kept = { ...emptyDraft(), tags: ['posti'], note: 'first thought', places: ['Helsinki'] };
    const typed = { ...emptyDraft(), tags: ['posti', 'air'], note: 'second thought' };
    expect(withTyped(kept, typed)).toMatchObject({
      tags: ['posti', 'air'],
      note: 'first thought\n\nsecond thought',
      places: ['Helsinki'],
    });
  });

  test('is nothing where nothing was typed', () => {
    expect(isTyped(emptyDraft())).toBe(false);
    expect(isTyped({ ...emptyDraft(), places: ['Vantaa'] })).toBe(true);
  });
});
