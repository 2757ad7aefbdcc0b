/** How an address of the web is shown: never longer than it helps, and its host always as it really is. */

/** Host and last part of an address, short enough for one line: "…/finnair-cancels-300-flights". */
export function shortAddress(text: string): string {
  try {
    const url = new URL(text);
    if (!/^https?:$/.test(url.protocol)) return text;
    const parts = url.pathname.split('/').filter(Boolean);
    if (parts.length === 0) return url.host;
    return parts.length === 1 ? `${url.host}/${parts[0]}` : `${url.host}/…/${parts.at(-1)}`;
  } catch {
    return text;
  }
}

/** The host a link goes to, in punycode where it is not plain ASCII, so that look-alikes show. null = no web link. */
export function linkHost(address: string): string | null {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url.host.replace(/^www\./, '') : null;
  } catch {
    return null;
  }
}
