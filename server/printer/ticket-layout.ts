/**
 * From what a ticket says to the lines of its paper: sizes, breaks and order, without any bytes.
 * Promises that the number is the largest thing on it, and that nothing personal stands there; lists
 * have limits, and what is left out is counted on the paper.
 */
import type { PrintedTicket } from '../../shared/views/printed-ticket.ts';
import { isLeftChinese, windowsText } from '../../shared/views/printed-words.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import type { PaperLine, PaperMm } from './paper-lines.ts';
import {
  gap,
  heading,
  listLines,
  note,
  numberLines,
  PAPER_COLUMNS,
  qrLines,
  rule,
  textLine,
  titleLines,
} from './paper-lines.ts';
import { printable } from './printable-text.ts';

export const ITEMS_MAX = 6;
export const MATERIALS_MAX = 8;

/** The paper's lines from top to bottom; the cut follows by itself. */
export function layoutTicket(ticket: PrintedTicket, paperMm: PaperMm): PaperLine[] {
  const columns = PAPER_COLUMNS[paperMm];
  const text = ticketText[ticket.language];
  const say = (words: string) => printable(words, ticket.language);
  const inMiddle = (words: string) => note(say(words), columns);
  return [
    ...note(say(ticket.hallName), columns, true),
    rule(columns),
    ...reprintLines(ticket, columns),
    textLine(say(text.yourNumber), { align: 'center' }),
    gap(8),
    ...numberLines(say(ticket.number), columns),
    ...(ticket.carriedText ? [gap(8), ...note(say(ticket.carriedText), columns, true)] : []),
    gap(24),
    ...placeLines(ticket, columns, say),
    rule(columns),
    ...heading(say(text.items)),
    ...listLines(
      {
        ...{ names: ticket.itemNames.map(say), bullet: '·', namesMax: ITEMS_MAX },
        more: (count) => say(text.more(count)),
      },
      columns,
    ),
    ...(ticket.serviceText ? note(say(ticket.serviceText), columns) : []),
    gap(16),
    ...whenLines(ticket, columns, say),
    rule(columns),
    ...qrLines(ticket.qrUrl, inMiddle(text.scan)),
    ...inMiddle(text.noPhone),
    ...materialLines(ticket, columns, say),
    rule(columns),
    ...inMiddle(ticket.missText ?? text.missed),
    textLine(say(`${text.issuedAt} ${ticket.issuedAtText}`), { align: 'center' }),
  ];
}

type Say = (words: string) => string;

/** Zone, windows, floor and way. */
function placeLines(ticket: PrintedTicket, columns: number, say: Say): PaperLine[] {
  const { zoneName, windows, language, wayText } = ticket;
  return [
    ...titleLines(say(zoneName), columns),
    gap(12),
    ...titleLines(say(windowsText(windows, language)), columns),
    ...(wayText ? [gap(12), ...note(say(wayText), columns)] : []),
  ];
}

/** The booked time or when a result is there, who comes first, and the wait. */
function whenLines(ticket: PrintedTicket, columns: number, say: Say): PaperLine[] {
  const text = ticketText[ticket.language];
  const lines = [
    ...(ticket.whenText ? [ticket.whenText] : []),
    text.peopleAhead(ticket.peopleAhead),
    ...(ticket.waitText ? [ticket.waitText] : []),
  ];
  return lines.flatMap((line) => [...titleLines(say(line), columns), gap(8)]);
}

function reprintLines(ticket: PrintedTicket, columns: number): PaperLine[] {
  if (!ticket.reprint) return [];
  const text = ticketText[ticket.language];
  return [
    textLine(text.reprint, { align: 'center', width: 2, height: 2, bold: true }),
    gap(8),
    ...note(text.reprintNote, columns),
    gap(10),
  ];
}

function materialLines(ticket: PrintedTicket, columns: number, say: Say): PaperLine[] {
  if (ticket.materials.length === 0) return [];
  const text = ticketText[ticket.language];
  const list = {
    ...{ names: ticket.materials.map(say), bullet: '□', namesMax: MATERIALS_MAX },
    more: (count: number) => say(text.moreByCode(count)),
  };
  const chinese = isLeftChinese(ticket.materials.slice(0, MATERIALS_MAX), ticket.language);
  return [
    ...[rule(columns), ...heading(say(text.bring)), ...listLines(list, columns)],
    ...(chinese ? note(say(text.chineseNames), columns) : []),
  ];
}
