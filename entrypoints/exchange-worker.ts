import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openReader } from '../lib/store/reader.ts';
import type { DeskAnswer, DeskCall } from './exchange/desk-calls.ts';
import { ExchangeDesk } from './exchange/exchange-desk.ts';

/** Runs in a web worker of the dashboard: files are read and written here, so that the page goes on meanwhile. */
export default defineUnlistedScript(() => {
  const desk = new ExchangeDesk(() => openReader());
  const answer = (message: DeskAnswer) => (postMessage as (message: DeskAnswer) => void)(message);

  async function call({ name, args }: DeskCall): Promise<unknown> {
    switch (name) {
      case 'look':
        return desk.look(...(args as Parameters<ExchangeDesk['look']>));
      case 'pair':
        return desk.pair(...(args as Parameters<ExchangeDesk['pair']>));
      case 'prepare':
        return desk.prepare(...(args as Parameters<ExchangeDesk['prepare']>));
      case 'take':
        return desk.take(...(args as Parameters<ExchangeDesk['take']>));
      case 'write':
        return desk.write(...(args as Parameters<ExchangeDesk['write']>));
      default:
        return name satisfies never;
    }
  }

  addEventListener('message', ({ data }: MessageEvent<DeskCall>) => {
    call(data).then(
      (value) => answer({ id: data.id, ok: true, value }),
      (error: unknown) => answer({ id: data.id, ok: false, message: String(error) }),
    );
  });
});
