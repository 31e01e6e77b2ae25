/** Keeps what was really seen; the one mutable place from which the history is made at the end. */
import type { Forgery, Paper, Press, ScreenHistory, SeenAnswer } from './history.ts';

export class Recorder {
  readonly presses: Press[] = [];
  readonly forgeries: Forgery[] = [];
  readonly screens: ScreenHistory[] = [];
  readonly papers: Paper[] = [];
  readonly killsMs: number[] = [];
  readonly topicsRefused: string[] = [];
  /** Things that went wrong on the driver's side; told at the end, never swallowed. */
  readonly troubles: string[] = [];
  /** Arrivals that a phone saw change. */
  readonly arrivalsChanged: string[] = [];
  papersUnseen = 0;
  /** Tickets that visitors have wanted besides the first one of each, less those not needed. */
  ticketsMore = 0;
  /** What happened that no event tells, by its name: `refused early`. */
  readonly happened = new Map<string, number>();
  #nextPress: (() => void)[] = [];

  press(row: Omit<Press, 'answers' | 'failures'>): Press {
    const press: Press = { ...row, answers: [], failures: [] };
    this.presses.push(press);
    for (const tell of this.#nextPress.splice(0)) tell();
    return press;
  }

  /** Resolves when somebody presses a button, at most after `waitMs`. */
  nextPress(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.#nextPress.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  answered(press: Press, answer: SeenAnswer): void {
    press.answers.push(answer);
  }

  /** Counts something that the stream does not tell. */
  count(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }

  trouble(what: string): void {
    if (this.troubles.length < 200) this.troubles.push(what);
  }
}
