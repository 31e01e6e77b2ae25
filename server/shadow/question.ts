/**
 * Asks a thread of its own about one day; it is ended when it has answered, or takes too long. The day
 * goes to it a page at a time with a turn of the event loop between: copying a whole day at once would
 * keep presses waiting.
 */
import { Worker } from 'node:worker_threads';
import type { BusinessDate } from '../../shared/base/ids.ts';
import type { ShadowReport } from '../../shared/forecast/shadow/shadow.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { Routing } from '../../shared/hall/policy.ts';
import { restFor } from '../rest.ts';

export interface ShadowQuestion {
  readonly date: BusinessDate;
  /** The versions that the day names, the first one first. */
  readonly configs: readonly [HallConfig, ...HallConfig[]];
  readonly events: readonly StoredEvent[];
}

/** What the thread starts with. */
export type ShadowStart = Omit<ShadowQuestion, 'events'>;

/** The next part of the day's log; `isLast` asks for the answer. */
export interface ShadowPage {
  readonly events: readonly StoredEvent[];
  readonly isLast: boolean;
}

/** The report, or in which other order the day was called: then there is nothing to compare. */
export type ShadowAnswer = { readonly report: ShadowReport } | { readonly routing: Routing };

/** A day takes a second or two; longer is stuck. */
const ANSWER_WITHIN_MS = 60_000;
const HEAP_MB = 512;
export const PAGE_EVENTS = 1_000;

/** Throws where the thread fails or does not answer in time. */
export async function askShadow(
  { events, ...start }: ShadowQuestion,
  answerWithinMs: number = ANSWER_WITHIN_MS,
): Promise<ShadowAnswer> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    name: 'shadow',
    workerData: start satisfies ShadowStart,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.unref();
  let isOver = false;
  const { promise, resolve, reject } = Promise.withResolvers<ShadowAnswer>();
  const timer = setTimeout(() => reject(new Error('shadow: no answer in time')), answerWithinMs);
  timer.unref();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('shadow: the thread ended without an answer')));
  const sending = sendPages(
    events,
    (page) => worker.postMessage(page),
    () => isOver,
  );
  sending.catch(reject);
  try {
    return await promise;
  } finally {
    isOver = true;
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Tells the day in pages until it is told, or nobody wants it any more; even of nothing there is one. */
export async function sendPages(
  events: readonly StoredEvent[],
  send: (page: ShadowPage) => void,
  isOver: () => boolean,
  rest: (forMs: number) => Promise<void> = restFor,
): Promise<void> {
  for (let from = 0; !isOver(); from += PAGE_EVENTS) {
    const isLast = from + PAGE_EVENTS >= events.length;
    send({ events: events.slice(from, from + PAGE_EVENTS), isLast });
    if (isLast) return;
    await rest(0);
  }
}
