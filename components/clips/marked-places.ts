import type { Place } from './quote-places.ts';

/** Between the browser's selection and offsets in the kept text. Paragraphs carry their offset as data-start. */

function paragraphsOf(region: Element): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>('[data-start]')];
}

const startOf = (paragraph: HTMLElement) => Number(paragraph.dataset.start);

function offsetWithin(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return startOf(paragraph) + range.toString().length;
}

/** The stretch of kept text that is selected; null where nothing of it is. Ends outside the text are cut off. */
export function placeOfSelection(region: Element, selection: Selection | null): Place | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const touched = paragraphsOf(region).filter((paragraph) => range.intersectsNode(paragraph));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const start = first.contains(range.startContainer)
    ? offsetWithin(first, range.startContainer, range.startOffset)
    : startOf(first);
  const end = last.contains(range.endContainer)
    ? offsetWithin(last, range.endContainer, range.endOffset)
    : startOf(last) + last.textContent.length;
  return start < end ? { start, end } : null;
}

function pointAt(region: Element, offset: number): [Node, number] | null {
  const paragraph = paragraphsOf(region).findLast((each) => startOf(each) <= offset);
  if (!paragraph) return null;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset - startOf(paragraph);
  let node: Node | null = null;
  while (walker.nextNode()) {
    node = walker.currentNode;
    const length = (node as Text).data.length;
    if (left <= length) return [node, left];
    left -= length;
  }
  return node ? [node, (node as Text).data.length] : null;
}

/** Selects a stretch of the kept text and brings its moving end into view. */
export function selectPlace(region: Element, { start, end }: Place, movingEnd: 'start' | 'end') {
  const from = pointAt(region, start);
  const to = pointAt(region, end);
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(...from, ...to);
  const point = movingEnd === 'start' ? from : to;
  const range = document.createRange();
  range.setStart(...point);
  range.collapse(true);
  const { top, bottom } = range.getBoundingClientRect();
  const margin = 60;
  if (top < margin) scrollBy({ top: top - margin });
  else if (bottom > innerHeight - margin) scrollBy({ top: bottom - innerHeight + margin });
}
