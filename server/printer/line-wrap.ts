// Wraps printable text by display width. English breaks at spaces, Chinese between characters,
// but a line neither starts with closing punctuation nor ends with an opening one.
// Promises: no line is wider than `columns`, and no character is lost except spaces at breaks.
import { columnsOf } from './printable-text.ts';

const NO_START = new Set('，。、；：？！）》」』】〉…·%％,.;:?!)');
const NO_END = new Set('(（《「『【〈(');

/** Lines of at most `columns` columns; a word longer than a line is broken inside. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, columns)) {
    const joined = line + piece;
    if (columnsOf(joined.trimEnd()) <= columns) {
      line = joined;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** As many lines as `wrapText` needs, made as even as possible: for centred titles. */
export function wrapEvenly(text: string, columns: number): string[] {
  const lines = wrapText(text, columns);
  for (let width = Math.ceil(columnsOf(text) / Math.max(1, lines.length)); width < columns; width++) {
    const even = wrapText(text, width);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** The first `linesMax` lines; when some are left out, the last one ends with an ellipsis. */
export function limitLines(lines: readonly string[], linesMax: number, columns: number): string[] {
  if (lines.length <= linesMax) return [...lines];
  const kept = lines.slice(0, linesMax);
  const last = [...(kept.pop() ?? '')];
  while (last.length > 0 && columnsOf(last.join('')) > columns - 3) last.pop();
  return [...kept, `${last.join('').trimEnd()}...`];
}

/** What may not be torn apart: a word with its space, or a character with its punctuation. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = [];
  for (const token of text.match(/[\x21-\x7e]+| +|[^\x20-\x7e]/gu) ?? []) {
    const previous = pieces.at(-1);
    const sticks =
      previous !== undefined &&
      (token.startsWith(' ') || NO_START.has(token) || NO_END.has(previous.slice(-1)));
    if (sticks && columnsOf(previous + token.trimEnd()) <= columns) {
      pieces[pieces.length - 1] = previous + token;
    } else pieces.push(...brokenWord(token, columns));
  }
  return pieces;
}

function brokenWord(word: string, columns: number): string[] {
  if (columnsOf(word) <= columns) return [word];
  return word.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [];
}
