/**
 * Questions to the worker that somebody waits for, each with a deadline; a few at a time. An answer
 * that comes too late, or never because the worker died, is null: whoever asked goes on without it.
 */
import type { AdviceAnswer, AdviceQuestion } from '../../shared/forecast/advise/questions.ts';
import type { ToWorker } from './messages.ts';
import type { SentBefore } from './snapshot-pages.ts';

/** Some hundred rollouts take a second or two on a slow machine. */
const ANSWER_WITHIN_MS = 20_000;
const OPEN_MAX = 8;

interface Open {
  readonly resolve: (answer: AdviceAnswer | null) => void;
  readonly timer: NodeJS.Timeout;
}

export class Questions {
  readonly #send: (message: ToWorker) => boolean;
  readonly #open = new Map<number, Open>();
  #lastId = 0;

  constructor(send: (message: ToWorker) => boolean) {
    this.#send = send;
  }

  /** The answer, or null: too many are asked, no worker, or none in time. */
  ask(question: AdviceQuestion, before?: SentBefore): Promise<AdviceAnswer | null> {
    if (this.#open.size >= OPEN_MAX) return Promise.resolve(null);
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answered(id, null), ANSWER_WITHIN_MS);
      timer.unref();
      this.#open.set(id, { resolve, timer });
      if (!this.#send({ kind: 'advice', id, question, ...(before && { before }) }))
        this.answered(id, null);
    });
  }

  answered(id: number, answer: AdviceAnswer | null): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    clearTimeout(open.timer);
    open.resolve(answer);
  }

  /** The worker is gone: nobody waits any longer. */
  giveUp(): void {
    for (const id of [...this.#open.keys()]) this.answered(id, null);
  }
}
