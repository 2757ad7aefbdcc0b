import type { Platform } from '../../lib/platform/platform.ts';
import { SimulationClient } from '../../lib/worker/client.ts';
import { startWorker } from './our-worker.ts';

/** The simulation's workers. */
export function startSimulation(platform: Platform): SimulationClient {
  return new SimulationClient(() => startWorker(platform, 'simulation-worker.js'));
}
