/**
 * The line to the worker: sends, hears, and starts another when it has died or does not answer. What
 * was under way is lost, and nobody waits for it; whoever uses the line tells the new one again.
 */
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';

/** A batch takes milliseconds, learning some seconds; longer is stuck. */
const ANSWER_DEADLINE_MS = 60_000;
const UNANSWERED: ReadonlySet<string> = new Set(['config', 'events', 'page']);
const RESTART_MIN_MS = 500;
const RESTART_MAX_MS = 60_000;
/** A runaway ends its own thread, not the process or the machine; another is started. */
const LIMITS = { maxOldGenerationSizeMb: 1_024 };
/** Who lived so long did not die of its start. */
const HEALTHY_MS = 60_000;

export interface WorkerLineParts {
  readonly onMessage: (message: FromWorker) => void;
  /** A new worker, that knows nothing. */
  readonly onFresh: () => void;
  readonly onFault: (error: unknown, what: string) => void;
  readonly script?: URL;
}

export class WorkerLine {
  readonly #parts: WorkerLineParts;
  #worker: Worker | null = null;
  #isClosed = false;
  #startedAt = 0;
  #restartMs = RESTART_MIN_MS;
  #restart: NodeJS.Timeout | null = null;
  #deadline: NodeJS.Timeout | null = null;

  constructor(parts: WorkerLineParts) {
    this.#parts = parts;
    this.#start();
  }

  /** The thread's number; tests end it by that. */
  get worker(): Worker | null {
    return this.#worker;
  }

  /** False while there is no worker: the message is dropped. */
  send(message: ToWorker): boolean {
    if (!this.#worker) return false;
    this.#worker.postMessage(message);
    if (!UNANSWERED.has(message.kind)) this.#awaitAnswer();
    return true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#restart) clearTimeout(this.#restart);
    this.#answered();
    await this.#worker?.terminate();
  }

  #start(): void {
    if (this.#isClosed) return;
    this.#startedAt = performance.now();
    const script = this.#parts.script ?? new URL('worker.ts', import.meta.url);
    const worker = new Worker(script, { name: 'estimates', resourceLimits: LIMITS });
    worker.unref();
    worker.on('message', (message: FromWorker) => {
      this.#answered();
      this.#parts.onMessage(message);
    });
    worker.on('error', (error) => this.#parts.onFault(error, 'estimates'));
    worker.on('exit', () => this.#ended(worker));
    this.#worker = worker;
    this.#parts.onFresh();
  }

  #ended(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#answered();
    if (this.#isClosed) return;
    const wasHealthy = performance.now() - this.#startedAt > HEALTHY_MS;
    this.#restartMs = wasHealthy ? RESTART_MIN_MS : Math.min(RESTART_MAX_MS, this.#restartMs * 2);
    this.#restart = setTimeout(() => this.#start(), this.#restartMs);
    this.#restart.unref();
  }

  #awaitAnswer(): void {
    if (this.#deadline) return;
    this.#deadline = setTimeout(() => {
      this.#parts.onFault(new Error('the worker does not answer'), 'estimates');
      void this.#worker?.terminate();
    }, ANSWER_DEADLINE_MS);
    this.#deadline.unref();
  }

  #answered(): void {
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#deadline = null;
  }
}
