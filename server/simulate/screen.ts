/** What a run says: lines, and on a terminal one line of progress that is kept up to date. */

const BAR_WIDTH = 28;
const EVERY_MS = 100;

export interface Screen {
  readonly say: (line: string) => void;
  /** A part of the work, 0 to 1; shown on a terminal only. */
  readonly progress: (what: string, share: number) => void;
}

/** The screen of a stream, normally the standard output. */
export function screenOn(out: NodeJS.WriteStream = process.stdout): Screen {
  let shownMs = -Infinity;
  const clear = out.isTTY ? '\r\u001b[2K' : '';
  return {
    say: (line) => out.write(`${clear}${line}\n`),
    progress: (what, share) => {
      const nowMs = performance.now();
      if (!out.isTTY || (nowMs - shownMs < EVERY_MS && share < 1)) return;
      shownMs = nowMs;
      const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
      out.write(share >= 1 ? clear : `${clear}${bar} ${what}`);
    },
  };
}
