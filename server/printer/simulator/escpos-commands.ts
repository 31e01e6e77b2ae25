// The ESC/POS commands that the simulator knows, as a table: their bytes, the length of their
// parameters, and what they do to the paper. Written from the command reference, not from our
// encoder, so that the two check each other.
import type { Paper } from './paper.ts';

const LEVELS = ['L', 'M', 'Q', 'H'] as const;

export type Command = {
  /** Bytes of parameters; null while too few are there to know. */
  readonly length: (rest: Buffer) => number | null;
  readonly run: (paper: Paper, parameters: Buffer) => void;
};

const fixed = (length: number, run: Command['run']): Command => ({ length: () => length, run });
const ignored = (length: number): Command => fixed(length, () => undefined);
const at = (bytes: Buffer, index: number): number => bytes[index] ?? 0;

const cut: Command = {
  length: (rest) => (rest.length < 1 ? null : at(rest, 0) >= 65 ? 2 : 1),
  run: (paper, parameters) => {
    paper.feed(at(parameters, 1));
    paper.cut();
  },
};

const sized: Command = {
  length: (rest) => (rest.length < 3 ? null : 3 + at(rest, 1) + at(rest, 2) * 256),
  run(paper, parameters) {
    if (at(parameters, 0) !== 0x6b || at(parameters, 3) !== 0x31) {
      paper.note(`GS ( ${at(parameters, 0)}`);
      return;
    }
    const value = at(parameters, 5);
    switch (at(parameters, 4)) {
      case 0x41:
        if (value !== 0x32) paper.note(`QR model ${value}`);
        return;
      case 0x43:
        paper.qr.moduleDots = value;
        return;
      case 0x45:
        paper.qr.level = LEVELS[value - 0x30] ?? 'L';
        return;
      case 0x50:
        paper.qr.content = parameters.subarray(6).toString('utf8');
        return;
      case 0x51:
        paper.printQr();
        return;
      default:
        paper.note(`QR function ${at(parameters, 4)}`);
    }
  },
};

const raster: Command = {
  length(rest) {
    if (rest.length < 6) return null;
    return 6 + (at(rest, 2) + at(rest, 3) * 256) * (at(rest, 4) + at(rest, 5) * 256);
  },
  run(paper, parameters) {
    const mode = at(parameters, 1);
    paper.printRaster({
      widthBytes: at(parameters, 2) + at(parameters, 3) * 256,
      heightDots: at(parameters, 4) + at(parameters, 5) * 256,
      scaleX: mode & 1 ? 2 : 1,
      scaleY: mode & 2 ? 2 : 1,
      bits: Buffer.from(parameters.subarray(6)),
    });
  },
};

const ESC: Readonly<Record<string, Command>> = {
  '@': fixed(0, (paper) => paper.reset()),
  '!': fixed(1, (paper, n) => {
    paper.style.width = at(n, 0) & 0x20 ? 2 : 1;
    paper.style.height = at(n, 0) & 0x10 ? 2 : 1;
    paper.style.bold = (at(n, 0) & 0x08) !== 0;
  }),
  E: fixed(1, (paper, n) => (paper.style.bold = (at(n, 0) & 1) === 1)),
  G: fixed(1, (paper, n) => (paper.style.bold = (at(n, 0) & 1) === 1)),
  a: fixed(
    1,
    (paper, n) => (paper.align = (['left', 'center', 'right'] as const)[at(n, 0) % 48] ?? 'left'),
  ),
  J: fixed(1, (paper, n) => paper.feed(at(n, 0))),
  d: fixed(1, (paper, n) => paper.feedLines(at(n, 0))),
  2: fixed(0, (paper) => (paper.spacingDots = 30)),
  3: fixed(1, (paper, n) => (paper.spacingDots = at(n, 0))),
  i: fixed(0, (paper) => paper.cut()),
  m: fixed(0, (paper) => paper.cut()),
  '-': ignored(1),
  M: ignored(1),
  R: ignored(1),
  t: ignored(1),
  ' ': ignored(1),
  p: ignored(3),
};

const FS: Readonly<Record<string, Command>> = {
  '&': fixed(0, (paper) => (paper.isChinese = true)),
  '.': fixed(0, (paper) => (paper.isChinese = false)),
  '!': ignored(1),
  '-': ignored(1),
  W: ignored(1),
  S: ignored(2),
};

const GS: Readonly<Record<string, Command>> = {
  '!': fixed(1, (paper, n) => {
    paper.style.width = ((at(n, 0) >> 4) & 7) + 1;
    paper.style.height = (at(n, 0) & 7) + 1;
  }),
  V: cut,
  '(': sized,
  v: raster,
  B: ignored(1),
  L: ignored(2),
  W: ignored(2),
  a: ignored(1),
};

/** The command after a lead byte and its own byte, or undefined when this printer lacks it. */
export function commandOf(lead: number, code: number): Command | undefined {
  const table = { 0x1b: ESC, 0x1c: FS, 0x1d: GS }[lead];
  return table?.[String.fromCharCode(code)];
}
