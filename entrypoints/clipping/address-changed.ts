/** What the script that watches a marked page says to the background; it speaks of its own tab only. */
export const ADDRESS_CHANGED = 'addressChanged';
