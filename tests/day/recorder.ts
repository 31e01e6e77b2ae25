/** Keeps what was really seen; the one mutable place from which the history is made at the end. */
import type { Forgery, Paper, Press, ScreenHistory, SeenAnswer } from './history.ts';

export class Recorder {
  readonly presses: Press[] = [];
  readonly forgeries: Forgery[] = [];
  readonly screens: ScreenHistory[] = [];
  readonly papers: Paper[] = [];
  readonly killsMs: number[] = [];
  /** Things that went wrong on the driver's side; told at the end, never swallowed. */
  readonly troubles: string[] = [];
  papersUnseen = 0;

  press(row: Omit<Press, 'answers' | 'troubled'>): Press {
    const press: Press = { ...row, answers: [], troubled: false };
    this.presses.push(press);
    return press;
  }

  answered(press: Press, answer: SeenAnswer): void {
    press.answers.push(answer);
  }

  trouble(what: string): void {
    if (this.troubles.length < 200) this.troubles.push(what);
  }
}
