/**
 * When a clerk pauses: a short break in each half of the day, and lunch, which begins when the
 * morning's visitors are served. Asked with the day's pace; knows nothing of the server.
 */
import type { Random } from '../../shared/base/seeded-random.ts';
import type { PauseReason } from '../../shared/hall/command-words.ts';
import { between } from './chance.ts';

const MINUTE_MS = 60_000;

export interface Pause {
  readonly reason: PauseReason;
  readonly untilAt: number;
}

export interface Session {
  readonly openAt: number;
  readonly closeAt: number;
}

export class Breaks {
  readonly #sessions: readonly Session[];
  #planned: { readonly fromAt: number; readonly minutes: number }[];
  #untilAt = 0;

  constructor(sessions: readonly Session[], random: Random) {
    this.#sessions = sessions;
    this.#planned = sessions.map(({ openAt, closeAt }) => ({
      fromAt: between(random, openAt + 40 * MINUTE_MS, closeAt - 60 * MINUTE_MS),
      minutes: between(random, 5, 12),
    }));
  }

  /** The pause that begins now, or null; somebody waiting may put lunch off, never a break. */
  due(now: number, isPutOff: () => boolean): Pause | null {
    const lunch = this.#betweenSessions(now);
    if (lunch) return isPutOff() ? null : this.#begin('lunch', lunch.openAt);
    const planned = this.#planned.find(({ fromAt }) => fromAt <= now);
    if (!planned) return null;
    this.#planned = this.#planned.filter((row) => row !== planned);
    return this.#begin('break', now + planned.minutes * MINUTE_MS);
  }

  isOver(now: number): boolean {
    return now >= this.#untilAt;
  }

  #begin(reason: PauseReason, untilAt: number): Pause {
    this.#untilAt = untilAt;
    return { reason, untilAt };
  }

  /** The next session when one is over and the next has not begun. */
  #betweenSessions(now: number): Session | undefined {
    const next = this.#sessions.find(({ openAt }) => now < openAt);
    const before = this.#sessions.some(({ closeAt }) => closeAt <= now);
    return before ? next : undefined;
  }
}
