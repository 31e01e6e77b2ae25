// From what a ticket says to the lines of its paper: sizes, breaks and order, without any bytes.
// Assumes a printer of 8 dots a millimetre: a column is 12 dots, a row 24.
// Promises that no line is wider than the paper and that the number is the largest thing on it;
// lists have limits, and what is left out is counted on the paper.
import { correction, generate } from 'lean-qr';
import type { PrintedTicket } from '../../shared/views/printed-ticket.ts';
import { windowsText } from '../../shared/views/printed-ticket.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import { limitLines, wrapEvenly, wrapText } from './line-wrap.ts';
import { columnsOf, printable } from './printable-text.ts';

export type PaperMm = 58 | 80;
export const PAPER_COLUMNS: Readonly<Record<PaperMm, number>> = { 58: 32, 80: 48 };

export const ITEMS_MAX = 6;
export const MATERIALS_MAX = 8;
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
export type TicketLine =
  | TextLine
  | { readonly kind: 'gap'; readonly dots: number }
  | { readonly kind: 'qr'; readonly content: string; readonly moduleDots: number };

/** The paper's lines from top to bottom; the cut follows by itself. */
export function layoutTicket(ticket: PrintedTicket, paperMm: PaperMm): TicketLine[] {
  const columns = PAPER_COLUMNS[paperMm];
  const text = ticketText[ticket.language];
  const say = (words: string) => printable(words, ticket.language);
  const title = (words: string) => titleLines(say(words), columns);
  const note = (words: string) =>
    wrapEvenly(say(words), columns).map((line) => textLine(line, { align: 'center' }));

  const place = [
    ...title(ticket.zoneName),
    gap(12),
    ...title(windowsText(ticket.windows, ticket.language)),
    ...(ticket.wayText ? [gap(12), ...note(ticket.wayText)] : []),
  ];
  const wait = [text.peopleAhead(ticket.peopleAhead)];
  if (ticket.waitText) wait.push(text.wait(ticket.waitText));

  return [
    ...wrapEvenly(say(ticket.hallName), columns).map((line) =>
      textLine(line, { align: 'center', bold: true }),
    ),
    rule(columns),
    ...reprintLines(ticket, columns),
    textLine(say(text.yourNumber), { align: 'center' }),
    gap(8),
    ...numberLines(say(ticket.number), columns),
    gap(24),
    ...place,
    rule(columns),
    ...heading(say(text.items)),
    ...listLines(ticket.itemNames.map(say), '·', ITEMS_MAX, columns, text.more, say),
    gap(16),
    ...wait.flatMap((line) => [...title(line), gap(8)]),
    rule(columns),
    ...qrLines(ticket.qrUrl, note(text.scan)),
    ...note(text.noPhone),
    ...materialLines(ticket, columns, say),
    rule(columns),
    ...note(text.missed),
    textLine(say(`${text.issuedAt} ${ticket.issuedAtText}`), { align: 'center' }),
  ];
}

/** The code and what it is for; an address that no phone could read is left out with its hint. */
function qrLines(url: string, hint: readonly TicketLine[]): TicketLine[] {
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

function reprintLines(ticket: PrintedTicket, columns: number): TicketLine[] {
  if (!ticket.reprint) return [];
  const text = ticketText[ticket.language];
  const note = wrapEvenly(text.reprintNote, columns);
  return [
    textLine(text.reprint, { align: 'center', width: 2, height: 2, bold: true }),
    gap(8),
    ...note.map((line) => textLine(line, { align: 'center' })),
    gap(10),
  ];
}

/** Four times as large; a number that would not fit is made smaller, never cut. */
function numberLines(number: string, columns: number): TicketLine[] {
  let scale = NUMBER_SCALE;
  while (scale > 1 && columnsOf(number) * scale > columns) scale -= 1;
  return wrapText(number, Math.floor(columns / scale)).map((line) =>
    textLine(line, { align: 'center', width: scale, height: NUMBER_SCALE, bold: true }),
  );
}

/** Twice as large in one or two lines, else twice as high in as many as it takes. */
function titleLines(words: string, columns: number): TicketLine[] {
  const large = wrapEvenly(words, Math.floor(columns / 2));
  const isLarge = large.length <= 2;
  const lines = isLarge ? large : wrapEvenly(words, columns);
  const width = isLarge ? 2 : 1;
  return lines.map((line) => textLine(line, { align: 'center', width, height: 2, bold: true }));
}

function heading(words: string): TicketLine[] {
  return [textLine(words, { bold: true }), gap(4)];
}

function listLines(
  names: readonly string[],
  bullet: string,
  namesMax: number,
  columns: number,
  more: (count: number) => string,
  say: (words: string) => string,
): TicketLine[] {
  const lines: TicketLine[] = [];
  const lead = `${bullet} `;
  const indent = ' '.repeat(columnsOf(lead));
  const room = columns - indent.length;
  for (const name of names.slice(0, namesMax)) {
    const wrapped = limitLines(wrapEvenly(name, room), NAME_LINES_MAX, room);
    wrapped.forEach((line, at) => lines.push(textLine((at === 0 ? lead : indent) + line, {})));
  }
  if (names.length > namesMax) {
    lines.push(
      ...wrapText(say(more(names.length)), room).map((line) => textLine(indent + line, {})),
    );
  }
  return lines;
}

function materialLines(
  ticket: PrintedTicket,
  columns: number,
  say: (words: string) => string,
): TicketLine[] {
  if (ticket.materials.length === 0) return [];
  const text = ticketText[ticket.language];
  const names = ticket.materials.map(say);
  const list = listLines(names, '□', MATERIALS_MAX, columns, text.moreByCode, say);
  return [rule(columns), ...heading(say(text.bring)), ...list];
}

function gap(dots: number): TicketLine {
  return { kind: 'gap', dots };
}

function rule(columns: number): TicketLine {
  return textLine('-'.repeat(columns), {});
}

function textLine(text: string, form: Partial<Omit<TextLine, 'kind' | 'text'>>): TextLine {
  return { kind: 'text', text, width: 1, height: 1, align: 'left', bold: false, ...form };
}
