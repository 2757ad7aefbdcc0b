import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinPerson, splitPerson } from '../../lib/exchange/person.ts';
import { reviewImport } from '../../lib/exchange/review.ts';
import type { Clip } from '../../lib/model/clip.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { anyLibrary, EVERYTHING, NOTHING, readEntries, textOf } from './clips-for-tests.ts';

const POSTI = makeClip('posti', {
  title: 'Finnair cancels “300” flights & counts 5 % {losses}_$',
  authors: ['Aino van der Salmi', 'Martin King Jr.', 'Associated Press', 'Virtanen'],
  siteName: 'Helsinki Times',
  publishedAt: '2019-11-25T08:10:00+02:00',
  address: 'https://news.example/a_b%20c?x={1}&y=2',
  canonicalAddress: null,
  excerpt: 'First line.\nER  - \nSecond line.',
  quotes: [{ id: 'q', exact: 'More than 300 flights', prefix: '', suffix: '' }],
  tags: ['post', 'air traffic'],
  note: 'Ask Aino.',
  clippedAt: '2026-11-22T10:00:00+02:00',
});
const MONTH = makeClip('month', { authors: [], publishedAt: '2019-11', siteName: '', title: '' });
const YEAR = makeClip('year', { authors: [], publishedAt: '2019' });

/** RFC 4180, read letter by letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (text[at] === '"' && text[at + 1] === '"') at++;
        else if (text[at] === '"') break;
        else if (text[at] === undefined) throw new Error('an open quote');
        value += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error('a stray sign in a bare cell');
        value += text[at++];
      }
    }
    row.push(value);
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`a cell ends badly at ${at}`);
  }
  return rows;
}

/** Records of RIS, as tags with their values. */
function readRis(text: string): [string, string][][] {
  return text
    .split('\r\n\r\n')
    .filter((record) => record !== '')
    .map((record) =>
      record.split('\r\n').map((line): [string, string] => {
        const found = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
        if (!found) throw new Error(`not a line of RIS: ${line}`);
        return [found[1], found[2]];
      }),
    );
}

/** Entries of BibTeX, by counting braces as BibTeX does; the values as they stand. */
function readBibtex(text: string): { type: string; key: string; fields: Record<string, string> }[] {
  const entries = [];
  let at = 0;
  const skip = () => {
    while (/[\s,]/.test(text[at] ?? '')) at++;
  };
  for (skip(); at < text.length; skip()) {
    const head = /^@(\w+)\{([a-z0-9-]+),/.exec(text.slice(at, at + 200));
    if (!head) throw new Error(`not an entry: ${text.slice(at, at + 40)}`);
    at += head[0].length;
    const fields: Record<string, string> = {};
    for (skip(); text[at] !== '}'; skip()) {
      const name = /^(\w+) = /.exec(text.slice(at, at + 40));
      if (!name) throw new Error(`not a field: ${text.slice(at, at + 40)}`);
      at += name[0].length;
      const start = at;
      let depth = 0;
      do {
        if (text[at] === undefined) throw new Error('an open brace');
        if (text[at] === '{') depth++;
        if (text[at] === '}') depth--;
        at++;
      } while (depth > 0 || !/[,\n]/.test(text[at]));
      fields[name[1]] = text.slice(start, at);
    }
    at++;
    entries.push({ type: head[1], key: head[2], fields });
  }
  return entries;
}

describe('names', () => {
  test('are cut where a bibliography cuts them, or not at all', () => {
    const person = (given: string, particle: string, family: string, suffix = '') => {
      return { kind: 'person', given, particle, family, suffix };
    };
    expect(splitPerson('Aino Salmi')).toEqual(person('Aino', '', 'Salmi'));
    expect(splitPerson('Ludwig van Beethoven')).toEqual(person('Ludwig', 'van', 'Beethoven'));
    expect(splitPerson('Anna de la Cruz')).toEqual(person('Anna', 'de la', 'Cruz'));
    expect(splitPerson('Martin Luther King Jr.')).toEqual(
      person('Martin Luther', '', 'King', 'Jr.'),
    );
    expect(splitPerson('Doe, Jane')).toEqual(person('Jane', '', 'Doe'));
    for (const name of ['STT', 'Associated Press', 'The Loopback Times', 'Team 7', '王小明']) {
      expect(splitPerson(name)).toEqual({ kind: 'whole', name });
    }
  });

  test('come together again as they were', () => {
    for (const name of POSTI.authors) expect(joinPerson(splitPerson(name))).toBe(name);
  });
});

describe('CSV', () => {
  test('every cell comes back, and none is a formula', () => {
    fc.assert(
      fc.property(anyLibrary, (clips) => {
        const shown = clips.filter(({ deletedAt }) => deletedAt === null);
        const rows = readCsv(textOf(clips, 'csv'));
        expect(rows).toHaveLength(shown.length + 1);
        for (const [at, clip] of shown.entries()) {
          const cells = rows[at + 1];
          expect(cells).toHaveLength(rows[0].length);
          expect(cells[0] === clip.title || cells[0] === `'${clip.title}`).toBe(true);
          for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });

  test('each sign that begins a formula gets an apostrophe before it', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r']) {
      const title = `${sign}HYPERLINK("http://evil.example","x")`;
      expect(readCsv(textOf([makeClip('a', { title })], 'csv'))[1][0]).toBe(`'${title}`);
    }
  });

  test('has columns for notes and tags only if asked', () => {
    const [all] = readCsv(textOf([POSTI], 'csv', EVERYTHING));
    const [few] = readCsv(textOf([POSTI], 'csv', NOTHING));
    expect(all).toContain('Note');
    expect(few).not.toContain('Note');
    expect(few).not.toContain('Tags');
  });
});

describe('CSL-JSON', () => {
  test('has names in parts and dates to their precision', () => {
    const [posti, month, year] = JSON.parse(textOf([POSTI, MONTH, YEAR], 'csl')) as Record<
      string,
      unknown
    >[];
    expect(posti).toMatchObject({
      type: 'article-newspaper',
      title: POSTI.title,
      author: [
        { family: 'Salmi', given: 'Aino', 'non-dropping-particle': 'van der' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
        { literal: 'Associated Press' },
        { literal: 'Virtanen' },
      ],
      'container-title': 'Helsinki Times',
      issued: { 'date-parts': [[2019, 11, 25]] },
      URL: POSTI.address,
      keyword: 'post, air traffic',
      note: 'Ask Aino.',
    });
    expect(month).toMatchObject({ type: 'webpage', issued: { 'date-parts': [[2019, 11]] } });
    expect(year).toMatchObject({ issued: { 'date-parts': [[2019]] } });
  });

  test('comes back with the fields it has a place for', () => {
    const { clips, unreadable } = readEntries(textOf([POSTI, MONTH, YEAR], 'csl'));
    expect(unreadable).toEqual([]);
    const kept = (clip: Clip) => [
      clip.title,
      clip.siteName,
      clip.authors,
      clip.publishedAt?.slice(0, 10),
      clip.tags,
      clip.note,
      clip.excerpt,
      clip.language,
      clip.address,
    ];
    const [posti, ...others] = clips.map(kept);
    expect(others).toEqual([MONTH, YEAR].map(kept));
    // An address comes back as browsers write it.
    expect(posti.slice(0, -1)).toEqual(kept(POSTI).slice(0, -1));
    expect(clips[0].sources).toMatchObject({
      title: 'file',
      excerpt: 'file',
      canonicalAddress: 'none',
    });
    expect(clips[0].clippedAt).toBe('2026-11-22T00:00:00Z');
  });

  test('of another program: what does not fit is named, nothing is guessed', () => {
    const items = [
      {
        id: 1,
        type: 'webpage',
        title: 'Good',
        URL: 'https://x.example/a?utm_source=z',
        issued: { 'date-parts': [['2019', '11', 5]] },
        author: [{ family: 'Doe', given: 'Jane' }],
        DOI: 'any',
      },
      { id: 2, type: 'webpage', title: 'Script', URL: 'javascript:alert(1)' },
      { id: 3, type: 'book', title: 'Date', issued: { literal: 'last spring' } },
      { id: 4, type: 'book', title: ['a list'] },
      { id: 5, type: 'book', title: 'No such day', issued: { 'date-parts': [[2019, 2, 30]] } },
      { id: 6, type: 'book' },
      'nothing',
      {
        id: 8,
        type: 'book',
        title: 'A book of 2019',
        issued: { 'date-parts': [[2019]], season: '1' },
      },
      { id: 9, type: 'webpage', title: 'Good again', URL: 'http://www.x.example/a' },
    ];
    const file = readEntries(JSON.stringify(items));
    expect(file.clips.map(({ title }) => title)).toEqual(['Good', 'A book of 2019', 'Good again']);
    expect(file.clips[0]).toMatchObject({
      address: 'https://x.example/a',
      trackersCut: 1,
      publishedAt: '2019-11-05',
      authors: ['Jane Doe'],
    });
    expect(file.unreadable.map(({ at, reason }) => [at, reason])).toEqual([
      [2, 'notWeb'],
      [3, 'date'],
      [4, 'invalid'],
      [5, 'date'],
      [6, 'invalid'],
      [7, 'invalid'],
    ]);
    const verdicts = reviewImport(file, { ids: new Set(), idsOfKey: new Map() });
    expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual(['new', 'new', 'twice']);
  });
});

describe('RIS', () => {
  test('has every field on a line of its own', () => {
    const [posti, month, year] = readRis(textOf([POSTI, MONTH, YEAR], 'ris'));
    expect(posti).toEqual([
      ['TY', 'NEWS'],
      ['ID', 'posti'],
      ['TI', POSTI.title],
      ['AU', 'van der Salmi, Aino'],
      ['AU', 'King, Martin, Jr.'],
      ['AU', 'Associated Press'],
      ['AU', 'Virtanen'],
      ['T2', 'Helsinki Times'],
      ['PY', '2019'],
      ['DA', '2019/11/25/'],
      ['UR', POSTI.address],
      ['Y2', '2026/11/22/'],
      ['LA', 'en'],
      ['AB', 'First line. ER - Second line.'],
      ['KW', 'post'],
      ['KW', 'air traffic'],
      ['N1', 'Ask Aino.'],
      ['ER', ''],
    ]);
    expect(month).toContainEqual(['DA', '2019/11//']);
    expect(year).toContainEqual(['DA', '2019///']);
  });

  test('no value begins a field or a record', () => {
    fc.assert(
      fc.property(anyLibrary, (clips) => {
        const records = readRis(textOf(clips, 'ris'));
        expect(records).toHaveLength(clips.filter(({ deletedAt }) => deletedAt === null).length);
        for (const record of records) {
          expect(record.map(([tag]) => tag).filter((tag) => tag === 'TY' || tag === 'ER')).toEqual([
            'TY',
            'ER',
          ]);
        }
      }),
    );
  });
});

describe('BibTeX', () => {
  test('is escaped, with names in parts and dates to their precision', () => {
    const [posti, month] = readBibtex(textOf([POSTI, MONTH], 'bibtex'));
    expect(posti).toEqual({
      type: 'article',
      key: 'salmi2019finnair',
      fields: {
        title:
          '{{Finnair cancels “300” flights \\& counts 5 \\% {\\textbraceleft}losses{\\textbraceright}\\_\\$}}',
        author: '{van der Salmi, Aino and King, Jr., Martin and {Associated Press} and {Virtanen}}',
        journal: '{Helsinki Times}',
        year: '{2019}',
        month: 'nov',
        day: '{25}',
        url: '{https://news.example/a_b%20c?x=%7B1%7D&y=2}',
        urldate: '{2026-11-22}',
        language: '{en}',
        abstract: '{First line. ER - Second line.}',
        keywords: '{post, air traffic}',
        note: '{Ask Aino.}',
      },
    });
    expect(month.type).toBe('misc');
    expect(month.fields).toMatchObject({ year: '{2019}', month: 'nov' });
    expect(month.fields).not.toHaveProperty('day');
  });

  test('stays whole whatever stands in a clip, each key once', () => {
    fc.assert(
      fc.property(anyLibrary, (clips) => {
        const entries = readBibtex(textOf(clips, 'bibtex'));
        expect(entries).toHaveLength(clips.filter(({ deletedAt }) => deletedAt === null).length);
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      }),
    );
  });
});
