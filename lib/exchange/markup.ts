/** A piece of a text that claims to be HTML: its words, or a tag. */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'tag'; name: string; isEnd: boolean; attributes: string };

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name];
      const code = decimal !== undefined ? parseInt(decimal, 10) : parseInt(hex!, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Where a tag ends that begins before `from`: the first ">" outside of quotes, or -1. */
function tagEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const sign = text[i];
    if (sign === '>') return i;
    if (sign === '"' || sign === "'") {
      i = text.indexOf(sign, i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

/**
 * Words and tags in their order. Nothing is built, loaded or run: Trusted Types keep a parser of HTML from our pages, and
 * a list of bookmarks needs none. Looks at every character once, whatever is in there.
 */
export function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open !== at) {
      yield { kind: 'text', text: text.slice(at, open < 0 ? text.length : open) };
      if (open < 0) return;
    }
    if (text.startsWith('<!--', open)) {
      const close = text.indexOf('-->', open + 4);
      if (close < 0) return;
      at = close + 3;
      continue;
    }
    const name = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(text.slice(open, open + 24));
    if (!name) {
      if (text[open + 1] !== '!' && text[open + 1] !== '?') {
        yield { kind: 'text', text: '<' };
        at = open + 1;
        continue;
      }
      const close = text.indexOf('>', open);
      if (close < 0) return;
      at = close + 1;
      continue;
    }
    const start = open + name[0].length;
    const end = tagEnd(text, start);
    if (end < 0) return;
    yield {
      kind: 'tag',
      name: name[2].toLowerCase(),
      isEnd: name[1] !== '',
      attributes: text.slice(start, end),
    };
    at = end + 1;
  }
}

/** The attributes named, by their names in lower case; of one that stands there twice, the first, as browsers have it. */
export function readAttributes(
  text: string,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    while (at < text.length && /[\s/]/.test(text[at])) at++;
    const nameStart = at;
    while (at < text.length && !/[\s/=]/.test(text[at])) at++;
    const name = text.slice(nameStart, at).toLowerCase();
    while (at < text.length && /\s/.test(text[at])) at++;
    let value = '';
    if (text[at] === '=') {
      at++;
      while (at < text.length && /\s/.test(text[at])) at++;
      const quote = text[at];
      if (quote === '"' || quote === "'") {
        const close = text.indexOf(quote, at + 1);
        const end = close < 0 ? text.length : close;
        value = text.slice(at + 1, end);
        at = end + 1;
      } else {
        const valueStart = at;
        while (at < text.length && !/\s/.test(text[at])) at++;
        value = text.slice(valueStart, at);
      }
    }
    if (wanted.has(name) && !found.has(name)) found.set(name, decodeEntities(value));
  }
  return found;
}
