/** What a hand that has taken hold of an action may make of it next: run ahead, its picture is there when it does. */
import type { Action } from '../../lib/model/action.ts';

/** Steps ahead, the likeliest first: a hand mostly goes on as it went, and now and then a step back. */
const ONWARD = [1, 2, 3, -1, 4, 5, 6];
const EITHER_WAY = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/**
 * @param way as the hand has just gone, above or below 0; 0 where it has not moved yet
 * @param stepped the action so many steps of the hand from where it now is
 * @returns what it may become, each once, and never what it is
 */
export function likelyNext(now: Action, way: number, stepped: (steps: number) => Action): Action[] {
  const steps = way === 0 ? EITHER_WAY : ONWARD.map((step) => step * Math.sign(way));
  const seen = new Set([JSON.stringify(now)]);
  return steps.map(stepped).filter((each) => {
    const key = JSON.stringify(each);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
