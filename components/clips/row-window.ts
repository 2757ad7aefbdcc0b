/** Which rows of a long list are in sight, and where the page must stand for one of them to be. All in pixels. */

/** Rows drawn above and below what is seen, so that a quick wheel does not outrun them. */
const SPARE = 8;

export interface RowsInSight {
  first: number;
  last: number;
}

/**
 * @param above how much of the list lies above the window's upper edge
 * @param height how much of the window there is for it
 */
export function rowsInSight(
  above: number,
  height: number,
  rowHeight: number,
  total: number,
): RowsInSight {
  const top = Math.max(0, above);
  const first = Math.floor(top / rowHeight) - SPARE;
  const last = Math.ceil((above + height) / rowHeight) + SPARE;
  const most = Math.max(0, total - 1);
  return {
    first: Math.max(0, Math.min(first, most)),
    last: Math.max(0, Math.min(last, most)),
  };
}

/** How far to scroll for a row to be seen whole between two edges; 0 where it is. */
export function scrollToRow(
  row: number,
  rowHeight: number,
  /** Where the list begins, from the window's upper edge; negative once it is scrolled. */
  listTop: number,
  edges: { top: number; bottom: number },
): number {
  const top = listTop + row * rowHeight;
  if (top < edges.top) return top - edges.top;
  const bottom = top + rowHeight;
  return bottom > edges.bottom ? Math.min(bottom - edges.bottom, top - edges.top) : 0;
}
