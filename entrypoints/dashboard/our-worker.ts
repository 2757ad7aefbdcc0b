import type { Platform } from '../../lib/platform/platform.ts';

const SCRIPTS = ['simulation-worker.js', 'library-worker.js', 'exchange-worker.js'] as const;
export type OurScript = (typeof SCRIPTS)[number];

type ScriptPolicy = { createScriptURL(address: string): unknown };
declare const trustedTypes:
  | {
      createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
    }
  | undefined;

let policy: ScriptPolicy | null = null;

/** A worker of ours. Under Trusted Types a script's address must come from a policy, which can be made once: it knows ours. */
export function startWorker(platform: Platform, script: OurScript): Worker {
  const address = platform.scriptAddress(script);
  // Firefox before 148 has no Trusted Types.
  if (typeof trustedTypes === 'undefined') return new Worker(address);
  const ours = SCRIPTS.map((each) => platform.scriptAddress(each));
  policy ??= trustedTypes.createPolicy('sim-worker', {
    createScriptURL: (asked) => {
      if (!ours.includes(asked)) throw new TypeError('not a worker of ours');
      return asked;
    },
  });
  return new Worker(policy.createScriptURL(address) as string);
}
