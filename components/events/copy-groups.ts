/** Which of an event's reports are one report printed several times. */

/**
 * Reports in groups of copies, in the order given; a group stands where its first report stands, a report without
 * copies is a group of one.
 * @param closeClips groups of clips whose texts are nearly the same; what is close to a copy is a copy, too
 */
export function copyGroups(
  clipIds: readonly string[],
  closeClips: readonly (readonly string[])[],
): string[][] {
  const groupOf = new Map(clipIds.map((id) => [id, [id]]));
  for (const close of closeClips) {
    const here = clipIds.filter((id) => close.includes(id));
    const joined = [...new Set(here.flatMap((id) => groupOf.get(id)!))];
    const ordered = clipIds.filter((id) => joined.includes(id));
    for (const id of ordered) groupOf.set(id, ordered);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}
