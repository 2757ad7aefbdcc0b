/** Finds the browsers of this machine. Nothing is downloaded; what is not there is not used. */
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Chromium, Chrome, Edge and their kin take one way of loading an extension, Firefox another. */
export type BrowserFamily = 'chromium' | 'firefox';

export interface FoundBrowser {
  family: BrowserFamily;
  /** As its makers call it. */
  name: string;
  executable: string;
  /** Name of the snap it is packed in. A snap sees no hidden folder of the home, and not the system's /tmp. */
  snap: string | null;
}

interface Kind {
  family: BrowserFamily;
  name: string;
  commands: readonly string[];
  mac: readonly string[];
  windows: readonly string[];
}

/** In the order in which they are tried. Plain Chromium first: it belongs to nobody who wants an account. */
const KINDS: readonly Kind[] = [
  {
    family: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  {
    family: 'chromium',
    name: 'Google Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  {
    family: 'chromium',
    name: 'Microsoft Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  {
    family: 'firefox',
    name: 'Firefox',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
];

const OVERRIDES: Record<BrowserFamily, string> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

/**
 * The first browser found: the one named by CHROMIUM_PATH or FIREFOX_PATH, else Chromium, Chrome, Edge, Firefox in
 * their usual places and on PATH. Throws where an override names a file that is not there.
 */
export function findBrowser(family?: BrowserFamily): FoundBrowser | null {
  const kinds = KINDS.filter((kind) => !family || kind.family === family);
  for (const each of new Set(kinds.map((kind) => kind.family))) {
    const executable = process.env[OVERRIDES[each]];
    if (!executable) continue;
    if (!isFile(executable)) throw new MissingBrowserError(OVERRIDES[each], executable);
    const name = each === 'firefox' ? 'Firefox' : 'Chromium';
    return { family: each, name, executable, snap: snapOf(executable) };
  }
  for (const { family, name, ...places } of kinds) {
    const executable = placesOf(places).find(isFile);
    if (executable) return { family, name, executable, snap: snapOf(executable) };
  }
  return null;
}

/** CHROMIUM_PATH or FIREFOX_PATH names a file that does not exist. */
export class MissingBrowserError extends Error {
  readonly variable: string;
  readonly executable: string;
  constructor(variable: string, executable: string) {
    super(`${variable}: ${executable}`);
    this.variable = variable;
    this.executable = executable;
  }
}

/** Whether a window can be shown. Only Linux and its kin run without a display. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses to start its sandbox for root, as in a container. */
export function chromiumSandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Where a browser's own profile for Clincher is kept between runs, unless the user names another folder. */
export function defaultProfileFolder({ family, snap }: FoundBrowser): string {
  const home = homedir();
  const folder = `profile-${family}`;
  if (snap) return path.join(home, 'snap', snap, 'common', 'clincher', folder);
  if (process.platform === 'win32') {
    const local = process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local');
    return path.join(local, 'Clincher', folder);
  }
  if (process.platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', 'Clincher', folder);
  }
  const data = process.env.XDG_DATA_HOME || path.join(home, '.local', 'share');
  return path.join(data, 'clincher', folder);
}

function placesOf({ commands, mac, windows }: Pick<Kind, 'commands' | 'mac' | 'windows'>) {
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((variable) => process.env[variable])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windows.map((place) => path.join(folder, place)));
  }
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  const folders = new Set([...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin']);
  const byCommand = commands.flatMap((command) =>
    [...folders].map((folder) => path.join(folder, command)),
  );
  if (process.platform !== 'darwin') return byCommand;
  const applications = ['/Applications', path.join(homedir(), 'Applications')];
  return [
    ...applications.flatMap((folder) => mac.map((place) => path.join(folder, place))),
    ...byCommand,
  ];
}

function isFile(candidate: string): boolean {
  return statSync(candidate, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Ubuntu's chromium-browser and firefox are links or short scripts that start the snap of that name. */
function snapOf(executable: string): string | null {
  if (process.platform !== 'linux') return null;
  const inSnapFolder = /^(?:\/var\/lib\/snapd)?\/snap\/bin\/([a-z0-9-]+)/.exec(executable);
  if (inSnapFolder) return inSnapFolder[1];
  const target = realpathSync(executable);
  if (target.endsWith('/bin/snap')) return path.basename(executable);
  const head = Buffer.alloc(4096);
  const file = openSync(target, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  if (!head.toString('latin1', 0, 2).startsWith('#!')) return null;
  return /\/snap\/bin\/([a-z0-9-]+)/.exec(head.toString('latin1'))?.[1] ?? null;
}
