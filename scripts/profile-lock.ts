/** Whether a browser already runs with a profile. A second one would hand its page over to the first and vanish. */
import { existsSync, readlinkSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { BrowserFamily } from './browsers.ts';

export async function isProfileInUse(family: BrowserFamily, profile: string): Promise<boolean> {
  if (family === 'firefox') return isHeldByProcess(path.join(profile, 'lock'));
  // Windows deletes this file with the last handle to it, so a crash leaves none behind.
  if (process.platform === 'win32') return existsSync(path.join(profile, 'lockfile'));
  return answers(path.join(profile, 'SingletonSocket'));
}

/** A crashed Chromium leaves its socket behind, but nobody answers there. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(socketPath);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Firefox on Linux leaves a link that reads `ADDRESS:+PROCESS`; elsewhere it holds a lock that cannot be asked for. */
function isHeldByProcess(link: string): boolean {
  try {
    const id = /:\+?(\d+)$/.exec(readlinkSync(link))?.[1];
    return id !== undefined && process.kill(Number(id), 0);
  } catch {
    return false;
  }
}
