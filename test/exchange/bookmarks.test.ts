import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText, NOW, read, readEntries } from './clips-for-tests.ts';

const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
`;
const CHROME = `${HEAD}<DL><p>
    <DT><H3 ADD_DATE="1574600000" LAST_MODIFIED="1574700000" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><A HREF="https://news.example/a?utm_source=mail&amp;id=7" ADD_DATE="1574669400" ICON="data:image/png;base64,iVBORw0KGgo=">Flights &amp; post: &quot;300&quot; grounded &#8211; today</A>
        <DT><H3 ADD_DATE="1574600000" LAST_MODIFIED="1574700000">Strikes</H3>
        <DL><p>
            <DT><H3 ADD_DATE="1574600000">Posti 2019</H3>
            <DL><p>
                <DT><A HREF="https://news.example/b" ADD_DATE="1574669401">Second</A>
            </DL><p>
            <DT><A HREF="https://news.example/c" ADD_DATE="0">Third</A>
        </DL><p>
        <DT><A HREF="javascript:(function(){alert(1)})()" ADD_DATE="1574669402">Bookmarklet</A>
    </DL><p>
    <DT><A HREF="https://news.example/d" ADD_DATE="1574669403">Other</A>
</DL><p>
`;
const FIREFOX = `${HEAD.replace(
  '<META',
  `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'none'; img-src data: *; object-src 'none'"></meta>
<META`,
)}<DL><p>
    <DT><H3 ADD_DATE="1574600000" LAST_MODIFIED="1574700000" UNFILED_BOOKMARKS_FOLDER="true">Other Bookmarks</H3>
    <DL><p>
        <DT><A HREF="https://news.example/e" ADD_DATE="1574669404" LAST_MODIFIED="1574669405" TAGS="rail,Sympathy strike">Fifth</A>
        <DD>Whom to ask:
the shop steward &lt;at the depot&gt;
        <DT><A HREF="place:type=6&amp;sort=14" ADD_DATE="1574669406">Recent Tags</A>
        <HR>        <DT><H3>Rail</H3>
        <DD>A folder's description
        <DL><p>
            <DT><A HREF="https://news.example/f" SHORTCUTURL="f">Sixth</A>
        </DL><p>
    </DL>
</DL>
`;

describe('bookmarks', () => {
  test('of Chromium: folders become tags, entities are read, trackers cut', () => {
    const { kind, clips, unreadable } = readEntries(CHROME);
    expect(kind).toBe('bookmarks');
    expect(clips.map(({ title, address, tags }) => [title, address, tags])).toEqual([
      ['Flights & post: "300" grounded – today', 'https://news.example/a?id=7', []],
      ['Second', 'https://news.example/b', ['Strikes', 'Posti 2019']],
      ['Third', 'https://news.example/c', ['Strikes']],
      ['Other', 'https://news.example/d', []],
    ]);
    expect(clips[0]).toMatchObject({
      trackersCut: 1,
      addressKeys: ['news.example/a?id=7'],
      clippedAt: '2019-11-25T08:10:00.000Z',
      updatedAt: NOW,
    });
    expect(clips[2].clippedAt).toBe(NOW);
    expect(unreadable).toEqual([
      { what: 'clip', at: 4, title: 'Bookmarklet', reason: 'notWeb', where: '' },
    ]);
  });

  test('of Firefox: its tags, its descriptions, its own folders and queries', () => {
    const { clips, unreadable } = readEntries(FIREFOX);
    expect(clips.map(({ title, tags, note }) => [title, tags, note])).toEqual([
      ['Fifth', ['rail', 'Sympathy strike'], 'Whom to ask:\nthe shop steward <at the depot>'],
      ['Sixth', ['Rail'], ''],
    ]);
    expect(unreadable).toMatchObject([{ title: 'Recent Tags', reason: 'notWeb' }]);
  });

  test('script in a title is text, tricks of direction are gone, what does not fit is named', () => {
    const { clips, unreadable } = readEntries(
      `${HEAD}<DL><p>
      <DT><A HREF="https://x.example/1" ADD_DATE="1"><script>alert(1)</script>&lt;img src=x onerror=alert(1)&gt;</A>
      <DT><A HREF=https://x.example/2 TAGS='a,a'>\u202egnp.exe\u2066</A>
      <DT><A HREF="https://x.example/3">${'long '.repeat(200)}</A>
      <DT><A TITLE="no address">Nowhere</A>
      <DT><A HREF="data:text/html,<script>alert(1)</script>">Data</A>
      </DL>`,
    );
    expect(clips.map(({ title, tags }) => [title, tags])).toEqual([
      ['alert(1)<img src=x onerror=alert(1)>', []],
      ['gnp.exe', ['a']],
    ]);
    expect(unreadable.map(({ at, reason, where }) => [at, reason, where])).toEqual([
      [3, 'invalid', 'title'],
      [4, 'notWeb', ''],
      [5, 'notWeb', ''],
    ]);
  });

  test('too many are refused, and no text takes longer than its length', () => {
    expect(read(`${HEAD}<DL>${'<DT><A HREF="https://x.example/">x</A>'.repeat(20_001)}`)).toEqual({
      ok: false,
      reason: 'tooMany',
      limit: 20_000,
    });
    const begin = performance.now();
    for (const piece of ['<a "', '<a href="', '<', '<!--', '<dl>', '<a href=x =', '&', '</']) {
      read(HEAD + piece.repeat(200_000));
    }
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test('never throw, whatever stands in them', () => {
    const pieces = fc.constantFrom(
      '<DL>',
      '</DL>',
      '<DT>',
      '<A HREF="https://x.example/',
      '">',
      '</A>',
      '<H3>',
      '</H3>',
      '<DD>',
      '"',
      "'",
      '<',
      '>',
      '&#0;',
      '&#x110000;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, anyText(40))), (parts) => {
        expect(read(HEAD + parts.join('')).ok).toBe(true);
      }),
    );
  });
});
