/**
 * When the emergency message is to be said: at once when it is new, and again each minute while it
 * stands. Pure. While one stands no call is spoken; calls that still hold are spoken afterwards.
 */
import type { Emergency } from '../../hall/day.ts';

export const ALARM_EVERY_MS = 60_000;

export class AlarmTurn {
  current: Emergency | null = null;
  #saidAt = -Infinity;

  /** Takes the newest message; another one, or the same shown anew, is said at once. */
  see(emergency: Emergency | null): void {
    if (keyOf(emergency) !== keyOf(this.current)) this.#saidAt = -Infinity;
    this.current = emergency;
  }

  isDue(now: number): boolean {
    return this.current !== null && now - this.#saidAt >= ALARM_EVERY_MS;
  }

  /** It is being said now. */
  begins(now: number): void {
    this.#saidAt = now;
  }

  /** It could not be said whole: it is due again. */
  failed(): void {
    this.#saidAt = -Infinity;
  }
}

function keyOf(emergency: Emergency | null): string {
  return emergency === null ? '' : `${emergency.kind}/${String(emergency.shownAt)}`;
}
