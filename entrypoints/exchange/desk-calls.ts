import type {
  Decision,
  Exported,
  ExportRequest,
  Looked,
  OrderList,
  PreparedOrder,
} from './exchange-desk.ts';
import type { Version } from '../../components/clips/compare-clips.ts';
import type { Clip } from '../../lib/model/clip.ts';

/** The desk as a page has it, wherever it stands. One that died rejects what it was asked. */
export interface Desk {
  look(file: Blob, now: string): Promise<Looked>;
  pair(at: number): Promise<{ mine: Clip; said: Version }>;
  prepare(decisions: ReadonlyMap<number, Decision>): Promise<Record<OrderList, number>>;
  take<List extends OrderList>(
    list: List,
    from: number,
    count: number,
  ): Promise<PreparedOrder[List]>;
  write(request: ExportRequest): Promise<Exported>;
  /** Ends whatever it is at. */
  close(): void;
}

/** What a page asks of the worker in which the desk stands, and what it is told. */
export interface DeskCall {
  id: number;
  name: Exclude<keyof Desk, 'close'>;
  args: unknown[];
}
export type DeskAnswer =
  { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string };
