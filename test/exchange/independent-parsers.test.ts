/**
 * Our exports, read back by programs that other people wrote: citation-js (CSL-JSON, RIS, BibTeX) and csv-parse. Whatever
 * stands in a clip, every field a format has a place for comes back as it was, but for what the format itself cannot hold,
 * which is named below.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinPerson, splitPerson } from '../../lib/exchange/person.ts';
import { messages } from '../../lib/messages/messages.ts';
import type { Clip } from '../../lib/model/clip.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { anyClip, EVERYTHING, textOf } from './clips-for-tests.ts';

interface CslName {
  given?: string;
  family?: string;
  suffix?: string;
  literal?: string;
  'non-dropping-particle'?: string;
}
type CslItem = Record<string, string | undefined> & {
  author?: CslName[];
  issued?: { 'date-parts': number[][] };
  accessed?: { 'date-parts': number[][] };
};
const readBack = (text: string) => plugins.input.chain(text, { generateGraph: false }) as CslItem[];
const risRecords = (text: string) =>
  [plugins.input.data(text, '@ris/file')].flat() as Record<string, string | string[]>[];

/** The strings that break exporters, in every field at once. */
const NASTY = [
  '=HYPERLINK("http://evil.example","x")',
  "+1;cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '\tleading tab',
  "'=1+1",
  "''\n",
  ' spaces at both ends ',
  '<script>alert(1)</script>',
  '"quoted", \'single\', ; semicolon',
  'a {brace} and } another { one',
  'braces {{{ unbalanced',
  '\\textbf{bold} \\input{/etc/passwd} \\',
  '100 % & $5 #1 a_b ~c ^d',
  'two--dashes and three---dashes',
  "``quotes'' and !` and ?`",
  'line one\nline two\r\nER  - \nTY  - BOOK',
  'and and And AND',
  'שלום עולם ‏RTL‎',
  'العربية 😀👩‍👩‍👧 紙',
  '\u202Ereversed\u202C',
  'x  - y',
  '%PDF comment % here',
  'é as e\u0301',
  '"',
  "'",
  '\\',
  '{}',
  '@article{key,',
  'a,b and c',
  '\u2028line separator\u2029',
];
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc
    .array(fc.constantFrom(...NASTY, ' ', 'plain'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('')),
  // Lone surrogates are no text in any encoding, and signs below the space are none in these formats.
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const nastyClip: fc.Arbitrary<Clip> = fc
  .tuple(
    anyClip,
    fc.record({
      title: nasty,
      siteName: nasty,
      excerpt: nasty,
      note: nasty,
      author: nasty,
      tag: nasty,
    }),
  )
  .map(([clip, { author, tag, ...fields }]) => ({
    ...clip,
    ...fields,
    deletedAt: null,
    authors: ['Aino van der Salmi', author.slice(0, 200) || 'x'],
    tags: ['post', tag.slice(0, 80) || 'x'],
  }));
const nastyClips = fc.uniqueArray(nastyClip, {
  minLength: 1,
  maxLength: 3,
  selector: ({ id }) => id,
});

/** A name as its parts say it, whichever parts a program has cut it into. */
const nameOf = ({ given, family, suffix, literal, ...rest }: CslName) =>
  literal ?? [given, rest['non-dropping-particle'], family, suffix].filter(Boolean).join(' ');
/** As UTF-8 has it: a lone surrogate is no letter in it. */
const onDisk = (text: string) => Buffer.from(text, 'utf8').toString('utf8');
const onLine = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const dayOf = (instant: string) => instant.slice(0, 10).split('-').map(Number);

describe('CSL-JSON, by citation-js', () => {
  test('every field is equal', () => {
    fc.assert(
      fc.property(nastyClips, (clips) => {
        const items = readBack(textOf(clips, 'csl'));
        expect(items).toHaveLength(clips.length);
        for (const [at, clip] of clips.entries()) {
          const item = items[at]!;
          expect(item.id).toBe(clip.id);
          expect(item.title).toBe(clip.title);
          expect(item['container-title'] ?? '').toBe(clip.siteName);
          expect(item.abstract ?? '').toBe(clip.excerpt);
          expect(item.note ?? '').toBe(clip.note);
          expect(item.keyword).toBe(clip.tags.join(', '));
          expect(item.URL).toBe(clip.canonicalAddress ?? clip.address ?? undefined);
          expect(item.language ?? '').toBe(clip.language);
          expect(item.issued?.['date-parts'][0]).toEqual(
            clip.publishedAt === null ? undefined : dayOf(clip.publishedAt),
          );
          expect(item.accessed?.['date-parts'][0]).toEqual(dayOf(clip.clippedAt));
          expect(item.author).toHaveLength(clip.authors.length);
          for (const [index, author] of clip.authors.entries()) {
            expect(nameOf(item.author![index]!)).toBe(joinPerson(splitPerson(author)));
          }
        }
      }),
    );
  });
});

describe('RIS, by citation-js', () => {
  test('every tag of every record is equal, on its one line', () => {
    fc.assert(
      fc.property(nastyClips, (clips) => {
        const records = risRecords(textOf(clips, 'ris'));
        expect(records).toHaveLength(clips.length);
        for (const [at, clip] of clips.entries()) {
          const record = records[at]!;
          const list = (tag: string) => [record[tag] ?? []].flat();
          const [year, month = '', day = ''] = clip.publishedAt?.slice(0, 10).split('-') ?? [];
          expect(record.ID).toBe(clip.id);
          expect(record.TI ?? '').toBe(onLine(clip.title));
          expect(record.T2 ?? '').toBe(onLine(clip.siteName));
          expect(record.AB ?? '').toBe(onLine(clip.excerpt));
          expect(record.N1 ?? '').toBe(onLine(clip.note));
          expect(record.UR).toBe(clip.canonicalAddress ?? clip.address ?? undefined);
          expect(record.LA ?? '').toBe(clip.language);
          expect(record.PY).toBe(year);
          expect(record.DA).toBe(year && `${year}/${month}/${day}/`);
          expect(list('KW')).toEqual(clip.tags.map(onLine).filter(Boolean));
          expect(list('AU')).toHaveLength(clip.authors.map(onLine).filter(Boolean).length);
          expect(list('AU')[0]).toBe('van der Salmi, Aino');
        }
      }),
    );
  });

  test('and as CSL: of a newspaper it keeps the year alone and calls its authors reporters', () => {
    const clip = makeClip('a', {
      title: 'Flights & {mail}',
      excerpt: 'Of 300',
      tags: ['air', 'post'],
    });
    const [news] = readBack(textOf([clip], 'ris'));
    expect(news).toMatchObject({
      type: 'article-newspaper',
      title: clip.title,
      'container-title': clip.siteName,
      URL: clip.address,
      language: clip.language,
      abstract: clip.excerpt,
      keyword: 'air,post',
      issued: { 'date-parts': [[2019]] },
      accessed: { 'date-parts': [dayOf(clip.clippedAt)] },
      reporter: 'Reporter, A.',
    });
    const [page] = readBack(textOf([{ ...clip, siteName: '' }], 'ris'));
    expect(page).toMatchObject({
      type: 'webpage',
      author: [{ family: 'Reporter', given: 'A.' }],
      issued: { 'date-parts': [[2019, 11, 25]] },
    });
  });
});

describe('BibTeX, by citation-js', () => {
  test('every field is equal, on one line', () => {
    fc.assert(
      fc.property(nastyClips, (clips) => {
        const items = readBack(textOf(clips, 'bibtex'));
        expect(items).toHaveLength(clips.length);
        for (const [at, clip] of clips.entries()) {
          const item = items[at]!;
          expect(item.title ?? '').toBe(onLine(clip.title));
          expect(item['container-title'] ?? '').toBe(onLine(clip.siteName));
          expect(item.abstract ?? '').toBe(onLine(clip.excerpt));
          expect(item.note ?? '').toBe(onLine(clip.note));
          expect(item.language ?? '').toBe(clip.language);
          expect(item.issued?.['date-parts'][0]).toEqual(
            clip.publishedAt === null ? undefined : dayOf(clip.publishedAt),
          );
          expect(item.accessed?.['date-parts'][0]).toEqual(dayOf(clip.clippedAt));
          expect(nameOf(item.author![0]!)).toBe('Aino van der Salmi');
          expect(item.author).toHaveLength(clip.authors.map(onLine).filter(Boolean).length);
        }
      }),
    );
  });
});

describe('CSV, by csv-parse', () => {
  /** The rule for whoever reads our tables with a program: where apostrophes stand before a sign that begins a formula, the first goes. */
  const unneutralised = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/u, '');
  const { columns } = messages.exchange;

  test('every cell is equal once its apostrophe is taken away, and none begins a formula', () => {
    fc.assert(
      fc.property(nastyClips, fc.boolean(), (clips, byteOrderMark) => {
        const text = (byteOrderMark ? '\uFEFF' : '') + textOf(clips, 'csv', EVERYTHING);
        const rows = parseCsv(onDisk(text), { columns: true, bom: true }) as Record<
          string,
          string
        >[];
        expect(rows).toHaveLength(clips.length);
        for (const [at, clip] of clips.entries()) {
          const row = rows[at]!;
          for (const cell of Object.values(row))
            expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
          const said = (name: string) => unneutralised(row[name]!);
          const cell = (name: string, value: string) => expect(said(name)).toBe(onDisk(value));
          cell(columns.title, clip.title);
          cell(columns.authors, clip.authors.join('; '));
          cell(columns.publication, clip.siteName);
          cell(columns.published, clip.publishedAt ?? '');
          cell(columns.address, clip.address ?? '');
          cell(columns.canonicalAddress, clip.canonicalAddress ?? '');
          cell(columns.archived, clip.archiveAddress ?? '');
          cell(columns.sectors, clip.sectors.join('; '));
          cell(columns.places, clip.places.join('; '));
          cell(columns.excerpt, clip.excerpt);
          cell(columns.quotes, clip.quotes.map(({ exact }) => exact).join('\n\n'));
          cell(columns.tags, clip.tags.join('; '));
          cell(columns.note, clip.note);
        }
      }),
    );
  });
});
