import { attribute, select } from './page-access.ts';
import { decodeEntities, oneLine, stripTags } from './plain-text.ts';

const MAX_META = 1000;

/** The page's meta tags by lower-case name or property; several of one name stay apart. */
export type PageMeta = ReadonlyMap<string, readonly string[]>;

export function readMeta(document: Document): PageMeta {
  const meta = new Map<string, string[]>();
  for (const element of select(document, 'meta[content]').slice(0, MAX_META)) {
    const content = attribute(element, 'content') ?? '';
    const value = oneLine(stripTags(decodeEntities(content.slice(0, 20_000))), 4000);
    if (!value) continue;
    for (const kind of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (attribute(element, kind) ?? '').toLowerCase().split(/\s+/)) {
        if (!name) continue;
        const known = meta.get(name);
        if (!known) meta.set(name, [value]);
        else if (!known.includes(value)) known.push(value);
      }
    }
  }
  return meta;
}

/** The first value that one of these names has, in their order. */
export function firstMeta(meta: PageMeta, names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value) return value;
  }
  return null;
}
