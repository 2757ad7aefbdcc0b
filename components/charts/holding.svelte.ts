/**
 * A value that stands still while `isHeld()`, and follows at once when it no longer is. While it stands still, nothing
 * of it is worked out. What is held from the first is worked out once.
 */
export function holding<T>(value: () => T, isHeld: () => boolean): () => T {
  // Not state: nothing follows from it.
  let kept: { value: T } | null = null;
  const shown = $derived.by(() => {
    if (kept === null || !isHeld()) kept = { value: value() };
    return kept.value;
  });
  return () => shown;
}
