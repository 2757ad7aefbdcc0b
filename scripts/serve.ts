/** Serves a built extension's pages on loopback, for a machine without a browser that could load the extension. */
import { createReadStream, readFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

export const DEFAULT_PORT = 1919;
const PORTS_TRIED = 40;

const MIME_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface DashboardServer {
  /** `http://localhost:PORT`. The same each time if its port is free: a browser keeps one library per origin. */
  origin: string;
  port: number;
  /** Differs from `port` where it was taken and the next free one was used. */
  wantedPort: number;
  close(): Promise<void>;
}

/**
 * Serves the files of `folder` (a production build, whose manifest gives the content security policy) on 127.0.0.1.
 * Only GET and HEAD, only that folder, and only for a browser that asked for this machine by name.
 */
export async function serveDashboard(
  folder: string,
  port = DEFAULT_PORT,
): Promise<DashboardServer> {
  const root = await realpath(folder);
  const policy = contentSecurityPolicyOf(root);
  const server = createServer((request, response) => {
    answer(request, response, root, policy).catch(() => refuse(response, 500));
  });
  const actualPort = await listen(server, port);
  return {
    origin: `http://localhost:${actualPort}`,
    port: actualPort,
    wantedPort: port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** From the build rather than from wxt.config.ts: what is served is what was built. */
function contentSecurityPolicyOf(root: string): string {
  const manifest = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8')) as {
    content_security_policy?: { extension_pages?: string };
  };
  const policy = manifest.content_security_policy?.extension_pages;
  if (!policy) throw new Error(`${root} is not a production build: its manifest has no policy.`);
  return policy;
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as { port: number }).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port >= wanted + PORTS_TRIED || port >= 65_535) throw error;
    }
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  policy: string,
): Promise<void> {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  // After an upgrade the same address must give the new code.
  response.setHeader('Cache-Control', 'no-cache');

  const port = request.socket.localPort;
  const host = request.headers.host;
  if (host === `127.0.0.1:${port}` && isReading(request)) {
    // One origin, or the browser would keep two libraries.
    response.setHeader('Location', `http://localhost:${port}${safeTarget(request.url)}`);
    return refuse(response, 308);
  }
  // A foreign site may have pointed its own name at 127.0.0.1 (DNS rebinding): it gets nothing.
  if (host !== `localhost:${port}`) return refuse(response, 421);
  if (!isReading(request)) {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405);
  }

  const file = await findFile(root, request.url ?? '/');
  if (!file) return refuse(response, 404);
  response.setHeader(
    'Content-Type',
    MIME_TYPES[path.extname(file.path)] ?? 'application/octet-stream',
  );
  response.setHeader('Content-Length', file.size);
  response.writeHead(200);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function isReading(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/** A path of ours, not `//elsewhere` or anything that a header could not carry. */
function safeTarget(target = '/'): string {
  return /^\/(?!\/)[\x21-\x7e]*$/.test(target) ? target : '/';
}

function refuse(response: ServerResponse, status: number) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('Content-Length', 0);
  response.writeHead(status);
  response.end();
}

async function findFile(
  root: string,
  target: string,
): Promise<{ path: string; size: number } | null> {
  let name: string;
  try {
    // Not through `new URL`, which would quietly resolve the dots that are to be refused.
    name = decodeURIComponent(target.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  if (!name.startsWith('/') || /[\0\\]/.test(name)) return null;
  if (name === '/') name = '/dashboard.html';
  // Browsers ask for it on their own where a page names no icon.
  if (name === '/favicon.ico') name = '/icon/32.png';
  if (name.split('/').some((part) => part === '..' || part.startsWith('.'))) return null;
  try {
    const found = await realpath(path.join(root, name));
    // A link inside the folder must not lead out of it.
    if (!found.startsWith(root + path.sep)) return null;
    const entry = await stat(found);
    return entry.isFile() ? { path: found, size: entry.size } : null;
  } catch {
    return null;
  }
}
