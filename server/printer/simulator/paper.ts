// The simulator's paper: takes characters and commands and keeps the lines of the present ticket.
// Assumes the characters arrive as bytes; Chinese ones count only while FS & is on, as in a printer.
// Promises at most LINES_MAX lines for a ticket; the rest is dropped.
import type { Align, ReadLine, ReadSpan, ReadTicket } from './read-ticket.ts';

const LINES_MAX = 500;
const UNKNOWN_MAX = 50;
const SPACING_DOTS = 30;

type Style = { width: number; height: number; bold: boolean };
type Raster = Omit<Extract<ReadLine, { kind: 'raster' }>, 'kind' | 'align'>;
type Qr = { content: string; moduleDots: number; level: 'L' | 'M' | 'Q' | 'H' };

export class Paper {
  style: Style = { width: 1, height: 1, bold: false };
  align: Align = 'left';
  spacingDots = SPACING_DOTS;
  isChinese = false;
  qr: Qr = { content: '', moduleDots: 3, level: 'L' };
  readonly #onCut: (ticket: Omit<ReadTicket, 'bytes'>) => void;
  #lines: ReadLine[] = [];
  #spans: ReadSpan[] = [];
  #unknown: string[] = [];

  constructor(onCut: (ticket: Omit<ReadTicket, 'bytes'>) => void) {
    this.#onCut = onCut;
  }

  /** True when nothing is printed since the last cut. */
  get isBlank(): boolean {
    return this.#lines.length === 0 && this.#spans.length === 0;
  }

  reset(): void {
    this.style = { width: 1, height: 1, bold: false };
    this.align = 'left';
    this.spacingDots = SPACING_DOTS;
    this.isChinese = false;
    this.#spans = [];
  }

  write(char: string): void {
    const last = this.#spans.at(-1);
    const { width, height, bold } = this.style;
    if (last && last.width === width && last.height === height && last.bold === bold) {
      this.#spans[this.#spans.length - 1] = { ...last, text: last.text + char };
    } else this.#spans.push({ text: char, width, height, bold });
  }

  newLine(): void {
    const { align, spacingDots } = this;
    this.#add({ kind: 'text', align, spacingDots, spans: this.#spans });
    this.#spans = [];
  }

  feed(dots: number): void {
    this.#endLine();
    if (dots > 0) this.#add({ kind: 'feed', dots });
  }

  feedLines(lines: number): void {
    this.#endLine();
    this.feed(lines * this.spacingDots);
  }

  printQr(): void {
    this.#endLine();
    this.#add({ kind: 'qr', align: this.align, ...this.qr });
  }

  printRaster(raster: Raster): void {
    this.#endLine();
    this.#add({ kind: 'raster', align: this.align, ...raster });
  }

  note(unknown: string): void {
    if (this.#unknown.length < UNKNOWN_MAX) this.#unknown.push(unknown);
  }

  cut(): void {
    this.#finish(true);
  }

  /** What stands on the paper when the connection broke off. */
  breakOff(): void {
    if (!this.isBlank) this.#finish(false);
  }

  #finish(isCut: boolean): void {
    this.#endLine();
    const ticket = { lines: this.#lines, isCut, unknown: this.#unknown };
    this.#lines = [];
    this.#unknown = [];
    this.#onCut(ticket);
  }

  #endLine(): void {
    if (this.#spans.length > 0) this.newLine();
  }

  #add(line: ReadLine): void {
    if (this.#lines.length < LINES_MAX) this.#lines.push(line);
  }
}
