/** The day on the terminal: one line kept up to date, or a line each half hour where it is no TTY. */
import { hallTime } from '../../shared/calendar/business-date.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

const LINE_EVERY_MS = 30 * 60_000;
const TTY_EVERY_WALL_MS = 250;

export class Progress {
  #lastAt = -Infinity;
  #lastWallMs = -Infinity;
  readonly #out: NodeJS.WriteStream;

  constructor(out: NodeJS.WriteStream = process.stdout) {
    this.#out = out;
  }

  /** Tells where the day stands; `at` is hall time. */
  tell(at: number, floor: FloorView | null): void {
    if (!floor) return;
    const line = `${hallTime(at)}  ${sums(floor)}`;
    if (this.#out.isTTY) {
      if (performance.now() - this.#lastWallMs < TTY_EVERY_WALL_MS) return;
      this.#lastWallMs = performance.now();
      this.#out.write(`\r\u001b[2K${line}`);
      return;
    }
    const slot = Math.floor(at / LINE_EVERY_MS);
    if (slot <= this.#lastAt) return;
    this.#lastAt = slot;
    this.#out.write(`${line}\n`);
  }

  /** The line that was kept up to date stays, and what follows begins below it. */
  end(): void {
    if (this.#out.isTTY) this.#out.write('\n');
  }

  /** A line of its own. */
  say(text: string): void {
    this.#out.write(this.#out.isTTY ? `\r\u001b[2K${text}\n` : `${text}\n`);
  }
}

function sums({ totals, strandedCount }: FloorView): string {
  const { issued, waiting, called, serving, done, noShow, abandoned } = totals;
  const stranded = strandedCount > 0 ? ` (${String(strandedCount)} stranded)` : '';
  return [
    `issued ${String(issued)}`,
    `waiting ${String(waiting)}${stranded}`,
    `called ${String(called)}`,
    `serving ${String(serving)}`,
    `done ${String(done)}`,
    `missed ${String(noShow)}`,
    `abandoned ${String(abandoned)}`,
  ].join('  ');
}
