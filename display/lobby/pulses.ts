/**
 * Which rows pulse: 12 s from the moment when a call or a recall reached this screen. Counted by
 * the screen's own clock, for a demo's hall may run sixty times as fast. A call that was old
 * already when the page started does not pulse.
 */
import type { LobbyCall } from '../../shared/views/lobby-board.ts';

export const PULSE_MS = 12_000;

export class Pulses {
  #until = new Map<number, number>();
  #date = '';
  #highest = 0;

  /** Takes the newest view's calls; `now` in ms of the screen's clock. */
  see(date: string, calls: readonly LobbyCall[], now: number, hallNow: number): void {
    const isFirst = this.#date === '';
    const highest = Math.max(0, ...calls.map((call) => call.callSeq));
    // Another day, or numbering that began anew: everything on it is new.
    if (date !== this.#date || highest < this.#highest) {
      this.#until.clear();
      this.#highest = 0;
    }
    for (const call of calls) {
      const isNew = call.callSeq > this.#highest && call.status === 'called';
      const isOld = isFirst && hallNow - call.lastCallAt > PULSE_MS;
      if (isNew && !isOld) this.#until.set(call.callSeq, now + PULSE_MS);
    }
    this.#date = date;
    this.#highest = highest;
  }

  isPulsing(callSeq: number, now: number): boolean {
    return (this.#until.get(callSeq) ?? 0) > now;
  }
}
