import { Readability } from '@mozilla/readability';
import { attribute, parentOf, property, select, tagOf } from './page-access.ts';
import { cap, stripControls } from './plain-text.ts';

/** Above these, Readability would keep the page busy for seconds: the paragraphs are taken as they come. */
const MAX_ELEMENTS = 50_000;
/** Parsers stop at 512; only a script nests deeper. */
const MAX_DEPTH = 1000;
const MAX_CHARACTERS = 8_000_000;

const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const LEFT_OUT = new Set('script style noscript template svg button select textarea'.split(' '));

/** Text of an element, its paragraphs parted by a blank line. */
export function paragraphsOf(root: Node, length: number): string {
  let paragraphs = '';
  let line = '';
  const close = (): void => {
    const text = stripControls(line)
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text) paragraphs += (paragraphs ? '\n\n' : '') + text;
    line = '';
  };
  // Iterative: a hostile page nests deeper than any call stack.
  let node: Node | null = property<Node | null>(root, 'firstChild') ?? null;
  while (node && paragraphs.length + line.length < length) {
    const type = property<number>(node, 'nodeType');
    const tag = type === 1 ? tagOf(node as Element) : '';
    if (type === 3) {
      // One text node may be megabytes long.
      line += (property<string>(node, 'nodeValue') ?? '').slice(0, length * 2).replace(/\s+/g, ' ');
    } else if (tag === 'br') line += '\n';
    else if (BLOCKS.has(tag)) close();
    const child: Node | null =
      type === 1 && !LEFT_OUT.has(tag) ? (property<Node | null>(node, 'firstChild') ?? null) : null;
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root) {
      const next: Node | null = property<Node | null>(node, 'nextSibling') ?? null;
      if (next) {
        node = next;
        break;
      }
      node = property<Node | null>(node, 'parentNode') ?? null;
      if (node && node !== root && BLOCKS.has(tagOf(node as Element))) close();
    }
    if (node === root) node = null;
  }
  close();
  return cap(paragraphs, length);
}

/** Few enough elements, and not nested beyond what recursion and repeated walks up can bear? */
function isParsable(root: Element): boolean {
  let count = 0;
  let depth = 0;
  let at: Element | null = root;
  while (at) {
    if (++count > MAX_ELEMENTS || depth > MAX_DEPTH) return false;
    const child: Element | null = property<Element | null>(at, 'firstElementChild') ?? null;
    if (child) {
      at = child;
      depth++;
      continue;
    }
    while (at && at !== root) {
      const next: Element | null = property<Element | null>(at, 'nextElementSibling') ?? null;
      if (next) {
        at = next;
        break;
      }
      at = parentOf(at);
      depth--;
    }
    if (at === root) break;
  }
  return true;
}

const CLOBBERING =
  'img, form, input, button, fieldset, object, output, select, textarea, embed, iframe';

/** A copy that Readability may take apart, without the names by which elements shadow the document's methods. */
function disarmedCopy(document: Document): Document {
  const copy = Reflect.apply((Object.getPrototypeOf(document) as Document).cloneNode, document, [
    true,
  ]) as Document;
  // Readability would parse the markup of the first anew, and walk past the others again and again.
  for (const element of select(copy, 'noscript, script, style, template, svg, source, track'))
    element.remove();
  for (const element of select(copy, CLOBBERING)) {
    const remove = (Object.getPrototypeOf(element) as Element).removeAttribute;
    Reflect.apply(remove, element, ['name']);
    Reflect.apply(remove, element, ['id']);
  }
  return copy;
}

/** Menus and lists of other stories that Readability let through: parts that are nothing but links. */
function dropMenus(content: Element): void {
  const length = (element: Element): number =>
    (property<string>(element, 'textContent') ?? '').replace(/\s+/g, '').length;
  const isOnlyLinks = (element: Element, atLeast: number): boolean => {
    const links = select(element, 'a');
    const inLinks = links.reduce((sum, link) => sum + length(link), 0);
    return links.length >= atLeast && inLinks > length(element) * 0.85;
  };
  const whole = length(content);
  for (const part of select(content, 'nav, footer, form, [role="navigation"], figcaption')) {
    // Some systems wrap the whole page in a form.
    if (length(part) < whole * 0.3) part.remove();
  }
  for (const list of select(content, 'ul, ol')) if (isOnlyLinks(list, 3)) list.remove();
  for (const block of select(content, 'div, section')) if (isOnlyLinks(block, 4)) block.remove();
}

export interface ArticleText {
  text: string;
  excerpt: string;
}

/** The article's text by Readability on a copy of the page; the page itself is not changed. */
export function readArticleText(document: Document, length: number): ArticleText {
  const root = property<Element>(document, 'documentElement');
  if (!root) return { text: '', excerpt: '' };
  const size = property<string>(root, 'textContent')?.length ?? 0;
  if (size <= MAX_CHARACTERS && isParsable(root)) {
    try {
      const article = new Readability(disarmedCopy(document), {
        maxElemsToParse: MAX_ELEMENTS,
        // JSON-LD is ours to read, with more care for its many forms.
        disableJSONLD: true,
        serializer: (node) => node,
      }).parse();
      if (article?.content) {
        dropMenus(article.content as unknown as Element);
        const text = paragraphsOf(article.content as unknown as Node, length);
        if (text) return { text, excerpt: article.excerpt ?? '' };
      }
    } catch {
      // A page that breaks Readability still has paragraphs.
    }
  }
  return { text: plainParagraphs(document, length), excerpt: '' };
}

/** Every paragraph of some length that is not in a menu, an aside or a footer: cheap, for pages beyond measure. */
function plainParagraphs(document: Document, length: number): string {
  let text = '';
  for (const element of select(document, 'p').slice(0, 20_000)) {
    if (text.length >= length) break;
    let framed = false;
    for (
      let up = parentOf(element), steps = 0;
      up && steps < 40 && !framed;
      up = parentOf(up), steps++
    ) {
      framed =
        ['nav', 'aside', 'footer', 'form'].includes(tagOf(up)) || attribute(up, 'hidden') !== null;
    }
    if (framed) continue;
    const paragraph = paragraphsOf(element, length - text.length);
    if (paragraph.length >= 25) text += (text ? '\n\n' : '') + paragraph;
  }
  return cap(text, length);
}
