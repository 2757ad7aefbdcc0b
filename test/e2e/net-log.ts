/** Reads what Chromium itself noted about the network (`launchChromium({ netLog })`, complete once it is closed). */
import { readFileSync } from 'node:fs';

export interface Traffic {
  /**
   * Every event that names our origin as the one who asked: requests, navigations, preconnects, look-ups of a host.
   * Reading our own packaged files does not touch the network and is not in the log.
   */
  fromUs: string[];
  /**
   * Every host that was looked up, asked or sent a datagram, by whoever did not say that it was Chromium itself: a
   * content script asks in the name of the page it runs in, and WebRTC in nobody's.
   */
  hosts: string[];
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: Record<string, unknown> }[];
}

/** What Chromium looks up to learn whether its resolver speaks DNS over HTTPS, without a request that would name it. */
const RESOLVER_PROBE = 'www.gstatic.com';

export function readTraffic(file: string, origin: string): Traffic {
  const log = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const nameOf = new Map(
    Object.entries(log.constants.logEventTypes).map(([name, id]) => [id, name]),
  );
  const events = log.events.map(({ type, source, params = {} }) => ({
    name: nameOf.get(type)!,
    source: source.id,
    params,
  }));
  const id = new URL(origin).hostname;
  // The bare id, too: in a header or a body it would tell as much as the origin.
  const fromUs = events
    .filter(({ params }) => JSON.stringify(params).includes(id))
    .map(({ name, params }) => `${name} ${JSON.stringify(params)}`);

  // Clock, updates and the account list: Chromium asks its maker for them with or without an extension, and such a
  // request has no initiator. Neither has a navigation that somebody typed, which is why those are told apart.
  const own = new Set<number>();
  const ownHosts = new Set([RESOLVER_PROBE]);
  for (const { name, source, params } of events) {
    if (name !== 'URL_REQUEST_START_JOB' || params.initiator !== 'not an origin') continue;
    if (params.request_type === 'main frame') continue;
    own.add(source);
    ownHosts.add(hostOf(params.url)!);
  }
  const hosts = new Set<string>();
  for (const { name, source, params } of events) {
    const isRequest = name === 'URL_REQUEST_START_JOB';
    const asked = isRequest
      ? [params.url]
      : [params.host, params.hostname, params.qname, name === 'UDP_BYTES_SENT' && params.address];
    for (const each of asked) {
      const host = hostOf(each);
      if (host && !(isRequest ? own.has(source) : ownHosts.has(host))) hosts.add(host);
    }
  }
  return { fromUs, hosts: [...hosts].sort() };
}

/** Of an address, of `host:port` or of a bare name, with or without the dot at its end. */
function hostOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const [, bracketed, plain] = /^(?:[a-z]+:\/\/)?(?:(\[[^\]]*\])|([^:/]*))/.exec(text)!;
  return bracketed ?? (plain!.replace(/\.$/, '') || null);
}
