import { SimulationClient } from '../../lib/worker/client.ts';
import type { Platform } from '../../lib/platform/platform.ts';

const SCRIPT = 'simulation-worker.js';

type ScriptPolicy = { createScriptURL(address: string): unknown };
declare const trustedTypes:
  | {
      createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
    }
  | undefined;

/** The simulation's workers. Under Trusted Types a script's address must come from a policy; ours knows only one. */
export function startSimulation(platform: Platform): SimulationClient {
  const address = platform.scriptAddress(SCRIPT);
  // Firefox before 148 has no Trusted Types.
  const policy =
    typeof trustedTypes === 'undefined'
      ? null
      : trustedTypes.createPolicy('sim-worker', {
          createScriptURL: (asked) => {
            if (asked !== address) throw new TypeError('not the simulation worker');
            return asked;
          },
        });
  return new SimulationClient(
    () => new Worker((policy ? policy.createScriptURL(address) : address) as string),
  );
}
