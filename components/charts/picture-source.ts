import { getContext, setContext } from 'svelte';

const KEY = Symbol('picture source');

/** Names the campaign that all pictures beneath are of, for the names of their files. */
export function setPictureSource(campaignName: () => string): void {
  setContext(KEY, campaignName);
}

/** '' where nobody has said. */
export function pictureSource(): () => string {
  return getContext<(() => string) | undefined>(KEY) ?? (() => '');
}
