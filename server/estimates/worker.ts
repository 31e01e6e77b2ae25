/**
 * The worker's thread: learns from past days, plays snapshots on. It holds what it was told and asks
 * nobody for anything; when it dies the server starts another and tells it again.
 */
import { parentPort } from 'node:worker_threads';
import { must } from '../../shared/base/assert.ts';
import { Forecaster } from './forecaster.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const port = must(parentPort, 'the port of the worker');
const forecaster = new Forecaster();

port.on('message', (message: ToWorker) => {
  try {
    const answer = forecaster.take(message);
    if (answer) port.postMessage(answer);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const hall = 'hall' in message ? message.hall : null;
    port.postMessage({ kind: 'fault', hall, message: text } satisfies FromWorker);
  }
});
