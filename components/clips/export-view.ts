import type { messages } from '../../lib/messages/messages.ts';

export type ExportKind = keyof typeof messages.exchange.formats;
export interface ExportWishes {
  includeNotes: boolean;
  includeTags: boolean;
  includeNames: boolean;
  includeCampaigns: boolean;
  includeTimes: boolean;
  includeTrash: boolean;
  byteOrderMark: boolean;
}
/** What would be saved as things stand, in words. */
export interface ExportView {
  format: ExportKind;
  wishes: ExportWishes;
  trashCount: number;
  preview: string;
  /** What stays behind for a reason of its own; "" where nothing does. */
  warning: string;
  hasFailed: boolean;
}
