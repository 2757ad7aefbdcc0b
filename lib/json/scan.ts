/** A place in the text, as names and positions, and what is wrong there. */
export interface Blemish {
  path: (string | number)[];
  problem: 'sameNameTwice' | 'escapedName' | 'tooManyItems';
}

export type Scan = { ok: true; blemish: Blemish | null } | { ok: false; reason: 'tooDeep' };

/** An object or a list that the text is inside of. */
interface Container {
  isObject: boolean;
  names: Set<string>;
  /** Name of the member, or position of the entry, that the text is in. */
  at: string | number;
  items: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Looks through a text that claims to be JSON before anybody parses it: how deep it nests, whether an object has one
 * name twice (the parser would keep the last without a word, so that two programs could read two campaigns out of one
 * file; a name spelled with escapes is the same trick) and whether a list is longer than anything we write. Reads every
 * character once. Whether it *is* JSON, the parser says.
 */
export function scanJson(text: string, depth: number, items: number): Scan {
  // One container for each level, used over and over: a hostile file opens and closes millions.
  const containers = Array.from({ length: depth }, (): Container => {
    return { isObject: false, names: new Set(), at: 0, items: 0 };
  });
  let level = 0;
  let blemish: Blemish | null = null;
  let nameStart = 0;
  let nameEnd = 0;

  const blame = (problem: Blemish['problem'], last: string[] = []) => {
    blemish ??= {
      path: [...containers.slice(0, level - 1).map((container) => container.at), ...last],
      problem,
    };
  };
  const count = (container: Container) => {
    if (++container.items > items) blame('tooManyItems');
  };

  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE:
        nameStart = i + 1;
        for (i = nameStart; i < text.length && text.charCodeAt(i) !== QUOTE; i++) {
          if (text.charCodeAt(i) === BACKSLASH) i++;
        }
        nameEnd = i;
        break;
      case 0x7b: // {
      case 0x5b: {
        // [
        if (level >= depth) return { ok: false, reason: 'tooDeep' };
        const opened = containers[level++]!;
        opened.isObject = text.charCodeAt(i) === 0x7b;
        opened.at = opened.isObject ? '' : 0;
        // A list's entries are counted by its commas, of which there is one fewer.
        opened.items = opened.isObject ? 0 : 1;
        if (opened.names.size > 0) opened.names.clear();
        break;
      }
      case 0x7d: // }
      case 0x5d: // ]
        if (level > 0) level--;
        break;
      case 0x3a: {
        // :
        const top = containers[level - 1];
        if (!top?.isObject || blemish) break;
        const name = text.slice(nameStart, nameEnd);
        if (name.includes('\\')) blame('escapedName', [name]);
        if (top.names.has(name)) blame('sameNameTwice', [name]);
        top.names.add(name);
        top.at = name;
        count(top);
        break;
      }
      case 0x2c: {
        // ,
        const top = containers[level - 1];
        if (top && !top.isObject && !blemish) {
          top.at = (top.at as number) + 1;
          count(top);
        }
        break;
      }
    }
  }
  return { ok: true, blemish };
}
