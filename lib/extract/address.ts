/**
 * Parameters that only tell a site where its reader came from. Small on purpose: a parameter cut wrongly
 * opens another page. Sources: the parameters' own documentation (Google, Meta, Microsoft, Mailchimp, HubSpot,
 * Yandex, Matomo, X, Instagram, Adobe, Marketo).
 */
const TRACKERS = new Set(
  'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking oly_anon_id oly_enc_id vero_id vero_conv s_cid wickedid rb_clickid srsltid _openstat epik'.split(
    ' ',
  ),
);
const TRACKER_FAMILIES =
  /^(?:utm_|mtm_|pk_(?:campaign|kwd|source|medium|content)|matomo_|hsa_|at_(?:campaign|medium|custom\d|link_\w+))/;

function isTracker(name: string): boolean {
  const key = name.toLowerCase();
  return TRACKERS.has(key) || TRACKER_FAMILIES.test(key);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/**
 * The address without tracking parameters and fragment; a fragment that is a route (`#!/…`, `#/…`) stays.
 * What is left keeps its order and its spelling. An address that cannot be read comes back as it is.
 */
export function cleanAddress(address: string): { address: string; trackersCut: number } {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { address, trackersCut: 0 };
  }
  const pairs = url.search.slice(1).split('&').filter(Boolean);
  const kept = pairs.filter((pair) => !isTracker(decoded(pair.split('=')[0])));
  // Rebuilt from its pieces: URLSearchParams would write the kept ones anew.
  if (kept.length < pairs.length) url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  if (!/^#(?:!|\/)/.test(url.hash)) url.hash = '';
  url.username = '';
  url.password = '';
  return { address: url.href, trackersCut: pairs.length - kept.length };
}

/** One address as a key: no scheme, no www/m/amp host, no AMP path or parameter, sorted query, no slash at the end. */
function keyOf(address: string): string | null {
  let url: URL;
  try {
    url = new URL(cleanAddress(address).address);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  let host = url.hostname.toLowerCase();
  // "m.example.org" is a variant of "example.org"; "m.org" is not one of "org".
  for (
    let label = /^(?:www\d?|m|mobile|amp)\./.exec(host);
    label;
    label = /^(?:www\d?|m|mobile|amp)\./.exec(host)
  ) {
    const shorter = host.slice(label[0].length);
    if (!shorter.includes('.')) break;
    host = shorter;
  }
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/\/amp\/?$/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/(?:index\.(?:html?|php))$/i, '')
    .replace(/\/+$/, '')
    .replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
  const query = url.search
    .slice(1)
    .split('&')
    .filter(
      (pair) =>
        pair !== '' &&
        !/^(?:amp|_amp|outputtype=amp|output=amp|mode=amp)(?:=(?:1|true)?)?$/i.test(pair),
    )
    .sort()
    .join('&');
  const port = url.port ? `:${url.port}` : '';
  return `${host}${port}${path}${query ? `?${query}` : ''}${url.hash}`.slice(0, 4200);
}

/** The keys under which a twin of a clip is found, each once, in the order of the addresses. */
export function addressKeys(addresses: readonly (string | null)[]): string[] {
  const keys = addresses.map((address) => (address ? keyOf(address) : null));
  return [...new Set(keys.filter((key): key is string => key !== null))].slice(0, 8);
}

/** The host to show to a reader: punycode as it is, so that look-alike letters cannot pass; "" where there is none. */
export function shownHost(address: string | null): string {
  if (!address) return '';
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}
