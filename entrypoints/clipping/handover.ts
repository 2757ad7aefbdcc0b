import { ArticleDraft } from '../../lib/model/clip.ts';
import { WebAddress } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';

/** What the popup knew of its tab: for the side panel or tab in which the work goes on, wherever the page is by then. */
export const Handover = z.strictObject({
  tab: z.strictObject({
    id: z.int().nullable(),
    address: WebAddress.nullable(),
    title: z.string(),
    trackersCut: z.int(),
  }),
  article: ArticleDraft.nullable(),
});
export type Handover = z.infer<typeof Handover>;

const keyOf = (tabId: number) => `handover ${tabId}`;
const PATIENCE_MS = 600;
const RETRY_MS = 40;

export function handOver(drafts: Platform['drafts'], tabId: number, what: Handover): Promise<void> {
  return drafts.write(keyOf(tabId), what);
}

/** null where nothing was handed over. The popup writes it while the panel opens, so it may be a moment late. */
export async function takeOver(
  drafts: Platform['drafts'],
  tabId: number,
): Promise<Handover | null> {
  for (let waited = 0; waited <= PATIENCE_MS; waited += RETRY_MS) {
    const read = Handover.safeParse(await drafts.read(keyOf(tabId)).catch(() => undefined));
    if (read.success) return read.data;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  return null;
}
