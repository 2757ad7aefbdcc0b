import type { Quote } from '../model/evidence.ts';
import { property } from './page-access.ts';
import { cap, stripControls } from './plain-text.ts';

/** The caps of Quote in lib/model/evidence.ts; copied as a number, for its schemas would come along. */
const MAX_EXACT = 4000;
/** Enough to tell two places of the same words apart, well under the schema's 200. */
const MAX_CONTEXT = 120;

const tidy = (text: string): string => stripControls(text).replace(/\s+/g, ' ');

/** Text before (or after) a point, gathered from the nodes on its way, at most `length` long. */
function textBeside(
  node: Node,
  offset: number,
  root: Node,
  step: 'before' | 'after',
  length: number,
): string {
  let text = '';
  let steps = 0;
  const take = (piece: string): void => {
    text = step === 'before' ? piece + text : text + piece;
  };
  const next = (from: Node): Node | null => {
    const [sibling, child] =
      step === 'before' ? ['previousSibling', 'lastChild'] : ['nextSibling', 'firstChild'];
    let at: Node | null = from;
    while (at && at !== root) {
      const beside: Node | null = property<Node | null>(at, sibling) ?? null;
      if (beside) {
        let deepest = beside;
        for (let inner: Node | null = deepest; inner && steps++ < 5000;) {
          deepest = inner;
          inner = property<Node | null>(inner, child) ?? null;
        }
        return deepest;
      }
      at = property<Node | null>(at, 'parentNode') ?? null;
    }
    return null;
  };
  const isSkipped = (at: Node): boolean =>
    /^(script|style|noscript)$/i.test(
      property<string>(property<Node>(at, 'parentNode') ?? at, 'nodeName') ?? '',
    );

  let at: Node | null = node;
  if (property<number>(node, 'nodeType') === 3) {
    const value = property<string>(node, 'nodeValue') ?? '';
    take(step === 'before' ? value.slice(0, offset) : value.slice(offset));
  } else {
    // A point between two children: walk from the child that stands behind (or before) it.
    const children = property<NodeListOf<ChildNode>>(node, 'childNodes');
    const edge = children?.[step === 'before' ? offset : offset - 1];
    if (edge) at = edge;
    else if (step === 'before') at = children?.[children.length - 1] ?? node;
    else at = children?.[0] ?? node;
    if (!edge && at !== node && property<number>(at, 'nodeType') === 3)
      take(property<string>(at, 'nodeValue') ?? '');
  }
  while (at && tidy(text).length < length && steps++ < 5000) {
    at = next(at);
    if (at && property<number>(at, 'nodeType') === 3 && !isSkipped(at)) {
      const value = property<string>(at, 'nodeValue') ?? '';
      take(step === 'before' ? `${value} ` : ` ${value}`);
    }
  }
  return tidy(text);
}

/** The words selected on the page, with enough around them to find them again; null where nothing is selected. */
export function quoteOfSelection(
  selection: Selection | null | undefined,
  root: Node,
): Omit<Quote, 'id'> | null {
  try {
    if (!selection || selection.rangeCount === 0) return null;
    const selected = tidy(selection.toString()).trim();
    const exact = cap(selected, MAX_EXACT).trim();
    if (!exact) return null;
    if (selection.isCollapsed) return { exact, prefix: '', suffix: '' };
    const range = selection.getRangeAt(0);
    const prefix = textBeside(range.startContainer, range.startOffset, root, 'before', MAX_CONTEXT);
    const suffix =
      exact.length < selected.length
        ? selected.slice(exact.length)
        : textBeside(range.endContainer, range.endOffset, root, 'after', MAX_CONTEXT);
    return {
      exact,
      prefix: stripControls(prefix.slice(-MAX_CONTEXT)),
      suffix: cap(suffix, MAX_CONTEXT),
    };
  } catch {
    return null;
  }
}
