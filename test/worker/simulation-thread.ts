/**
 * The simulation worker on a thread of Node instead of a browser's: the same service behind the same Comlink.
 * `fate` makes it the worker that one hopes never to have.
 */
import { expose, type Endpoint } from 'comlink';
import { parentPort, workerData } from 'node:worker_threads';
import { SimulationService } from '../../lib/worker/service.ts';
import type { Fate } from './thread-worker.ts';

const fate = workerData as Fate;
const port = parentPort!;

if (fate === 'mute') port.on('message', () => {});
else {
  if (fate === 'dies at its first run') {
    port.on('message', (message: { path?: string[] }) => {
      if (message.path?.[0] === 'run') throw new Error('out of memory');
    });
  }
  if (fate === 'dies at its first task') {
    port.on('message', (message: { path?: string[] }) => {
      if (message.path?.[0] === 'work') throw new Error('out of memory');
    });
  }
  expose(new SimulationService(), port as unknown as Endpoint);
}
