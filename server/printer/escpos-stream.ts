// A thin layer over the escpos package: it collects the bytes of one job and sends nothing.
// Text, alignment, line feeds and the cut are the package's; the rest is written here as Buffers,
// because the package turns control bytes from 0x80 up into UTF-8, resets bold with every size
// (ESC !, which many Chinese printers ignore for Chinese text), and speaks an old dialect of QR.
// Surprise: its cut feeds by line feeds first, so the lines must end at size 1.
import escpos from 'escpos';
import type { Adapter } from 'escpos';

const ENCODING = 'GB18030';
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const QR_BYTES_MAX = 1_000;

export type EscposStream = {
  text(line: string): void;
  align(align: 'left' | 'center'): void;
  size(width: number, height: number): void;
  bold(on: boolean): void;
  feedDots(dots: number): void;
  qr(content: string, moduleDots: number): void;
  /** Feeds past the knife, cuts, and gives all bytes of the job. */
  finish(): Buffer;
};

/** Starts a job: the printer is reset and set to Chinese characters. */
export function escposStream(): EscposStream {
  const chunks: Buffer[] = [];
  const sink: Adapter = {
    open: () => sink,
    write(data, done) {
      chunks.push(Buffer.from(data));
      done();
      return sink;
    },
  };
  const printer = new escpos.Printer(sink, { encoding: ENCODING });
  const raw = (...bytes: number[]) => void printer.print(Buffer.from(bytes));
  const qrFunction = (fn: number, ...parameters: number[]) => {
    const length = parameters.length + 2;
    raw(GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, fn, ...parameters);
  };

  raw(ESC, 0x40, FS, 0x26);
  return {
    text: (line) => void printer.text(line),
    align: (align) => void printer.align(align === 'center' ? 'CT' : 'LT'),
    size: (width, height) => raw(GS, 0x21, ((width - 1) << 4) | (height - 1)),
    bold: (on) => raw(ESC, 0x45, on ? 1 : 0),
    feedDots: (dots) => raw(ESC, 0x4a, Math.min(255, dots)),
    qr(content, moduleDots) {
      const bytes = Buffer.from(content, 'latin1').subarray(0, QR_BYTES_MAX);
      qrFunction(0x41, 0x32, 0); // model 2
      qrFunction(0x43, moduleDots);
      qrFunction(0x45, 0x31); // correction level M
      qrFunction(0x50, 0x30, ...bytes);
      qrFunction(0x51, 0x30);
    },
    finish() {
      printer.cut(true, 4);
      printer.flush(() => undefined);
      return Buffer.concat(chunks);
    },
  };
}
