/**
 * `npm test`: types, lint, unit, build, end to end, in that order. Goes on after a failure, so that one run tells
 * all; the last line says how many passed and failed, and the exit code whether any did.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messages } from '../lib/messages/messages.ts';
import { findBrowser } from './browsers.ts';

const words = messages.terminal.tests;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const STEPS = ['types', 'lint', 'unit', 'build', 'e2e'] as const;
type Step = (typeof STEPS)[number];

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** Those that failed, and those that passed only at the second try: each with what went wrong. */
  troubles?: string[];
}

/** What Vitest's JSON reporter writes, as far as it is counted here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const PASSED: Outcome = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Outcome = { passed: 0, failed: 1, skipped: 0 };

/** Runs a program of node_modules by its own file: the same on every system, without a shell. */
async function runTool(name: string, file: string, args: string[], env = process.env) {
  return run(process.execPath, [path.join(ROOT, 'node_modules', name, file), ...args], env);
}

async function run(command: string, args: string[], env = process.env): Promise<boolean> {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env });
  const [code] = await Promise.race([
    once(child, 'close'),
    once(child, 'error').then(([error]) => {
      console.error(String(error));
      return [1];
    }),
  ]);
  return code === 0;
}

/** Each in turn, and all of them even if one fails; the step passes if all do. */
async function all(...programs: (() => Promise<boolean>)[]): Promise<Outcome> {
  let isFine = true;
  for (const program of programs) if (!(await program())) isFine = false;
  return isFine ? PASSED : FAILED;
}

const checkTypes = () =>
  all(
    () =>
      runTool('svelte-check', 'bin/svelte-check', [
        '--tsconfig',
        './tsconfig.json',
        '--fail-on-warnings',
      ]),
    () => runTool('typescript', 'bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  );

const lint = () =>
  all(
    () => runTool('eslint', 'bin/eslint.js', ['.']),
    () => runTool('prettier', 'bin/prettier.cjs', ['--check', '.']),
  );

const build = () =>
  all(
    () => runTool('wxt', 'bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']),
    () => runTool('wxt', 'bin/wxt.mjs', ['build', '-b', 'firefox', '--mv3']),
  );

async function runVitest(config: string): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clincher-tests-'));
  const file = path.join(folder, 'report.json');
  try {
    const isFine = await runTool('vitest', 'vitest.mjs', [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    if (!existsSync(file)) return FAILED;
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    // A file that could not be loaded, or whose set-up failed before its first test, counts as one failure.
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const outcome = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles,
      skipped: report.numPendingTests + report.numTodoTests,
      troubles: report.testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ failureMessages }) => failureMessages.length > 0)
        .map(({ status, fullName, failureMessages }) =>
          (status === 'passed' ? words.secondTry : words.failed)(fullName, failureMessages[0]!),
        ),
    };
    // An error outside of any test fails the run without failing a test.
    if (!isFine && outcome.failed === 0) outcome.failed = 1;
    if (outcome.passed + outcome.failed === 0) return FAILED;
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How each system is told to install what is missing. */
interface Installer {
  command: string;
  /** What we may run ourselves: only as root, only where apt is, as on a fresh CI machine. */
  automatic: string[][] | null;
}

function installer(): Installer {
  if (process.platform === 'darwin') {
    return { command: 'brew install --cask chromium firefox', automatic: null };
  }
  if (process.platform === 'win32') {
    return { command: 'winget install Google.Chrome Mozilla.Firefox', automatic: null };
  }
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const isUbuntu = /^ID(_LIKE)?=.*ubuntu/m.test(release);
  if (!isUbuntu && !/^ID(_LIKE)?=.*debian/m.test(release)) {
    return { command: words.installByHand, automatic: null };
  }
  const packages = isUbuntu
    ? ['chromium-browser', 'firefox', 'strace']
    : ['chromium', 'firefox-esr', 'strace'];
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? '' : 'sudo ';
  return {
    command: `${sudo}apt-get update && ${sudo}apt-get install -y ${packages.join(' ')}`,
    automatic: isRoot
      ? [
          ['apt-get', 'update'],
          ['apt-get', 'install', '-y', ...packages],
        ]
      : null,
  };
}

/** Installs the browsers where it can. False where there is no Chromium in the end: nothing end to end can run. */
async function provideBrowsers(): Promise<boolean> {
  const hasAll = () =>
    findBrowser('chromium') !== null && findBrowser('firefox') !== null && hasStrace();
  const { command, automatic } = installer();
  if (!hasAll() && automatic) {
    console.log(words.installing(command));
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const [program, ...args] of automatic) if (!(await run(program, args, env))) break;
  }
  if (!findBrowser('chromium')) {
    console.error(words.chromiumMissing(command));
    return false;
  }
  if (!findBrowser('firefox')) console.error(words.firefoxMissing(command));
  return true;
}

/** It counts the browser's fsyncs; only Linux has it. */
function hasStrace(): boolean {
  if (process.platform !== 'linux') return true;
  return ['/usr/bin/strace', '/usr/local/bin/strace'].some((file) => existsSync(file));
}

const RUNS: Record<Step, () => Promise<Outcome>> = {
  types: checkTypes,
  lint,
  unit: () => runVitest('vitest.config.ts'),
  build,
  e2e: () => runVitest('vitest.e2e.config.ts'),
};

function chosenSteps(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const only = values.only?.flatMap((names) => names.split(','));
  if (!only) return STEPS;
  const unknown = only.find((name) => !STEPS.some((step) => step === name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}`);
  return STEPS.filter((step) => only.includes(step));
}

async function main(): Promise<void> {
  let steps: readonly Step[];
  try {
    steps = chosenSteps();
  } catch (error) {
    console.error(words.unknownOption((error as Error).message, STEPS.join(', ')));
    process.exit(2);
  }
  // First, so that a missing browser is said now and not after minutes of other work.
  if (steps.includes('e2e') && !(await provideBrowsers())) process.exit(1);

  const total = { passed: 0, failed: 0, skipped: 0 };
  const summary: string[] = [];
  const troubles: string[] = [];
  async function take(step: Step): Promise<void> {
    console.log(`\n── ${words.steps[step]} ──`);
    const began = performance.now();
    const outcome = await RUNS[step]();
    const seconds = (performance.now() - began) / 1000;
    summary.push(words.stepDone(words.steps[step], seconds.toFixed(1), outcome));
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    troubles.push(...(outcome.troubles ?? []));
  }
  // Each of these two keeps one processor busy; the others take all there are.
  const isLight = (step: Step) => step === 'types' || step === 'lint';
  if (steps.some(isLight)) await runTool('wxt', 'bin/wxt.mjs', ['prepare']);
  await Promise.all(steps.filter(isLight).map(take));
  for (const step of steps) if (!isLight(step)) await take(step);
  console.log(`\n${summary.join('\n')}`);
  for (const each of troubles) console.log(each);
  if (total.skipped > 0) console.log(words.skipped(total.skipped));
  console.log(words.total(total.passed, total.failed));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
