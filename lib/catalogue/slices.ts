/** A worker that answers while it works: long work rests, and what has arrived meanwhile comes first. */

/** Work goes on for so long before it rests. */
const SLICE_MS = 12;

/**
 * A turn of the event loop in which a question can arrive. setTimeout would be held back to 4 ms after a few nested
 * calls; a message port is not.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Runs work that rests by `yield`, with turns of the event loop in between. `mayGoOn` false ends it: null. */
export async function inSlices<T>(
  work: Generator<void, T>,
  mayGoOn: () => boolean = () => true,
): Promise<T | null> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    await turn();
    if (!mayGoOn()) return null;
    began = performance.now();
  }
}
