// A ticket as thermal paper would show it: an SVG in printer dots, every character in its cell.
// Assumes 8 dots a millimetre, 12 × 24 dots for an ASCII character and 24 × 24 for the others.
// Promises column-true places with any font; text that is too wide wraps as in a printer.
// Surprise: no font is embedded; 'Noto Sans SC' or the system's Chinese font fills the cells.
import type { PaperMm } from '../paper-lines.ts';
import { PAPER_COLUMNS } from '../paper-lines.ts';
import { qrPath, rasterPath } from './dot-path.ts';
import type { ReadLine, ReadSpan, ReadTicket } from './read-ticket.ts';

const CELL_DOTS = 12;
const ROW_DOTS = 24;
const TOP_DOTS = 28;
const PAPER_DOTS: Readonly<Record<PaperMm, number>> = { 58: 464, 80: 640 };
const TOOTH_DOTS = 8;
const INK = '#1c1c1e';
const PAPER = '#fefdf9';
const CHINESE = "'Noto Sans SC','Noto Sans SC Variable','Noto Sans CJK SC',sans-serif";
const LATIN = "'Noto Sans Mono','DejaVu Sans Mono',monospace";

type Cell = ReadSpan & { readonly columns: number };

/** The picture's SVG text; 58 mm is 464 dots wide, 80 mm 640. */
export function ticketPicture(ticket: ReadTicket, paperMm: PaperMm): string {
  const columns = PAPER_COLUMNS[paperMm];
  const widthDots = PAPER_DOTS[paperMm];
  const left = (widthDots - columns * CELL_DOTS) / 2;
  const marks: string[] = [];
  let y = TOP_DOTS;
  for (const line of ticket.lines) {
    const drawn = drawLine(line, columns, left, y);
    marks.push(...drawn.marks);
    y += drawn.heightDots;
  }
  const height = Math.ceil(y) + TOOTH_DOTS;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthDots} ${height}"`,
    ` width="${widthDots}" height="${height}" fill="${INK}" font-family="${CHINESE}">`,
    `<path fill="${PAPER}" d="${outline(widthDots, height, ticket.isCut)}"/>`,
    ...marks,
    '</svg>',
  ].join('\n');
}

type Drawn = { readonly marks: string[]; readonly heightDots: number };

function drawLine(line: ReadLine, columns: number, left: number, y: number): Drawn {
  if (line.kind === 'feed') return { marks: [], heightDots: line.dots };
  const room = columns * CELL_DOTS;
  const place = (width: number, align: typeof line.align) =>
    left + (align === 'left' ? 0 : (room - width) / (align === 'center' ? 2 : 1));
  if (line.kind === 'text') return drawText(line, columns, y, place);
  const shape =
    line.kind === 'qr' ? qrPath(line.content, line.level, line.moduleDots) : rasterPath(line);
  const x = place(shape.widthDots, line.align);
  const mark = `<path transform="translate(${x} ${y})" d="${shape.path}"/>`;
  return { marks: [mark], heightDots: shape.heightDots };
}

function drawText(
  line: Extract<ReadLine, { kind: 'text' }>,
  columns: number,
  y: number,
  place: (width: number, align: 'left' | 'center' | 'right') => number,
): Drawn {
  const marks: string[] = [];
  let heightDots = 0;
  for (const row of rowsOf(line.spans, columns)) {
    const width = row.reduce((sum, cell) => sum + cell.columns, 0) * CELL_DOTS;
    const rowDots = Math.max(ROW_DOTS, ...row.map((cell) => cell.height * ROW_DOTS));
    const isProse = row.some((cell) => /[a-z]/.test(cell.text));
    let x = place(width, line.align);
    for (const run of runsOf(row)) {
      marks.push(drawRun(run, x, y + heightDots + rowDots, isProse));
      x += run.columns * CELL_DOTS;
    }
    heightDots += Math.max(line.spacingDots, rowDots);
  }
  return { marks, heightDots };
}

/** A run is anchored at its lower left corner and scaled as the printer scales its dots. */
function drawRun(run: Cell, x: number, bottom: number, isProse: boolean): string {
  if (run.text.trim() === '') return '';
  const widthDots = run.columns * CELL_DOTS;
  if (/^-{4,}$/.test(run.text)) {
    const y = bottom - ROW_DOTS / 2;
    const dash = 'stroke-width="2" stroke-dasharray="7 5"';
    return `<path d="M${x} ${y}h${widthDots}" stroke="${INK}" ${dash}/>`;
  }
  const isMono = isProse && run.text < '\u0080';
  const size = run.text > '\u0080' ? 23 : isMono ? 20 : 21;
  const family = isMono ? ` font-family="${LATIN}"` : '';
  const weight = run.bold ? ' font-weight="700"' : '';
  return (
    `<text transform="translate(${x} ${bottom}) scale(${run.width} ${run.height})" y="-4.5"` +
    ` font-size="${size}"${family}${weight} textLength="${widthDots / run.width}"` +
    ` lengthAdjust="spacingAndGlyphs">${escapeXml(run.text)}</text>`
  );
}

/** Breaks at the edge of the paper, character by character. */
function rowsOf(spans: readonly ReadSpan[], columns: number): Cell[][] {
  const rows: Cell[][] = [[]];
  let used = 0;
  for (const span of spans) {
    for (const char of span.text) {
      const cell = { ...span, text: char, columns: (char < '\u0080' ? 1 : 2) * span.width };
      if (used + cell.columns > columns) {
        rows.push([]);
        used = 0;
      }
      rows.at(-1)?.push(cell);
      used += cell.columns;
    }
  }
  return rows;
}

/** Joins cells that one font and one size can draw together; spaces stand alone. */
function runsOf(cells: readonly Cell[]): Cell[] {
  const runs: Cell[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const isSame =
      last &&
      kindOf(last.text) === kindOf(cell.text) &&
      last.width === cell.width &&
      last.height === cell.height &&
      last.bold === cell.bold;
    if (isSame) {
      const columns = last.columns + cell.columns;
      runs[runs.length - 1] = { ...last, text: last.text + cell.text, columns };
    } else runs.push(cell);
  }
  return runs;
}

function kindOf(text: string): 'space' | 'latin' | 'wide' {
  return text.startsWith(' ') ? 'space' : text < '\u0080' ? 'latin' : 'wide';
}

/** Straight where the paper came out, toothed where it was cut, open-ended where it broke off. */
function outline(width: number, height: number, isCut: boolean): string {
  if (!isCut) return `M0 0H${width}V${height}H0Z`;
  const teeth = Math.round(width / (TOOTH_DOTS * 2));
  const step = width / teeth / 2;
  return `M0 0H${width}V${height}${`l${-step} ${-TOOTH_DOTS}l${-step} ${TOOTH_DOTS}`.repeat(teeth)}Z`;
}

function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return text.replace(/[&<>"]/g, (char) => `&${names[char] ?? ''};`);
}
