/** Reads what Chromium itself noted about the network (`launchChromium({ netLog })`, complete once it is closed). */
import { readFileSync } from 'node:fs';

export interface Traffic {
  /**
   * Every event that names our origin as the one who asked: requests, navigations, preconnects, look-ups of a host.
   * Reading our own packaged files does not touch the network and is not in the log.
   */
  fromUs: string[];
  /** Every host that was looked up, whoever asked; WebRTC does so without giving an origin. Chromium's own are left out. */
  hosts: string[];
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: Record<string, unknown> }[];
}

/** Clock, updates and the account list: Chromium asks its maker for them with or without an extension. */
const CHROMIUMS_OWN = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;

export function readTraffic(file: string, origin: string): Traffic {
  const log = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const nameOf = new Map(
    Object.entries(log.constants.logEventTypes).map(([name, id]) => [id, name]),
  );
  const fromUs: string[] = [];
  const hosts = new Set<string>();
  for (const { type, params = {} } of log.events) {
    const text = JSON.stringify(params);
    if (text.includes(origin)) fromUs.push(`${nameOf.get(type)} ${text}`);
    for (const field of [params.host, params.hostname, params.qname]) {
      if (typeof field !== 'string') continue;
      const host = field
        .replace(/^[a-z]+:\/\//, '')
        .replace(/[:/].*$/, '')
        .replace(/\.$/, '');
      if (host && !CHROMIUMS_OWN.test(host)) hosts.add(host);
    }
  }
  return { fromUs, hosts: [...hosts].sort() };
}
