/** Width of a character of 12 px Inter on average, measured over our labels; bold ones take a little more. */
const CHARACTER = 6.3;
const BOLD_CHARACTER = 6.7;

/** Room a one-line label takes, in pixels: an upper guess, for the geometry runs without a page to measure in. */
export function textWidth(text: string, isBold = false): number {
  return Math.ceil(text.length * (isBold ? BOLD_CHARACTER : CHARACTER));
}

export interface Label {
  /** Where its middle would best stand. */
  wanted: number;
  height: number;
}

/**
 * Middles of labels stacked beside a chart: each as near as it can be to where it wants to stand, in the order
 * of their wishes, none over another, all between `top` and `bottom` if they fit.
 *
 * Runs of touching labels move as one block to the mean of their wishes, which is the least-squares answer.
 */
export function pushApart(labels: readonly Label[], top: number, bottom: number): number[] {
  interface Block {
    members: { index: number; offset: number }[];
    height: number;
    start: number;
  }
  const order = labels.map((_, index) => index).sort((a, b) => labels[a].wanted - labels[b].wanted);
  const blocks: Block[] = [];
  const place = (block: Block) => {
    const wish =
      block.members.reduce(
        (sum, { index, offset }) => sum + labels[index].wanted - labels[index].height / 2 - offset,
        0,
      ) / block.members.length;
    block.start = Math.max(top, Math.min(bottom - block.height, wish));
  };
  for (const index of order) {
    let block: Block = {
      members: [{ index, offset: 0 }],
      height: labels[index].height,
      start: 0,
    };
    place(block);
    for (
      let above = blocks.at(-1);
      above && above.start + above.height > block.start;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      const shift = above.height;
      block = {
        members: [
          ...above.members,
          ...block.members.map((member) => ({ ...member, offset: member.offset + shift })),
        ],
        height: above.height + block.height,
        start: 0,
      };
      place(block);
    }
    blocks.push(block);
  }
  const middles = new Array<number>(labels.length);
  for (const { members, start } of blocks) {
    for (const { index, offset } of members) {
      middles[index] = start + offset + labels[index].height / 2;
    }
  }
  return middles;
}

/** A label cut to the room there is, an ellipsis at its end; the table has it in full. */
export function shortened(text: string, room: number, isBold = false): string {
  if (textWidth(text, isBold) <= room) return text;
  const letters = Math.max(1, Math.floor(room / (isBold ? BOLD_CHARACTER : CHARACTER)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}
