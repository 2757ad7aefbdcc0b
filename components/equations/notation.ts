/**
 * A small notation for formulas, so that they are written as text and drawn as MathML: `a_b`, `a^{b c}`,
 * `\frac{a}{b}`, `\sqrt{a}`, `\ln` and other names in upright letters, `"words"`. One letter is one variable.
 */
export type MathNode =
  | { kind: 'row'; children: MathNode[] }
  | { kind: 'variable' | 'number' | 'operator' | 'name' | 'words'; text: string }
  | { kind: 'fraction'; over: MathNode; under: MathNode }
  | { kind: 'root'; of: MathNode }
  | { kind: 'scripts'; base: MathNode; sub: MathNode | null; sup: MathNode | null };

const TOKEN = /\\\p{L}+|"[^"]*"|\d+(?:\.\d+)?|\p{L}|\S/gu;

export function readNotation(source: string): MathNode {
  const tokens = source.match(TOKEN) ?? [];
  let at = 0;

  function row(isGroup: boolean): MathNode {
    const children: MathNode[] = [];
    while (at < tokens.length) {
      if (isGroup && tokens[at] === '}') {
        at++;
        return { kind: 'row', children };
      }
      children.push(scripted());
    }
    if (isGroup) throw new Error(`A brace is not closed: ${source}`);
    return { kind: 'row', children };
  }

  function scripted(): MathNode {
    const base = atom();
    let sub: MathNode | null = null;
    let sup: MathNode | null = null;
    while (tokens[at] === '_' || tokens[at] === '^') {
      const isSub = tokens[at++] === '_';
      const script = atom();
      if (isSub) sub = script;
      else sup = script;
    }
    return sub || sup ? { kind: 'scripts', base, sub, sup } : base;
  }

  function atom(): MathNode {
    const token = tokens[at++];
    if (token === undefined || token === '}') throw new Error(`Something is missing: ${source}`);
    if (token === '{') return row(true);
    if (token === '\\frac') return { kind: 'fraction', over: atom(), under: atom() };
    if (token === '\\sqrt') return { kind: 'root', of: atom() };
    if (token === '\\sum') return { kind: 'operator', text: '∑' };
    if (token.startsWith('\\')) return { kind: 'name', text: token.slice(1) };
    if (token.startsWith('"')) return { kind: 'words', text: token.slice(1, -1) };
    if (/^\d/.test(token)) return { kind: 'number', text: token };
    return { kind: /^\p{L}$/u.test(token) ? 'variable' : 'operator', text: token };
  }

  return row(false);
}

const LOWERED: Record<string, string> = { '₀': '0', '₁': '1', '₂': '2', '₃': '3' };

/** A parameter's symbol ("k H", "r₀", "strikePay") in the notation above. */
export function symbolNotation(symbol: string): string {
  const [name, index] = symbol.replace(/[₀₁₂₃]/, (digit) => ` ${LOWERED[digit]}`).split(' ');
  const written = (part: string) => (part.length === 1 ? part : `"${part}"`);
  return index === undefined ? written(name!) : `${written(name!)}_${written(index)}`;
}
