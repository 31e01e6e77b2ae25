/**
 * The lines that papers are made of: text in sizes, gaps, rules, codes and lists. Assumes a printer
 * of 8 dots a millimetre: a column is 12 dots, a row 24. Promises that no line is wider than the
 * paper; words come in as data and are made printable here.
 */
import { correction, generate } from 'lean-qr';
import { limitLines, wrapEvenly, wrapText } from './line-wrap.ts';
import { columnsOf } from './printable-text.ts';

export type PaperMm = 58 | 80;
export const PAPER_COLUMNS: Readonly<Record<PaperMm, number>> = { 58: 32, 80: 48 };

const NAME_LINES_MAX = 3;
const QR_CHARS_MAX = 400;
const QR_DOTS = 232;
/** As the printer makes it, see escpos-stream. */
const QR_LEVEL = { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M };
const QR_MODULE_DOTS_MAX = 8;
const QR_MODULE_DOTS_MIN = 3;
const NUMBER_SCALE = 4;

export type TextLine = {
  readonly kind: 'text';
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly align: 'left' | 'center';
  readonly bold: boolean;
};
export type PaperLine =
  | TextLine
  | { readonly kind: 'gap'; readonly dots: number }
  | { readonly kind: 'qr'; readonly content: string; readonly moduleDots: number };

/** One line of text; left, plain and of size 1 unless said otherwise. */
export function textLine(text: string, form: Partial<Omit<TextLine, 'kind' | 'text'>>): TextLine {
  return { kind: 'text', text, width: 1, height: 1, align: 'left', bold: false, ...form };
}

export function gap(dots: number): PaperLine {
  return { kind: 'gap', dots };
}

export function rule(columns: number): PaperLine {
  return textLine('-'.repeat(columns), {});
}

/** A sentence in the middle, as even as its lines can be. */
export function note(words: string, columns: number, bold = false): PaperLine[] {
  return wrapEvenly(words, columns).map((line) => textLine(line, { align: 'center', bold }));
}

/** Twice as large in one or two lines, else twice as high in as many as it takes. */
export function titleLines(words: string, columns: number): PaperLine[] {
  const large = wrapEvenly(words, Math.floor(columns / 2));
  const isLarge = large.length <= 2;
  const lines = isLarge ? large : wrapEvenly(words, columns);
  const width = isLarge ? 2 : 1;
  return lines.map((line) => textLine(line, { align: 'center', width, height: 2, bold: true }));
}

/** Four times as large; a number that would not fit is made smaller, never cut. */
export function numberLines(number: string, columns: number, largest = NUMBER_SCALE): PaperLine[] {
  let scale = largest;
  while (scale > 1 && columnsOf(number) * scale > columns) scale -= 1;
  return wrapText(number, Math.floor(columns / scale)).map((line) =>
    textLine(line, { align: 'center', width: scale, height: largest, bold: true }),
  );
}

/** The words above a list. */
export function heading(words: string): PaperLine[] {
  return [textLine(words, { bold: true }), gap(4)];
}

export interface PaperList {
  readonly names: readonly string[];
  readonly bullet: string;
  /** More than these are counted, not named. */
  readonly namesMax: number;
  readonly more: (count: number) => string;
  /** A name in more lines ends with an ellipsis. */
  readonly linesMax?: number;
}

/** Names below one another, each with its bullet and its further lines indented. */
export function listLines(list: PaperList, columns: number): PaperLine[] {
  const { names, bullet, namesMax, more, linesMax = NAME_LINES_MAX } = list;
  const lines: PaperLine[] = [];
  const lead = `${bullet} `;
  const indent = ' '.repeat(columnsOf(lead));
  const room = columns - indent.length;
  for (const name of names.slice(0, namesMax)) {
    const wrapped = limitLines(wrapEvenly(name, room), linesMax, room);
    wrapped.forEach((line, at) => lines.push(textLine((at === 0 ? lead : indent) + line, {})));
  }
  if (names.length > namesMax) {
    lines.push(...wrapText(more(names.length), room).map((line) => textLine(indent + line, {})));
  }
  return lines;
}

/** The code and what it is for; an address that no phone could read is left out with its hint. */
export function qrLines(url: string, hint: readonly PaperLine[]): PaperLine[] {
  // Printable ASCII only, so that no byte of it can be a command.
  const content = url.replace(/[^\x21-\x7e]/g, '');
  if (content === '' || content.length > QR_CHARS_MAX) return [];
  return [gap(10), { kind: 'qr', content, moduleDots: qrModuleDots(content) }, gap(16), ...hint];
}

/** A module size that makes the code some 29 mm wide: readable by old phones, fits 58 mm paper. */
function qrModuleDots(content: string): number {
  const dots = Math.floor(QR_DOTS / generate(content, QR_LEVEL).size);
  return Math.min(QR_MODULE_DOTS_MAX, Math.max(QR_MODULE_DOTS_MIN, dots));
}
