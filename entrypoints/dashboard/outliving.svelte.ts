import { untrack } from 'svelte';

/**
 * Makes a state whose own work may end after the component that asked for it: a page is left while the store still
 * answers, or what was done is undone from another page. Made within a component, what it derives would end with that
 * component, and be stale from then on.
 */
export function outliving<T>(make: () => T): T {
  let made!: T;
  $effect.root(() => {
    made = untrack(make);
  });
  return made;
}
