import {
  clipOf,
  isWebAddress,
  onLine,
  onLines,
  titleOf,
  type AddressCraft,
  type ReadImport,
} from './imported.ts';
import { decodeEntities, readAttributes, tokensOf } from './markup.ts';

/** The browser's own folders say nothing of what is in them. */
const ROOT_MARKS = new Set(['personal_toolbar_folder', 'unfiled_bookmarks_folder']);
const LINK_ATTRIBUTES = new Set(['href', 'add_date', 'tags']);
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;

interface Bookmark {
  href: string;
  title: string;
  addDate: string;
  tags: string[];
  note: string;
}

/** Seconds, as the format has it; some programs write milliseconds or microseconds. null where it can be no date of a bookmark. */
function instantOf(addDate: string, now: string): string | null {
  if (!/^\d{1,17}$/.test(addDate)) return null;
  const count = Number(addDate);
  const ms = count > 1e14 ? count / 1000 : count > 1e11 ? count : count * 1000;
  if (ms < EARLIEST || ms > Date.parse(now) + DAY_MS) return null;
  return new Date(ms).toISOString();
}

function* bookmarksOf(text: string): Generator<Bookmark> {
  /** The folders around, outermost first; null for a list that is no folder, or a browser's own. */
  const folders: (string | null)[] = [];
  let isRootFolder = false;
  /** The folder whose list is about to begin. */
  let named: string | null = null;
  let words = '';
  let bookmark: Bookmark | null = null;
  let reading: 'folder' | 'link' | 'note' | null = null;

  const finish = () => {
    const said = decodeEntities(words);
    if (reading === 'folder') named = isRootFolder ? null : onLine(said);
    if (reading === 'link' && bookmark) bookmark.title = onLine(said);
    if (reading === 'note' && bookmark) bookmark.note = onLines(said);
    reading = null;
  };
  const begin = (what: typeof reading) => {
    words = '';
    reading = what;
  };

  for (const token of tokensOf(text)) {
    if (token.kind === 'text') {
      if (reading) words += token.text;
      continue;
    }
    const { name, isEnd, attributes } = token;
    switch (name) {
      case 'h3':
        finish();
        if (isEnd) break;
        isRootFolder = readAttributes(attributes, ROOT_MARKS).size > 0;
        begin('folder');
        break;
      case 'a': {
        finish();
        if (isEnd) break;
        if (bookmark) yield bookmark;
        const given = readAttributes(attributes, LINK_ATTRIBUTES);
        const own = (given.get('tags') ?? '').split(',');
        bookmark = {
          href: (given.get('href') ?? '').trim(),
          title: '',
          addDate: given.get('add_date') ?? '',
          tags: [...folders, ...own.map(onLine)].filter(
            (tag) => tag !== null && tag !== '',
          ) as string[],
          note: '',
        };
        begin('link');
        break;
      }
      case 'dd':
        finish();
        if (!isEnd) begin('note');
        break;
      case 'dl':
        finish();
        if (bookmark) yield bookmark;
        bookmark = null;
        if (isEnd) folders.pop();
        else folders.push(named);
        named = null;
        break;
      case 'dt':
        finish();
        if (bookmark) yield bookmark;
        bookmark = null;
        break;
      case 'br':
        if (reading) words += '\n';
        break;
    }
  }
  finish();
  if (bookmark) yield bookmark;
}

/**
 * Bookmarks as every browser exports them (NETSCAPE-Bookmark-file-1). The folders a bookmark lies in become its tags,
 * its description its note.
 */
export function readBookmarks(
  text: string,
  limit: number,
  now: string,
  craft: AddressCraft,
): ReadImport {
  const read: ReadImport = {
    ok: true,
    kind: 'bookmarks',
    clips: [],
    events: [],
    unreadable: [],
    head: null,
  };
  let at = 0;
  for (const { href, title, addDate, tags, note } of bookmarksOf(text)) {
    if (++at > limit) return { ok: false, reason: 'tooMany', limit };
    const refuse = (reason: 'notWeb' | 'invalid', where: string) =>
      read.unreadable.push({ what: 'clip', at, title: titleOf(title), reason, where });
    if (!isWebAddress(href)) {
      refuse('notWeb', '');
      continue;
    }
    const keptAt = instantOf(addDate, now);
    const made = clipOf({ address: href, title, tags, note, keptAt }, now, craft);
    if (made.ok) read.clips.push(made.clip);
    else refuse('invalid', made.where);
  }
  return read;
}
