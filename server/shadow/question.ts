/** Asks a thread of its own about one day; it is ended when it has answered, or takes too long. */
import { Worker } from 'node:worker_threads';
import type { BusinessDate } from '../../shared/base/ids.ts';
import type { ShadowReport } from '../../shared/forecast/shadow/shadow.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { Routing } from '../../shared/hall/policy.ts';

export interface ShadowQuestion {
  readonly date: BusinessDate;
  /** The versions that the day names, the first one first. */
  readonly configs: readonly [HallConfig, ...HallConfig[]];
  readonly events: readonly StoredEvent[];
}

/** The report, or in which other order the day was called: then there is nothing to compare. */
export type ShadowAnswer = { readonly report: ShadowReport } | { readonly routing: Routing };

/** A day takes a second or two; longer is stuck. */
const ANSWER_WITHIN_MS = 60_000;
const HEAP_MB = 512;

/** Throws where the thread fails or does not answer in time. */
export async function askShadow(
  question: ShadowQuestion,
  answerWithinMs: number = ANSWER_WITHIN_MS,
): Promise<ShadowAnswer> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    name: 'shadow',
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.unref();
  const { promise, resolve, reject } = Promise.withResolvers<ShadowAnswer>();
  const timer = setTimeout(() => reject(new Error('shadow: no answer in time')), answerWithinMs);
  timer.unref();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('shadow: the thread ended without an answer')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
