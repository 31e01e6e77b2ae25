/**
 * From what a slip says to the lines of its paper. The title is the largest thing, then what to do
 * and until when; the ticket's number stands small, for a slip must not pass for a ticket.
 */
import { slipText } from '../../shared/text/slip.ts';
import type { PrintedSlip } from '../../shared/views/printed-slip.ts';
import type { PaperLine, PaperMm } from './paper-lines.ts';
import {
  gap,
  heading,
  listLines,
  note,
  PAPER_COLUMNS,
  qrLines,
  rule,
  textLine,
  titleLines,
} from './paper-lines.ts';
import { printable } from './printable-text.ts';
import { wrapText } from './line-wrap.ts';

/** As many as a case can lack: a one-time notice leaves nothing out. */
export const MISSING_MAX = 30;
/** A name whole, however long its field may be. */
const NAME_LINES_MAX = 30;

/** The slip's lines from top to bottom; the cut follows by itself. */
export function layoutSlip(slip: PrintedSlip, paperMm: PaperMm): PaperLine[] {
  const columns = PAPER_COLUMNS[paperMm];
  const text = slipText[slip.language];
  const say = (words: string) => printable(words, slip.language);
  const inMiddle = (words: string) => note(say(words), columns);
  const line = (words: string) => wrapText(say(words), columns).map((part) => textLine(part, {}));
  const place = [`${text.number} ${slip.number}`, ...windowOf(slip)];
  return [
    ...note(say(slip.hallName), columns, true),
    rule(columns),
    ...titleLines(say(text.titles[slip.kind]), columns),
    gap(12),
    ...inMiddle(text.leads[slip.kind]),
    rule(columns),
    ...heading(say(text.item)),
    ...line(slip.itemName),
    ...missingLines(slip, columns, say),
    ...reasonLines(slip, line, say),
    ...dateLines(slip, columns, say),
    rule(columns),
    ...inMiddle(text.keep[slip.kind]),
    ...qrLines(slip.qrUrl, inMiddle(text.scan)),
    rule(columns),
    ...inMiddle(`${text.caseNo} ${slip.caseText}`),
    ...inMiddle(place.join('  ')),
    ...inMiddle(slip.atText),
  ];
}

function windowOf({ window, language }: PrintedSlip): string[] {
  return window === null ? [] : [slipText[language].window(window)];
}

type Say = (words: string) => string;

function missingLines(slip: PrintedSlip, columns: number, say: Say): PaperLine[] {
  const { missing, language } = slip;
  if (missing.length === 0) return [];
  const text = slipText[language];
  const list = {
    ...{ names: missing.map(say), bullet: '□', namesMax: MISSING_MAX, linesMax: NAME_LINES_MAX },
    more: (count: number) => say(text.more(count)),
  };
  return [gap(16), ...heading(say(text.missing(missing.length))), ...listLines(list, columns)];
}

function reasonLines(
  { reasonText, language }: PrintedSlip,
  line: (words: string) => PaperLine[],
  say: Say,
): PaperLine[] {
  if (reasonText === undefined) return [];
  return [gap(16), ...heading(say(slipText[language].reason)), ...line(reasonText)];
}

/** Until when to supply, when it is done, when it can be fetched: what a visitor looks for. */
function dateLines(slip: PrintedSlip, columns: number, say: Say): PaperLine[] {
  const text = slipText[slip.language];
  const dates = [
    ...(slip.supplyByText === undefined ? [] : [text.supplyBy(slip.supplyByText)]),
    ...(slip.dueOnText === undefined ? [] : [text.dueOn(slip.dueOnText)]),
    ...(slip.readyAtText === undefined ? [] : [text.readyAt(slip.readyAtText)]),
  ];
  return dates.flatMap((words) => [gap(16), ...titleLines(say(words), columns)]);
}
