import fc from 'fast-check';
import { addressKeys, cleanAddress } from '../../lib/extract/address.ts';
import { Clip } from '../../lib/model/clip.ts';
import type { ExportChoice } from '../../lib/exchange/format.ts';
import { readImport, type ImportCircumstances } from '../../lib/exchange/read.ts';
import type { ReadEntries, ReadImport } from '../../lib/exchange/imported.ts';
import { writeExport } from '../../lib/exchange/write.ts';
import { makeClip } from '../store/records-for-tests.ts';

export const NOW = '2026-11-22T10:00:00Z';
export const ORIGIN = { createdOn: '2026-11-22', program: 'Clincher 0.1.0' };
export const EVERYTHING: ExportChoice = {
  includeNotes: true,
  includeTags: true,
  includeTimes: true,
  includeTrash: true,
};
export const NOTHING: ExportChoice = {
  includeNotes: false,
  includeTags: false,
  includeTimes: false,
  includeTrash: false,
};
export const CIRCUMSTANCES: ImportCircumstances = {
  now: NOW,
  clean: cleanAddress,
  keysOf: addressKeys,
};

export function read(file: string | Uint8Array): ReadImport {
  return readImport(file, CIRCUMSTANCES);
}

export function readEntries(file: string | Uint8Array): ReadEntries {
  const found = read(file);
  if (!found.ok) throw new Error(`it was refused: ${JSON.stringify(found)}`);
  return found;
}

export function textOf(
  clips: readonly Clip[],
  format: Parameters<typeof writeExport>[1],
  choice: ExportChoice = EVERYTHING,
): string {
  const files = writeExport(clips, format, choice, ORIGIN);
  if (files.length !== 1) throw new Error(`there are ${files.length} files`);
  return files[0].pieces.join('');
}

/** Any text, with the signs that formats stumble over more often than chance would have them. */
export const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength, unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '"',
          ',',
          ';',
          '\n',
          '\r\n',
          '=',
          '+',
          '@',
          '{',
          '}',
          '\\',
          '%',
          '&',
          '<script>',
          '\u2028',
          '\u0000',
          '\ud800',
          'é',
          '紙',
          'and',
          ' ',
          'ER  - ',
          "'",
          '~',
          '_',
        ),
        { maxLength: Math.floor(maxLength / 8) },
      )
      .map((parts) => parts.join('')),
  );

const instant = fc
  .tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
    fc.constantFrom('Z', '+02:00', '-08:00'),
  )
  .map(([date, offset]) => date.toISOString().replace('Z', offset));
const published = fc.oneof(
  fc.constantFrom(null, '2019', '2019-11', '2019-11-25', '2020-02-29'),
  instant,
);
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const source = fc.constantFrom('jsonLd', 'you', 'file', 'none');

/** Any clip that the schema lets in. */
export const anyClip: fc.Arbitrary<Clip> = fc
  .record({
    id,
    title: anyText(600),
    siteName: anyText(200),
    authors: fc.array(
      anyText(200).filter((text) => text !== ''),
      { maxLength: 5 },
    ),
    publishedAt: published,
    language: fc.constantFrom('', 'fi', 'en-US', 'zh-Hant-TW'),
    canonicalAddress: fc.option(fc.webUrl({ withQueryParameters: true })),
    excerpt: anyText(500),
    sources: fc.record({
      title: source,
      siteName: source,
      authors: source,
      publishedAt: source,
      language: source,
      canonicalAddress: source,
      excerpt: source,
    }),
    address: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    trackersCut: fc.nat(1000),
    addressKeys: fc.array(anyText(100), { maxLength: 8 }),
    text: anyText(2000),
    quotes: fc.array(
      fc.record({
        id,
        exact: anyText(400).filter((text) => text !== ''),
        prefix: anyText(100),
        suffix: anyText(100),
      }),
      { maxLength: 4 },
    ),
    tags: fc.array(
      anyText(80).filter((text) => text !== ''),
      { maxLength: 4 },
    ),
    note: anyText(1000),
    clippedAt: instant,
    updatedAt: instant,
    deletedAt: fc.option(instant),
  })
  .map((fields) => Clip.parse(makeClip(fields.id, fields as Partial<Clip>)));

export const anyLibrary = fc.uniqueArray(anyClip, { maxLength: 6, selector: (clip) => clip.id });
