import { oneLine } from './plain-text.ts';

/**
 * A page may name a form field "querySelectorAll" or an image "documentElement", and then
 * `document.querySelectorAll` is that element, in the isolated world too. What the prototype
 * holds cannot be clobbered, so everything that touches the live page goes through here.
 */
export function select(root: Document | Element, selector: string): Element[] {
  const found = Reflect.apply((Object.getPrototypeOf(root) as ParentNode).querySelectorAll, root, [
    selector,
  ]) as NodeListOf<Element>;
  return Array.prototype.slice.call(found) as Element[];
}

export function property<T>(node: Node, name: string): T | undefined {
  return Reflect.get(Object.getPrototypeOf(node) as object, name, node) as T | undefined;
}

export function attribute(element: Element, name: string): string | null {
  return Reflect.apply((Object.getPrototypeOf(element) as Element).getAttribute, element, [
    name,
  ]) as string | null;
}

export function parentOf(node: Node): Element | null {
  return property<Element | null>(node, 'parentElement') ?? null;
}

export function tagOf(element: Element): string {
  return (property<string>(element, 'localName') ?? '').toLowerCase();
}

const NAMING = ['class', 'id', 'data-testid', 'data-component', 'data-test', 'data-qa', 'itemprop'];
const HAS_A_NAME = NAMING.map((name) => `[${name}]`).join(',');

/** Class, id and test id in one lower-case string: the words a page uses for its parts. */
export function namesOf(element: Element): string {
  // One question instead of seven: most elements have no name at all.
  if (!Reflect.apply((Object.getPrototypeOf(element) as Element).matches, element, [HAS_A_NAME]))
    return '';
  const names = NAMING.map((name) => attribute(element, name) ?? '')
    .join(' ')
    .trim();
  // fooBar → foo-bar, so that word limits mean the same in every style of naming.
  return names
    .slice(0, 600)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button', 'select']);
const PARTING = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead time tr ul'.split(
    ' ',
  ),
);

function isHidden(element: Element): boolean {
  return (
    attribute(element, 'hidden') !== null ||
    /display:\s*none/i.test(attribute(element, 'style') ?? '')
  );
}

/**
 * The text of an element as it reads: a space between blocks and between neighbouring elements, nothing from
 * scripts, buttons or hidden parts. Without layout (innerText), which would force the page to reflow.
 */
export function readableText(element: Element, length: number): string {
  let text = '';
  let left = 4000;
  const walk = (node: Node, depth: number): void => {
    if (text.length > length * 4 || left-- < 0 || depth > 60) return;
    for (
      let child = property<Node | null>(node, 'firstChild');
      child;
      child = property<Node | null>(child, 'nextSibling')
    ) {
      const type = property<number>(child, 'nodeType');
      if (type === 3)
        text += (property<string>(child, 'nodeValue') ?? '').slice(0, length * 8 + 4000);
      else if (type === 1) {
        const tag = tagOf(child as Element);
        if (SKIPPED.has(tag) || isHidden(child as Element)) continue;
        const previous = property<Node | null>(child, 'previousSibling');
        const parted =
          PARTING.has(tag) || (previous && property<number>(previous, 'nodeType') === 1);
        if (parted) text += ' ';
        walk(child, depth + 1);
        if (PARTING.has(tag)) text += ' ';
      }
    }
  };
  walk(element, 0);
  return oneLine(text, length);
}

/** An absolute http(s) address, or null: `javascript:` and `data:` come from hostile pages. */
export function webAddress(text: string | null | undefined, base: string): string | null {
  if (!text || text.length > 4096) return null;
  try {
    const url = new URL(text.trim(), base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    url.username = '';
    url.password = '';
    return url.href.length <= 4096 ? url.href : null;
  } catch {
    return null;
  }
}
