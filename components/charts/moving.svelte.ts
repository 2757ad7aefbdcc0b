import { untrack } from 'svelte';
import { blendFrames, ease, MOVE_MS, type Frame, type FrameShape } from './motion.ts';

/** At least this long between two pictures of a curve that moves. */
const FRAME_MS = 30;

function prefersStillness(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

/**
 * A frame on its way to the newest target. The next change starts from wherever the last one had got to.
 * While `isStill()` the target itself is the picture: data that stream in every frame are motion enough.
 * When `size()` changes the picture follows at once: a column that somebody widens is not news.
 */
export class Moving {
  readonly #target: () => Frame;
  readonly #isStill: () => boolean;
  #shown: Frame = $state.raw(new Float64Array());

  constructor(
    target: () => Frame,
    shape: FrameShape,
    isStill: () => boolean,
    size: () => number = () => 0,
  ) {
    this.#target = target;
    this.#isStill = isStill;
    this.#shown = untrack(target);
    let lastSize = untrack(size);
    $effect(() => {
      const to = target();
      const from = untrack(() => this.#shown);
      const isResized = size() !== lastSize;
      lastSize = size();
      if (isStill() || isResized || prefersStillness()) {
        this.#shown = to;
        return;
      }
      if (from === to) return;
      const started = performance.now();
      let drawnAt = 0;
      const step = (now: number) => {
        // Every other frame is smooth enough for ink, and leaves the processor to the futures still being lived.
        if (now - drawnAt < FRAME_MS && now - started < MOVE_MS) {
          request = requestAnimationFrame(step);
          return;
        }
        drawnAt = now;
        this.#shown = blendFrames(from, to, ease((now - started) / MOVE_MS), shape);
        if (this.#shown !== to) request = requestAnimationFrame(step);
      };
      let request = requestAnimationFrame(step);
      return () => cancelAnimationFrame(request);
    });
  }

  get frame(): Frame {
    return this.#isStill() ? this.#target() : this.#shown;
  }
}
