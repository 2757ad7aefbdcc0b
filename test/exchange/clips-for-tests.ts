import fc from 'fast-check';
import { addressKeys, cleanAddress } from '../../lib/extract/address.ts';
import { ReportedKind } from '../../lib/model/action-kinds.ts';
import { Clip } from '../../lib/model/clip.ts';
import { EVENT_RECORD_VERSION, ObservedEvent } from '../../lib/model/event.ts';
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
  includeNames: true,
  includeCampaigns: true,
  includeTimes: true,
  includeTrash: true,
};
export const NOTHING: ExportChoice = {
  includeNotes: false,
  includeTags: false,
  includeNames: false,
  includeCampaigns: false,
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
  events: readonly ObservedEvent[] = [],
): string {
  const files = writeExport({ clips, events }, format, choice, ORIGIN);
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

const labels = fc.uniqueArray(
  anyText(100).filter((text) => text !== ''),
  { maxLength: 3 },
);

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
    modifiedAt: published,
    isAccessibleForFree: fc.constantFrom(null, true, false),
    section: anyText(100),
    direction: fc.constantFrom('', 'ltr', 'rtl'),
    archiveAddress: fc.option(fc.webUrl()),
    sectors: labels,
    places: labels,
    campaignIds: fc.uniqueArray(id, { maxLength: 3 }),
    reports: fc.uniqueArray(fc.constantFrom(...ReportedKind.options), { maxLength: 3 }),
    clippedAt: instant,
    updatedAt: instant,
    deletedAt: fc.option(instant),
  })
  .map((fields) => Clip.parse(makeClip(fields.id, fields as Partial<Clip>)));

/** Any event of some of these clips that the schema lets in. */
export const anyEvent = (clipIds: readonly string[]): fc.Arbitrary<ObservedEvent> =>
  fc
    .record({
      recordVersion: fc.constant(EVENT_RECORD_VERSION),
      id,
      title: anyText(300).filter((text) => text !== ''),
      kind: fc.constantFrom(null, ...ReportedKind.options),
      actors: fc.array(
        fc.record({
          name: anyText(100).filter((text) => text !== ''),
          role: fc.constantFrom('acts' as const, 'hurt' as const),
        }),
        { maxLength: 3 },
      ),
      target: anyText(100),
      sectors: labels,
      places: labels,
      begin: fc.constantFrom(null, '2019', '2019-11', '2019-11-25'),
      end: fc.constantFrom(null, '2020', '2020-01-31'),
      claims: fc.array(
        fc
          .record({
            id,
            counts: fc.constantFrom('workers', 'flights cancelled'),
            low: fc.nat(1000),
            more: fc.nat(1000),
            claimedBy: anyText(100),
            reliability: fc.constantFrom('record' as const, 'press' as const, 'claim' as const),
            sources: fc.array(
              fc.record({ clipId: fc.constantFrom(...clipIds), quoteId: fc.option(id) }),
              { maxLength: 2 },
            ),
          })
          .map(({ more, ...claim }) => ({ ...claim, high: claim.low + more })),
        { maxLength: 3 },
      ),
      demands: anyText(200),
      outcome: anyText(200),
      note: anyText(200),
      clipIds: fc.uniqueArray(fc.constantFrom(...clipIds), { minLength: 1, maxLength: 4 }),
      campaignId: fc.option(id),
      createdAt: instant,
      updatedAt: instant,
      deletedAt: fc.option(instant),
    })
    .map((fields) => ObservedEvent.parse(fields));

export const anyLibrary = fc.uniqueArray(anyClip, { maxLength: 6, selector: (clip) => clip.id });
