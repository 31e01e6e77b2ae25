/**
 * What a run says: lines on the standard output, and one line of progress on the standard error, kept
 * up to date, where that is a terminal. So neither a file nor a pipe ever holds a bar.
 */

const BAR_WIDTH = 28;
const EVERY_MS = 100;
const CLEAR = '\r\u001b[2K';

export interface Screen {
  readonly say: (line: string) => void;
  /** A part of the work, 0 to 1; shown on a terminal only. */
  readonly progress: (what: string, share: number) => void;
}

/** A stream as far as it is needed here. */
export interface Paper {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The screen of a process: its lines, its bar. */
export function screenOn(out: Paper = process.stdout, bar: Paper = process.stderr): Screen {
  let shownMs = -Infinity;
  let isShown = false;
  const clear = () => {
    if (isShown) bar.write(CLEAR);
    isShown = false;
  };
  return {
    say: (line) => {
      clear();
      out.write(`${line}\n`);
    },
    progress: (what, share) => {
      const nowMs = performance.now();
      if (bar.isTTY !== true || (nowMs - shownMs < EVERY_MS && share < 1)) return;
      shownMs = nowMs;
      clear();
      if (share >= 1) return;
      const full = Math.round(Math.max(0, share) * BAR_WIDTH);
      bar.write(`${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${what}`);
      isShown = true;
    },
  };
}
