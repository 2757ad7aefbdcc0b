/** '/clips/ID', '#/clips/ID' and 'clips/ID' all name one route. */
export function hashOf(route: string): string {
  return `#/${route.replace(/^#?\/*/, '')}`;
}

/** Addresses come from pages and files: `javascript:` must never reach a tab. */
export function isWebAddress(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Drafts are JSON on every platform, and a $state proxy becomes plain data on the way. */
export function plainCopy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
