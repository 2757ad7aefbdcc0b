/** A place in the text, as keys and positions, and what is wrong there. */
export interface Blemish {
  path: (string | number)[];
  problem: 'sameNameTwice' | 'tooManyItems';
}

export type Scan = { ok: true; blemish: Blemish | null } | { ok: false; reason: 'tooDeep' };

interface Container {
  /** Names seen so far; null in a list. */
  names: Set<string> | null;
  /** Name of the member, or position of the entry, that the text is in. */
  at: string | number;
  items: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A name as JSON reads it, so that "\u0061" and "a" are one. */
function nameOf(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    // Not JSON: the parser will say so.
    return raw;
  }
}

/**
 * Looks through a text that claims to be JSON before anybody parses it: how deep it nests, whether an object has one
 * name twice (the parser would keep the last without a word, so that two programs could read two campaigns out of one
 * file) and whether a list is longer than anything we write. Reads every character once. Whether it *is* JSON, the
 * parser says.
 */
export function scanJson(text: string, depth: number, items: number): Scan {
  const stack: Container[] = [];
  let blemish: Blemish | null = null;
  let string = '';

  const blame = (problem: Blemish['problem'], last: (string | number)[]) => {
    blemish ??= {
      path: [...stack.slice(0, -1).map((container) => container.at), ...last],
      problem,
    };
  };
  const count = (container: Container) => {
    container.items++;
    if (container.items > items) blame('tooManyItems', []);
  };

  for (let i = 0; i < text.length; i++) {
    const top = stack.at(-1);
    switch (text.charCodeAt(i)) {
      case QUOTE: {
        const start = i + 1;
        for (i = start; i < text.length && text.charCodeAt(i) !== QUOTE; i++) {
          if (text.charCodeAt(i) === BACKSLASH) i++;
        }
        string = text.slice(start, i);
        break;
      }
      case 0x7b: // {
      case 0x5b: // [
        if (stack.length >= depth) return { ok: false, reason: 'tooDeep' };
        stack.push(
          text[i] === '{'
            ? { names: new Set(), at: '', items: 0 }
            : { names: null, at: 0, items: 1 },
        );
        break;
      case 0x7d: // }
      case 0x5d: // ]
        stack.pop();
        break;
      case 0x3a: // :
        if (top?.names) {
          const name = nameOf(string);
          if (top.names.has(name)) blame('sameNameTwice', [name]);
          top.names.add(name);
          top.at = name;
          count(top);
        }
        break;
      case 0x2c: // ,
        if (top && typeof top.at === 'number') {
          top.at++;
          count(top);
        }
        break;
    }
  }
  return { ok: true, blemish };
}
