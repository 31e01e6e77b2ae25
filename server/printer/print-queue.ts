// One job at a time per printer, in the order of asking, and a memory of jobs already on paper.
// Promises: at most QUEUE_JOBS_MAX wait; a job whose bytes may have reached the paper is never
// sent again under its id, so a retry cannot make two valid tickets. A failed one may be retried.
// Surprise: the memory is this process's; beyond it the log decides what is printed again.

export const QUEUE_JOBS_MAX = 40;
export const REMEMBERED_JOBS_MAX = 500;

export type PrintQueue<Outcome> = {
  /** Runs `work` when its turn comes; null when the queue is full and nothing was done. */
  add(jobId: string, work: () => Promise<Outcome>): Promise<Outcome | null>;
};

/** A queue for one printer; `mayStand` tells of an outcome whether paper may bear the job. */
export function printQueue<Outcome>(mayStand: (outcome: Outcome) => boolean): PrintQueue<Outcome> {
  const jobs = new Map<string, Promise<Outcome>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  return {
    async add(jobId, work) {
      const known = jobs.get(jobId);
      if (known) return known;
      if (waiting >= QUEUE_JOBS_MAX) return null;
      waiting += 1;
      const turn = last.then(work).finally(() => (waiting -= 1));
      last = turn.catch(() => undefined);
      jobs.set(jobId, turn);
      forgetOldest(jobs);
      const forget = () => jobs.delete(jobId);
      turn.then((outcome) => mayStand(outcome) || forget(), forget);
      return turn;
    },
  };
}

function forgetOldest(jobs: Map<string, unknown>): void {
  const oldest = jobs.keys().next().value;
  if (jobs.size > REMEMBERED_JOBS_MAX && oldest !== undefined) jobs.delete(oldest);
}
