import { getDomain, parse } from 'tldts';
import { cleanAddress } from './address.ts';

/** A page may only speak for its own registrable host: example.co.uk for m.example.co.uk, nobody for another. */
function areOneSite(first: string, second: string): boolean {
  if (first === second) return true;
  const options = { allowPrivateDomains: true };
  // An IP address and localhost have no registrable domain; they are one with themselves only.
  if (parse(first).isIp || parse(second).isIp) return false;
  const domain = getDomain(first, options);
  return domain !== null && domain === getDomain(second, options);
}

/**
 * The canonical address a page states, if it may be believed: http(s), on the same registrable host. null otherwise,
 * for the front page of a site is no article's address unless the article is read there.
 */
export function trustedCanonical(address: string, canonical: string | null): string | null {
  if (!canonical) return null;
  try {
    const here = new URL(address);
    const there = new URL(canonical, address);
    if (!/^https?:$/.test(there.protocol) || !/^https?:$/.test(here.protocol)) return null;
    if (!areOneSite(here.hostname, there.hostname)) return null;
    if (there.pathname === '/' && !there.search && here.pathname !== '/') return null;
    const cleaned = cleanAddress(there.href).address;
    return cleaned.length <= 4096 ? cleaned : null;
  } catch {
    return null;
  }
}
